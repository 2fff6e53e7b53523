"""A power cut at each line of an update: the update is killed (-9) there, the machine starts anew, and a release runs
that is well; then the update is done again, and ends well.

`python -m tests.deploy.cuts [story ...]` cuts at every line that is run. The suite cuts once in each state that the
disk goes through: what a start finds is what the disk holds, so that lines which find the same disk differ in nothing.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.deploy.stub import DEPLOY, Stub

TRACER = Path(__file__).with_name("traced.py")
Words = tuple[str, ...]  # what `update.py` is told


def words(new: tuple[Path, Path]) -> Words:
    return tuple(map(str, new))


def first(stub: Stub) -> Words:
    """Nothing is there yet."""
    return words(stub.archive("spine-new"))


def good(stub: Stub) -> Words:
    """The fourth release, with a sound: the oldest goes."""
    for number in (1, 2, 3):
        assert stub.update(*stub.archive(f"spine-{number}")).returncode == 0
    return words(stub.archive("spine-new", more={"speech/en/one.opus": (b"one", 0o644)}))


def sick(stub: Stub) -> Words:
    """A release that is taken back."""
    assert stub.update(*stub.archive("spine-1")).returncode == 0
    return words(stub.archive("spine-new", healthy=False))


def after_a_cut(stub: Stub) -> Words:
    """A release after one that was cut off while it was tried, and that still runs."""
    cut_off = map(Path, sick(stub))
    assert stub.update(*cut_off, SPINE_RESTART=f"{stub.restart}; kill -9 $PPID").returncode == -signal.SIGKILL
    return words(stub.archive("spine-new"))


def boot(stub: Stub) -> Words:
    """The power that goes again while the machine starts after such a cut."""
    after_a_cut(stub)
    return ("boot",)


STORIES: tuple[Callable[[Stub], Words], ...] = (first, good, sick, after_a_cut, boot)


class Walk:
    """One story, told again and again from the same start, each time cut at another line."""

    def __init__(self, folder: Path, disk: Path, story: Callable[[Stub], Words]) -> None:
        self.stub = Stub(folder, disk)
        self.words = story(self.stub)
        self.patience = "0.5" if story is sick else "30"
        self.start = folder / "start"
        self.stub.root.mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.stub.root, self.start, symlinks=True)

    def put_back(self) -> None:
        """The disk as it was at the start."""
        shutil.rmtree(self.stub.root)
        shutil.copytree(self.start, self.stub.root, symlinks=True)

    def power_goes(self) -> None:
        """Nothing runs any more; the disk holds all that was written."""
        self.stub.end()

    def _again(self, what: str, where: object) -> int:
        """Put the start back, and update under the tracer."""
        self.stub.end()
        self.put_back()
        if (self.start / "current").is_symlink():
            self.stub.begin()
        command = [sys.executable, "-B", str(TRACER), what, str(where), str(DEPLOY / "update.py"), *self.words]
        env = os.environ | self.stub.settings | {"SPINE_PATIENCE": self.patience}
        return subprocess.run(command, env=env, stdout=subprocess.DEVNULL, timeout=300).returncode

    def lines(self) -> list[tuple[str, str]]:
        """Every line that is run, with the disk that it finds."""
        listed = self.start.with_name("lines")
        self._again("list", listed)
        told = [line.split() for line in listed.read_text().splitlines()]
        return [(place, disk) for place, disk in told]

    def states(self) -> list[str]:
        """The first line after each change of the disk."""
        lines = self.lines()
        before = ["", *(disk for _, disk in lines)]
        return [place for (place, disk), old in zip(lines, before, strict=False) if disk != old]

    def cut(self, place: str) -> str:
        """Cut before a line; the release that runs after the next start. Raises `TimeoutError` when none is well."""
        code = self._again("kill", place)
        if code != -signal.SIGKILL:
            return "not reached"  # it waits in a loop there, this time not for so long
        self.power_goes()
        installed = (self.stub.root / "current").is_symlink()
        if installed:
            self.stub.reboot()
        assert installed or not (self.start / "current").is_symlink()
        runs = self.stub.running() if installed else "nothing was there yet"
        repaired = self.stub.update(*self.stub.archive("spine-repaired"))
        assert repaired.returncode == 0, repaired
        assert self.stub.running().endswith("-spine-repaired")
        there = self.stub.releases
        assert len(there) <= 3 and not any(name.startswith(".") for name in there), there
        assert not (self.stub.root / "next").is_symlink()
        return runs


def main() -> None:
    asked = sys.argv[1:]
    for story in (story for story in STORIES if not asked or story.__name__ in asked):
        with tempfile.TemporaryDirectory() as folder:
            walk = Walk(Path(folder), Path(folder), story)
            begun = time.monotonic()
            places = [place for place, _ in walk.lines()]
            ran = dict(Counter(walk.cut(place) for place in places))
            walk.stub.end()
            print(
                f"{story.__name__}: {len(places)} cuts in {time.monotonic() - begun:.0f} s, then ran {ran}", flush=True
            )


if __name__ == "__main__":
    main()
