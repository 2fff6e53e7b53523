"""Where a page is about one level and none is chosen: all of them, to choose from."""

from __future__ import annotations

from dash import html

from catalog import explored, levels_in
from components.kit.controls import Node, go
from components.kit.page import page
from components.kit.voice import Voice


def choose(voice: Voice) -> html.Article:
    """Every level by region, each a button."""
    groups: list[Node] = []
    for region in explored(voice.catalog):
        found = [voice.catalog.levels[name] for name in levels_in(voice.catalog, region)]
        buttons = [go(f"at={level.segment}", voice.level(level)) for level in found]
        groups += [html.H2(voice.of(voice.catalog.regions[region].short)), html.Div(buttons, className="links")]
    title = voice("clinician.tool.compare")
    return page(voice, title, html.P(voice("clinician.compare.choose")), *groups)
