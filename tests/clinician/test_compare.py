"""Facet way and nerve way side by side: what stands in each column is what the files say of its block."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from catalog import PARTS, Catalog
from components.clinician.side_by_side import compare
from components.kit import contract
from components.kit.voice import Voice
from tests.block import shown
from tests.explorer.driving import tap
from tests.support.standing import Standing
from tests.support.watched import until

DATA = Path(__file__).parents[2] / "data"
LANGUAGES = ("en", "es")
Row = dict[str, str]


@cache
def rows(name: str) -> list[Row]:
    with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def first_block(level: str, part: str) -> Row:
    """The block that is usual for a joint or a root; empty where none fits."""
    fits = [row for row in rows("block_matches") if (row["level"], row["part"]) == (level, part) and row["block_id"]]
    name = min(fits, key=lambda row: int(row["order"]))["block_id"] if fits else ""
    return next((row for row in rows("blocks") if row["block_id"] == name), {})


def maps(level: Row, part: str) -> dict[str, dict[str, str]]:
    """Kind of map -> area -> how typical."""
    found: dict[str, dict[str, str]] = {}
    if part == "facet":
        lines = [("facet", row) for row in rows("facet_pain") if row["level"] == level["segment"]]
    else:
        lines = [(row["kind"], row) for row in rows("root_pain") if row["root"] == level["exiting_root"]]
    for kind, row in lines:
        found.setdefault(kind, {})[row["area_slug"]] = row["strength"]
    return found


@pytest.fixture(scope="module")
def pages(catalog: Catalog) -> dict[str, contract.Pages]:
    return {language: compare(Voice(catalog, language)) for language in LANGUAGES}


def column(pages: contract.Pages, level: str, part: str, table: str) -> list[Any]:
    """The cells of one way in one of the tables."""
    (found,) = shown.marked(pages, pages[f"compare|{level}"], "data-compared", table)
    return [one for one in shown.marked(pages, found, "data-way", part) if type(one).__name__ == "Td"]


def ids(pages: contract.Pages, level: str, part: str, table: str) -> list[str]:
    cells = column(pages, level, part, table)
    return [getattr(one, "data-row") for one in shown.marked(pages, cells, "data-row")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_way_is_its_usual_block_with_its_maps(pages: dict[str, contract.Pages], language: str) -> None:
    told = pages[language]
    for level in rows("levels"):
        page = told[f"compare|{level['segment']}"]
        for part in PARTS:
            (way,) = [one for one in shown.marked(told, page, "data-way", part) if type(one).__name__ == "Section"]
            block = first_block(level["segment"], part)
            doors = [getattr(one, "data-block") for one in shown.marked(told, way, "data-block")]
            assert doors == ([block["block_id"]] if block else []), level["segment"]
            if block:
                assert block[f"clinical_{language}"] in shown.words(told, way)
            wanted = maps(level, part)
            drawn = shown.marked(told, way, "data-map")
            assert {getattr(one, "data-map") for one in drawn} == set(wanted), level["segment"]
            for one in drawn:
                figures = shown.marked(told, one, "data-figure")
                assert [getattr(figure, "data-figure") for figure in figures] == ["front", "back"]
                areas = [json.loads(getattr(figure, "data-areas")) for figure in figures]
                assert areas == [wanted[getattr(one, "data-map")]] * 2, level["segment"]


def test_facts_and_risks_are_those_of_each_block(pages: dict[str, contract.Pages]) -> None:
    for level in (row["segment"] for row in rows("levels")):
        for part in PARTS:
            block = first_block(level, part)
            name = block.get("block_id", "")
            facts = [row for row in rows("block_facts") if row["block_id"] == name and row["clinical"]]
            wanted = sorted(f"{row['block_id']}|{row['attribute']}" for row in facts)
            assert sorted(ids(pages["en"], level, part, "facts")) == wanted, level
            text = shown.words(pages["en"], column(pages["en"], level, part, "facts"))
            assert [row for row in facts if row["clinical"] not in text] == []
            own = {name, f"{name}:treatment", block.get("block_type", ""), "all"} if block else set()
            risks = [row["risk_id"] for row in rows("risks") if own & set(row["blocks"].split())]
            assert set(risks) <= set(ids(pages["en"], level, part, "risks")), level
            assert bool(ids(pages["en"], level, part, "risks")) is bool(block)


def test_anatomy_and_blocks_of_every_level_are_those_of_the_files(pages: dict[str, contract.Pages]) -> None:
    told = pages["en"]
    for level in rows("levels"):
        name = level["segment"]
        for part in PARTS:
            anatomy, blocks = column(told, name, part, "anatomy")
            fits = [row for row in rows("block_matches") if (row["level"], row["part"]) == (name, part)]
            fits.sort(key=lambda row: int(row["order"]))
            doors = [getattr(one, "data-block") for one in shown.marked(told, blocks, "data-block")]
            assert doors == [row["block_id"] for row in fits if row["block_id"]], name
            if not doors:
                assert fits[0]["short_en"] in shown.words(told, blocks), name
            said = shown.words(told, anatomy)
            if part == "facet":
                fed = [row for row in rows("facet_nerves") if row["level"] == name]
                nerves = shown.marked(told, anatomy, "data-nerve")
                pairs = [(getattr(one, "data-nerve"), getattr(one, "data-bone")) for one in nerves]
                assert pairs == [(row["nerve"], row["over"]) for row in fed if row["nerve"]], name
                assert all(row["name_en"] in said and row["bone_en"] in said for row in fed), name
            else:
                roots = [getattr(one, "data-root") for one in shown.marked(told, anatomy, "data-root")]
                assert roots == [row["root"] for row in rows("roots") if row["root"] == level["exiting_root"]], name
                for disc in (row for row in rows("discs") if row["level"] == name):
                    assert f"{disc['usual_root']}." in said and f"{disc['far_lateral_root']}" in said, name


def test_without_a_level_every_level_can_be_chosen(standing: Standing) -> None:
    page = standing("/?view=clinician&page=compare", size="laptop", touch=True)
    wanted = sorted(f"at={row['segment']}" for row in rows("levels"))
    until(page, "document.querySelectorAll('.page-ways [data-go^=\"at=\"]').length > 0")
    offered = page.eval_on_selector_all(".page-ways [data-go^='at=']", "(all) => all.map((one) => one.dataset.go)")
    assert sorted(offered) == wanted
    tap(page, ".page-ways [data-go='at=C2-3']")
    until(page, "document.querySelector('.page-ways [data-root=C3]') !== null")


def test_evidence_is_the_same_in_both_languages_and_marked(pages: dict[str, contract.Pages]) -> None:
    unsure = {row["evidence_id"] for row in rows("evidence") if row["verified"] == "from memory"}
    unsure |= {row["guideline_id"] for row in rows("guidelines") if row["verified"] == "from memory"}
    for level in (row["segment"] for row in rows("levels")):
        for part in PARTS:
            shown_ids = {language: ids(pages[language], level, part, "evidence") for language in LANGUAGES}
            assert shown_ids["en"] == shown_ids["es"]
            assert bool(shown_ids["en"]) is bool(first_block(level, part))
            for one in shown.marked(pages["en"], column(pages["en"], level, part, "evidence"), "data-row"):
                marks = shown.marked(pages["en"], one, "className", "unsure")
                assert bool(marks) is (getattr(one, "data-row") in unsure), getattr(one, "data-row")


def test_a_millimetre_is_as_long_on_both_pictures(standing: Standing) -> None:
    """The drawings of all targets have ten units a millimetre."""
    page = standing("/?view=clinician&at=L4-5&page=compare", size="laptop", touch=True)
    until(page, "document.querySelectorAll('.way-scene svg.sc').length === 2")
    scales = page.eval_on_selector_all(
        ".way-scene svg.sc", "(all) => all.map((one) => one.getBoundingClientRect().width / one.viewBox.baseVal.width)"
    )
    assert scales[0] == pytest.approx(scales[1], rel=0.01)


def test_e12_compare_keeps_what_is_chosen_in_both_voices(standing: Standing) -> None:
    page = standing("/?view=clinician&at=C5-6&part=nerve&side=left&page=compare", size="laptop", touch=True)
    until(page, "document.querySelectorAll('#page .page-ways [data-figure] svg').length === 6")
    chosen = "(({ at, part, side, page }) => [at, part, side, page])(spine.now())"
    assert page.evaluate(chosen) == ["C5-6", "nerve", "left", "compare"]
    tap(page, "#bar [data-choice='view=patient']")
    until(page, "document.querySelector('#page .page-compare') !== null && spine.now().view === 'patient'")
    assert page.evaluate(chosen) == ["C5-6", "nerve", "left", "compare"]
