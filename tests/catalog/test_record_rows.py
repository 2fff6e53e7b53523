"""Codes of a record system lead to states that there are: what leads nowhere is told, with row and column."""

from __future__ import annotations

import pytest

import catalog
from components import trial
from tests.catalog.spoiling import Spoiler

FILE = "record_codes.csv"
# row, column, what is written there -> column of the fault, a piece of what it says
CELLS = {
    (2, "leads_to", "at=cervicle"): ("leads_to", 'Did you mean "cervical"?'),
    (2, "leads_to", "at=sacral"): ("leads_to", "at has no"),
    (2, "leads_to", "lumbar"): ("leads_to", "no part of an address"),
    (2, "leads_to", "at="): ("leads_to", "no part of an address"),
    (2, "leads_to", "view=clinician"): ("leads_to", "no part of an address"),
    (2, "leads_to", "at=lumbar&at=cervical"): ("leads_to", "a key twice"),
    (2, "leads_to", "at=lumbar&part=nerve"): ("leads_to", "belongs to a level"),
    (2, "leads_to", "at=L4-5&part=nerves"): ("leads_to", 'Did you mean "nerve"?'),
    (2, "leads_to", "at=lumbar&side=middle"): ("leads_to", "side has no"),
    (2, "leads_to", "at=lumbar&block=L-MBB"): ("leads_to", "shown on its page"),
    (2, "leads_to", "page=block"): ("leads_to", "shown on its page"),
    (2, "leads_to", "page=block&block=L-MBBB"): ("leads_to", 'Did you mean "L-MBB"?'),
    (2, "leads_to", ""): ("leads_to", "no part of an address"),
    (3, "code", "M54.2"): ("code", "M54.2"),
    (3, "code", "m542"): ("code", "stands in row 2 already"),
    (2, "code", ""): ("code", "empty"),
    (2, "code_system", "ICD-10-CM"): ("code_system", "no object identifier"),
    (2, "verified", "codes.csv"): ("verified", "web address"),
}


@pytest.mark.parametrize("spoiled", CELLS, ids=lambda spoiled: " ".join(map(str, spoiled)))
def test_s11_a_code_that_leads_nowhere_is_told(spoil: Spoiler, spoiled: tuple[int, str, str]) -> None:
    row, column, value = spoiled
    spoil.cell(FILE, row, column, value)
    told = [str(fault) for fault in catalog.check(spoil.folder)]
    name, piece = CELLS[spoiled]
    assert any(fault.startswith(f"{FILE}, row {row}, column {name}:") and piece in fault for fault in told), told


def test_s11_a_page_that_nobody_writes_is_told(spoil: Spoiler) -> None:
    spoil.cell(FILE, 4, "leads_to", "page=option")
    assert catalog.check(spoil.folder) == []
    (fault,) = trial.faults(catalog.load(spoil.folder))
    assert (fault.file, fault.row, fault.column) == (FILE, 4, "leads_to")
    assert 'Did you mean "options"?' in str(fault)
