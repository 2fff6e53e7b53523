"""Numbers for people: the drawing, the number and the words say the same, and only what a page confirmed."""

from __future__ import annotations

import re
from typing import Any

import pytest

from catalog import Catalog, Evidence, NumberShown, harms_for, numbers_for, risks_for
from components.block.harms import harm_rows, rare_rows
from components.block.numbers import groups
from components.block.people import People
from components.kit.icon_array import icon_array
from components.kit.voice import Voice
from tests.block import shown
from tests.block.test_pages import BLOCKS, EVERY

Pages = dict[str, dict[str, Any]]
SECONDS = {"second-neck": [34], "second-mid": [43], "second-low": [38]}  # as the notes of EV-FP-C, -T and -L say


def persons(svg: str, name: str) -> int:
    """How many persons a path of the drawing holds: one absolute move each."""
    return sum(path.count("M") for path in re.findall(rf'<path d="([^"]*)" class="{name}"', svg))


@pytest.mark.parametrize(
    ("count", "total"), [(0, 100), (54, 100), (100, 100), (7, 12), (9, 27), (11, 1000), (999, 1000)]
)
def test_e6_as_many_persons_are_filled_as_are_counted(count: int, total: int) -> None:
    svg = str(icon_array(count, total))
    assert (persons(svg, "person-on"), persons(svg, "person-off")) == (count, total - count)
    assert "animate" not in svg


@pytest.mark.parametrize(("count", "total"), [(-1, 100), (101, 100), (13, 12), (0, 0), (5, 1001)])
def test_e6_what_cannot_be_drawn_is_refused(count: int, total: int) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        icon_array(count, total)


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_a16_e5_drawing_number_and_both_frames_agree(pages: Pages, block: str, language: str) -> None:
    made = pages[language]
    for tab in ("works", "risks"):
        for figure in shown.marked(made, made[f"block|{block}"], "data-count", tab=tab):
            count, total = int(getattr(figure, "data-count")), int(getattr(figure, "data-total"))
            (drawing,) = [one.svg for one in shown.nodes(made, figure) if getattr(one, "_type", "") == "Drawing"]
            assert persons(drawing, "person-on") == count
            assert persons(drawing, "person-off") == total - count
            text = shown.words(made, figure)
            of = "of" if language == "en" else "de"
            assert f"{count:,} {of} {total:,}" in text
            assert f"{total - count:,} {of} {total:,}" in text


def counts(voice: Voice, number: str) -> list[tuple[int, int]]:
    row = next(row for row in voice.catalog.numbers_shown if row.number == number)
    return [(people.count, people.total) for people in groups(voice, row)]


def test_d5_the_numbers_are_those_of_the_data_and_the_people_those_who_were_counted(voices: dict[str, Voice]) -> None:
    voice = voices["en"]
    assert counts(voice, "joint-test") == [(54, 100), (30, 100)]
    assert counts(voice, "neck-heat") == [(7, 12), (1, 12)]
    assert counts(voice, "root-surgery") == [(20, 28), (9, 27)]
    assert counts(voice, "canal") == [(54, 100), (56, 100)]
    for key, wanted in SECONDS.items():
        assert counts(voice, key) == [(count, 100) for count in wanted]


def test_d5_where_a_study_counts_its_people_no_share_of_100_is_drawn(voices: dict[str, Voice]) -> None:
    """A group of at most 100 people is drawn as it was: its rows hold the count, and the figure holds its people."""
    voice = voices["en"]
    rows = {row.evidence_id: row for row in voice.catalog.evidence}
    for number in voice.catalog.numbers_shown:
        for name, people in zip((number.evidence_id, number.compared_id), drawn_of(voice, number), strict=False):
            if rows[name].count is not None:
                assert (str(people.count), str(people.total)) == (str(rows[name].count), rows[name].n)


def drawn_of(voice: Voice, number: NumberShown) -> list[People]:
    return [] if number.kind == "said" else groups(voice, number)


def test_e7_only_confirmed_rows_become_numbers(catalog: Catalog) -> None:
    rows = {row.evidence_id: row for row in catalog.evidence}
    used = [name for row in catalog.numbers_shown for name in (row.evidence_id, row.compared_id) if name]
    assert used and all(rows[name].confirmed for name in used)
    for block in catalog.blocks.values():
        assert all(risk.confirmed for risk, _ in harms_for(catalog, block))


def test_e7_a_row_from_memory_is_refused(catalog: Catalog) -> None:
    unsure = next(row for row in catalog.evidence if not row.confirmed)
    number = catalog.numbers_shown[0].model_copy(update={"evidence_id": unsure.evidence_id})
    with pytest.raises(ValueError, match="no page confirmed"):
        groups(Voice(catalog, "en"), number)


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
        drawn = [row for row in numbers_for(catalog, catalog.blocks[block]) if row.kind != "said"]
        assert len(found) == len(drawn)
        for number, fold in zip(drawn, found, strict=True):
            key = number.number
            assert catalog.words[f"number.{key}.lead"][language] in shown.words(made, fold)
            (_, did, *_), *groups = shown.cells(made, fold)
            assert catalog.words[f"number.{key}.did"][language].casefold() == f"{did}.".casefold()
            pair = (number.evidence_id, number.compared_id)
            told = [(count, 100) for count in SECONDS.get(key, [])] or [counted(rows[name]) for name in pair]
            assert groups == [
                [catalog.words[f"number.{key}.arm.{index}"][language], str(count), str(total - count), str(total)]
                for index, (count, total) in enumerate(told, 1)
            ]


def counted(row: Evidence) -> tuple[int, int]:
    return (round(float(row.value)), 100) if row.count is None else (row.count, int(row.n))


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


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_d5_each_harm_says_who_was_counted(pages: Pages, catalog: Catalog, block: str, language: str) -> None:
    """In its own figure: the words of its row of harms_shown.csv, with the people of its row of risks.csv."""
    made = pages[language]
    figures = shown.marked(made, made[f"block|{block}"], "data-count", tab="risks")
    rows = harm_rows(catalog, catalog.blocks[block])
    for figure, (risk, row) in zip(figures, rows, strict=True):
        text = shown.words(made, figure)
        assert risk.risk[language] in text
        assert filled(catalog, f"harm.who.{row.counted}", language, people=risk.n) in text, risk.risk_id
        if row.normal:
            assert next(one for one in catalog.aftercare if one.id == row.normal).text[language] in text


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_d5_a_rare_harm_counted_elsewhere_says_so_and_both_counts_are_told(
    pages: Pages, catalog: Catalog, block: str, language: str
) -> None:
    text = shown.tab(pages[language], block, "risks")
    kind = catalog.blocks[block].block_type
    for risk, row in rare_rows(catalog, catalog.blocks[block]):
        words = "harm.rare" if kind in row.counted_in else "harm.rare.other"
        count = round((risk.rate_percent or 0) * 100)
        assert filled(catalog, words, language, people=risk.n, count=count, rest=10_000 - count) in text
    also = {row.also: row.counted for _, row in harms_for(catalog, catalog.blocks[block]) if row.also}
    assert also
    for name, words in also.items():
        n = int(next(row for row in catalog.evidence if row.id == name).n)
        start = catalog.words[f"harm.also.{words}"][language].split("{people}")[0]
        assert f"{start}{n:,}" in text


def filled(catalog: Catalog, key: str, language: str, **numbers: int | None) -> str:
    return catalog.words[key][language].format(**{name: f"{number or 0:,}" for name, number in numbers.items()})


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_d5_no_harm_seen_is_no_harm_listed_and_no_promise(
    pages: Pages, catalog: Catalog, block: str, language: str
) -> None:
    """Zero cases stand outside the list of harms, with the words that zero is not no risk."""
    made = pages[language]
    none = [risk for risk in risks_for(catalog, block) if risk.category == "none-seen"]
    (rare,) = shown.marked(made, made[f"block|{block}"], "className", "rare", tab="risks")
    listed, whole = shown.words(made, rare), shown.tab(made, block, "risks")
    zero = {"en": ("no one", "zero"), "es": ("nadie", "cero")}[language]
    assert none
    for risk in none:
        assert risk.risk[language] in whole
        assert all(word in risk.risk[language] for word in zero)
    for risk in risks_for(catalog, block):
        if risk not in none:
            assert zero[0] not in risk.risk[language].casefold(), risk.risk_id
    assert not any(risk.risk[language] in listed for risk in none)


def test_d5_a_neck_mid_back_or_low_back_epidural_has_its_own_rate_of_headache(pages: Pages, catalog: Catalog) -> None:
    told = {row.risk_id: row for row in catalog.harms_shown}
    for block, risk in (("C-ILE", "RK-55"), ("T-ILE", "RK-56"), ("L-ILE", "RK-57")):
        assert told[risk].drawn_for == (block,)
        rows = {risk.risk_id for risk, _ in harms_for(catalog, catalog.blocks[block])}
        assert rows & {"RK-15", "RK-55", "RK-56", "RK-57"} == {risk}
    for block in ("L-CAU", "L-TFE"):
        assert not {"RK-15", "RK-57"} & {risk.risk_id for risk, _ in harms_for(catalog, catalog.blocks[block])}
