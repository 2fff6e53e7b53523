"""The rows that a plan of several levels is worked out from: what cannot be planned with is told."""

from __future__ import annotations

import pytest

import catalog
from tests.catalog.spoiling import Spoiler

# file, row, column, what is written there -> file, row, column of the fault, a piece of what it says
CELLS = {
    ("plan_kinds.csv", 2, "block_type", "neurolysis_cold"): ("plan_kinds.csv", 2, "block_type", "nor why not"),
    ("plan_kinds.csv", 2, "block_type", "medial"): ("plan_kinds.csv", 2, "block_type", "medial_branch"),
    ("plan_kinds.csv", 2, "counts", "nerve"): ("plan_kinds.csv", 2, "counts", 'Did you mean "nerves"?'),
    ("codes.csv", 2, "counts", "second"): ("codes.csv", 2, "counts", "first, second, third"),
    ("codes.csv", 3, "counts", ""): ("codes.csv", 2, "counts", "first, third"),
    ("plan_flags.csv", 2, "levels", ""): ("plan_flags.csv", 2, "levels", "Write the levels"),
    ("plan_flags.csv", 4, "levels", "L4-5"): ("plan_flags.csv", 4, "levels", "Leave the cell empty"),
    ("plan_flags.csv", 3, "levels", "T12-L1 L1-3"): ("plan_flags.csv", 3, "levels", "levels.csv"),
    ("plan_flags.csv", 2, "kinds", ""): ("plan_flags.csv", 2, "kinds", "at least one kind"),
    ("block_matches.csv", 2, "block_id", "C-FJ"): ("plan_kinds.csv", 2, "block_type", "at C0-1 nor why not"),
}


@pytest.mark.parametrize("spoiled", CELLS, ids=lambda spoiled: " ".join(map(str, spoiled)))
def test_s11_rows_that_cannot_be_planned_with_are_told(spoil: Spoiler, spoiled: tuple[str, int, str, str]) -> None:
    file, row, column, value = spoiled
    spoil.cell(file, row, column, value)
    told = [str(fault) for fault in catalog.check(spoil.folder)]
    at, number, name, piece = CELLS[spoiled]
    assert any(fault.startswith(f"{at}, row {number}, column {name}:") and piece in fault for fault in told), told


def test_s11_a_flag_of_which_no_source_speaks_is_told(spoil: Spoiler) -> None:
    spoil.edit("plan_positions.csv", lambda records: records.pop())
    (fault,) = catalog.check(spoil.folder)
    assert (fault.file, fault.row, fault.column) == ("plan_flags.csv", 12, "flag")
    assert "no source says anything" in str(fault)
