"""Every count in a sentence says who was counted; a comparison says with what; a trial's groups are told whole.

The rule: the sentence itself, or the block it stands in (its paragraph or row with the heading above; its whole
figure), holds one of the names of who was counted that counted.csv lists. "People" and "a group" name nobody. So a new
sentence passes only by naming those of the list, or by a new name in it, which is read by whoever adds it.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash.development.base_component import Component

from catalog import Catalog
from components import states
from components.kit.voice import Voice

LANGUAGES = ("en", "es")
HEADINGS = ("H2", "H3")
TEXTS = ("P", "Li", "Td", "Th", "Figcaption", "Span", "Summary")
Parts = dict[str, Any]
Rules = dict[tuple[str, str], re.Pattern[str]]


@pytest.fixture(scope="session")
def rules() -> Rules:
    """All patterns of a kind and a language as one."""
    found = defaultdict(list)
    with (Path(__file__).parent / "counted.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["why"]
            found[row["kind"], row["language"]].append(f"(?:{row['pattern']})")
    return {key: re.compile("|".join(patterns), re.IGNORECASE) for key, patterns in found.items()}


def for_clinicians(node: Component) -> bool:
    return bool(getattr(node, "data-when", "") == "view=clinician")


def below(node: Any, parts: Parts) -> Any:
    """What a component holds, parts put in."""
    name = getattr(node, "data-insert", None)
    return parts[name] if name else getattr(node, "children", None)


def words(node: Any, parts: Parts) -> str:
    """The text of the patient's voice."""
    if isinstance(node, (list, tuple)):
        return " ".join(filter(None, (words(each, parts) for each in node)))
    if not isinstance(node, Component):
        return "" if node is None else " ".join(str(node).split())
    return "" if for_clinicians(node) else words(below(node, parts), parts)


def texts(node: Any, parts: Parts, heading: list[str], figure: str = "") -> Iterator[tuple[str, str]]:
    """Each text, and the block that it stands in: the whole figure, else itself with the heading above it."""
    if isinstance(node, (list, tuple)):
        for each in node:
            yield from texts(each, parts, heading, figure)
        return
    if not isinstance(node, Component):
        if node is not None:
            yield " ".join(str(node).split()), figure or heading[0]
        return
    if for_clinicians(node):
        return
    kind, look, inside = type(node).__name__, str(getattr(node, "className", "")).split(), below(node, parts)
    if "sources" in look:  # titles of papers
        return
    if kind in HEADINGS:
        heading[:] = [words(node, parts)]
    if kind in TEXTS and not nested(inside):
        said = words(inside, parts)
        yield said, figure or f"{heading[0]} {said}"
        return
    whole = words(node, parts) if not figure and {"figure", "people"} & set(look) else figure
    yield from texts(inside, parts, heading, whole)


def nested(node: Any) -> bool:
    """Whether texts of their own stand below."""
    if isinstance(node, (list, tuple)):
        return any(nested(each) for each in node)
    if not isinstance(node, Component):
        return False
    own = type(node).__name__ in (*HEADINGS, "P", "Li", "Td", "Div", "Details", "Figure", "Table")
    return own or nested(getattr(node, "children", None))


def everything(voice: Voice) -> Iterator[tuple[str, str]]:
    """All texts of all pages, each with its block."""
    told, parts = states.words(voice, "", ""), states.pages(voice)
    trees = [*told.levels.values(), *told.detail.values(), *told.pages.values()]
    trees += [tree for name, tree in parts.items() if name.split("|")[0] in ("block", "options", "diary", "questions")]
    for tree in trees:
        yield from texts(tree, parts, [""])


def unnamed(rules: Rules, language: str, text: str, block: str) -> list[str]:
    """The sentences of a text that count and do not say whom, or compare and do not say with what."""
    kinds = ("count", "who", "claim", "against", "except")
    count, who, claim, against, excepted = (rules[kind, language] for kind in kinds)
    counting = [one for one in re.split(r"(?<=[.!?:]) (?=\S)", text) if count.search(one) and not excepted.search(one)]
    return [one for one in counting if not who.search(block) or (claim.search(one) and not against.search(block))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_e5_every_count_says_who_was_counted_and_with_what_compared(
    catalog: Catalog, rules: Rules, language: str
) -> None:
    found = list(dict.fromkeys(everything(Voice(catalog, language))))
    assert [(one, block) for text, block in found for one in unnamed(rules, language, text, block)] == []
    assert sum(bool(rules["count", language].search(text)) for text, _ in found) > 60


@pytest.mark.parametrize(
    ("language", "text", "block"),
    [
        ("en", "28 people in the first group.", "One small trial, 2000. 28 people in the first group."),
        ("en", "One study had 46 people.", "As a treatment. One study had 46 people. Pain was lower."),
        ("en", "3 in 10 felt better.", "What studies say"),
        ("en", "12 more of 100 did well with it.", "Sciatica. 12 more of 100 did well with it."),
        ("es", "28 personas en el primer grupo.", "Un estudio pequeño, 2000. 28 personas en el primer grupo."),
        ("es", "3 de cada 10 mejoraron.", "Qué dicen los estudios"),
    ],
)
def test_e5_a_count_of_nobody_is_told(rules: Rules, language: str, text: str, block: str) -> None:
    assert unnamed(rules, language, text, block) == [text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_e5_a_trial_tells_the_size_of_each_group_that_is_drawn_as_it_was_counted(
    catalog: Catalog, language: str
) -> None:
    parts, drawn = states.pages(Voice(catalog, language)), 0
    for block in catalog.blocks:
        for section in figures(parts[f"block|{block}"], parts):
            totals = {getattr(one, "data-total") for one in people(section, parts)} - {"100"}
            said = [words(one, parts) for one in section.children[-1].children[:2]]
            assert all(re.search(rf"\b{total}\b", said[1]) for total in totals), said
            drawn += len(totals)
    assert drawn


def looks(node: Any, parts: Parts, look: str) -> Iterator[Component]:
    if isinstance(node, (list, tuple)):
        for each in node:
            yield from looks(each, parts, look)
    elif isinstance(node, Component):
        if look in str(getattr(node, "className", "")).split():
            yield node
        yield from looks(below(node, parts), parts, look)


def figures(page: Any, parts: Parts) -> list[Component]:
    return [one for one in looks(page, parts, "figure") if type(one).__name__ == "Section"]


def people(section: Component, parts: Parts) -> list[Component]:
    return list(looks(section, parts, "people"))
