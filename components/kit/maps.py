"""The body with a map on it, beside the words of a page."""

from __future__ import annotations

import json
from collections.abc import Mapping

from dash import html

from catalog import Part, Strength
from components.kit.markup import attrs

FACES = ("front", "back")


def figure(face: str, part: Part, areas: Mapping[str, Strength], name: str) -> html.Div:
    """A place for the figure, which the scripts copy from the page's own and mark."""
    return html.Div(
        className="map-figure",
        role="img",
        **attrs(data_figure=face, data_part=part, data_areas=json.dumps(areas), aria_label=name),
    )
