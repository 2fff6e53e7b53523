"""What a handout says after a block, or where no block is: which rows, and in which order, is told by the data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from catalog.loading import Catalog
from catalog.rows.blocks import Aftercare
from catalog.rows.cells import EVERY
from catalog.rows.pain import RedFlag
from catalog.rows.words import Question

R = TypeVar("R", Aftercare, RedFlag)


def for_handout(rows: Iterable[R], region: str) -> tuple[R, ...]:
    """Those of the rows that stand on the handouts of a region, in their order."""
    found = [row for row in rows if not {EVERY, region}.isdisjoint(row.on_handout)]
    return tuple(sorted(found, key=lambda row: row.handout_order or 0))


def handout_questions(catalog: Catalog) -> tuple[Question, ...]:
    """The questions of a handout for which none were chosen, in their order."""
    found = [question for question in catalog.questions if question.handout_order is not None]
    return tuple(sorted(found, key=lambda question: question.handout_order or 0))
