"""One voice on safety: on every page, in every language, a sign has one urgency, and nothing normal is also an alarm.

What is read are the trees of the built app: every answer, page and part, text by text, with the heading above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from dash.development.base_component import Component

from catalog import Catalog
from catalog.checking.urgency import OneVoice
from components import states
from components.kit.voice import Voice

HEADINGS = ("H1", "H2", "H3", "Summary")
TEXTS = ("Li", "P", "Td", "Th", "Figcaption")
Unit = tuple[str, str]  # a text, and what it stands under


@pytest.fixture(scope="session")
def one(catalog: Catalog) -> OneVoice:
    return OneVoice(catalog.signs, catalog.urgency_words)


def words(node: Any, parts: dict[str, Any]) -> str:
    if isinstance(node, (list, tuple)):
        return " ".join(filter(None, (words(each, parts) for each in node)))
    if not isinstance(node, Component):
        return "" if node is None else str(node)
    name = getattr(node, "data-insert", None)
    return words(parts[name] if name else getattr(node, "children", None), parts)


def units(node: Any, parts: dict[str, Any], under: list[str]) -> Iterator[Unit]:
    """Each text once, with the last heading before it and the alarm that follows the heading. `under` is changed."""
    if isinstance(node, (list, tuple)):
        for each in node:
            yield from units(each, parts, under)
        return
    if not isinstance(node, Component):
        return
    kind, look = type(node).__name__, str(getattr(node, "className", ""))
    name = getattr(node, "data-insert", None)
    if kind in HEADINGS:
        under[:] = [words(node, parts)]
    elif "sx-alert" in look:
        under.append(words(node, parts))
    elif "first-signs" in look or (kind in TEXTS and not name):
        yield words(node, parts), " ".join(under)
    else:
        yield from units(parts[name] if name else getattr(node, "children", None), parts, under)


def everything(catalog: Catalog, language: str) -> Iterator[Unit]:
    voice = Voice(catalog, language)
    told, pages = states.words(voice, "", ""), states.pages(voice)
    trees = [*told.levels.values(), *told.detail.values(), *told.pages.values()]
    trees += [tree for name, tree in pages.items() if not isinstance(tree, list) and name != "found"]
    for tree in trees:
        yield from units(tree, pages, [])
    for flag in catalog.red_flags:
        if flag.kind == "red_flag":  # the scripts put these under "get help now" or "see a doctor today"
            heading = "hurt.new" if flag.action == "emergency" else "emergency.urgent"
            yield words(told.pain.flags[flag.id], {}), voice(heading)
    for text in (*told.pain.own.values(), *told.pain.none.values()):
        yield text, ""


@pytest.mark.parametrize("language", ["en", "es"])
def test_d4_a_sign_has_one_urgency_on_every_page_and_is_normal_only_with_its_limit(
    catalog: Catalog, one: OneVoice, language: str
) -> None:
    found = list(dict.fromkeys(everything(catalog, language)))
    wrong = [
        (line, text, under) for text, under in found for line in one.against(language, text, one.told(language, under))
    ]
    assert wrong == []
    assert len(found) > 1000


@pytest.mark.parametrize("language", ["en", "es"])
def test_d4_every_sign_is_told_somewhere_with_its_urgency(catalog: Catalog, one: OneVoice, language: str) -> None:
    """The words by which a sign is known are those of the pages; a sign that nothing tells would test nothing."""
    told = {
        sign.sign
        for text, under in everything(catalog, language)
        for sign in one.signs_in(language, text)
        if sign.urgency in one.told(language, f"{under} {text}")
    }
    assert {sign.sign for sign in catalog.signs} - told == set()
    normal = " ".join(text for text, under in everything(catalog, language) if "normal" in one.told(language, under))
    assert normal
