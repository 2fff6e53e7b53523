"""Numbers for people: the drawing, the number and the words say the same, and only what a page confirmed."""

from __future__ import annotations

import re
from typing import Any

import pytest

import catalog as facts
from catalog import Catalog
from components.block import numbers as block_numbers
from components.kit.icon_array import icon_array
from components.kit.voice import Voice
from tests.block import shown
from tests.block.test_pages import BLOCKS, EVERY

Pages = dict[str, dict[str, Any]]
SECONDS = {"second-neck": [34], "second-mid": [43], "second-low": [38]}  # as the notes of EV-FP-C, -T and -L say


def persons(svg: str, name: str) -> int:
    """How many persons a path of the drawing holds: one absolute move each."""
    return sum(path.count("M") for path in re.findall(rf'<path d="([^"]*)" class="{name}"', svg))


@pytest.mark.parametrize(("count", "total"), [(0, 100), (1, 100), (54, 100), (100, 100), (11, 1000), (999, 1000)])
def test_e6_as_many_persons_are_filled_as_are_counted(count: int, total: int) -> None:
    svg = str(icon_array(count, total))
    assert (persons(svg, "person-on"), persons(svg, "person-off")) == (count, total - count)
    assert "animate" not in svg


@pytest.mark.parametrize(("count", "total"), [(-1, 100), (101, 100), (5, 50)])
def test_e6_what_cannot_be_drawn_is_refused(count: int, total: int) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        icon_array(count, total)


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_a16_e5_drawing_number_and_both_frames_agree(pages: Pages, block: str, language: str) -> None:
    made = pages[language]
    for tab, total in (("works", 100), ("risks", 1000)):
        for figure in shown.marked(made, made[f"block|{block}"], "data-count", tab=tab):
            count = int(getattr(figure, "data-count"))
            (drawing,) = [one.svg for one in shown.nodes(made, figure) if getattr(one, "_type", "") == "Drawing"]
            assert persons(drawing, "person-on") == count
            assert persons(drawing, "person-off") == total - count
            text = shown.words(made, figure)
            of = "of" if language == "en" else "de"
            assert f"{count:,} {of} {total:,}" in text
            assert f"{total - count:,} {of} {total:,}" in text


def counts(voice: Voice, number: str) -> list[int]:
    row = next(row for row in voice.catalog.numbers_shown if row.number == number)
    return [arm.count for arm in block_numbers.arms(voice, row)]


def test_e5_the_numbers_are_those_of_the_data(voices: dict[str, Voice]) -> None:
    voice = voices["en"]
    assert counts(voice, "joint-test") == [54, 30]
    assert counts(voice, "neck-heat") == [58, 8]
    assert counts(voice, "root-surgery") == [71, 33]
    assert counts(voice, "canal") == [54, 56]
    for key, wanted in SECONDS.items():
        assert counts(voice, key) == wanted


def test_e7_only_confirmed_rows_become_numbers(catalog: Catalog) -> None:
    rows = {row.evidence_id: row for row in catalog.evidence}
    used = [name for row in catalog.numbers_shown for name in (row.evidence_id, row.compared_id) if name]
    assert used and all(rows[name].confirmed for name in used)
    for block in catalog.blocks.values():
        assert all(risk.confirmed for risk in block_numbers.harm_rows(catalog, block))


def test_e7_a_row_from_memory_is_refused(catalog: Catalog) -> None:
    unsure = next(row for row in catalog.evidence if not row.confirmed)
    number = catalog.numbers_shown[0].model_copy(update={"evidence_id": unsure.evidence_id})
    with pytest.raises(ValueError, match="no page confirmed"):
        block_numbers.arms(Voice(catalog, "en"), number)


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_e7_each_number_says_who_how_many_and_how_sure(pages: Pages, block: str, language: str) -> None:
    made = pages[language]
    sure = {"en": "How sure:", "es": "Certeza:"}[language]
    for figure in shown.marked(made, made[f"block|{block}"], "className", "figure", tab="works"):
        text = shown.words(made, figure)
        assert sure in text
        assert re.search(r"\b(19|20)\d\d\b", text)


@pytest.mark.parametrize("block", BLOCKS)
def test_e5_no_relative_risk_and_no_one_in_so_many_for_numbers(pages: Pages, block: str) -> None:
    for tab in ("works", "risks"):
        for figure in shown.marked(pages["en"], pages["en"][f"block|{block}"], "data-count", tab=tab):
            text = shown.words(pages["en"], figure)
            assert not re.search(r"%|percent|\b1 in \d|times (more|less)|relative", text)


def test_a_block_without_a_good_number_says_so(pages: Pages, catalog: Catalog) -> None:
    for block in set(BLOCKS) - {row.block_id for row in catalog.numbers_shown}:
        text = shown.tab(pages["en"], block, "works", view="patient")
        assert catalog.words["number.none"]["en"] in text
        assert not shown.marked(pages["en"], pages["en"][f"block|{block}"], "data-count", tab="works")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a16_the_tables_of_the_numbers_hold_the_rows_of_the_data(pages: Pages, catalog: Catalog, language: str) -> None:
    made = pages[language]
    rows = {row.evidence_id: row for row in catalog.evidence}
    for block in sorted({row.block_id for row in catalog.numbers_shown}):
        found = shown.marked(made, made[f"block|{block}"], "className", "data-table", tab="works", view="patient")
        drawn = [row for row in facts.numbers_for(catalog, catalog.blocks[block]) if row.kind != "said"]
        assert len(found) == len(drawn)
        for number, fold in zip(drawn, found, strict=True):
            key = number.number
            assert catalog.words[f"number.{key}.lead"][language] in shown.words(made, fold)
            (_, did, *_), *groups = shown.cells(made, fold)
            assert catalog.words[f"number.{key}.did"][language].casefold() == f"{did}.".casefold()
            pair = (number.evidence_id, number.compared_id)
            told = SECONDS.get(key) or [round(float(rows[name].value)) for name in pair]
            assert groups == [
                [catalog.words[f"number.{key}.arm.{index + 1}"][language], str(count), str(100 - count), "100"]
                for index, count in enumerate(told)
            ]


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_a16_the_table_of_the_harms_holds_the_rows_of_the_data(
    pages: Pages, catalog: Catalog, block: str, language: str
) -> None:
    made = pages[language]
    (fold,) = shown.marked(made, made[f"block|{block}"], "className", "data-table", tab="risks")
    _, *harms = shown.cells(made, fold)
    rates = {risk.risk[language]: risk.rate_percent for risk in catalog.risks if risk.rate_percent and risk.confirmed}
    assert harms
    for name, had, rest, total in harms:
        assert float(had) == pytest.approx(rates[name] * 10, abs=0.5)
        assert (int(had) + int(rest), total) == (1000, "1,000")
    figures = shown.marked(made, made[f"block|{block}"], "data-count", tab="risks")
    assert [had for _, had, *_ in harms] == [getattr(one, "data-count") for one in figures]
