"""What a chart shows: its rows as marks, and the sentence that sums them up."""

from __future__ import annotations

from catalog.loading import Catalog
from catalog.rows.evidence import Chart
from catalog.rows.marks import GAP, Mark, gaps, of_evidence, prevalence_marks


def marks_of(catalog: Catalog, chart: Chart) -> tuple[Mark, ...]:
    """The rows of a chart in the order of their files; none for the positions of guidelines, which no axis holds."""
    studies = [of_evidence(row) for row in catalog.evidence if row.chart_group == chart.chart_group]
    shares = [mark for group, mark in prevalence_marks(catalog.prevalence) if group == chart.chart_group]
    return (*studies, *shares)


def sentence_of(catalog: Catalog, chart: Chart, language: str) -> str:
    """The sentence that sums a chart up, its gaps filled from the rows."""
    held = gaps(catalog.axes, chart, marks_of(catalog, chart))
    return GAP.sub(lambda gap: held[gap[1]], chart.summary[language])
