"""Where the facts come from."""

from __future__ import annotations

from dash import html

from catalog import Level, Part, sources_of
from components.kit.citations import source_list
from components.kit.controls import honest
from components.kit.page import page
from components.kit.voice import Voice


def sources(voice: Voice, level: Level | None, part: Part) -> html.Article:
    """The sources behind a level's pain areas and block; without a level, all that the app names."""
    found = sources_of(voice.catalog, level.segment, part) if level else tuple(voice.catalog.sources.values())
    return page(
        voice,
        voice("sources.title"),
        html.P(voice("sources.lead")),
        source_list(found),
        honest(voice("sources.notice")),
        words_only=True,  # a wall screen has no links
    )
