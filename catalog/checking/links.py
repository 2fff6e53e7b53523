"""Keys are unique, and what points into another file finds something there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from catalog.checking.tables import BY_NAME, TABLES, Link, Table
from catalog.fault import Fault, nearest, shorten


def faults(frames: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """Faults of keys and links, `frames` by table name. Columns that are missing were told before."""
    for table in TABLES:
        frame = frames[table.name]
        if set(table.key) <= set(frame.columns):
            yield from _twice(table, frame)
        for link in table.links:
            target = frames[link.target]
            if link.column in frame.columns and link.target_column in target.columns:
                yield from _astray(table, frame, link, target)


def _twice(table: Table, frame: pd.DataFrame) -> Iterator[Fault]:
    first: dict[str, int] = {}
    cells = zip(*(frame[column] for column in table.key), strict=True)
    for number, key in zip(frame.index, map("|".join, cells), strict=True):
        if key in first:
            wrong = f"{shorten(key)} is there already, in row {first[key]}"
            yield Fault(table.file, int(number), table.key[-1], wrong, "Give it another id, or take one row out")
        first.setdefault(key, int(number))


def _astray(table: Table, frame: pd.DataFrame, link: Link, target: pd.DataFrame) -> Iterator[Fault]:
    known = set(target[link.target_column]) | link.also
    cells = frame[link.column]
    if link.many:
        cells = cells.str.split().explode().fillna("").str.partition(":")[0]
    for number, value in cells[(cells != "") & ~cells.isin(known)].items():
        meant = nearest(value, known)
        right = (
            f'Did you mean "{meant}"?' if meant else f"Add it to {BY_NAME[link.target].file}, or write an id from there"
        )
        yield Fault(
            table.file, int(str(number)), link.column, f"{shorten(value)} is not in {BY_NAME[link.target].file}", right
        )
