"""Finding areas, levels, blocks and pages by words of any language; the words are matched in the browser."""

from __future__ import annotations

from collections.abc import Iterator

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
    return [*_areas(voice), *_levels(voice), *_blocks(voice), *_pages(voice)]


def _areas(voice: Voice) -> Iterator[contract.Found]:
    for area in voice.catalog.areas.values():
        names = [*area.name.values(), *area.short.values(), *area.clinical.values()]
        places = [
            contract.Toggle(toggle=f"{area.slug}.{side}", say=voice(f"area.{side}").capitalize())
            for side in sides_of(area)
        ]
        words = _said(voice, "area_slug", area.slug)
        yield contract.Found(words=names + words, name=voice.of(area.name), buttons=places)


def _levels(voice: Voice) -> Iterator[contract.Found]:
    for level in voice.catalog.levels.values():
        names = [level.segment, level.label, voice.level(level)]
        shown = [
            (part, voice(f"part.{part}"))
            for part in ("facet", "nerve")
            if (part == "facet" and level.kind != "nerve_only") or (part == "nerve" and level.exiting_root)
        ]
        parts = [contract.Go(go=f"at={level.segment}&part={part}&page=", say=text) for part, text in shown]
        words = _said(voice, "segment", level.segment)
        yield contract.Found(words=names + words, name=voice.level(level), buttons=parts)


def _blocks(voice: Voice) -> Iterator[contract.Found]:
    for block in voice.catalog.blocks.values():
        names = [*block.name.values(), *block.clinical.values()]
        door = contract.Go(go=f"page=block&block={block.block_id}", say=voice("search.read"))
        words = _said(voice, "block_id", block.block_id)
        yield contract.Found(words=names + words, name=voice.of(block.name), buttons=[door])


def _pages(voice: Voice) -> Iterator[contract.Found]:
    for name in dict.fromkeys(word.page for word in voice.catalog.synonyms if word.page):
        title = voice(f"{name}.title")
        door = contract.Go(go=f"page={name}&block=", say=voice("search.read"))
        yield contract.Found(words=[title, *_said(voice, "page", name)], name=title, buttons=[door])


def _said(voice: Voice, column: str, value: str) -> list[str]:
    """The synonyms that have this value in this column."""
    return [word.phrase for word in voice.catalog.synonyms if getattr(word, column) == value]
