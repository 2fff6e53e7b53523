"""One voice on safety: `check` tells a text that speaks of a sign with another urgency, or calls it normal."""

from __future__ import annotations

import pytest

import catalog
from tests.catalog.spoiling import Spoiler


@pytest.mark.parametrize(
    ("file", "row_id", "column", "text", "sign"),
    [
        ("aftercare.csv", "AC-01", "text_en", "Numb or weak in the leg.", ""),
        ("aftercare.csv", "AC-03", "text_en", "A sore spot. Fever is fine.", "fever-growing-pain"),
        ("aftercare.csv", "AC-24", "text_en", "Trouble breathing.", "breath-chest"),
        ("aftercare.csv", "AC-24", "text_es", "Falta de aire.", "breath-chest"),
        ("risks.csv", "RK-22", "helps_en", "New weakness is an emergency.", "weak-new"),
        ("risks.csv", "RK-28", "helps_es", "Falta de aire: llame a la clínica.", "breath-chest"),
        ("glossary.csv", "GT-62", "plain_en", "The front of the foot is hard to lift. Call the clinic.", "foot-drop"),
        ("roots.csv", "L5", "symptoms_es", "Si el pie está débil, llame a la clínica.", "foot-drop"),
        ("words.csv", "hurt.saddle", "en", "Numb skin here: see a doctor today.", "saddle-numb"),
    ],
)
def test_d4_check_tells_a_second_urgency(
    spoil: Spoiler, file: str, row_id: str, column: str, text: str, sign: str
) -> None:
    key = {"aftercare.csv": "aftercare_id", "risks.csv": "risk_id", "glossary.csv": "term_id", "roots.csv": "root"}
    spoil.cell(file, spoil.row_of(file, key.get(file, "key"), row_id), column, text)
    told = [fault for fault in catalog.check(spoil.folder) if fault.file == file and fault.column == column]
    assert [sign in fault.wrong for fault in told] == ([True] if sign else [])
