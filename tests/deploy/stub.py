"""A small app with real archives of it, a root to install them in, and a service manager of a few lines."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from configparser import ConfigParser
from contextlib import suppress
from functools import partial
from pathlib import Path

from publish.release import Files, pack, write
from tests.support.running import PATIENCE_SECONDS, ROOT, free_port

DEPLOY = ROOT / "deploy"
LIVES = b"<!DOCTYPE html><html lang=en><title>x</title><script>document.documentElement.dataset.live = ''</script>"
BROKEN = LIVES.replace(b"document.", b"nothing.such.")
APP = '''"""Tells what a release tells. `healthy` says whether it is well."""
import json, secrets, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOLD = {"data": "ok", "folder": HERE.name, "start_id": secrets.token_hex(8)}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if (HERE / "healthy").exists() else 503)
        self.end_headers()
        self.wfile.write(json.dumps(TOLD).encode() if self.path == "/health" else (HERE / "page.html").read_bytes())

    def log_message(self, *_):
        pass


while True:
    try:
        HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
    except OSError:  # the one before has not ended yet
        time.sleep(0.01)
'''
# A browser that runs no script: it finds the page alive when the line that says so is there.
LOOK = """#!/bin/sh
for address in "$@"; do :; done
curl --silent "$address" | grep --quiet document.documentElement && echo '<html data-live>'
"""
# As the service manager does: the server before ends, what the unit says comes first, then the new one.
START = """#!/bin/sh
if [ -s {pid} ]; then kill -9 $(cat {pid}) 2>/dev/null; fi
{first}
setsid {python} {root}/current/app.py {port} >/dev/null 2>&1 &
echo $! >{pid}
"""


def boot_line(root: Path) -> str:
    """What the server's unit does before each start, in another root."""
    unit = ConfigParser(strict=False, interpolation=None)
    unit.read(DEPLOY / "spine-server.service")
    line = unit["Service"]["ExecStartPre"]
    assert line.startswith("-+")  # may fail (there is no `previous` yet); with all rights
    return line.removeprefix("-+").replace("/opt/spine", str(root)).replace("/usr/bin/python3", sys.executable)


class Stub:
    """A wall without a screen, with its releases on `disk`: `archive` makes one, `update` installs it, `reboot` is a
    power cut."""

    def __init__(self, folder: Path, disk: Path) -> None:
        self.folder = folder
        self.root = disk / "spine"
        self.pid = folder / "pid"
        self.port = free_port()
        start = partial(START.format, pid=self.pid, python=sys.executable, root=self.root, port=self.port)
        self.restart = self._program("restart", start(first=boot_line(self.root)))
        self.goes_on = self._program("goes_on", start(first=""))
        self.look = self._program("look", LOOK)
        self.settings = {
            "SPINE_ROOT": str(self.root),
            "SPINE_RESTART": str(self.restart),
            "SPINE_URL": f"http://127.0.0.1:{self.port}/",
            "SPINE_BROWSER": str(self.look),
            "SPINE_BUSY": "false",
            "SPINE_PATIENCE": "30",
            "SPINE_SIGNERS": str(folder / "signers"),
        }

    def _program(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def archive(
        self,
        name: str,
        *,
        healthy: bool = True,
        page: bytes = LIVES,
        more: Files | None = None,
        key: Path | None = None,
    ) -> tuple[Path, Path]:
        """A release and its sums."""
        files: Files = {"app.py": (APP.encode(), 0o644), "page.html": (page, 0o644)}
        files |= {f"deploy/{path.relative_to(DEPLOY)}": (path.read_bytes(), 0o644) for path in DEPLOY.rglob("*.py")}
        files["deploy/set_up.sh"] = (b"true\n", 0o644)
        if healthy:
            files["healthy"] = (b"", 0o644)
        return write(pack(files | (more or {}), name, 1), name, self.folder, key)

    def command(self, archive: Path, sums: Path) -> list[str]:
        return ["sh", str(DEPLOY / "update.sh"), str(archive), str(sums)]

    def update(self, archive: Path, sums: Path, **settings: str) -> subprocess.CompletedProcess[str]:
        env = os.environ | self.settings | settings
        return subprocess.run(self.command(archive, sums), env=env, capture_output=True, text=True, timeout=120)

    def reboot(self) -> None:
        """The power goes and comes back: what the disk holds is all there is."""
        subprocess.run([self.restart], env=os.environ | self.settings, check=True, capture_output=True)

    def begin(self) -> None:
        """A server of the current release, whatever that is, that was started some time before."""
        subprocess.run([self.goes_on], check=True)

    def end(self) -> None:
        if self.pid.exists():
            with suppress(ProcessLookupError):
                os.kill(int(self.pid.read_text()), signal.SIGKILL)
            self.pid.unlink()

    def told(self) -> dict[str, str]:
        """What /health tells; empty when nothing is well."""
        try:
            with urllib.request.urlopen(f"{self.settings['SPINE_URL']}health", timeout=5) as answer:
                return dict(json.load(answer))
        except OSError:
            return {}

    def running(self) -> str:
        """The folder of the release that runs and is well; waits for one that starts. Raises `TimeoutError`."""
        begun = time.monotonic()
        while not (told := self.told()):
            if time.monotonic() - begun > PATIENCE_SECONDS:
                raise TimeoutError("Nothing runs.")
            threading.Event().wait(0.02)
        return told["folder"]

    @property
    def releases(self) -> list[str]:
        return sorted(path.name for path in (self.root / "releases").iterdir())
