"""The wall screen as an operator runs it: deploy/browser.sh in a process of its own, its browser without a window."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import threading
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from server import beat
from tests.support.chromium import FLAGS, executable
from tests.support.running import ROOT, free_port

DEPLOY = ROOT / "deploy"
LIVELY = 4.0  # seconds: two beats
NO_WINDOW = ("--headless", "--ozone-platform=headless", "--window-size=1080,1920")


def descendants(ancestor: int) -> dict[int, str]:
    """Process id -> command line of every process that `ancestor` started, directly or not (needs Linux's /proc)."""
    parents: dict[int, int] = {}
    lines: dict[int, str] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            lines[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:  # ended meanwhile
            continue

    def below(one: int) -> bool:
        return parents.get(one) == ancestor or (one in parents and below(parents[one]))

    return {one: lines[one] for one in lines if below(one)}


class Wall:
    """The browser and its watchdog; the browser's developer tools are open here, to look at it from outside."""

    def __init__(self, folder: Path, url: str, command: Sequence[str] = ("sh", f"{DEPLOY}/browser.sh")) -> None:
        self.url = url
        self._command = command
        self.port = free_port()
        self.profiles = folder / "profiles"
        self._left: set[Path] = set()
        browser = folder / "browser"
        flags = shlex.join((*FLAGS, *NO_WINDOW, f"--remote-debugging-port={self.port}"))
        browser.write_text(f'#!/bin/sh\nexec {executable()} "$@" {flags}\n')
        browser.chmod(0o755)
        self._settings = {
            "SPINE_BROWSER": str(browser),
            "SPINE_PROFILES": str(self.profiles),
            "SPINE_URL": f"{url}/",
        }

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._command,
            env=os.environ | self._settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> int:
        """End it as a service manager would; its exit code."""
        self._process.terminate()
        return self._process.wait(timeout=15)

    def address(self) -> str:
        """The address of the page on screen; empty when there is no browser."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/json", timeout=2) as answer:
                return next((one["url"] for one in json.load(answer) if one["type"] == "page"), "")
        except OSError:
            return ""

    def silence(self) -> float:
        """Seconds since the server last heard from the page. Raises `OSError` when there is no server."""
        with urllib.request.urlopen(f"{self.url}{beat.PATH}", timeout=2) as answer:
            return float(json.load(answer)["silent_seconds"])

    def _there(self, start: str) -> bool:
        """Whether a browser of no killed profile shows such a page; of the app, one that lives."""
        if not (set(self.profiles.glob("profile.*")) - self._left and self.address().startswith(start)):
            return False
        return start.startswith("file:") or self.silence() < LIVELY

    def wait(self, start: str, seconds: float) -> float:
        """Wait for a page whose address starts so; the seconds that took. Raises `TimeoutError`."""
        begun = time.monotonic()
        while not self._there(start):
            if time.monotonic() - begun > seconds:
                raise TimeoutError(f"Not at {start} within {seconds} s, but at {self.address() or 'nothing'}")
            threading.Event().wait(0.1)
        return time.monotonic() - begun

    def kill(self, kind: str) -> None:
        """Kill every `renderer` with -9, or the `browser` itself."""
        wanted = {"renderer": "--type=renderer", "browser": "--user-data-dir="}[kind]
        killed = [
            one
            for one, line in descendants(self._process.pid).items()
            if wanted in line and (kind == "renderer" or "--type=" not in line)
        ]
        assert killed
        self._left = set(self.profiles.glob("profile.*"))
        for one in killed:
            os.kill(one, signal.SIGKILL)
