"""Finding areas and levels by everyday words of any language; the words are matched in the browser."""

from __future__ import annotations

from dash import html

from catalog import sides_of
from components.kit import contract
from components.kit.markup import attrs
from components.kit.page import page
from components.kit.voice import Voice


def search(voice: Voice) -> html.Article:
    """A place for the field and the results, which the scripts fill in."""
    return page(voice, voice("search.title"), html.Div(id="finder", **attrs(data_finder="")), look="page-search")


def index(voice: Voice) -> list[contract.Found]:
    """What can be found: its words in every language, and buttons (what they change, what they say in this one)."""
    catalog = voice.catalog
    said: dict[tuple[str, str, str], list[str]] = {}
    for word in catalog.synonyms:
        key = ("area", word.area_slug, "") if word.area_slug else ("level", word.segment, word.part)
        said.setdefault(key, []).append(word.phrase)
    found: list[contract.Found] = []
    for area in catalog.areas.values():
        names = [*area.name.values(), *area.short.values(), *area.clinical.values()]
        places = [
            contract.Toggle(toggle=f"{area.slug}.{side}", say=voice(f"area.{side}").capitalize())
            for side in sides_of(area)
        ]
        names += said.get(("area", area.slug, ""), [])
        found.append(contract.Found(words=names, name=voice.of(area.name), buttons=places))
    for level in catalog.levels.values():
        names = [level.segment, level.label, voice.level(level)]
        shown = [
            (part, voice(f"part.{part}"))
            for part in ("facet", "nerve")
            if (part == "facet" and level.kind != "nerve_only") or (part == "nerve" and level.exiting_root)
        ]
        parts = [contract.Go(go=f"at={level.segment}&part={part}&page=", say=text) for part, text in shown]
        words = [word for part in ("", "facet", "nerve") for word in said.get(("level", level.segment, part), [])]
        found.append(contract.Found(words=names + words, name=voice.level(level), buttons=parts))
    return found
