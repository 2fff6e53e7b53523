"""The wall screen set up by the operator's guide, in namespaces of its own, with the policy in force: does it stay up?

    python -m tests.wall.by_the_book [--minutes 10] [--archive FILE] [--pictures FOLDER]

Runs the commands of docs/operator.md as they stand there: users, units, policy, release. Then ten minutes of visits by
finger and key, then a kill of each part. The machine needs root, and in place of a screen the packages in NEEDED; the
network namespace has no route. What a machine without systemd and screen lacks is stood in for: `systemctl`
(tests/wall/units.py), `apt-get` (asks whether the packages are there) and the screen (cage inside Xvfb).
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from tests.wall.machine import ROOT, SAME, SIZE, Wall

NEEDED = ("chromium", "chromium-sandbox", "cage", "xwayland", "xvfb", "xdotool", "imagemagick", "x11-utils")
BACK_SECONDS = 20  # K11
EMPTY = ("/tmp", "/opt", "/home", "/var/lib/spine", "/var/cache/spine")
OVERLAY = "lowerdir=/etc,upperdir=/run/etc/upper,workdir=/run/etc/work"
CLOSED = (  # keys with which the browser would do something
    "shift+Escape ctrl+t ctrl+n ctrl+shift+n ctrl+w ctrl+q ctrl+p ctrl+s ctrl+o ctrl+u ctrl+h ctrl+j ctrl+l ctrl+f "
    "ctrl+shift+i ctrl+shift+q F1 F5 F6 F11 F12 alt+F4 alt+Left alt+Home super ctrl+alt+F2"
).split()


class Story(Wall):
    """What happens to the wall, one thing after the other."""

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
        uncovered = self.uncovered(self.at_home)
        self.expect(uncovered == 0, f"all of the screen is covered ({uncovered:.0%} is not)")

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


def bind(folder: Path, place: Path) -> None:
    """Let a folder be seen at another place too, or again where an empty one hides it."""
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "--bind", str(folder), str(place)], check=True)


def alone(archive: Path, minutes: float, pictures: Path) -> int:
    """The story, inside the namespaces."""
    for line in (
        "ip link set lo up",
        "mount -t tmpfs tmpfs /run",
        "mkdir -p /run/etc/upper /run/etc/work /run/lock /run/user",
    ):
        subprocess.run(line.split(), check=True)
    ours = dict(enumerate((ROOT, pictures, archive.parent)))
    for number, folder in ours.items():
        bind(folder, Path(f"/run/ours/{number}"))
    for folder in EMPTY:
        Path(folder).mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=1777", "tmpfs", folder], check=True)
    for number, folder in ours.items():
        bind(Path(f"/run/ours/{number}"), folder)
    subprocess.run(["mount", "-t", "overlay", "overlay", "-o", OVERLAY, "/etc"], check=True)
    wall = Story(archive, pictures)
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
    words = ["--alone", "--archive", str(told.archive.resolve()), "--pictures", str(told.pictures.resolve())]
    return subprocess.run([*own, "tests.wall.by_the_book", *words, "--minutes", str(told.minutes)], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
