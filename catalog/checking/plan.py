"""A plan of several levels can be worked out: what is done or why not, which codes count it, what a flag is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from catalog.fault import Fault
from catalog.rows.anatomy import Level
from catalog.rows.base import Row
from catalog.rows.blocks import Block, BlockMatch, BlockType, Code
from catalog.rows.plan import PlanFlag, PlanKind, PlanPosition

LADDERS: tuple[list[str], ...] = (
    [],
    ["first", "second", "third"],
    ["first", "further"],
)  # the steps of one block's codes, if it has any
BY_LEVEL = ("any", "every")


def faults(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """`rows`: by table name, then by the row number of the spreadsheet."""
    yield from _done(rows)
    yield from _counted(rows)
    yield from _flags(rows)


def _done(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """At each level each kind of plan is either done or refused with a reason."""
    types = {block.block_id: block.block_type for block in cast(Mapping[int, Block], rows["blocks"]).values()}
    families = {kind.block_type: kind.family for kind in cast(Mapping[int, BlockType], rows["block_types"]).values()}
    matches = list(cast(Mapping[int, BlockMatch], rows["block_matches"]).values())
    roots = {level.segment: level.exiting_root for level in cast(Mapping[int, Level], rows["levels"]).values()}
    for number, kind in cast(Mapping[int, PlanKind], rows["plan_kinds"]).items():
        part = families[kind.block_type]
        for level in roots:
            found = {types.get(match.block_id, "") for match in matches if (match.level, match.part) == (level, part)}
            if not found & {kind.block_type, ""}:
                wrong = f"block_matches.csv says neither that it is done at {level} nor why not"
                yield Fault("plan_kinds.csv", number, "block_type", wrong, "Write a block that is in use there")
                break  # the first of them tells it all
            elif kind.counts == "roots" and kind.block_type in found and not roots[level]:
                wrong = f"no root leaves at {level}, where it is done"
                yield Fault("plan_kinds.csv", number, "counts", wrong, 'Write "joints" or "nerves"')
                break


def _counted(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """The codes of a planned block are one whole ladder of steps, or none."""
    codes = cast(Mapping[int, Code], rows["codes"])
    kinds = {kind.block_type for kind in cast(Mapping[int, PlanKind], rows["plan_kinds"]).values()}
    for block in cast(Mapping[int, Block], rows["blocks"]).values():
        if block.block_type not in kinds:
            continue
        steps = {number: code.counts for number, code in codes.items() if code.counts and block.block_id in code.blocks}
        if list(steps.values()) not in LADDERS:
            wrong = f"the codes of {block.block_id} count {', '.join(steps.values())}"
            right = "Each such block has: first, second, third; or: first, further; in this order"
            yield Fault("codes.csv", min(steps), "counts", wrong, right)


def _flags(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    said = {position.flag for position in cast(Mapping[int, PlanPosition], rows["plan_positions"]).values()}
    for number, flag in cast(Mapping[int, PlanFlag], rows["plan_flags"]).items():
        if bool(flag.levels) != (flag.when in BY_LEVEL):
            right = "Leave the cell empty" if flag.levels else "Write the levels that it is about"
            yield Fault("plan_flags.csv", number, "levels", f'a flag "{flag.when}" is not told so', right)
        if not flag.kinds:
            yield Fault("plan_flags.csv", number, "kinds", "the cell is empty", "Write at least one kind of plan")
        if flag.flag not in said:
            yield Fault("plan_flags.csv", number, "flag", "no source says anything", "Add a row to plan_positions.csv")
