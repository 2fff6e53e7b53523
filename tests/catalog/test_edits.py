"""S11: what the check passes builds, in every language; what cannot be built is told in words."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

import catalog
from catalog import Catalog
from components import states, trial
from components.block.positions import positions
from components.kit.to_json import to_json
from components.kit.voice import Voice
from tests.catalog import edits
from tests.catalog.conftest import DATA
from tests.catalog.spoiling import Spoiler

SEED = 11


@pytest.mark.parametrize("part", range(6))
def test_s11_an_edit_is_told_as_a_fault_or_builds(folder: Path, part: int) -> None:
    for edit in list(edits.edits(60, SEED))[part::6]:
        ended = edits.outcome(edit, folder)
        assert ":" not in ended, f"{edit.told} -> {ended}"


def test_s11_a_word_that_is_asked_for_and_missing_is_named(spoil: Spoiler) -> None:
    row = spoil.row_of("words.csv", "key", "number.none")
    spoil.edit("words.csv", lambda records: records.pop(row - 1) and None)
    assert catalog.check(spoil.folder) == []
    (fault,) = trial.faults(catalog.load(spoil.folder))
    assert (fault.file, fault.column) == ("words.csv", "key")
    assert '"number.none"' in fault.wrong


def test_s11_a_gap_that_nothing_fills_is_named(spoil: Spoiler) -> None:
    row = spoil.row_of("words.csv", "key", "spine.joint-of")
    for language in ("en", "es"):
        spoil.cell("words.csv", row, language, "{levle}")
    assert [(fault.row, fault.column) for fault in trial.faults(catalog.load(spoil.folder))] == [
        (row, "en"),
        (row, "es"),
    ]


def test_s11_a_question_of_a_new_group_asks_for_its_words(spoil: Spoiler) -> None:
    spoil.cell("questions.csv", 2, "group", "money")
    (fault,) = trial.faults(catalog.load(spoil.folder))
    assert "questions.group.money" in str(fault)


@pytest.mark.parametrize("value", ["58,0", "58 %", "many"])
def test_s11_a_number_that_is_shown_is_a_number(spoil: Spoiler, value: str) -> None:
    name = _records("numbers_shown.csv")[0]["evidence_id"]
    row = spoil.row_of("evidence.csv", "evidence_id", name)
    spoil.cell("evidence.csv", row, "value", value)
    assert [(fault.file, fault.row, fault.column) for fault in catalog.check(spoil.folder)] == [
        ("evidence.csv", row, "value")
    ]


@pytest.mark.parametrize("region", ["cervical", "thoracic", "lumbar"])
def test_s11_a_region_that_opens_and_has_no_levels_is_told_by_the_check(spoil: Spoiler, region: str) -> None:
    _added(spoil, "regions.csv", region, region=f"{region}-new")
    fault, *others = catalog.check(spoil.folder)
    assert (fault.file, fault.row, fault.column) == ("regions.csv", len(_records("regions.csv")) + 2, "kind")
    assert {other.column for other in others} <= {"on_handout"}  # its handouts have no rows yet
    assert f"{region}-new" in fault.wrong and '"context"' in fault.right


def test_s11_a_region_and_a_level_that_are_in_no_drawing_are_named(facts: Catalog) -> None:
    tail = facts.regions["lumbar"].model_copy(update={"region": "tail"})
    (region,) = trial.faults(replace(facts, regions={**facts.regions, "tail": tail}))
    assert (region.file, region.row, region.column) == ("regions.csv", len(facts.regions) + 2, "kind")
    assert region.wrong == "tail is in no drawing of the spine"
    name, level = next(iter(facts.levels.items()))
    moved = {**facts.levels, name: level.model_copy(update={"region": "lumbar"})}
    (told,) = trial.faults(replace(facts, levels=moved))
    assert (told.file, told.row, told.column) == ("levels.csv", 2, "segment")
    assert told.wrong == f"{name} has no place in the drawing lateral-lumbar"


def test_s11_steps_come_in_their_order_however_the_file_is_sorted(spoil: Spoiler, facts: Catalog) -> None:
    def by_title(records: list[list[str]]) -> None:
        records[1:] = sorted(records[1:], key=lambda record: record[records[0].index("title_en")])

    spoil.edit("block_steps.csv", by_title)
    assert catalog.load(spoil.folder).block_steps == facts.block_steps


def test_s11_a_guideline_and_a_study_of_a_new_group_need_a_row_each_and_no_code(spoil: Spoiler) -> None:
    for file, column, group in (
        ("guidelines.csv", "guideline_id", ""),
        ("evidence.csv", "evidence_id", "chart_group"),
    ):
        added = dict(_records(file)[0], **{column: "X-NEW", **({group: "new_group"} if group else {})})
        spoil.edit(file, lambda records, added=added: records.append(list(added.values())))
    (fault,) = catalog.check(spoil.folder)
    assert (fault.file, fault.column) == ("evidence.csv", "chart_group")  # the new group's chart has no row yet
    _added(
        spoil,
        "charts.csv",
        _records("evidence.csv")[0]["chart_group"],
        chart_group="new_group",
        summary_en="One study.",
        summary_es="Un estudio.",
    )
    assert [str(fault) for fault in catalog.check(spoil.folder)] == []
    found = catalog.load(spoil.folder)
    assert [str(fault) for fault in trial.faults(found)] == []
    shown = [guide.guideline_id for block in found.blocks.values() for guide in positions(Voice(found, "en"), block)]
    assert "X-NEW" in shown


def _records(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize(
    ("key", "gaps"), [("hurt.all", "{count}"), ("announce.hurts", "{places}, {count}"), ("search.count", "{count}")]
)
def test_s11_a_gap_that_the_scripts_fill_is_named_when_mistyped_in_every_language(
    spoil: Spoiler, key: str, gaps: str
) -> None:
    row = spoil.row_of("words.csv", "key", key)
    for language in ("en", "es"):
        spoil.cell("words.csv", row, language, "{cuont}")
    assert catalog.check(spoil.folder) == []
    faults = trial.faults(catalog.load(spoil.folder))
    assert [(fault.row, fault.column, fault.right) for fault in faults] == [
        (row, language, f"It may hold {gaps}") for language in ("en", "es")
    ]


def test_s11_a_word_that_only_a_wall_screen_shows_is_missed(spoil: Spoiler) -> None:
    row = spoil.row_of("words.csv", "key", "attract.private")
    spoil.edit("words.csv", lambda records: records.pop(row - 1) and None)
    (fault,) = trial.faults(catalog.load(spoil.folder))
    assert '"attract.private"' in fault.wrong


def test_s11_a_risk_a_question_and_a_block_of_a_new_id_need_rows_and_no_code(spoil: Spoiler) -> None:
    """What a clinic adds in the spreadsheet stands on the pages, in each language."""
    block = _added(spoil, "blocks.csv", "L-FJ", block_id="L-NEW", name_en="New low back block", name_es="Bloqueo nuevo")
    for file in ("block_facts.csv", "block_matches.csv"):
        rows = [{**row, "block_id": block} for row in _records(file) if row["block_id"] == "L-FJ"]
        for row in rows:
            if "order" in row:
                row["order"] = str(_next_order(file, row))
        spoil.edit(file, lambda records, rows=rows: records.extend([*row.values()] for row in rows))
    _added(spoil, "risks.csv", "RK-01", risk_id="RK-NEW", blocks=block, risk_en="New sore spot", risk_es="Dolor nuevo")
    _added(
        spoil,
        "questions.csv",
        "QU-01",
        question_id="QU-NEW",
        question_en="Is this new?",
        question_es="¿Esto es nuevo?",
        handout_order="",
    )
    assert [str(fault) for fault in catalog.check(spoil.folder)] == []
    found = catalog.load(spoil.folder)
    assert [str(fault) for fault in trial.faults(found)] == []
    for language, name, risk, question in (
        ("en", "New low back block", "New sore spot", "Is this new?"),
        ("es", "Bloqueo nuevo", "Dolor nuevo", "¿Esto es nuevo?"),
    ):
        pages = to_json(states.pages(Voice(found, language))).decode()
        assert f"block|{block}" in pages
        assert all(words in pages for words in (name, risk, question))


def test_s11_a_language_is_columns_and_no_code(spoil: Spoiler) -> None:
    add = edits.language("")
    for file in add.files:
        spoil.edit(file, lambda records, file=file: add.change(file, records))
    said = [row for row in _records("urgency_words.csv") if row["language"] == "en"]
    spoil.edit(
        "urgency_words.csv", lambda records: records.extend([*{**row, "language": "de"}.values()] for row in said)
    )
    row = spoil.row_of("words.csv", "key", "start.title")
    spoil.cell("words.csv", row, "de", "Wo tut es weh?")
    assert [str(fault) for fault in catalog.check(spoil.folder)] == []
    found = catalog.load(spoil.folder)
    assert found.languages == ("en", "de", "es")
    assert trial.faults(found) == []
    assert "Wo tut es weh?" in to_json(states.words(Voice(found, "de"), "", "")).decode()


def _next_order(file: str, like: dict[str, str]) -> int:
    """The next place among the rows of the same level and part."""
    same = [row for row in _records(file) if (row["level"], row["part"]) == (like["level"], like["part"])]
    return 1 + max(int(row["order"]) for row in same)


def _added(spoil: Spoiler, file: str, like: str, **cells: str) -> str:
    """A row like the one with that id, with other cells; its id."""
    row = next(row for row in _records(file) if like in row.values())
    spoil.edit(file, lambda records: records.append(list({**row, **cells}.values())))
    return next(iter(cells.values()))
