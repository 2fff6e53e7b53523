"""What a finished app was built of, as digests: the data, the settings of the site, the code."""

from __future__ import annotations

import hashlib
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from stat import S_ISREG

from server.settings import DATA, ROOT, Settings

CODE = ("assembly.py", "catalog", "components", "publish", "server", "assets", "pyproject.toml")
MADE = ("assets", "vendor")  # of installed packages, by the code of publish/vendor

Signature = tuple[tuple[str, int, int], ...]


def signature(folder: Path) -> Signature:
    """Name, size and time of each CSV file: differs whenever a file was saved, added or removed."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        try:
            state = path.stat()
        except FileNotFoundError:  # removed while we looked: gone is a change too
            continue
        except OSError:  # a link in a circle, say: it is told as a fault when it is read
            found.append((path.name, -1, -1))
            continue
        found.append((path.name, state.st_size, state.st_mtime_ns))
    return tuple(found)


def data_digest(folder: Path) -> str:
    """12 hex digits that change with any byte of the data: which data a page was made of."""
    sha = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")):
        sha.update(path.name.encode() + b"\0")
        try:
            sha.update(path.read_bytes() if S_ISREG(path.stat().st_mode) else b"no file")  # a pipe would never end
        except OSError as fault:
            sha.update(f"unread {fault.errno}".encode())
    return sha.hexdigest()[:12]


def site_digest(settings: Settings) -> str:
    """12 hex digits of the settings: which site this is. The project's own data are the same site in each release's
    folder.
    """
    told = {name: str(value) for name, value in asdict(settings).items() if name != "speech"}
    told["data"] = "" if settings.data.resolve() == DATA else str(settings.data.resolve())
    return hashlib.sha256(repr(sorted(told.items())).encode()).hexdigest()[:12]


def code_digest(sounds: Iterable[str] = ()) -> str:
    """12 hex digits of all that builds: the project's code, Python, installed packages, names of the `sounds`."""
    sha = hashlib.sha256(sys.version.encode())
    for path in sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info")):
        sha.update(path.name.encode() + b"\0")
    for path in _files():
        sha.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    for name in sounds:
        sha.update(name.encode() + b"\0")
    return sha.hexdigest()[:12]


def _files() -> Iterator[Path]:
    for name in CODE:
        start = ROOT / name
        for path in [start] if start.is_file() else sorted(start.rglob("*")):
            parts = path.relative_to(ROOT).parts
            if path.is_file() and "__pycache__" not in parts and parts[:2] != MADE:
                yield path


def sound_names(folder: Path) -> list[str]:
    """Which sounds there are: the page tells them."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.opus"))


class Watch:
    """Tells when files of a data folder were saved. Looks at the disk at most once in `every` seconds of `clock`."""

    def __init__(self, folder: Path, every: float = 2.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._every = every
        self._clock = clock
        self._looked = clock()
        self._signature = signature(folder)
        self._lock = threading.Lock()

    def changed(self) -> bool:
        """Whether the files differ from those last seen."""
        with self._lock:
            now = self._clock()
            if now - self._looked < self._every:
                return False
            self._looked = now
            seen = signature(self._folder)
            if seen == self._signature:
                return False
            self._signature = seen
            return True
