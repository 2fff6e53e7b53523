"""The wall screen set up by the operator's guide, in namespaces of its own, with the policy in force: does it stay up?

    python -m tests.wall.by_the_book [--minutes 10] [--archive FILE] [--pictures FOLDER]

Runs the commands of docs/operator.md as they stand there: users, units, policy, release. Then ten minutes of visits by
finger and key, then a kill of each part. The machine needs root, and in place of a screen the packages in NEEDED; the
network namespace has no route. What a machine without systemd and screen lacks is stood in for: `systemctl`
(tests/wall/units.py), `apt-get` (asks whether the packages are there) and the screen (cage inside Xvfb).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
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
NEEDED = ("chromium", "chromium-sandbox", "cage", "xwayland", "xvfb", "xdotool", "imagemagick", "x11-utils")
BACK_SECONDS = 20  # K11
SAME = 0.02  # of the screen may differ
STILL = [(0, 0), *((x, y) for x in (-16, -8, 0, 8, 16) for y in (-16, -8, 0, 8, 16))]
LIVELY = 4.0  # seconds of silence: two beats
CLOSED = (  # keys with which the browser would do something
    "shift+Escape ctrl+t ctrl+n ctrl+shift+n ctrl+w ctrl+q ctrl+p ctrl+s ctrl+o ctrl+u ctrl+h ctrl+j ctrl+l ctrl+f "
    "ctrl+shift+i ctrl+shift+q F1 F5 F6 F11 F12 alt+F4 alt+Left alt+Home super ctrl+alt+F2"
).split()
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
    """A machine that the guide's commands set up."""

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

    # --- looking and touching ---------------------------------------------------------------------------------------

    def pulse(self) -> tuple[float, bool]:
        """Seconds of silence and whether somebody is there; a day of silence without a server."""
        try:
            with urllib.request.urlopen(f"{HOME}wall/beat", timeout=2) as answer:
                told = json.load(answer)
        except OSError:
            return 86_400.0, False
        return told["silent_seconds"], told["somebody"]

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
        """cage's window in Xvfb takes the whole of it, as a screen of that size would give it."""
        window = subprocess.run(["xwininfo", "-root", "-tree"], capture_output=True, text=True).stdout
        for one in re.findall(r"^\s+(0x[0-9a-f]+) .*wlroots", window, re.MULTILINE):
            subprocess.run(["xdotool", "windowmove", one, "0", "0", "windowsize", one, *map(str, SIZE)])

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

    # --- the story ----------------------------------------------------------------------------------------------------

    def opens(self) -> None:
        took = self.home(60)
        self.expect(took < 60, f"the app is on the screen {took:.1f} s after the last command")
        self.settle()
        self.at_home = self.picture("home")
        blank = float(subprocess.run(
            ["convert", str(self.at_home), "-colorspace", "gray", "-format", "%[fx:standard_deviation]", "info:"],
            capture_output=True, text=True, check=True,
        ).stdout)  # fmt: skip
        self.expect(blank > 0.05, f"and not one colour (deviation {blank:.2f})")

    def settle(self) -> None:
        """Wait until two pictures in a row are alike: drawn, and fonts in place."""
        before = self.picture("settling")
        for _ in range(40):
            now = self.picture("settled")
            if self.unlike(before, now) == 0 and self.pulse()[0] < LIVELY:
                return
            shutil.copy(now, before)

    def keys(self) -> None:
        """No key leads out of the app."""
        before, starts = self.browser(), self.manager.services["spine-browser"].starts
        self.key("Return")
        self.wait_for_somebody(True)
        self.settle()
        awake = self.picture("awake")
        for name in CLOSED:
            self.key(name)
        self.settle()
        after = self.picture("after-keys")
        self.expect(self.browser() == before, f"{len(CLOSED)} keys of the browser: the same browser runs")
        self.expect(starts == self.manager.services["spine-browser"].starts, "and the same compositor")
        self.expect(
            self.unlike(awake, after) < 0.002, f"and the same picture ({self.unlike(awake, after):.2%} differs)"
        )

    def wait_for_somebody(self, there: bool, seconds: float = 200) -> float:
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            silent, somebody = self.pulse()
            if silent < LIVELY and somebody == there:
                break
            time.sleep(0.5)
        return time.monotonic() - begun

    def visits(self, minutes: float) -> None:
        """Visitors touch anywhere and press keys, then walk away; the browser must be the same one at the end."""
        chance = random.Random(8)
        browser, servers = self.browser(), self.manager.services["spine-server"].starts
        end, count, touches, longest = time.monotonic() + 60 * minutes, 0, 0, 0.0
        while time.monotonic() < end:
            count += 1
            self.touch(SIZE[0] // 2, SIZE[1] // 2)
            woken = self.wait_for_somebody(True, 10) < 10
            for _ in range(chance.randint(10, 40)):
                if chance.random() < 0.85:
                    self.touch(chance.randint(5, SIZE[0] - 5), chance.randint(5, SIZE[1] - 5))
                else:
                    self.key(chance.choice(["Tab", "Return", "Left", "Right", "Up", "Down", "Escape", "space"]))
                touches += 1
                longest = max(longest, self.pulse()[0])
                time.sleep(chance.uniform(0.1, 1.5))
            asleep = self.wait_for_somebody(False)
            longest = max(longest, self.pulse()[0])
            if not woken or self.browser() != browser:
                self.faults.append(f"visit {count}: woken {woken}, browser {self.browser()}")
            self.say(f"visit {count}: asleep again {asleep:.0f} s after the last touch")
        self.expect(self.browser() == browser, f"{count} visits, {touches} touches and keys: the same browser")
        self.expect(self.manager.services["spine-server"].starts == servers, "and the same server")
        self.say(f"longest silence of the page {longest:.1f} s")
        self.settle()
        differs = self.unlike_home(self.picture("after-visits"))
        self.expect(differs < SAME, f"the screen is as at the start ({differs:.2%} differs)")

    def kills(self) -> None:
        """Each part is killed; the screen is back at home with nobody's help."""
        parts = {
            "renderer": ("type=renderer", True),
            "browser": (f"^{self.browser()}$", True),
            "server": ("app.py --kiosk", False),
            "compositor": ("^/usr/bin/cage", True),
        }
        for part, (pattern, anew) in parts.items():
            before = self.browser()
            killed = [before] if part == "browser" else self.processes(pattern)
            for one in killed:
                subprocess.run(["kill", "-KILL", str(one)])
            if part == "server":
                while self.processes(pattern) == killed:
                    time.sleep(0.1)
            took = self.home(60, unlike=before if anew else 0)
            self.expect(bool(killed) and took < BACK_SECONDS, f"{part} killed ({len(killed)}): back after {took:.1f} s")
            if not anew:
                self.expect(self.browser() == before, "and the browser was left alone")
            self.settle()
            differs = self.unlike_home(self.picture(f"after-{part}"))
            self.expect(differs < SAME, f"at home ({differs:.2%} of the screen differs)")


def alone(archive: Path, minutes: float, pictures: Path) -> int:
    """The story, inside the namespaces."""
    for line in (
        "ip link set lo up",
        "mount -t tmpfs tmpfs /run",
        "mount -t tmpfs -o mode=1777 tmpfs /tmp",
        "mount -t tmpfs tmpfs /opt",
        "mount -t tmpfs tmpfs /home",
        "mount -t tmpfs tmpfs /var/lib/spine",
        "mount -t tmpfs tmpfs /var/cache/spine",
        "mkdir -p /run/etc/upper /run/etc/work /run/lock /run/user",
        "mount -t overlay overlay -o lowerdir=/etc,upperdir=/run/etc/upper,workdir=/run/etc/work /etc",
    ):
        folder = line.split()[-1]
        if folder.startswith("/var"):
            Path(folder).mkdir(parents=True, exist_ok=True)
        subprocess.run(line.split(), check=True)
    wall = Wall(archive, pictures)
    wall.prepare()
    wall.set_up()
    wall.opens()
    wall.keys()
    wall.visits(minutes)
    wall.kills()
    for service in wall.manager.services.values():
        service.stop()
    wall.say(f"{len(wall.faults)} faults")
    return bool(wall.faults)


def missing() -> str:
    """Why this machine cannot do it, or nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs Linux and root"
    asked = subprocess.run(["dpkg-query", "--show", *NEEDED], capture_output=True, text=True)
    return f"needs: apt-get install {' '.join(NEEDED)}" if asked.returncode else ""


def main() -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--archive", type=Path)
    asked.add_argument("--pictures", type=Path, default=ROOT / "build" / "wall")
    asked.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    told = asked.parse_args()
    if reason := missing():
        print(reason)
        return 2
    told.pictures.mkdir(parents=True, exist_ok=True)
    if told.alone:
        return alone(told.archive, told.minutes, told.pictures)
    if told.archive is None:
        subprocess.run(["make", "--silent", "release"], cwd=ROOT, check=True)
        told.archive = max((ROOT / "build" / "release").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    own = ["unshare", "--mount", "--net", "--pid", "--fork", "--mount-proc", "--kill-child", sys.executable, "-m"]
    words = ["--alone", "--archive", str(told.archive), "--pictures", str(told.pictures.resolve())]
    return subprocess.run([*own, "tests.wall.by_the_book", *words, "--minutes", str(told.minutes)], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
