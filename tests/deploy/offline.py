"""A real release installed and updated where there is no network: by the program of `make release`, `update.sh`, the
real app and the real browser, in a network namespace with nothing in it but the machine itself.

`python -m tests.deploy.offline` does it all: twice, the second time as an update. The suite installs once.
"""

from __future__ import annotations

import fcntl
import json
import os
import shlex
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
from configparser import ConfigParser
from pathlib import Path

from tests.support.chromium import FLAGS, executable
from tests.support.running import ROOT

DEPLOY = ROOT / "deploy"
UP = 0x8914, 0x1 | 0x40  # SIOCSIFFLAGS; up and running
RESTART = """#!/bin/sh
if [ -s {folder}/pid ]; then kill -9 $(cat {folder}/pid); fi
cd {folder}/spine/current
{environment} setsid .venv/bin/python app.py --kiosk --port {port} >{folder}/log 2>&1 &
echo $! >{folder}/pid
"""
PORT = 8050  # free: the namespace is new


def alone(*command: str) -> list[str]:
    """A command without any network, by this user if that is allowed."""
    return ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"]), *command]


def possible() -> bool:
    return sys.platform == "linux" and subprocess.run(alone("true"), capture_output=True).returncode == 0


def release(folder: Path) -> tuple[Path, Path]:
    """The archive that `make release` makes, with a sound, and its sums."""
    sound = folder / "sounds" / "en" / "one.opus"
    sound.parent.mkdir(parents=True)
    sound.write_bytes(b"one")
    command = [sys.executable, "-m", "publish.release", "--target", str(folder), "--speech", str(folder / "sounds")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.tar.gz")), next(folder.glob("*.sha256"))


def environment(root: Path) -> str:
    """What the server's unit sets, in another root."""
    unit = ConfigParser(strict=False, interpolation=None)
    unit.read(DEPLOY / "spine-server.service")
    return unit["Service"]["Environment"].replace("/opt/spine", str(root))


def install(folder: Path, archive: Path, sums: Path, times: int) -> None:
    """In the namespace: unpack the archive to get at its `update.sh`, and install it, as the guide says."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, UP[0], struct.pack("16sh14x", b"lo", UP[1]))
    assert len(Path("/proc/net/route").read_text().splitlines()) == 1, "There is a way out."
    subprocess.run(["tar", "-xzf", str(archive)], cwd=folder, check=True)
    update = folder / archive.name.removesuffix(".tar.gz") / "deploy" / "update.sh"
    for name, text in (
        ("restart", RESTART.format(folder=folder, port=PORT, environment=environment(folder / "spine"))),
        ("browser", f'#!/bin/sh\nexec {executable()} {shlex.join(FLAGS)} "$@"\n'),
    ):
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    settings = {
        "SPINE_ROOT": str(folder / "spine"),
        "SPINE_RESTART": str(folder / "restart"),
        "SPINE_BROWSER": str(folder / "browser"),
        "SPINE_SIGNERS": str(folder / "signers"),
        "SPINE_BUSY": "false",
        "SPINE_PATIENCE": "90",
    }
    try:
        for number in range(1, times + 1):
            begun = time.monotonic()
            ran = subprocess.run(["sh", str(update), str(archive), str(sums)], env=os.environ | settings)
            assert ran.returncode == 0, (folder / "log").read_text()
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health") as answer:
                assert json.load(answer)["folder"] == f"{number}-{archive.name.removesuffix('.tar.gz')}"
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/speech/en/one.opus") as sound:
                assert sound.read() == b"one"
            print(f"{'Installed' if number == 1 else 'Updated'} in {time.monotonic() - begun:.1f} s", flush=True)
    finally:
        os.kill(int((folder / "pid").read_text()), signal.SIGKILL)


def run(folder: Path, times: int) -> None:
    """Make a release, then install it alone. Raises `CalledProcessError`."""
    archive, sums = release(folder)
    command = [sys.executable, "-m", "tests.deploy.offline", str(folder), str(archive), str(sums), str(times)]
    subprocess.run(alone(*command), cwd=ROOT, check=True)


if __name__ == "__main__":
    if len(sys.argv) == 5:
        install(*map(Path, sys.argv[1:4]), times=int(sys.argv[4]))
    else:
        with tempfile.TemporaryDirectory() as beside:
            run(Path(beside), 2)
