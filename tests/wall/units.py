"""A small stand-in for systemd: starts the project's own units as they are written, for machines where no systemd runs.

Knows what these units use: ExecStart and ExecStartPre, User, Environment, EnvironmentFile, WorkingDirectory,
RuntimeDirectory, CacheDirectory, Restart=always with RestartSec. `systemctl` in `programs` speaks to it.
"""

from __future__ import annotations

import os
import pwd
import shlex
import signal
import socketserver
import subprocess
import sys
import threading
from pathlib import Path

UNITS = Path("/etc/systemd/system")
SYSTEMCTL = f"""#!{sys.executable}
import socket, sys
line = socket.socket(socket.AF_UNIX)
line.connect("%s")
line.sendall("\\n".join(sys.argv[1:]).encode() + b"\\0")
told = line.makefile().read()
print(told, end="")
sys.exit(bool(told))
"""


def read(path: Path) -> dict[str, list[str]]:
    """The settings of a unit file; each has one value or more."""
    told: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, sign, value = line.partition("=")
        if sign and not line.startswith("#"):
            told.setdefault(name.strip(), []).append(value.strip())
    return told


class Service:
    """One unit that is started again whenever it ends, until it is stopped."""

    def __init__(self, name: str, screen: dict[str, str]) -> None:
        self.name = name
        self.starts = 0
        self._screen = screen
        self._ended = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._loop = threading.Thread(target=self._run, daemon=True)
        self._loop.start()

    def _run(self) -> None:
        while not self._ended.is_set():
            told = read(UNITS / f"{self.name}.service")
            user = pwd.getpwnam(told["User"][0])
            environment = self._environment(told, user)
            folder = told.get("WorkingDirectory", ["/"])[0]
            rights = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--init-groups"]
            for line in told.get("ExecStartPre", []):
                subprocess.run(shlex.split(line.lstrip("-+")), env=environment, stderr=subprocess.DEVNULL)
            command = [*rights, *shlex.split(told["ExecStart"][0])]
            with Path(f"/run/{self.name}.log").open("ab") as log:
                self._process = subprocess.Popen(
                    command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
                )
            self.starts += 1
            self._process.wait()
            self._kill()  # systemd ends all that is left of a unit
            self._ended.wait(float(told["RestartSec"][0]))

    def _environment(self, told: dict[str, list[str]], user: pwd.struct_passwd) -> dict[str, str]:
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": user.pw_dir}
        for kind, root, variable in (
            ("RuntimeDirectory", "/run", "RUNTIME_DIRECTORY"),
            ("CacheDirectory", "/var/cache", "CACHE_DIRECTORY"),
        ):
            for name in told.get(kind, []):
                (Path(root) / name).mkdir(parents=True, exist_ok=True)
                os.chown(Path(root) / name, user.pw_uid, user.pw_gid)
                environment[variable] = f"{root}/{name}"
        session = Path(f"/run/user/{user.pw_uid}")  # what PAM makes at a log-in
        session.mkdir(parents=True, exist_ok=True)
        os.chown(session, user.pw_uid, user.pw_gid)
        environment["XDG_RUNTIME_DIR"] = str(session)
        for line in told.get("Environment", []):
            environment |= dict(pair.split("=", 1) for pair in shlex.split(line))
        for name in told.get("EnvironmentFile", []):
            path = Path(name.lstrip("-"))
            lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
            environment |= dict(line.split("=", 1) for line in lines if "=" in line)
        return environment | (self._screen if "PAMName" in told else {})

    @property
    def process_id(self) -> int:
        return self._process.pid if self._process else 0

    def _kill(self) -> None:
        if self._process:
            subprocess.run(["pkill", "-KILL", "--session", str(self._process.pid)])

    def stop(self) -> None:
        self._ended.set()
        if self._process:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._kill()
        self._loop.join(timeout=15)


class Manager:
    """Hears `systemctl`. `screen`: variables of units that own the screen, which a machine without one needs."""

    def __init__(self, programs: Path, screen: dict[str, str]) -> None:
        self.services: dict[str, Service] = {}
        self._screen = screen
        address = str(programs / "systemd.socket")
        manager = self

        class Line(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                said = b""
                while not said.endswith(b"\0"):
                    said += self.request.recv(4096)
                self.wfile.write(manager.do(said.rstrip(b"\0").decode().split("\n")).encode())

        server = socketserver.ThreadingUnixStreamServer(address, Line)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (programs / "systemctl").write_text(SYSTEMCTL % address, encoding="utf-8")
        (programs / "systemctl").chmod(0o755)

    def do(self, words: list[str]) -> str:
        """Carry out one call; what is wrong with it, or nothing."""
        verb, names = words[0], [word.removesuffix(".service") for word in words[1:] if not word.startswith("--")]
        for name in names:
            if verb == "mask" or name.endswith(".timer"):
                continue
            if not (UNITS / f"{name}.service").exists():
                return f"Unit {name}.service not found.\n"
            if verb == "restart" and name in self.services:
                self.services.pop(name).stop()
            if name not in self.services and (verb == "restart" or "--now" in words):
                self.services[name] = Service(name, self._screen)
        return "" if verb in {"daemon-reload", "enable", "restart", "mask"} else f"Unknown: {verb}\n"
