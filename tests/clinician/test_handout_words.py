"""The handout's words, level by level: the rows that the data name, and nothing that no page confirmed in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from dash.development.base_component import Component

from catalog import Catalog
from components.clinician.handout import Clinic, handouts
from components.clinician.sheet.drawings import drawings
from components.kit.contract import Pages
from components.kit.voice import Voice
from tests.explorer import oracle

LANGUAGES = ("en", "es")
LINK = "https://spine.example.org/folder/"


@pytest.fixture(scope="module")
def sheets(catalog: Catalog) -> dict[str, Pages]:
    clinic = Clinic(LINK, "112", {name: f"{name}.svg" for name in drawings(catalog)})
    return {language: handouts(clinic, Voice(catalog, language)) for language in LANGUAGES}


def inside(node: object) -> Iterator[Component]:
    """The components of a tree, from the outside in."""
    if isinstance(node, (list, tuple)):
        for one in node:
            yield from inside(one)
    elif isinstance(node, Component):
        yield node
        yield from inside(getattr(node, "children", None))


def mark(node: Component, name: str) -> str:
    return str(node.to_plotly_json()["props"].get(name, ""))  # type: ignore[no-untyped-call]


def words(node: object) -> str:
    if isinstance(node, Component):
        return words(getattr(node, "children", None))
    return "".join(map(words, node)) if isinstance(node, (list, tuple)) else str(node or "")


def shown(tree: object, block: str) -> Iterator[Component]:
    """The components of a tree that this block of the address shows."""
    if isinstance(tree, (list, tuple)):
        for one in tree:
            yield from shown(one, block)
    elif isinstance(tree, Component):
        key, _, values = mark(tree, "data-when").partition("=")
        if key != "block" or block in values.split("|"):
            yield tree
            yield from shown(getattr(tree, "children", None), block)


def after(block: str, region: str) -> list[str]:
    """Which rows stand on a handout about a block: two to expect, two to call for, the emergencies."""
    kind = oracle.keyed("blocks", "block_id")[block]["block_type"]
    rows = [
        row
        for row in oracle.rows("aftercare")
        if {"all", region} & set(row["on_handout"].split()) and {"all", kind} & set(row["block_types"].split())
    ]
    rows.sort(key=lambda row: int(row["handout_order"]))
    by_kind = {name: [row["aftercare_id"] for row in rows if row["kind"] == name] for name in KINDS}
    return [*by_kind["normal"][:2], *by_kind["call"][:2], *by_kind["emergency"]]


KINDS = ("normal", "call", "emergency")
SPOTS = [f"{level}|{part}" for level, part in product(oracle.levels(), oracle.PARTS)]


@pytest.mark.parametrize("spot", SPOTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a34_the_rows_on_a_handout_are_those_of_the_data(sheets: dict[str, Pages], spot: str, language: str) -> None:
    level, part = spot.split("|")
    tree = sheets[language][f"handout|{spot}"]
    fitting = oracle.blocks(level, part)
    region = oracle.home(level)
    unfit = next(block for block in oracle.keyed("blocks", "block_id") if block not in fitting)
    for block in ["", unfit, *fitting]:
        found = [mark(node, "data-row") for node in shown(tree, block) if mark(node, "data-row")]
        if fitting:
            assert found == after(block if block in fitting else fitting[0], region)
        else:
            flags = [row for row in oracle.rows("red_flags") if region in row["on_handout"].split()]
            assert found == [row["id"] for row in sorted(flags, key=lambda row: int(row["handout_order"]))]


def test_a29_no_number_that_no_page_confirmed_is_printed(catalog: Catalog) -> None:
    """A fact without a page behind it is left out when it has digits; all facts together are spoiled here."""
    files = {name: "" for name in drawings(catalog)}
    shaky = [fact.model_copy(update={"verified": "from memory"}) for fact in catalog.block_facts]
    spoiled = replace(catalog, block_facts=tuple(shaky))
    named = ("main_risk_headline", "evidence_line", "alternatives")
    for facts, are_printed in ((catalog, True), (spoiled, False)):
        tree = handouts(Clinic("", "", files), Voice(facts, "en"))
        printed = "\n".join(words(page) for page in tree.values())
        texts = [fact.text["en"] for fact in facts.block_facts if fact.attribute in named]
        assert any(text in printed for text in texts if text and not any(letter.isdigit() for letter in text))
        with_digits = [text for text in texts if any(letter.isdigit() for letter in text)]
        assert any(text in printed for text in with_digits) is are_printed


def test_the_words_are_the_papers_own_language_and_its_buttons_the_screens(sheets: dict[str, Pages]) -> None:
    tools = {mark(node, "data-when"): words(node) for node in inside(sheets["es"]["handout|tools"])}
    assert "Print" in tools["lang=en"]
    assert "Imprimir" in tools["lang=es"]
    papers = [node for node in inside(sheets["es"]["handout|L4-5|facet"]) if mark(node, "lang")]
    assert {mark(node, "lang") for node in papers} == {"es"}


def test_every_side_has_a_code_of_its_own_and_none_without_an_address(catalog: Catalog) -> None:
    bare = Clinic("", "", {name: "" for name in drawings(catalog)})
    for clinic, codes in ((bare, 0), (Clinic(LINK, "", bare.files), 3)):
        tree = handouts(clinic, Voice(catalog, "en"))["handout|T5-6|nerve"]
        found = {mark(node, "svg") for node in inside(tree) if "qr-code" in mark(node, "svg")}
        assert len(found) == codes
