"""Where releases live, and which one runs. All of it is in the names on the disk:

releases/7-spine-1.2    a release; the number says what is newer, no clock does. With a dot in front: rubbish
current                 link to the release that runs
previous                link to the one that ran before
next                    link to the one that is being tried; there only until it was seen healthy
speech/                 the sounds of all releases, so that read aloud stays when an archive brings none
lock                    held by the one update that is under way
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from updating.archive import MANIFEST, sums_in

KEPT = 3  # to go back to by hand


class UnderWay(Exception):
    """Another process changes this place."""


def written_out(folder: Path) -> None:
    """Names in a folder reach the disk before anything that comes after."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def all_written_out(folder: Path) -> None:
    """Everything in the file system that holds a folder reaches the disk before anything that comes after."""
    subprocess.run(["sync", "--file-system", str(folder)], check=True)


def number(name: str) -> int:
    """The place of a release in the order of releases; 0 for one without a number."""
    told = name.partition("-")[0]
    return int(told) if told.isdecimal() else 0


class Place:
    """The folder of all releases, such as /opt/spine."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.releases = root / "releases"
        self.unpacking = self.releases / ".unpacking"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else changes anything meanwhile; ends with the process, however it ends. Raises `UnderWay`."""
        self.releases.mkdir(parents=True, exist_ok=True)
        with (self.root / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UnderWay from None
            yield

    def release(self, link: str) -> str:
        """The name of the release that a link leads to; "" without the link."""
        path = self.root / link
        return path.readlink().name if path.is_symlink() else ""

    def name_for(self, archive: str) -> str:
        """The folder of a new release: the next number, then the archive's name."""
        return f"{max(map(number, self._complete()), default=0) + 1}-{archive}"

    def begin(self, new: str) -> None:
        """Switch to what lies unpacked, once all is written out. One rename: there is no moment without a release."""
        all_written_out(self.root)
        self._point("previous", self.release("current") or new)
        self._point("next", new)
        self.unpacking.rename(self.releases / new)
        written_out(self.releases)
        self._point("current", new)

    def confirm(self) -> None:
        """The release that is being tried is the one that runs from now on."""
        (self.root / "next").unlink()
        written_out(self.root)

    def take_back(self) -> bool:
        """Undo a switch that was never confirmed; whether `current` was changed. May be cut off and repeated."""
        tried, before = self.release("next"), self.release("previous")
        if not tried:
            return False
        back = self.release("current") == tried and before not in ("", tried) and (self.releases / before).is_dir()
        if back:
            self._point("current", before)
        if self.release("current") != tried and (self.releases / tried).exists():
            (self.releases / tried).rename(self.releases / f".{tried}")
            written_out(self.releases)
        self.confirm()
        return back

    def sweep(self) -> None:
        """Delete rubbish, and releases older than the last few; never one that runs or ran before."""
        linked = {self.release("current"), self.release("previous")} - {""}
        others = sorted((name for name in self._complete() if name not in linked), key=number)
        for name in others[: max(0, len(others) + len(linked) - KEPT)]:
            (self.releases / name).rename(self.releases / f".{name}")
        for path in self.releases.glob(".*"):
            shutil.rmtree(path)
        self._sweep_sounds()

    def _sweep_sounds(self) -> None:
        """Delete sounds that no release brought; not while there is one that brought none: it plays those before it."""
        brought = [self._sounds_of(release) for release in self._complete()]
        if brought and all(brought):
            for sound in self.root.glob("speech/*/*.opus"):
                if not any(str(sound.relative_to(self.root)) in sounds for sounds in brought):
                    sound.unlink()

    def _sounds_of(self, release: str) -> set[str]:
        manifest = self.releases / release / MANIFEST
        told = sums_in(manifest.read_text(encoding="utf-8")) if manifest.exists() else {}
        return {name for name in told if name.startswith("speech/")}

    def take_sounds(self) -> None:
        """Move the sounds that an archive brings to those of all releases; their names say what they say."""
        all_written_out(self.root)
        for sound in sorted(self.unpacking.glob("speech/*/*.opus")):
            target = self.root / "speech" / sound.parent.name / sound.name
            target.parent.mkdir(parents=True, exist_ok=True)
            sound.replace(target)

    def _complete(self) -> list[str]:
        return [path.name for path in self.releases.iterdir() if path.is_dir() and not path.name.startswith(".")]

    def _point(self, link: str, release: str) -> None:
        aside = self.root / f".{link}"
        aside.unlink(missing_ok=True)
        aside.symlink_to(Path("releases", release))
        aside.replace(self.root / link)
        written_out(self.root)
