"""Every fact of seed_coverage.csv is on screen in the place that seed_coverage_rows.csv names."""

from __future__ import annotations

from typing import Any

import pytest

from catalog import Catalog
from components.kit.citations import cite
from components.kit.voice import Voice
from components.pages.about import about
from tests.block import shown
from tests.block.seed import NOT_SHOWN, rows, table, text_of
from tests.block.test_pages import BLOCKS

Pages = dict[str, dict[str, Any]]
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


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_covering_row_is_on_screen(
    pages: Pages, voices: dict[str, Voice], catalog: Catalog, language: str
) -> None:
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
        if file == "words.csv":
            places = [shown.words({}, about(voices[language]))]
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
