"""Where the codes of a record system lead: to states that there are, and each code to one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast, get_args

from catalog.fault import Fault, nearest, shorten
from catalog.rows.anatomy import Part, Region, Side
from catalog.rows.base import Row
from catalog.rows.record import RecordCode

FILE = "record_codes.csv"
SYSTEM = re.compile(r"[0-2](?:\.(?:0|[1-9]\d*))+")


def faults(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """`rows`: by table name, then by the row number of the spreadsheet."""
    explored = [row.region for row in cast(Mapping[int, Region], rows["regions"]).values() if row.kind == "explored"]
    levels = [str(getattr(row, "id")) for row in rows["levels"].values()]  # noqa: B009
    known = {
        "at": [*explored, *levels],
        "part": list(get_args(Part)),
        "side": list(get_args(Side)),
        "block": [str(getattr(row, "id")) for row in rows["blocks"].values()],  # noqa: B009
    }
    seen: dict[tuple[str, str], int] = {}
    for number, row in cast(Mapping[int, RecordCode], rows["record_codes"]).items():
        if not SYSTEM.fullmatch(row.code_system):
            wrong = f"{shorten(row.code_system)} is no object identifier"
            yield Fault(FILE, number, "code_system", wrong, "Write numbers and dots, such as 2.16.840.1.113883.6.90")
        same = row.code_system, plain(row.code)
        if same in seen:
            yield Fault(FILE, number, "code", f"{row.code} stands in row {seen[same]} already", "Take one of them out")
        seen.setdefault(same, number)
        yield from _state(number, row.leads_to, known, levels)


def plain(code: str) -> str:
    """A code as two spellings of it are compared: `m54.16` is M5416."""
    return re.sub(r"[^A-Z0-9]", "", code.upper())


def _state(number: int, state: Mapping[str, str], known: Mapping[str, list[str]], levels: list[str]) -> Iterator[Fault]:
    for key, value in state.items():
        if key != "page" and value not in known[key]:
            meant = nearest(value, known[key])
            right = f'Did you mean "{meant}"?' if meant else f"Write {', '.join(known[key][:3])} ..."
            yield Fault(FILE, number, "leads_to", f"{key} has no {shorten(value)}", right)
    if "part" in state and state.get("at") not in levels:
        yield Fault(FILE, number, "leads_to", "a part belongs to a level", "Write the level before it")
    if ("block" in state) != (state.get("page") == "block"):
        yield Fault(FILE, number, "leads_to", "a block is shown on its page", "Write page=block and block= together")
