"""A row as a mark on a chart: what its table, its picture and its sentence show of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.rows.cells import FROM_MEMORY
from catalog.rows.evidence import Axis, Chart, Evidence, Guideline
from catalog.rows.pain import Prevalence

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
RECALLED = re.compile(rf"{FROM_MEMORY}|recalled")
SCALE = re.compile(r"per \d+|%")
GAP = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Mark:
    """One row of evidence.csv, prevalence.csv or guidelines.csv, as a chart and its table show it.

    number    where it stands on its axis; None when it is told in words only
    told      the value as the row writes it
    partly    a page confirmed the row, and its note says that a part of it was not
    """

    id: str
    region: str
    block_types: tuple[str, ...]
    label: str
    versus: str
    people: str
    n: str
    outcome: str
    time: str
    told: str
    number: float | None
    low: float | None
    high: float | None
    unit: str
    p: str
    direction: str
    limits: str
    source_id: str
    confirmed: bool
    partly: bool
    note: str

    @property
    def interval(self) -> tuple[float, float] | None:
        return None if self.low is None or self.high is None else (self.low, self.high)


def of_evidence(row: Evidence) -> Mark:
    return Mark(
        id=row.evidence_id,
        region=row.region,
        block_types=row.block_types,
        label=row.procedure,
        versus=row.comparator,
        people=row.population,
        n=row.n,
        outcome=row.outcome,
        time=row.timepoint,
        told=row.value,
        number=_number(row.value),
        low=row.ci_low,
        high=row.ci_high,
        unit=row.unit,
        p=row.p_value,
        direction=row.direction,
        limits=row.certainty_or_limits,
        source_id=row.source_id,
        confirmed=row.confirmed,
        partly=row.confirmed and bool(RECALLED.search(row.notes)),
        note=row.notes,
    )


def of_prevalence(row: Prevalence, number: int) -> Mark:
    """`number`: the row's place among those of its source and region, which tells its id."""
    unit = SCALE.search(row.measure)
    return Mark(
        id=f"PR-{row.source_id}-{row.region}-{number}",
        region=row.region,
        block_types=(),
        label=row.measure.replace(" (%)", ""),
        versus="",
        people="",
        n="" if row.n is None else str(row.n),
        outcome="",
        time="",
        told=row.value,
        number=_number(row.value),
        low=row.ci_low,
        high=row.ci_high,
        unit=unit.group() if unit else "",
        p="",
        direction="",
        limits="",
        source_id=row.source_id,
        confirmed=row.confirmed,
        partly=row.confirmed and bool(RECALLED.search(row.note)),
        note=row.note,
    )


def prevalence_marks(rows: Iterable[Prevalence]) -> list[tuple[str, Mark]]:
    """Each row's chart and mark."""
    seen: dict[tuple[str, str], int] = {}
    made = []
    for row in rows:
        place = row.source_id, row.region
        seen[place] = seen.get(place, 0) + 1
        made.append((row.chart_group, of_prevalence(row, seen[place])))
    return made


def axis_of(axes: Iterable[Axis], mark: Mark) -> Axis | None:
    """The scale that a mark stands on; None for one that is told in words only."""
    if mark.number is None and mark.interval is None:
        return None
    found = (axis for axis in axes if mark.unit.startswith(axis.unit) and axis.outcome in mark.outcome)
    return next(found, None)


def gaps(axes: Sequence[Axis], chart: Chart, marks: Sequence[Mark]) -> dict[str, str]:
    """Everything that the gaps of a chart's sentence can stand for."""
    held: dict[str, str] = {}
    for mark in marks:
        parts = {"": mark.told, "n:": mark.n, "p:": mark.p, "low:": mark.low, "high:": mark.high}
        held |= {f"{name}{mark.id}": signed(part) for name, part in parts.items() if part not in ("", None)}
    numbers = sorted(mark.number for mark in marks if mark.number is not None)
    if numbers:
        held |= {"lowest": signed(numbers[0]), "second": signed(numbers[-2:][0]), "highest": signed(numbers[-1])}
    compared = [
        (axis.no_difference, mark.interval)
        for mark in marks
        if mark.interval and (axis := axis_of(axes, mark)) and axis.no_difference is not None
    ]
    crossing = sum(low <= middle <= high for middle, (low, high) in compared)
    held |= {"intervals": str(len(compared)), "crossing": str(crossing)}
    return held if chart.worthwhile is None else held | {"worthwhile": signed(chart.worthwhile)}


def cells_of(rows: Iterable[Mark | Guideline]) -> str:
    """All that the rows of a chart say, as one text."""
    return " ".join(str(row) for row in rows)


def signed(value: object) -> str:
    """A number with a minus sign instead of a hyphen; anything else as it is."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text.replace("-", "\u2212", 1) if NUMBER.fullmatch(text) else text


def _number(text: str) -> float | None:
    return float(text) if NUMBER.fullmatch(text) else None
