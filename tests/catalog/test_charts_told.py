"""S11: what is wrong with the rows of a chart is named by file, row and column, in words."""

from __future__ import annotations

import pytest

import catalog
from tests.catalog.spoiling import Spoiler

# a cell spoiled: (file, row, column, what is written there, a piece of what the message must say)
CELLS: dict[str, tuple[str, int, str, str, str]] = {
    "a chart that is none": ("evidence.csv", 2, "chart_group", "rfa_vs_shem", 'Did you mean "rfa_vs_sham"?'),
    "a unit without an axis": ("evidence.csv", 2, "unit", "furlongs", "axes.csv"),
    "a course with a hole": ("evidence.csv", 70, "value", "", "a number at each time"),
    "a sentence with a number of nobody": (
        "charts.csv",
        2,
        "summary_en",
        "About 77 people.",
        "no row of the chart says 77",
    ),
    "a sentence about another chart": ("charts.csv", 2, "summary_es", "{EV-LORD-A}.", "nothing of this chart"),
    "a series that does not say so": ("charts.csv", 2, "kind", "series", "no group is compared"),
    "a stance of nobody": ("positions_shown.csv", 2, "procedure", "joints", 'Did you mean "joint"?'),
}


@pytest.mark.parametrize("name", CELLS)
def test_s11_what_a_chart_cannot_show_is_told(spoil: Spoiler, name: str) -> None:
    file, row, column, written, piece = CELLS[name]
    spoil.cell(file, row, column, written)
    faults = catalog.check(spoil.folder)
    found = [fault for fault in faults if (fault.file, fault.row, fault.column) == (file, row, column)]
    assert found, [str(fault) for fault in faults[:8]]
    assert any(piece in str(fault) for fault in found)
