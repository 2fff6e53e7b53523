"""Where it can hurt, on small figures: places that the scripts fill with the page's own drawing and mark."""

from __future__ import annotations

import json
from collections.abc import Mapping

from dash import html

from catalog import Level, Part, Strength
from components.kit.controls import legend
from components.kit.markup import attrs
from components.kit.voice import Voice

Map = Mapping[str, Strength]  # area -> how typical
FACES = ("front", "back")


def figure(face: str, part: Part, areas: Map, name: str) -> html.Div:
    """A place for the figure, which the scripts copy from the page's own and mark."""
    return html.Div(
        className="map-figure",
        role="img",
        **attrs(data_figure=face, data_part=part, data_areas=json.dumps(areas), aria_label=name),
    )


def figures(voice: Voice, level: Level, part: Part, title: str, areas: Map) -> html.Div:
    """The figure from both sides."""
    names = {face: voice("compare.figure", level=level.label, what=title, face=voice(f"body.{face}")) for face in FACES}
    return html.Div([figure(face, part, areas, names[face]) for face in FACES], className="map-figures")


def listed(voice: Voice, part: Part, areas: Map, legends: str = "answer") -> html.Ul:
    """The areas in words, each strength with its swatch."""
    lines = [
        legend(swatch, voice(f"{legends}.{strength}"), f"{voice.areas(slugs)}.")
        for strength, swatch in (("typical", part), ("sometimes", f"{part}-some"))
        if (slugs := [slug for slug, found in areas.items() if found == strength])
    ]
    return html.Ul(lines, className="where")
