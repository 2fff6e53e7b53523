"""Charts: each has rows, each number stands on an axis, and a sentence says nothing that no row says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from catalog.fault import Fault, shorten
from catalog.rows.base import Row
from catalog.rows.evidence import Axis, Chart, Evidence, Guideline
from catalog.rows.marks import GAP, Mark, axis_of, cells_of, gaps, of_evidence, prevalence_marks
from catalog.rows.pain import Prevalence

FILE = "charts.csv"
WITHOUT_COMPARISON = ("series", "course")
DIGITS = re.compile(r"\d+(?:\.\d+)?")


def faults(rows: Mapping[str, Mapping[int, Row]]) -> Iterator[Fault]:
    """`rows`: by table name, then by the row number of the spreadsheet."""
    axes = list(cast(Mapping[int, Axis], rows["axes"]).values())
    charts = cast(Mapping[int, Chart], rows["charts"])
    over_time = {chart.chart_group for chart in charts.values() if chart.kind == "course"}
    groups: dict[str, list[Mark]] = {}
    for number, row in cast(Mapping[int, Evidence], rows["evidence"]).items():
        mark = of_evidence(row)
        groups.setdefault(row.chart_group, []).append(mark)
        if mark.number is None and row.chart_group in over_time:
            wrong = f"the course {row.chart_group} has no number here"
            yield Fault("evidence.csv", number, "value", wrong, "Write a number at each time")
        if (mark.number is not None or mark.interval) and axis_of(axes, mark) is None:
            wrong = f"no axis of axes.csv is for the unit {shorten(row.unit)}"
            yield Fault("evidence.csv", number, "unit", wrong, "Add an axis there, or write a unit that has one")
    for group, mark in prevalence_marks(cast(Mapping[int, Prevalence], rows["prevalence"]).values()):
        groups.setdefault(group, []).append(mark)
    guides = list(cast(Mapping[int, Guideline], rows["guidelines"]).values())
    for number, chart in charts.items():
        yield from _chart(number, chart, axes, groups.get(chart.chart_group, []), guides)


def _chart(
    number: int, chart: Chart, axes: Sequence[Axis], marks: Sequence[Mark], guides: Sequence[Guideline]
) -> Iterator[Fault]:
    positions = chart.kind == "positions"
    if bool(marks) == positions:
        wrong = f"{chart.chart_group} has {len(marks)} rows"
        yield Fault(FILE, number, "chart_group", wrong, "Name it in evidence.csv or prevalence.csv, or take it out")
    if chart.kind in WITHOUT_COMPARISON and not any(chart.tag.values()):
        wrong = "nothing says that no group is compared"
        yield Fault(FILE, number, "kind", wrong, 'Write what is missing as its tag, such as "no comparison group"')
    held, said = gaps(axes, chart, marks), cells_of(guides if positions else marks)
    for language, text in chart.summary.items():
        column = f"summary_{language}"
        for gap in GAP.findall(text):
            if gap not in held:
                yield Fault(FILE, number, column, f"{shorten(gap)} is nothing of this chart", "Name a row of it")
        for digits in DIGITS.findall(GAP.sub("", text)):
            if not re.search(rf"(?<![\d.]){re.escape(digits)}(?![\d]|\.\d)", said):
                wrong = f"no row of the chart says {digits}"
                yield Fault(FILE, number, column, wrong, "Write a gap that a row fills, or a number of the rows")
