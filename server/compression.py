"""Texts in their smallest form. The best compression takes seconds, so it is done once, aside, and kept on disk.

Brotli at its best level is smaller than zstd's best on every file of this app, and every browser that knows zstd knows
Brotli: gzip is kept for plain http, where browsers offer nothing else.
"""

import gzip
import hashlib
import os
import queue
import threading
from collections import OrderedDict
from itertools import accumulate
from pathlib import Path

import brotli

CODINGS = ("br", "gzip")
KEPT_BYTES = 64 * 1024 * 1024


def compress(body: bytes, coding: str, *, best: bool) -> bytes:
    """`body` in `coding`, at the best level or at one quick enough to do while a visitor waits."""
    if coding == "br":
        return bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=11 if best else 5))
    return gzip.compress(body, compresslevel=9 if best else 5, mtime=0)


class Store:
    """Best compressed forms by content. `folder`: where they are kept on disk, `KEPT_BYTES` at most; None = nowhere."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._work: queue.Queue[tuple[str, bytes, str]] = queue.Queue()
        self._asked: set[str] = set()
        self._worker: threading.Thread | None = None

    def get(self, body: bytes, coding: str) -> bytes:
        """`body` in `coding`: the best form when it is ready, else a quick one while the best is made aside."""
        key = f"{hashlib.sha256(body).hexdigest()}.{coding}"
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = self._from_disk(key)
        if found is not None:
            self._keep(key, found)
            return found
        self._order(key, body, coding)
        return compress(body, coding, best=False)

    def finish(self) -> None:
        """Wait until everything asked for is in its best form."""
        self._work.join()

    def _order(self, key: str, body: bytes, coding: str) -> None:
        with self._lock:
            if key in self._asked:
                return
            self._asked.add(key)
            if self._worker is None:
                self._worker = threading.Thread(target=self._run, name="compression", daemon=True)
                self._worker.start()
        self._work.put((key, body, coding))

    def _run(self) -> None:
        while True:
            key, body, coding = self._work.get()
            try:
                small = compress(body, coding, best=True)
                self._to_disk(key, small)
                self._keep(key, small)
            finally:
                with self._lock:
                    self._asked.discard(key)
                self._work.task_done()

    def _keep(self, key: str, small: bytes) -> None:
        with self._lock:
            self._kept[key] = small
            while sum(map(len, self._kept.values())) > KEPT_BYTES:
                self._kept.popitem(last=False)

    def _from_disk(self, key: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            os.utime(self._folder / key)  # used now: the last to go
            return (self._folder / key).read_bytes()
        except OSError:
            return None

    def _to_disk(self, key: str, small: bytes) -> None:
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            half = self._folder / f"{key}.{os.getpid()}"
            half.write_bytes(small)
            half.replace(self._folder / key)
            kept = sorted(((file.stat().st_mtime_ns, file) for file in self._folder.iterdir()), reverse=True)
            sizes = accumulate(file.stat().st_size for _, file in kept)
            for (_, file), size in zip(kept, sizes, strict=True):
                if size > KEPT_BYTES:
                    file.unlink()
        except OSError:  # a full or read-only disk costs time at the next start, nothing else
            return
