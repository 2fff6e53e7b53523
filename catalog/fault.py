"""A fault in the data, told so that whoever keeps the spreadsheet can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one place.

    file    name of the CSV file, for example "areas.csv"
    row     row number as a spreadsheet shows it: 1 is the header; 0 means the file as a whole
    column  the heading, or "" when the whole row is meant
    wrong   what is wrong, no full stop
    right   what would be right, no full stop
    """

    file: str
    row: int
    column: str
    wrong: str
    right: str

    def __str__(self) -> str:
        place = self.file
        if self.row:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column}"
        end = "" if self.right.endswith("?") else "."
        return f"{place}: {self.wrong}. {self.right}{end}"


class Faulty(Exception):
    """The data cannot be used. `faults` holds every fault found, in the order of the files."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None when none is near."""
    by_small = {candidate.lower(): candidate for candidate in known}
    found = difflib.get_close_matches(word.lower(), by_small, n=1, cutoff=0.6)
    return by_small[found[0]] if found else None


def shorten(value: str, longest: int = 40) -> str:
    """The value as quoted in a message."""
    return f'"{value}"' if len(value) <= longest else f'"{value[:longest]}..."'
