"""The facts and words now in use. A broken file never takes a running app down: the last good data stay."""

import hashlib
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import catalog
from catalog import Catalog, Fault, Faulty

Signature = tuple[tuple[str, int, int], ...]


def signature(folder: Path) -> Signature:
    """Name, size and time of each CSV file: differs whenever a file was saved, added or removed."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        try:
            state = path.stat()
        except FileNotFoundError:  # removed while we looked: gone is a change too
            continue
        found.append((path.name, state.st_size, state.st_mtime_ns))
    return tuple(found)


def digest(folder: Path) -> str:
    """12 hex digits that change with any byte of the data: which data a page was made of."""
    sha = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")):
        sha.update(path.name.encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()[:12]


class Current:
    """Holds the checked catalog of one data folder and knows when to look again.

    Raises `catalog.Faulty` when the folder is broken at the start; later faults are kept in `faults` instead.
    """

    def __init__(self, folder: Path, every: float = 2.0, clock: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self.faults: tuple[Fault, ...] = ()
        self._every = every
        self._clock = clock
        self._looked = clock()
        self._signature = signature(folder)
        self._lock = threading.Lock()
        self.catalog: Catalog = catalog.load(folder)
        self._stamp()

    def _stamp(self) -> None:
        self.version = digest(self.folder)
        self.loaded_at = datetime.now(UTC).isoformat(timespec="seconds")

    @property
    def state(self) -> Literal["ok", "stale"]:
        """`stale`: the files on disk have faults, what is shown is older than they are."""
        return "stale" if self.faults else "ok"

    def changed(self) -> bool:
        """Whether the files differ from those last read. Looks at the disk at most once in `every` seconds."""
        with self._lock:
            now = self._clock()
            if now - self._looked < self._every:
                return False
            self._looked = now
            seen = signature(self.folder)
            if seen == self._signature:
                return False
            self._signature = seen
            return True

    def reload(self) -> bool:
        """Read the folder again. True when new data are in use, False when they had faults and the old ones stay."""
        try:
            fresh = catalog.load(self.folder)
        except Faulty as faulty:
            self.faults = tuple(faulty.faults)
            return False
        self.catalog = fresh
        self.faults = ()
        self._stamp()
        return True

    def word(self, key: str, language: str) -> str:
        """A word of the screen in `language`, or in the first language when that one is not there."""
        texts = self.catalog.words[key]
        return texts[language] if language in texts else texts[self.catalog.languages[0]]
