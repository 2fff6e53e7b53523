"""What visitors are sent, finished: every body of one state of the data, in each form, and what is told with it."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import brotli

DIGITS = 12
AHEAD = Path(__file__).resolve().parent.parent / "assets" / "vendor" / ".ahead"  # forms made at set-up, by fingerprint
LARGE = 1_000_000  # bytes of a body whose forms are worth a look there
CODINGS = ("br", "gzip")
NOT_FOUND = "/404.html"
COMPRESSIBLE = re.compile(r"text/|application/(javascript|json|manifest\+json|wasm)|image/svg\+xml|model/gltf|font/ttf")
VERSIONED = re.compile(r"\.v1m[0-9a-f]{12}(?=\.)")  # Dash's way to write a fingerprint into a name


def fingerprint(body: bytes) -> str:
    """12 hex digits of a file's content, the part of its address that changes when it does."""
    return hashlib.sha256(body).hexdigest()[:DIGITS]


def compress(body: bytes, coding: str, *, best: bool) -> bytes:
    """`body` in `coding` ("br" or "gzip"), at the best level (up to seconds) or at a quick one.

    Brotli at its best level is smaller than zstd's best on every file of this app, and every browser that knows zstd
    knows Brotli: gzip is kept for plain http, where browsers offer nothing else.
    """
    if coding == "br":
        return bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=11 if best else 5))
    return gzip.compress(body, compresslevel=9 if best else 5, mtime=0)


def ahead(plain: bytes) -> tuple[bytes, bytes] | None:
    """The forms of a body that were made at set-up; None where one is missing."""
    try:
        br, gzip = ((AHEAD / f"{fingerprint(plain)}.{coding}").read_bytes() for coding in CODINGS)
    except OSError:
        return None
    return br, gzip


@dataclass(frozen=True)
class Body:
    """One answer. `br` and `gzip` are empty for what is small already, such as fonts. `best`: as small as they get."""

    kind: str  # media type
    plain: bytes
    br: bytes = b""
    gzip: bytes = b""
    best: bool = True

    @staticmethod
    def of(kind: str, plain: bytes) -> Body:
        """A body in forms that are quickly made, or in the best ones where they were made at set-up."""
        if not COMPRESSIBLE.match(kind):
            return Body(kind, plain)
        if len(plain) > LARGE and (forms := ahead(plain)):
            return Body(kind, plain, *forms)
        br, gzip = (compress(plain, coding, best=False) for coding in CODINGS)
        return Body(kind, plain, br, gzip, best=False)

    def smallest(self) -> Body:
        """The same body in its best forms."""
        if self.best:
            return self
        br, gzip = (compress(self.plain, coding, best=True) for coding in CODINGS)
        return replace(self, br=br, gzip=gzip, best=True)


@dataclass(frozen=True)
class Built:
    """The finished app of one state of the data. `bodies` by address; the page's address ends on its language.

    `version` is the digest of the data, `policy` the content security policy, `languages` those of the data, the first
    one for who asks for none.
    """

    version: str
    languages: tuple[str, ...]
    policy: str
    bodies: Mapping[str, Body]

    def find(self, path: str, language: str) -> Body | None:
        """The body for a path as a browser asks for it, with or without the right fingerprint in it."""
        if path in ("/", NOT_FOUND):
            path += f"?lang={language if language in self.languages else self.languages[0]}"
        return self.bodies.get(VERSIONED.sub("", path))

    @property
    def best(self) -> bool:
        """Whether every body is as small as it gets."""
        return all(body.best for body in self.bodies.values())

    def smallest(self, known: Iterable[Built]) -> Built:
        """The same app in its best forms (20 s of work); bodies that one of the `known` has are taken from it."""
        ready = {(body.kind, body.plain): body for built in known for body in built.bodies.values() if body.best}
        bodies = {}
        for address, body in self.bodies.items():
            of = body.kind, body.plain
            bodies[address] = ready[of] = ready.get(of) or body.smallest()
        return replace(self, bodies=bodies)
