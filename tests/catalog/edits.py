"""Edits of the data as a person makes them in a spreadsheet: each is told as a fault, or all that is on screen builds.

`python -m tests.catalog.edits 1500 7`: so many edits of that seed, and how many had each outcome.
"""

from __future__ import annotations

import csv
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import catalog
from catalog.checking.tables import TABLES, Table
from components import trial

DATA = Path(__file__).parents[2] / "data"
Records = list[list[str]]


@dataclass(frozen=True)
class Edit:
    """One change of one file; a language column is a change of all files that have texts."""

    told: str
    files: tuple[str, ...]
    change: Callable[[str, Records], None]


def edits(count: int, seed: int) -> Iterator[Edit]:
    """`count` edits, the files and kinds in turn, so that each file has each kind."""
    chance = random.Random(seed)
    kinds = (_added, _deleted, _emptied, _emptied, _emptied, _renamed)
    for number in range(count):
        if number % 50 == 49:
            yield language(chance.choice([*(table.file for table in TABLES if table.texts()), "", ""]))
        else:
            yield kinds[number // len(TABLES) % len(kinds)](TABLES[number % len(TABLES)], chance)


def outcome(edit: Edit, folder: Path) -> str:
    """`fault`, `fault of the trial` or `builds`. What cannot be told apart from a bug raises."""
    for file in edit.files:
        with (DATA / file).open(encoding="utf-8-sig", newline="") as stream:
            records = list(csv.reader(stream))
        edit.change(file, records)
        with (folder / file).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(records)
    try:
        try:
            facts = catalog.load(folder)
        except catalog.Faulty:  # as `check` tells them
            return "fault"
        found = trial.faults(facts)
        if not found:
            return "builds"
        return "fault of a word" if all(fault.file != "data" for fault in found) else f"only built: {found[-1]}"
    finally:
        for file in edit.files:
            shutil.copy(DATA / file, folder / file)


def _row(table: Table, chance: random.Random) -> int:
    with (DATA / table.file).open(encoding="utf-8-sig", newline="") as stream:
        return chance.randrange(1, len(list(csv.reader(stream))))


def _added(table: Table, chance: random.Random) -> Edit:
    """A copy of a row with a new id; where an order counts, at the end of it."""
    row = _row(table, chance)

    def change(_: str, records: Records) -> None:
        new = list(records[row])
        column = "order" if "order" in records[0] else ""
        if column:
            new[records[0].index(column)] = str(len(records))
        if column not in table.key:
            name = records[0].index(table.key[-1])
            new[name] = f"{new[name]}-new"
        records.append(new)

    return Edit(f"{table.file}: row {row + 1} again, with a new id", (table.file,), change)


def _deleted(table: Table, chance: random.Random) -> Edit:
    row = _row(table, chance)
    return Edit(f"{table.file}: row {row + 1} deleted", (table.file,), lambda _, records: records.pop(row) and None)


def _emptied(table: Table, chance: random.Random) -> Edit:
    row, column = _row(table, chance), chance.random()

    def change(_: str, records: Records) -> None:
        filled = [place for place, cell in enumerate(records[row]) if cell]
        records[row][filled[int(column * len(filled))]] = ""

    return Edit(f"{table.file}: a cell of row {row + 1} emptied ({column:.3f})", (table.file,), change)


def _renamed(table: Table, chance: random.Random) -> Edit:
    row = _row(table, chance)

    def change(_: str, records: Records) -> None:
        records[row][records[0].index(table.key[0])] += "-renamed"

    return Edit(f"{table.file}: the id of row {row + 1} renamed", (table.file,), change)


def language(left_out: str) -> Edit:
    """German, with the English words, in all files but one."""
    files = [table.file for table in TABLES if table.texts()]

    def change(file: str, records: Records) -> None:
        for place, head in reversed(list(enumerate(records[0]))):
            if file != left_out and (head == "en" or head.endswith("_en")):
                for record in records:
                    record.insert(place + 1, record[place])
                records[0][place + 1] = f"{head[:-2]}de"

    return Edit(f"a third language, left out in: {left_out or 'none'}", tuple(files), change)


def main(count: int, seed: int) -> int:
    """Run them all; 1 if any could be told only by building, or raised."""
    found: Counter[str] = Counter()
    bad = 0
    with tempfile.TemporaryDirectory() as parent:
        folder = shutil.copytree(DATA, Path(parent) / "data")
        for edit in edits(count, seed):
            try:
                ended = outcome(edit, folder)
            except Exception as problem:  # the very thing that is looked for
                ended = f"raised: {problem!r}"
            kind = ended.partition(":")[0]
            found[kind] += 1
            if ":" in ended:
                bad += kind == "raised"
                print(f"{edit.told} -> {ended}", flush=True)
    print(", ".join(f"{kind}: {number}" for kind, number in found.most_common()))
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:3])))
