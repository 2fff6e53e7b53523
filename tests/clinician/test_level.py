"""A level for a physician: what is on screen is what the files say, read here by themselves."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from catalog import PARTS, Catalog
from components.clinician import states
from components.kit import contract
from components.kit.voice import Voice
from tests.block import shown
from tests.explorer.driving import tap
from tests.support.standing import Standing
from tests.support.watched import until

DATA = Path(__file__).parents[2] / "data"
Row = dict[str, str]
EXACT = ("key_sensory_point", "key_muscle", "weakness", "reflex", "commonness")
LANGUAGES = ("en", "es")


@cache
def rows(name: str) -> list[Row]:
    with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def where(name: str, **wanted: str) -> list[Row]:
    return [row for row in rows(name) if all(row[key] == value for key, value in wanted.items())]


@pytest.fixture(scope="module")
def wings(catalog: Catalog) -> dict[str, contract.Wing]:
    return {language: states.wing(Voice(catalog, language)) for language in catalog.languages}


def spots() -> Iterator[tuple[Row, str]]:
    for level in rows("levels"):
        for part in PARTS:
            yield level, part


def panel(wing: contract.Wing, level: str, part: str) -> str:
    return shown.words(wing.parts, wing.detail[f"{level}|{part}"])


def told_at(root: str, level: Row) -> bool:
    """Roots that the panel of a level tells: the one that leaves, the one a disc hits."""
    return root in (level["exiting_root"], *(disc["usual_root"] for disc in where("discs", level=level["segment"])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_names_its_nerves_each_with_its_bone(wings: dict[str, contract.Wing], language: str) -> None:
    wing = wings[language]
    for level, part in spots():
        supply = where("facet_nerves", level=level["segment"])
        text = panel(wing, level["segment"], part)
        reached = [row for row in supply if row["reached_by_block"] == "yes"]
        marked = shown.marked(wing.parts, wing.detail[f"{level['segment']}|{part}"], "data-nerve")
        told = [(getattr(one, "data-nerve"), getattr(one, "data-bone")) for one in marked]
        assert told == [(row["nerve"], row["over"]) for row in reached], level["segment"]
        for row in supply:
            assert row[f"name_{language}"] in text
            assert not row[f"bone_{language}"] or row[f"bone_{language}"] in text
            assert row["note"] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_tells_its_roots_and_what_a_disc_hits(wings: dict[str, contract.Wing], language: str) -> None:
    for level, part in spots():
        text = panel(wings[language], level["segment"], part)
        for root in rows("roots"):
            if told_at(root["root"], level):
                assert root[f"exits_{language}"] in text
                assert all(root[column] in text for column in EXACT)
        for disc in where("discs", level=level["segment"]):
            marked = shown.marked(
                wings[language].parts, wings[language].detail[f"{level['segment']}|{part}"], "data-disc"
            )
            assert [getattr(one, "data-disc") for one in marked] == [disc["usual_root"]]
            line = shown.words({}, marked[0])
            assert re.findall(r"\b[CTLS]\d+\b", line.split(".")[0]) == [disc["usual_root"]]
            assert not disc["far_lateral_root"] or disc["far_lateral_root"] in line.split(".")[1]


def test_the_layers_are_the_rows_of_the_joint_and_of_the_root(wings: dict[str, contract.Wing]) -> None:
    for level, part in spots():
        wanted: dict[str, dict[str, str]] = {}
        if part == "facet":
            found = [("facet", row) for row in where("facet_pain", level=level["segment"])]
        else:
            found = [(row["kind"], row) for row in where("root_pain", root=level["exiting_root"])]
        for layer, row in found:
            before = wanted.setdefault(layer, {}).get(row["area_slug"])
            wanted[layer][row["area_slug"]] = "typical" if before == "typical" else row["strength"]
        assert wings["en"].layers.get(f"{level['segment']}|{part}", {}) == wanted
        text = panel(wings["en"], level["segment"], part)
        assert all(row["note"] in text and row["figure"] in text for _, row in found)


def test_what_maps_do_not_agree_on_carries_its_mark(wings: dict[str, contract.Wing]) -> None:
    for level in rows("levels"):
        marked = shown.marked(wings["en"].parts, wings["en"].detail[f"{level['segment']}|nerve"], "data-contested")
        contested = where("root_pain", root=level["exiting_root"], contested="yes") if level["exiting_root"] else []
        assert len(marked) == len(contested), level["segment"]
    assert where("root_pain", contested="yes")


def test_every_level_has_its_blocks_as_they_are_done_with_their_codes(wings: dict[str, contract.Wing]) -> None:
    wing = wings["en"]
    for level, part in spots():
        text = panel(wing, level["segment"], part)
        for match in where("block_matches", level=level["segment"], part=part):
            if not match["block_id"]:
                assert match["short_en"] in text
                continue
            (block,) = where("blocks", block_id=match["block_id"])
            assert block["clinical_en"] in text
            for fact in where("block_facts", block_id=match["block_id"]):
                assert fact["clinical"] in text, fact
            for code in rows("codes"):
                if match["block_id"] in code["blocks"].split() or code["blocks"] == "all":
                    assert code["code"] in text
                    assert code["description"] in text


def test_all_that_is_for_physicians_is_on_screen_somewhere(wings: dict[str, contract.Wing]) -> None:
    text = " ".join(panel(wings["en"], level["segment"], part) for level, part in spots())
    wanted = [(row["root"], row[column]) for row in rows("roots") for column in EXACT]
    wanted += [(row["code_key"], row[column]) for row in rows("codes") for column in ("code", "description", "note")]
    wanted += [(row["level"], row[column]) for row in rows("facet_nerves") for column in ("name_en", "bone_en", "note")]
    wanted += [(row["block_id"], row["clinical"]) for row in rows("block_facts")]
    assert [one for one in wanted if one[1] not in text] == []


def test_what_no_page_confirmed_carries_its_mark(wings: dict[str, contract.Wing], catalog: Catalog) -> None:
    mark = catalog.words["sources.unconfirmed"]["en"]
    wing = wings["en"]
    lines = [one for one in shown.nodes({}, [*wing.parts.values()]) if type(one).__name__ == "Tr"]
    texts = [shown.words({}, line) for line in lines]
    for row in rows("block_facts"):
        if row["verified"] == "from memory" and row["clinical"]:
            assert any(row["clinical"] in text and mark in text for text in texts), row
    for row in rows("codes"):
        found = [text for text in texts if row["code"] in text.split() and row["description"] in text]
        assert found, row
        assert all((mark in text) == (row["verified"] == "from memory") for text in found), row


def test_k4_a_layer_is_switched_off_and_on_and_starting_over_forgets_it(standing: Standing) -> None:
    page = standing("/?view=clinician&at=L4-5&part=nerve", size="laptop", touch=True)
    marked = "document.querySelectorAll('#body-view [data-strength]').length"
    until(page, f"{marked} > 0 && document.querySelector('[data-pattern]') !== null")
    both = page.evaluate(marked)
    for layer in ("dermatome", "dynatome"):
        page.locator(f"[data-pattern={layer}]").scroll_into_view_if_needed()
        tap(page, f"[data-pattern={layer}]")
        until(page, f"document.querySelector('[data-pattern={layer}]').getAttribute('aria-pressed') === 'false'")
    until(page, f"{marked} === 0")
    page.evaluate("spine.reset()")
    until(page, f"{marked} === 0 && !spine.now().at")
    standing("/?view=clinician&at=L4-5&part=nerve", size="laptop", touch=True)
    until(page, f"{marked} === {both}")


def test_e12_a_level_in_both_voices_has_the_same_nerves_and_figures(standing: Standing) -> None:
    for at in ("C5-6", "T5-6", "L5-S1"):
        told = []
        for view in ("patient", "clinician"):
            page = standing(f"/?view={view}&at={at}", size="laptop")
            until(page, "document.querySelector('#detail [data-nerve]') !== null")
            told.append(
                page.eval_on_selector_all(
                    "#detail [data-nerve]", "(all) => all.map((one) => [one.dataset.nerve, one.dataset.bone])"
                )
            )
        assert told[0] == told[1]
