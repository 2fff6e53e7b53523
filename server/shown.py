"""What is on show now, and the faults that keep newer data from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from server.built import Built


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Unbuildable(Exception):
    """No page can be made of the data. `faults`: all that is wrong, in words."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


@dataclass
class Shown:
    """The finished app that visitors see. `faults` is empty when it is made of the data as they are."""

    built: Built
    faults: tuple[str, ...] = ()
    since: str = field(default_factory=_now)

    def show(self, built: Built) -> None:
        """Let another app take over; what was wrong is mended."""
        self.built, self.faults, self.since = built, (), _now()

    @property
    def state(self) -> Literal["ok", "stale"]:
        """`stale`: no page can be made of the files on disk, what is shown is older than they are."""
        return "stale" if self.faults else "ok"
