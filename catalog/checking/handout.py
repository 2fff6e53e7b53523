"""What stands on a handout: each kind of row in its order, and enough of it in every region that opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from catalog.checking.tables import BY_NAME
from catalog.fault import Fault
from catalog.rows.anatomy import Region
from catalog.rows.base import Row
from catalog.rows.blocks import Aftercare
from catalog.rows.cells import EVERY
from catalog.rows.pain import RedFlag
from catalog.rows.words import Question

QUESTIONS = 4
NEEDED = {"normal": 2, "call": 2, "emergency": 1, "red_flag": 1}  # by kind, on each handout
ORDER = "handout_order"


def faults(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """`rows`: by table name, then by the row number of the spreadsheet."""
    regions = cast(Mapping[int, Region], rows["regions"]).values()
    opening = [region.region for region in regions if region.kind == "explored"]
    for name in ("aftercare", "red_flags"):
        yield from _placed(name, cast(Mapping[int, Aftercare | RedFlag], rows[name]), opening)
    asked = cast(Mapping[int, Question], rows["questions"])
    found = [question.handout_order for question in asked.values() if question.handout_order is not None]
    if sorted(found) != list(range(1, QUESTIONS + 1)):
        right = f"Write 1 to {QUESTIONS}, each at one question"
        yield Fault("questions.csv", 1, ORDER, "the questions of a handout are not all told, or told twice", right)


def _placed(name: str, rows: Mapping[int, Aftercare | RedFlag], opening: list[str]) -> Iterator[Fault]:
    file = BY_NAME[name].file
    taken: dict[tuple[str, str, int | None], int] = {}
    for number, row in rows.items():
        if bool(row.on_handout) != (row.handout_order is not None):
            right = "Write the place of the row there, or leave both cells empty"
            yield Fault(file, number, ORDER, "on_handout and handout_order do not fit", right)
        elif row.on_handout and not _may_stand(row):
            wrong = f'a row of the kind "{row.kind}" stands on no handout, or it is no emergency'
            yield Fault(file, number, "on_handout", wrong, "Leave the cell empty")
        for region in opening:
            if {EVERY, region}.isdisjoint(row.on_handout):
                continue
            place = (row.kind, region, row.handout_order)
            if place in taken:
                wrong = f"row {taken[place]} has this place on handouts of {region}"
                yield Fault(file, number, ORDER, wrong, "Write another number")
            taken[place] = number
    for region in opening:
        for kind in {row.kind for row in rows.values()} & NEEDED.keys():
            found = sum(key[:2] == (kind, region) for key in taken)
            if found < NEEDED[kind]:
                wrong = f'handouts of {region} have {found} rows of the kind "{kind}"'
                yield Fault(file, 1, "on_handout", wrong, f"Write {region} at {NEEDED[kind]} or more")


def _may_stand(row: Aftercare | RedFlag) -> bool:
    return row.kind in NEEDED and (not isinstance(row, RedFlag) or row.action == "emergency")
