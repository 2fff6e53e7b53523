"""The facts of the page that the project began with, and the rows of data/ that carry each."""

from __future__ import annotations

import csv
from pathlib import Path

from catalog import Catalog

# Rights in that page, which are no facts about the spine; what it says of them is not repeated here.
NOT_SHOWN = {"SD-49", "SD-50"}
Row = tuple[str, str, str]  # the fact, the file of the row, its key


def table(name: str) -> list[dict[str, str]]:
    """All rows of NAME.csv beside this file."""
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def rows() -> list[Row]:
    """Every row that carries a fact."""
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
    if file == "words.csv":
        return [catalog.words[key][language]]
    if file == "evidence.csv":
        row = next(row for row in catalog.evidence if row.id == key)
        return [row.procedure, row.outcome]
    assert file == "sources.csv", file
    return [catalog.sources[key].title]
