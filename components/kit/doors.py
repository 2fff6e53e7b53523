"""The ways into touch where it hurts: parts of the body, left and right as in a mirror, the search."""

from __future__ import annotations

from dash import html

from components.kit.controls import choice, go, iconed, switch
from components.kit.markup import attrs
from components.kit.voice import Voice


def doors(voice: Voice) -> html.Div:
    """The parts of the body as buttons that open their lists."""
    groups = voice.catalog.area_groups.values()
    return html.Div(
        [go(f"zone={group.group}", voice.of(group.name), look="zone") for group in groups], className="zones"
    )


def mirror(voice: Voice) -> html.Div:
    """For people who think of their left as on the left of the picture, as in a mirror."""
    halves = choice("mirror", "", voice("mirror.off")), choice("mirror", "1", voice("mirror.on"))
    return html.Div(
        [
            html.Span(voice("mirror.label"), className="muted", **attrs(aria_hidden="true")),
            switch(voice("mirror.label"), *halves, look="switch-mirror"),
        ],
        className="mirror",
    )


def search_door(voice: Voice) -> html.Button:
    """Opens the search; a wall screen shows no text field, so it hides this."""
    return go("page=search", *iconed("question", voice("search.title")), look="search-door")
