"""Numbers that patients see: they are numbers, a page confirmed them, and what they are worked out from is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from catalog.fault import Fault, shorten
from catalog.rows.anatomy import Part
from catalog.rows.base import Row
from catalog.rows.blocks import HarmShown, NumberShown, Risk
from catalog.rows.evidence import Evidence
from catalog.rows.pain import Prevalence

NUMBER = re.compile(r"-?\d+(\.\d+)?")
FILE = "numbers_shown.csv"
FACET: Part = "facet"
HARMS = "harms_shown.csv"


def faults(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """`rows`: by table name, then by the row number of the spreadsheet."""
    evidence = cast(Mapping[int, Evidence], rows["evidence"])
    at = {row.evidence_id: number for number, row in evidence.items()}
    said: dict[int, None] = {}
    for number, shown in cast(Mapping[int, NumberShown], rows["numbers_shown"]).items():
        if (shown.kind == "pair") != bool(shown.compared_id):
            right = "Write the row of the other group" if shown.kind == "pair" else "Leave the cell empty"
            yield Fault(FILE, number, "compared_id", f'a number of the kind "{shown.kind}" is not told so', right)
        for column in ("evidence_id", "compared_id"):
            if not (name := getattr(shown, column)):
                continue
            said[at[name]] = None
            if not evidence[at[name]].confirmed:
                yield Fault(FILE, number, column, f"no page confirmed {name}", "Show numbers of confirmed rows only")
        if shown.kind == "second":
            yield from _having(number, evidence[at[shown.evidence_id]], rows["prevalence"])
    for number, harm in cast(Mapping[int, HarmShown], rows["harms_shown"]).items():
        yield from _harm(number, harm, cast(Mapping[int, Risk], rows["risks"]))
        if harm.also:
            said[at[harm.also]] = None
            if not evidence[at[harm.also]].confirmed:
                yield Fault(HARMS, number, "also", f"no page confirmed {harm.also}", "Show confirmed rows only")
    for number in said:
        yield from _numbers(number, evidence[number])


def _numbers(number: int, row: Evidence) -> Iterator[Fault]:
    if not NUMBER.fullmatch(row.value) or not abs(float(row.value)) <= 100:
        wrong = f"{shorten(row.value)} is shown to patients and is no number up to 100"
        yield Fault("evidence.csv", number, "value", wrong, "Write digits only, such as 58 or 58.5, without % or comma")
    if row.n and not row.n.isdecimal():
        wrong = f"{shorten(row.n)} is shown to patients and is no whole number"
        yield Fault("evidence.csv", number, "n", wrong, "Write digits only, such as 255")
    elif row.count is not None and NUMBER.fullmatch(row.value) and not _agree(row):
        wrong = f"{row.count} of {row.n or 'nobody'} is not {row.value} of 100"
        yield Fault("evidence.csv", number, "count", wrong, "Write how many of the n people of this group, or nothing")


def _harm(number: int, harm: HarmShown, risks: Mapping[int, Risk]) -> Iterator[Fault]:
    risk = next(risk for risk in risks.values() if risk.risk_id == harm.risk_id)
    if not risk.confirmed:
        yield Fault(HARMS, number, "risk_id", f"no page confirmed {risk.risk_id}", "Show confirmed rows only")
    if not risk.rate_percent:
        wrong = f"{risk.risk_id} has no rate in risks.csv"
        yield Fault(HARMS, number, "risk_id", wrong, "Show rows with a rate; zero cases are said in words")


def _having(number: int, row: Evidence, prevalence: Mapping[int, Row]) -> Iterator[Fault]:
    """The share of people with such pain, in the same paper and region."""
    found = {
        at: each
        for at, each in cast(Mapping[int, Prevalence], prevalence).items()
        if (each.source_id, each.region) == (row.source_id, row.region) and each.part == FACET
    }
    if not found:
        wrong = f"prevalence.csv has no share for the part {FACET} in {row.region} from {row.source_id}"
        yield Fault(FILE, number, "evidence_id", wrong, "Add the row there: this number is worked out from both")
    for at, each in found.items():
        if not NUMBER.fullmatch(each.value) or not 0 <= float(each.value) <= 100:
            wrong = f"{shorten(each.value)} is no number from 0 to 100"
            yield Fault("prevalence.csv", at, "value", wrong, "Write digits only, such as 36 or 36.5")


def _agree(row: Evidence) -> bool:
    """Whether the people counted are the share told, rounded."""
    people = int(row.n or 0)
    return row.count is not None and 0 < people <= 100 and abs(100 * row.count / people - float(row.value)) < 1
