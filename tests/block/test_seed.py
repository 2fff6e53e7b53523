"""Every fact of seed_coverage.csv is on screen in the place that seed_coverage_rows.csv names."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from catalog import Catalog
from components.kit.citations import cite
from tests.block import shown
from tests.block.test_pages import BLOCKS

Pages = dict[str, dict[str, Any]]
# Facts that are not shown as such: rights in the page, and its own disclaimer, which about.text replaces.
NOT_SHOWN = {"SD-47", "SD-48", "SD-49", "SD-50"}
# What must stand beside a fact that needs nuance or is contested: where, and which words.
NUANCE = {
    "SD-02": ("L-FJ", "what", "No good study shows that it does"),
    "SD-05": ("C-FJ", "what", "more likely"),
    "SD-08": ("L-FJ", "what", "Low back pain that can be felt in the buttock"),
    "SD-09": ("L-FJ", "what", "Pain past the knee is more likely from a nerve"),
    "SD-13": ("L-FJ", "works", "little or no better than salt water"),
    "SD-23": ("L-FJ", "how", "Do not drive while you feel numb or weak"),
    "SD-33": ("C-FJ", "what", "more likely"),
    "SD-35": ("L-FJ", "what", "Pain past the knee is more likely from a nerve"),
    "SD-43": ("L-TFE", "what", "opioid"),
}


def table(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rows() -> list[tuple[str, str, str]]:
    return [(row["seed_id"], row["file"], row["key"]) for row in table("seed_coverage_rows")]


def text_of(catalog: Catalog, file: str, key: str, language: str) -> list[str]:
    """The words of a covering row as they must be seen."""
    if file == "block_facts.csv":
        return [next(fact.text[language] for fact in catalog.block_facts if fact.id == key)]
    if file == "block_steps.csv":
        return [next(step.text[language] for step in catalog.block_steps if step.id == key)]
    if file == "aftercare.csv":
        return [next(row.text[language] for row in catalog.aftercare if row.id == key)]
    if file == "glossary.csv":
        return [catalog.glossary[key].plain[language], catalog.glossary[key].term[language]]
    if file == "blocks.csv":
        return [catalog.blocks[key].name[language]]
    if file == "evidence.csv":
        row = next(row for row in catalog.evidence if row.id == key)
        return [row.procedure, row.outcome]
    assert file == "sources.csv", file
    return [catalog.sources[key].title]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_covering_row_is_on_screen(pages: Pages, catalog: Catalog, language: str) -> None:
    made = pages[language]
    screens = {block: " ".join(shown.tab(made, block, tab) for tab in shown.TABS) for block in BLOCKS}
    sources = " ".join(str(part) for source in catalog.sources.values() for part in shown.words({}, cite(source)))
    missing = []
    for seed, file, key in rows():
        wanted = text_of(catalog, file, key, language)
        block = key.split("|")[0] if file == "block_facts.csv" else key if file == "blocks.csv" else ""
        places = [screens[block]] if block else [*screens.values()]
        if file == "sources.csv":
            places = [shown.words(made, made["sources"])]
        if not any(all(word in place for word in wanted) for place in places):
            missing.append((seed, file, key))
    assert missing == []
    assert sources


def test_every_seed_fact_names_sources_that_are_listed(catalog: Catalog) -> None:
    named = {row[column] for row in table("seed_coverage") for column in ("source_id", "independent_source_id")}
    assert named - {""} <= set(catalog.sources)


def test_every_seed_fact_is_covered_or_known_not_to_be() -> None:
    covered = {seed for seed, _, _ in rows()}
    assert {fact["seed_id"] for fact in table("seed_coverage")} - covered == NOT_SHOWN


def test_the_limits_of_the_page_are_stated_in_our_own_words(catalog: Catalog) -> None:
    text = catalog.words["about.text"]["en"]
    assert "general" in text and "cannot replace" in text


def test_every_fact_that_needs_nuance_has_it_beside_it(pages: Pages) -> None:
    needing = {
        fact["seed_id"] for fact in table("seed_coverage") if fact["assessment"] in ("needs nuance", "contested")
    }
    assert needing == set(NUANCE)
    for seed, (block, tab, words) in NUANCE.items():
        assert words in shown.tab(pages["en"], block, tab), seed
