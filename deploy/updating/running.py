"""The server of the wall: start it afresh, ask it who it is, and look at its page in a browser."""

from __future__ import annotations

import http.client
import json
import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from updating.archive import Refused

POLICIES = Path("/etc/chromium/policies")
SCREEN_USER = "spine-screen"
LIVES = re.compile(r"<html[^>]*\sdata-live\b")
LOOK_SECONDS = 25
RESTART_SECONDS = 120


@dataclass(frozen=True)
class Running:
    """`restart` is a command, `browser` a program, `patience` the seconds in which a release becomes healthy."""

    url: str
    restart: str
    browser: str
    patience: float

    def check_browser(self) -> None:
        """Raises `Refused` when there is none to look at the page with."""
        if not shutil.which(self.browser):
            raise Refused(f"There is no {self.browser} to look at the page with.")

    def sweep(self) -> None:
        """Delete profiles of browsers that an update before this one was cut off at."""
        for left in Path(tempfile.gettempdir()).glob(f"{self._look}*"):
            shutil.rmtree(left, ignore_errors=True)

    def restarted(self, release: str) -> bool:
        """Start afresh; whether a new process of this release answers, and its page lives."""
        before = self._told()
        try:
            subprocess.run(self.restart, shell=True, timeout=RESTART_SECONDS)
        except subprocess.TimeoutExpired:
            return False
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            told = self._told()
            started = told.get("folder") == release and told.get("start_id") != before.get("start_id")
            if started and told.get("data") in ("ok", before.get("data")):  # no worse than before
                return self._page_lives(end)
            time.sleep(0.1)
        return False

    def _told(self) -> dict[str, str]:
        """What /health tells when it is well: `folder` of the release, `start_id`, another one at each start."""
        try:
            with urllib.request.urlopen(f"{self.url.rstrip('/')}/health", timeout=2) as answer:
                told = json.load(answer)
        except (OSError, ValueError, http.client.HTTPException):
            return {}
        return told if isinstance(told, dict) else {}

    @property
    def _look(self) -> str:
        """How the folders are called that a browser gets to look at this page."""
        return f"spine-look-{urlsplit(self.url).port}-"

    @property
    def _aside(self) -> str:
        """The page by this machine's other name. There it sends no pulse: it is not the page of the screen."""
        return self.url.replace("//127.0.0.1", "//localhost")

    def _page_lives(self, end: float) -> bool:
        """Whether the page's scripts say so in a browser of its own; a second look only while there is patience."""
        while True:
            if LIVES.search(self._page()):
                return True
            if time.monotonic() > end:
                return False

    def _page(self) -> str:
        """The page as the browser has it after 10 s of its own time."""
        with tempfile.TemporaryDirectory(prefix=self._look, ignore_cleanup_errors=True) as profile:
            look = [self.browser, "--headless", f"--user-data-dir={profile}", "--disable-gpu", "--no-first-run"]
            look += ["--disable-background-networking", "--virtual-time-budget=10000", "--dump-dom", self._aside]
            if os.geteuid() == 0:
                look = _without_policy(_as_screen_user(look, profile))
            env = os.environ | {"HOME": profile}
            try:
                return subprocess.run(look, env=env, capture_output=True, timeout=LOOK_SECONDS).stdout.decode(
                    errors="replace"
                )
            except subprocess.TimeoutExpired:
                return ""


def _as_screen_user(command: list[str], profile: str) -> list[str]:
    try:
        user = pwd.getpwnam(SCREEN_USER)
    except KeyError:
        return command
    os.chown(profile, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", *command]


def _without_policy(command: list[str]) -> list[str]:
    """The policy of the wall closes the way on which a browser tells its page; here it does not apply."""
    if not POLICIES.is_dir():
        return command
    return ["unshare", "--mount", "sh", "-c", f'mount -t tmpfs none {POLICIES} && exec "$@"', "look", *command]
