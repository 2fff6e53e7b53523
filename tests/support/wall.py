"""The wall screen as an operator runs it: deploy/browser.sh in a process of its own, its browser without a window."""

from __future__ import annotations

import importlib.util
import json
import os
import shlex
import signal
import subprocess
import threading
import time
import urllib.request
from pathlib import Path
from types import ModuleType

from tests.support.chromium import FLAGS, executable
from tests.support.running import ROOT, free_port

DEPLOY = ROOT / "deploy"
NO_WINDOW = ("--headless", "--ozone-platform=headless", "--window-size=1080,1920")


def heartbeat() -> ModuleType:
    """deploy/heartbeat.py, which is a script of no package."""
    found = importlib.util.spec_from_file_location("heartbeat", DEPLOY / "heartbeat.py")
    assert found and found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


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
    """The browser and its watchdog. `beat`: seconds between two heartbeats."""

    def __init__(self, folder: Path, url: str, beat: int = 1) -> None:
        self.url = url
        self.port = free_port()
        self.profiles = folder / "profiles"
        self._heart = heartbeat()
        browser = folder / "browser"
        browser.write_text(f'#!/bin/sh\nexec {executable()} "$@" {shlex.join((*FLAGS, *NO_WINDOW))}\n')
        browser.chmod(0o755)
        self._settings = {
            "SPINE_BROWSER": str(browser),
            "SPINE_PROFILES": str(self.profiles),
            "SPINE_DEBUG_PORT": str(self.port),
            "SPINE_BEAT": str(beat),
            "SPINE_URL": f"{url}/",
        }

    def start(self) -> None:
        self._process = subprocess.Popen(
            ["sh", str(DEPLOY / "browser.sh")],
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

    def well(self, question: str = "live") -> bool:
        """What the heartbeat says of the page."""
        try:
            return bool(self._heart.ask(*self._heart.page_address(self.port), question) == self._heart.YES)
        except OSError:
            return False

    def wait(self, start: str, seconds: float) -> float:
        """Wait for a page that is well and whose address starts so; the seconds that took. Raises `TimeoutError`."""
        begun = time.monotonic()
        while not (self.address().startswith(start) and self.well()):
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
        for one in killed:
            os.kill(one, signal.SIGKILL)
