"""Both ways of a level side by side: what is read there is what the files say, with no row left out on either side."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator

import brotli
import pytest

from catalog import Catalog
from components.block import harms as block_harms
from components.clinician.side_by_side import compare
from components.kit.to_json import to_json
from components.kit.voice import Voice
from server.settings import DATA
from tests.block import shown

Row = dict[str, str]
PARTS = ("facet", "nerve")
HEAVIEST = 100 * 1024  # bytes of the page's file, compressed
FACTS = {
    "target": ("target", "target_point"),
    "approach": ("approach", "fluoro_view"),
    "injectate": ("injectate", "volume_per_level"),
    "positive": ("positive_test", "false_positive"),
}


def raw(name: str) -> list[Row]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LEVELS = {row["segment"]: row for row in raw("levels.csv")}
KINDS = {row["block_id"]: row["block_type"] for row in raw("blocks.csv")}
HOMES = {"sacral": "lumbar"}  # the low back opens with the sacrum


@pytest.fixture(scope="module", params=("en", "es"))
def pages(request: pytest.FixtureRequest, catalog: Catalog) -> shown.Pages:
    return {**compare(Voice(catalog, request.param)), "language": request.param}


def rows(pages: shown.Pages, level: str) -> Iterator[tuple[str, list[object]]]:
    """Each row of a level's page by name, with its two cells."""
    for row in shown.marked(pages, pages[f"compare|{level}"], "data-compared"):
        _, *cells = row.children
        yield getattr(row, "data-compared"), cells


def held(pages: shown.Pages, node: object, name: str) -> list[str]:
    return [getattr(one, name) for one in shown.marked(pages, node, name)]


def matches(level: str, part: str) -> list[Row]:
    found = [row for row in raw("block_matches.csv") if (row["level"], row["part"]) == (level, part)]
    return sorted(found, key=lambda row: int(row["order"]))


def fitting(level: str, part: str) -> list[str]:
    return [row["block_id"] for row in matches(level, part) if row["block_id"]]


def facts(block: str, names: tuple[str, ...]) -> list[Row]:
    found = {row["attribute"]: row for row in raw("block_facts.csv") if row["block_id"] == block and row["clinical"]}
    return [found[name] for name in names if name in found]


def is_about(blocks: list[str], told: str) -> bool:
    return any(name in ("all", *blocks, *(KINDS[block] for block in blocks)) for name in told.split())


def is_here(level: str, region: str) -> bool:
    home, told = (HOMES.get(one, one) for one in (LEVELS[level]["region"], region))
    return told in ("all", home)


@pytest.mark.parametrize("level", LEVELS)
def test_both_ways_have_the_same_rows_and_none_is_empty(pages: shown.Pages, catalog: Catalog, level: str) -> None:
    found = dict(rows(pages, level))
    assert list(found) == [
        *("pictures", "anatomy", "blocks", *FACTS),
        *("harms", "serious", "guidelines", "studies", "others"),
    ]
    none = catalog.words["clinician.compare.none"][pages["language"]]
    for name, cells in found.items():
        assert len(cells) == len(PARTS)
        for part, cell in zip(PARTS, cells, strict=True):
            said = shown.words(pages, cell)
            assert said or shown.marked(pages, cell, "className"), (name, part)
            if name == "harms":
                assert (none in said) == (not fitting(level, part))


@pytest.mark.parametrize("level", LEVELS)
def test_blocks_stand_in_their_usual_order_or_the_reason_why_none(pages: shown.Pages, level: str) -> None:
    found = dict(rows(pages, level))
    for part, cell, others in zip(PARTS, found["blocks"], found["others"], strict=True):
        assert held(pages, cell, "data-block") == fitting(level, part)
        assert held(pages, others, "data-other") == fitting(level, part)[1:]
        if not fitting(level, part):
            (why,) = matches(level, part)
            assert why[f"short_{pages['language']}"] in shown.words(pages, cell)
        unsure = [row for row in matches(level, part) if row["verified"] == "from memory"]
        assert len(shown.marked(pages, cell, "className", "unsure")) == len(unsure)


@pytest.mark.parametrize("level", LEVELS)
def test_nerves_bones_roots_and_discs_are_those_of_the_files(pages: shown.Pages, level: str) -> None:
    language = pages["language"]
    joint, nerve = dict(rows(pages, level))["anatomy"]
    supply = [row for row in raw("facet_nerves.csv") if row["level"] == level]
    assert list(zip(held(pages, joint, "data-nerve"), held(pages, joint, "data-bone"), strict=True)) == [
        (row["nerve"], row["over"]) for row in supply if row["nerve"]
    ]
    for row in supply:
        assert row[f"name_{language}"] in shown.words(pages, joint)
        assert row[f"bone_{language}"] in shown.words(pages, joint)
    root = LEVELS[level]["exiting_root"]
    assert held(pages, nerve, "data-root") == ([root] if root else [])
    said = shown.words(pages, nerve)
    for row in raw("roots.csv"):
        if row["root"] == root:
            assert row[f"exits_{language}"] in said
    for row in raw("discs.csv"):
        if row["level"] == level:
            assert held(pages, nerve, "data-disc") == [row["usual_root"]]
            assert all(f" {name}." in said for name in (row["usual_root"], row["far_lateral_root"]) if name)


@pytest.mark.parametrize("level", LEVELS)
def test_where_it_hurts_is_marked_as_in_the_files(pages: shown.Pages, level: str) -> None:
    root = LEVELS[level]["exiting_root"]
    told = {
        "facet": {row["area_slug"] for row in raw("facet_pain.csv") if row["level"] == level},
        "nerve": {row["area_slug"] for row in raw("root_pain.csv") if root and row["root"] == root},
    }
    for part, cell in zip(PARTS, dict(rows(pages, level))["pictures"], strict=True):
        figures = shown.marked(pages, cell, "data-figure")
        assert [getattr(one, "data-part") for one in figures] == ([part] * 2 if told[part] else [])
        for one in figures:
            assert set(json.loads(getattr(one, "data-areas"))) == told[part]
        assert len(shown.marked(pages, cell, "className", "scene")) == (1 if fitting(level, part) else 0)


@pytest.mark.parametrize("level", LEVELS)
def test_technique_is_that_of_the_first_block_and_of_each_other_in_its_fold(pages: shown.Pages, level: str) -> None:
    found = dict(rows(pages, level))
    for at, part in enumerate(PARTS):
        first, *others = fitting(level, part) or [""]
        for name, attributes in FACTS.items():
            told = facts(first, attributes)
            cell = found[name][at]
            assert held(pages, cell, "data-fact") == [f"{first}|{row['attribute']}" for row in told]
            assert all(row["clinical"] in shown.words(pages, cell) for row in told)
            unsure = [row for row in told if row["verified"] == "from memory"]
            assert len(shown.marked(pages, cell, "className", "unsure")) == len(unsure)
            assert len([one for one in shown.nodes(pages, cell) if type(one).__name__ == "Cite"]) == len(told)
        told_in_folds = held(pages, found["others"][at], "data-fact")
        assert told_in_folds == [
            f"{block}|{row['attribute']}"
            for block in others
            for attributes in FACTS.values()
            for row in facts(block, attributes)
        ]


@pytest.mark.parametrize("level", LEVELS)
def test_rates_are_those_of_the_risks_and_of_the_patients_pages(
    pages: shown.Pages, catalog: Catalog, level: str
) -> None:
    voice = Voice(catalog, pages["language"])
    risks = {row["risk_id"]: row for row in raw("risks.csv")}
    for part, cell in zip(PARTS, dict(rows(pages, level))["harms"], strict=True):
        for one in shown.marked(pages, cell, "data-rate"):
            rate, row = getattr(one, "data-rate"), risks[getattr(one, "data-risk")]
            assert float(rate) == float(row["rate_percent"])
            assert f"{rate} %" in shown.words(pages, one)
            assert row["clinical"] in shown.words(pages, one)
            assert ("unsure" in str(to_json(one))) == (row["verified"] == "from memory")
        if fitting(level, part):
            block = catalog.blocks[fitting(level, part)[0]]
            rates = sorted(float(rate) for rate in held(pages, cell, "data-rate"))
            rare = [risk.rate_percent or 0 for risk, _ in block_harms.rare_rows(catalog, block)]
            drawn = [count * 100 / total for count, total in block_harms.drawn(voice, block)]
            for figure in (*drawn, *rare):
                assert any(abs(rate - figure) < 0.051 for rate in rates), (block.block_id, figure)


def test_a_bar_is_as_long_as_its_rate_on_one_scale(pages: shown.Pages, catalog: Catalog) -> None:
    places = {name: one for name, one in pages.items() if name.startswith("rate|")}
    lengths = {}
    for name, one in places.items():
        (drawing,) = [node for node in shown.nodes(pages, one) if type(node).__name__ == "Drawing"]
        lengths[name] = float(drawing.svg.split('d="M0 2H')[1].split("V")[0]) / float(getattr(one, "data-rate"))
    assert len(lengths) == len(raw("harms_shown.csv"))
    assert all(length == pytest.approx(max(lengths.values()), rel=0.1) for name, length in lengths.items())


@pytest.mark.parametrize("level", LEVELS)
def test_guidelines_and_studies_are_all_that_are_about_a_way(pages: shown.Pages, level: str) -> None:
    found = dict(rows(pages, level))
    for at, part in enumerate(PARTS):
        blocks = fitting(level, part)
        studies = {
            row["evidence_id"]
            for row in raw("evidence.csv")
            if is_about(blocks, row["block_types"]) and is_here(level, row["region"])
        }
        cell = found["studies"][at]
        assert sorted(held(pages, cell, "data-row")) == sorted(studies if blocks else [])
        guides = {
            row["guideline_id"]
            for row in raw("guidelines.csv")
            if is_about(blocks, row["block_types"]) and is_here(level, row["region"])
        }
        experts = {row["block_type"]: row["experts"] for row in raw("block_types.csv")}
        kinds = {experts[KINDS[block]] for block in blocks}
        stands = [
            row["guideline_id"]
            for row in raw("positions_shown.csv")
            if row["guideline_id"] in guides and row["procedure"] in kinds
        ]
        assert sorted(held(pages, found["guidelines"][at], "data-row")) == sorted(stands)


def test_what_no_page_confirmed_is_marked_in_every_shared_row(pages: shown.Pages) -> None:
    unsure = {
        **{f"study|{row['evidence_id']}": row["verified"] == "from memory" for row in raw("evidence.csv")},
        **{f"serious|{row['risk_id']}": row["verified"] == "from memory" for row in raw("risks.csv")},
    }
    checked = [name for name in unsure if name in pages]
    assert any(unsure[name] for name in checked)
    for name in checked:
        assert bool(shown.marked(pages, pages[name], "className", "unsure")) == unsure[name], name


def test_figures_of_the_studies_are_those_of_the_rows(pages: shown.Pages) -> None:
    for row in raw("evidence.csv"):
        said = shown.words(pages, pages[f"study|{row['evidence_id']}"]).replace("−", "-")
        assert all(number in said for number in re.findall(r"\d+(?:\.\d+)?", row["value"])), row["evidence_id"]
        assert all(f"{float(row[bound]):g}" in said for bound in ("ci_low", "ci_high") if row[bound])


def test_the_file_of_the_page_is_light(pages: shown.Pages) -> None:
    written = {name: one for name, one in pages.items() if name != "language"}
    made = to_json(written)
    assert len(brotli.compress(made if isinstance(made, bytes) else made.encode())) < HEAVIEST
