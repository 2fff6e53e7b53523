"""The table of covered standards is as new as the tests."""

from __future__ import annotations

from scripts import standards_covered


def test_the_table_of_standards_is_not_stale() -> None:
    assert standards_covered.TARGET.read_text(encoding="utf-8") == standards_covered.table(), (
        "Write it again: python -m scripts.standards_covered"
    )


def test_every_line_of_the_standards_has_a_row() -> None:
    text = standards_covered.table()
    assert [line for line in standards_covered.LINES if f"| {line} |" not in text] == []
