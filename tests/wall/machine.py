"""A wall screen that the commands of docs/operator.md set up, in the namespaces that it was started in."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.wall.units import Manager

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "operator.md"
HOME = "http://127.0.0.1:8050/"
DISPLAY = ":97"
SIZE = (1920, 1080)
SAME = 0.02  # of the screen may differ
STILL = [(0, 0), *((x, y) for x in (-16, -8, 0, 8, 16) for y in (-16, -8, 0, 8, 16))]
LIVELY = 4.0  # seconds of silence: two beats
APT_GET = """#!/bin/sh
[ "$1" = install ] && shift
dpkg-query --show "$@" >/dev/null
"""
BROWSER = """#!/bin/sh
unset DISPLAY
exec /usr/bin/chromium --disable-gpu --disable-quic "$@"
"""


def commands() -> list[str]:
    """The blocks of commands for the wall itself, from the guide's part about Linux."""
    linux = GUIDE.read_text(encoding="utf-8").split("\n## Linux")[1].split("\n## ")[0]
    return [block for block in re.findall(r"```sh\n(.*?)```", linux, re.DOTALL) if "make " not in block]


class Wall:
    """A machine that the guide's commands set up: looked at by pictures and the page's pulse, touched by xdotool."""

    at_home: Path  # picture of the screen when nobody is there

    def __init__(self, archive: Path, pictures: Path) -> None:
        self._begun = time.monotonic()
        self._pictures = pictures
        self._programs = Path(tempfile.mkdtemp(prefix="programs-"))
        self._programs.chmod(0o755)
        self._archive = archive
        self.faults: list[str] = []

    def say(self, words: str) -> None:
        print(f"{time.monotonic() - self._begun:7.1f} s  {words}", flush=True)

    def expect(self, right: bool, words: str) -> None:
        if not right:
            self.faults.append(words)
        self.say(f"{'ok   ' if right else 'FAULT'} {words}")

    def prepare(self) -> None:
        """What a Debian with systemd, a screen and nothing of ours would have."""
        for name, text in (("apt-get", APT_GET), ("browser", BROWSER)):
            (self._programs / name).write_text(text, encoding="utf-8")
            (self._programs / name).chmod(0o755)
        screen = {
            "DISPLAY": DISPLAY,
            "WLR_BACKENDS": "x11",
            "WLR_RENDERER": "pixman",
            "SPINE_BROWSER": str(self._programs / "browser"),
        }
        self.manager = Manager(self._programs, screen)
        for group in ("input", "render"):
            subprocess.run(["groupadd", "--force", "--system", group], check=True)
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", size], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.environ["DISPLAY"] = DISPLAY

    def set_up(self) -> None:
        """Run the guide's commands, each block in the folder of the archive."""
        folder = Path(tempfile.mkdtemp(prefix="archive-"))
        for path in (self._archive, *self._archive.parent.glob("*.sha256")):
            shutil.copy(path, folder)
        environment = {"PATH": f"{self._programs}:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        for block in commands():
            for line in block.strip().splitlines():
                self.say(f"$ {line}")
            ran = subprocess.run(["sh", "-e", "-c", block], cwd=folder, env=environment)
            self.expect(ran.returncode == 0, f"ended with {ran.returncode}")

    def pulse(self) -> tuple[float, bool]:
        """Seconds of silence and whether somebody is there; a day without a server, or before the first word."""
        try:
            with urllib.request.urlopen(f"{HOME}wall/beat", timeout=2) as answer:
                told = json.load(answer)
        except OSError:
            return 86_400.0, False
        return told["silent_seconds"] if told["spoken"] else 86_400.0, told["somebody"]

    def processes(self, pattern: str) -> list[int]:
        found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, text=True).stdout
        return [int(one) for one in found.split()]

    def browser(self) -> int:
        """The browser's own process, or 0."""
        for one in self.processes("user-data-dir=/run/spine-browser"):
            line = Path(f"/proc/{one}/cmdline")
            if line.exists() and b"--type=" not in line.read_bytes() and b"/chromium\0" in line.read_bytes()[:200]:
                return one
        return 0

    def picture(self, name: str) -> Path:
        path = self._pictures / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True)
        return path

    def unlike(self, one: Path, other: Path) -> float:
        """The share of the screen that differs by more than a shade."""
        compared = ["compare", "-metric", "AE", "-fuzz", "10%", str(one), str(other), "null:"]
        return float(subprocess.run(compared, capture_output=True, text=True).stderr.split()[0]) / (SIZE[0] * SIZE[1])

    def unlike_home(self, now: Path) -> float:
        """As `unlike`, of the picture at home, which moves a little each minute against burn-in."""
        moved = self._pictures / "moved.png"
        shares = []
        for x, y in STILL:
            subprocess.run(["convert", str(self.at_home), "-roll", f"{x:+}{y:+}", str(moved)], check=True)
            shares.append(self.unlike(moved, now))
            if shares[-1] < SAME:
                break
        return min(shares)

    def fill_the_screen(self) -> None:
        """cage's window in Xvfb, the only one and without a name, becomes as large as on a screen of that size."""
        windows = subprocess.run(["xwininfo", "-root", "-children"], capture_output=True, text=True).stdout
        for one, size in re.findall(r"^ +(0x[0-9a-f]+) .* (\d+x\d+)\+", windows, re.MULTILINE):
            if size != f"{SIZE[0]}x{SIZE[1]}":
                subprocess.run(["xdotool", "windowmove", one, "0", "0", "windowsize", one, *map(str, SIZE)])

    def uncovered(self, picture: Path) -> float:
        """The share of a picture, from its right and lower edge, that nothing was drawn on: black as Xvfb is."""
        trimmed = [
            "convert",
            str(picture),
            "-bordercolor",
            "black",
            "-border",
            "1",
            "-trim",
            "-format",
            "%w %h",
            "info:",
        ]
        width, height = map(int, subprocess.run(trimmed, capture_output=True, text=True, check=True).stdout.split())
        return 1 - width * height / (SIZE[0] * SIZE[1])

    def touch(self, x: int, y: int) -> None:
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)

    def key(self, name: str) -> None:
        subprocess.run(["xdotool", "key", name], check=True)

    def home(self, seconds: float, *, unlike: int = 0, asleep: bool = True) -> float:
        """Wait for a word of a page in a browser other than `unlike`; the seconds that took, or `seconds`."""
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            self.fill_the_screen()
            silent, somebody = self.pulse()
            heard = time.monotonic() - silent  # a word from before the kill counts for nothing
            if heard > begun and not (asleep and somebody) and self.browser() not in (0, unlike):
                return time.monotonic() - begun
            time.sleep(0.2)
        return seconds

    def settle(self) -> None:
        """Wait until two pictures in a row are alike: drawn, and fonts in place."""
        before = self.picture("settling")
        for _ in range(40):
            now = self.picture("settled")
            if self.unlike(before, now) == 0 and self.pulse()[0] < LIVELY:
                return
            shutil.copy(now, before)

    def wait_for_somebody(self, there: bool, seconds: float = 200) -> float:
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            silent, somebody = self.pulse()
            if silent < LIVELY and somebody == there:
                break
            time.sleep(0.5)
        return time.monotonic() - begun
