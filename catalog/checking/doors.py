"""Every joint and nerve leads to the blocks that fit it or says why none does; every block is led to from a level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast, get_args

from catalog.fault import Fault
from catalog.rows.anatomy import Level, Part, Region
from catalog.rows.base import Row
from catalog.rows.blocks import Block, BlockMatch, BlockType

FILE = "block_matches.csv"
R = TypeVar("R", bound=Row)


def faults(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """`rows`: by table name, then by the row number of the spreadsheet."""
    found: dict[tuple[str, str], list[BlockMatch]] = defaultdict(list)
    for number, match in cast(Mapping[int, BlockMatch], rows["block_matches"]).items():
        found[match.level, match.part].append(match)
        yield from (_block(number, match, rows) if match.block_id else _none(number, match))
    for number, level in cast(Mapping[int, Level], rows["levels"]).items():
        for part in get_args(Part):
            here = found[level.segment, part]
            if not here:
                wrong = f"{FILE} does not say which block fits {level.segment} ({part})"
                yield Fault(
                    "levels.csv", number, "segment", wrong, "Add a row for each block, or one that says why none"
                )
            elif len(here) > 1 and not all(match.block_id for match in here):
                wrong = f"{FILE} says both that a block fits {level.segment} ({part}) and that none does"
                yield Fault("levels.csv", number, "segment", wrong, "Take one of the two out")
    led = {match.block_id for matches in found.values() for match in matches}
    for number, block in cast(Mapping[int, Block], rows["blocks"]).items():
        if block.block_id not in led:
            wrong = f"no level leads to {block.block_id}"
            yield Fault("blocks.csv", number, "block_id", wrong, f"Add it to a level in {FILE}")


def _none(number: int, match: BlockMatch) -> Iterator[Fault]:
    for column, value in (("order", match.order), ("role", match.role)):
        if value:
            right = "Write 0" if column == "order" else "Leave the cell empty"
            yield Fault(FILE, number, column, "a row without a block says only why none fits", right)


def _block(number: int, match: BlockMatch, rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    block = _of(rows["blocks"], Block, match.block_id)
    level = _of(rows["levels"], Level, match.level)
    region = _of(rows["regions"], Region, level.region)
    if not match.role:
        yield Fault(FILE, number, "role", "the cell is empty", "Write test, treatment or both")
    if not match.order:
        yield Fault(
            FILE, number, "order", "a block has its place from 1 on", "Count from 1; 0 is for a row without a block"
        )
    if region.kind == "explored" and block.region not in ("all", region.region):
        wrong = f"{block.block_id} is a block of another region ({block.region})"
        yield Fault(FILE, number, "block_id", wrong, f"Write a block of {region.region}")
    family = _of(rows["block_types"], BlockType, block.block_type).family
    if family != match.part:
        yield Fault(FILE, number, "part", f"{block.block_id} is for the {family}", f"Write {family}")


def _of(rows: Mapping[int, Row], kind: type[R], key: str) -> R:
    return next(row for row in rows.values() if isinstance(row, kind) and getattr(row, "id") == key)  # noqa: B009
