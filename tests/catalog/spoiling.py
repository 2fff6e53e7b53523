"""Spoils a copy of data/ for a test."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path


class Spoiler:
    """Changes single cells, rows and headings of a copy of data/, as a person would in a spreadsheet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edit(self, file: str, change: Callable[[list[list[str]]], None]) -> None:
        path = self.folder / file
        with path.open(encoding="utf-8", newline="") as stream:
            records = list(csv.reader(stream))
        change(records)
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(records)

    def cell(self, file: str, row: int, column: str, value: str) -> None:
        """Write a cell; `row` as a spreadsheet shows it."""

        def change(records: list[list[str]]) -> None:
            records[row - 1][records[0].index(column)] = value

        self.edit(file, change)

    def row_of(self, file: str, column: str, value: str) -> int:
        """The spreadsheet row of the first record that has this value in this column."""
        with (self.folder / file).open(encoding="utf-8", newline="") as stream:
            for number, record in enumerate(csv.DictReader(stream), start=2):
                if record[column] == value:
                    return number
        raise LookupError(value)
