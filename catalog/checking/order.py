"""The `order` column orders, wherever a file has one; so it has to be whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from catalog.checking.tables import TABLES, Table
from catalog.fault import Fault
from catalog.rows.base import Row

ORDER = "order"


def faults(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """`rows`: by table name, then by the row number of the spreadsheet."""
    for table in TABLES:
        if ORDER in table.row.model_fields:
            yield from _whole(table, rows[table.name])


def in_order(rows: Mapping[int, Row]) -> list[Row]:
    """The rows as their `order` says; as the file has them where it has no such column, or the same number twice."""
    return sorted(rows.values(), key=lambda row: getattr(row, ORDER, None) or 0)


def _whole(table: Table, rows: Mapping[int, Row]) -> Iterator[Fault]:
    """1, 2, 3 and so on, each once: in the file, or for each thing that the rest of the key names. A thing with one
    row of order 0 has none to order.
    """
    rest = [column for column in table.key if column != ORDER] if ORDER in table.key else []

    def group(number: int) -> tuple[str, ...]:
        return tuple(str(getattr(rows[number], column)) for column in rest)

    for _, numbers in groupby(sorted(rows, key=group), key=group):
        found = list(numbers)
        if [getattr(rows[number], ORDER) for number in found] == [0]:
            continue
        free = set(range(1, len(found) + 1)) - {getattr(rows[number], ORDER) for number in found}
        taken: set[int] = set()
        for number in found:
            place = getattr(rows[number], ORDER)
            if place is None or place in taken or not 1 <= place <= len(found):
                wrong = "the cell is empty" if place is None else f"{place} is there twice, or leaves a gap"
                right = f"Count from 1 without a gap; not used yet: {', '.join(map(str, sorted(free)))}"
                yield Fault(table.file, number, ORDER, wrong, right)
            else:
                taken.add(place)
