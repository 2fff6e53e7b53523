"""Finished apps on disk, so that a start need not build one. Nothing read from here is trusted, nothing is written in
place: a file is served only when it is whole, and a disk that is full or read-only costs time at the next start.

`NUMBER-SITE-DATA-CODE.built`: the number tells what is newer (no clock does), the others are digests of what it was
built of. In it: a digest of the rest, a line of JSON, the bodies.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from server.built import Body, Built

ENDING = ".built"
OF_THIS_SITE = 2  # what is shown and what was shown before
OF_OTHERS = 4
FORMS = ("plain", "br", "gzip")
log = logging.getLogger("spine_explorer")


def folder() -> Path:
    """Where they lie: the cache folder that systemd gives a service, or `.cache` of the project."""
    given = os.environ.get("CACHE_DIRECTORY")
    return (Path(given) if given else Path(__file__).resolve().parent.parent / ".cache") / "built"


def packed(built: Built) -> bytes:
    """The whole file. Same app, same bytes."""
    bodies = list(dict.fromkeys(built.bodies.values()))
    number = {body: at for at, body in enumerate(bodies)}
    told = {
        "version": built.version,
        "languages": built.languages,
        "policy": built.policy,
        "addresses": {address: number[body] for address, body in built.bodies.items()},
        "bodies": [[body.kind, body.best, *(len(getattr(body, form)) for form in FORMS)] for body in bodies],
    }
    parts = chain.from_iterable((getattr(body, form) for form in FORMS) for body in bodies)
    rest = json.dumps(told, separators=(",", ":")).encode() + b"\n" + b"".join(parts)
    return hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def unpacked(file: bytes) -> Built:
    """What `packed` packed. Raises `ValueError` for a file that is cut, changed or of another release's form."""
    digest, _, rest = file.partition(b"\n")
    if hashlib.sha256(rest).hexdigest().encode() != digest:
        raise ValueError("not what was written")
    line, _, parts = rest.partition(b"\n")
    try:
        told = json.loads(line)
        bodies, at = [], 0
        for kind, best, *sizes in told["bodies"]:
            ends = [at + sum(sizes[: form + 1]) for form in range(len(FORMS))]
            plain, br, gzip = (parts[end - size : end] for end, size in zip(ends, sizes, strict=True))
            bodies.append(Body(kind, plain, br, gzip, best))
            at = ends[-1]
        addresses = {address: bodies[number] for address, number in told["addresses"].items()}
        return Built(told["version"], tuple(told["languages"]), told["policy"], addresses)
    except (KeyError, IndexError, TypeError, AttributeError) as fault:
        raise ValueError("of another form") from fault


class Kept:
    """The finished apps of one `site` in a folder that several may share. `site`, `code`: digests, see `inputs`."""

    def __init__(self, folder: Path, site: str, code: str) -> None:
        self._folder = folder
        self._site = site
        self._code = code

    def of(self, version: str) -> Iterator[Built]:
        """The app that this code built of the data of this digest; none when it was not, or is not whole."""
        return self._good(f"*-{self._site}-{version}-{self._code}{ENDING}")

    def all(self) -> Iterator[Built]:
        """Good apps of this site, whatever they were built of, the newest first."""
        return self._good(f"*-{self._site}-*{ENDING}")

    def of_any_site(self) -> Iterator[Built]:
        """All good apps of the folder. They are not to be shown here, but most of their bodies are the same."""
        return self._good(f"*{ENDING}")

    def write(self, built: Built) -> None:
        """Keep an app as the newest one of this site, and sweep. A disk that refuses is told in the log."""
        aside = self._folder / f".{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            newest = max(map(_number, self._folder.glob(f"*{ENDING}")), default=0)
            with aside.open("wb") as file:
                file.write(packed(built))
                file.flush()
                os.fsync(file.fileno())
            aside.replace(self._folder / f"{newest + 1}-{self._site}-{built.version}-{self._code}{ENDING}")
            _written_out(self._folder)
            self._sweep()
        except OSError as fault:
            log.warning("The finished app is not kept on disk: %s.", fault.strerror)
            with contextlib.suppress(OSError):
                aside.unlink()

    def _good(self, pattern: str) -> Iterator[Built]:
        for path in sorted(self._folder.glob(pattern), key=_number, reverse=True):
            with contextlib.suppress(OSError, ValueError):  # as if it were not there
                yield unpacked(path.read_bytes())

    def _sweep(self) -> None:
        own: dict[str, Path] = {}
        others = []
        rubbish = list(self._folder.glob(".*"))
        for path in sorted(self._folder.glob(f"*{ENDING}"), key=_number, reverse=True):
            _, site, key = path.stem.split("-", 2)
            if site != self._site:
                others.append(path)
            elif key in own:
                rubbish.append(path)
            else:
                own[key] = path
        for path in [*rubbish, *[*own.values()][OF_THIS_SITE:], *others[OF_OTHERS:]]:
            path.unlink(missing_ok=True)


def _number(path: Path) -> int:
    told = path.name.partition("-")[0]
    return int(told) if told.isdecimal() else 0


def _written_out(folder: Path) -> None:
    """The name of a new file reaches the disk too."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
