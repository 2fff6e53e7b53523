"""As `cuts`, with a disk that loses what was not written out: a file system in a file. At the cut the file is copied as
it is, and the machine starts anew from the copy.

`python -m tests.deploy.power`: every state of the disk in every story. Needs root, ext4 and loop devices.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.deploy.cuts import STORIES, Walk, Words
from tests.deploy.stub import Stub

SIZE = 48 << 20


def possible(folder: Path) -> bool:
    """Whether this machine allows it."""
    if os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        return False
    try:
        Disk(folder).unmount()
    except subprocess.CalledProcessError:
        return False
    return True


class Disk:
    """An ext4 file system, mounted at `folder`/disk."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "disk"
        self.place.mkdir(exist_ok=True)
        self.image = folder / "image"
        with self.image.open("wb") as file:
            file.truncate(SIZE)
        subprocess.run(["mkfs.ext4", "-q", str(self.image)], check=True, capture_output=True)
        self.mount()

    def mount(self) -> None:
        subprocess.run(["mount", "-o", "loop", str(self.image), str(self.place)], check=True, capture_output=True)

    def unmount(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.place)], check=True)

    def lose_power(self) -> None:
        """Go on with what has been written out."""
        kept = self.image.with_name("kept")
        subprocess.run(["cp", "--sparse=always", str(self.image), str(kept)], check=True)
        self.unmount()
        kept.replace(self.image)
        self.mount()


class PowerWalk(Walk):
    """A story on such a disk."""

    def __init__(self, folder: Path, story: Callable[[Stub], Words]) -> None:
        self.disk = Disk(folder)
        super().__init__(folder, self.disk.place, story)

    def put_back(self) -> None:
        super().put_back()
        os.sync()

    def power_goes(self) -> None:
        self.disk.lose_power()
        super().power_goes()

    def end(self) -> None:
        self.stub.end()
        self.disk.unmount()


def main() -> None:
    for story in STORIES:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            walk = PowerWalk(Path(folder), story)
            begun = time.monotonic()
            try:
                ran = Counter(walk.cut(place) for place in walk.states())
            finally:
                walk.end()
            print(f"{story.__name__}: {ran.total()} cuts in {time.monotonic() - begun:.0f} s, then ran {dict(ran)}")


if __name__ == "__main__":
    main()
