"""Parts of the body shown large, so that every area can be touched with a finger; and the same areas as a text list.

On the standing figure a finger covers three or four areas. A touch there opens the inset whose middle is nearest;
insets reach far over each other, so that whatever was meant lies inside.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dash import html
from dash.development.base_component import Component

from catalog import AreaGroup, Catalog, Placed, placed_insets, sides_of
from components.kit import contract
from components.kit.controls import Node, go, heading
from components.kit.doors import doors, mirror, search_door
from components.kit.icons import icon
from components.kit.markup import attrs
from components.kit.voice import Voice

SIZES = Path(__file__).parents[2] / "assets" / "spine_svg" / "insets.json"


def links(catalog: Catalog) -> dict[str, contract.Inset]:
    """What the scripts need of each inset: id -> face, side, viewBox and areas."""
    return {
        placed.id: contract.Inset(face=placed.inset.face, side=placed.side, box=placed.box, areas=placed.inset.areas)
        for placed in placed_insets(catalog)
    }


def squares() -> dict[str, dict[str, tuple[float, float]]]:
    """face -> area -> side of the largest square in it, in units of the drawing: as seen, and as touched."""
    sizes: dict[str, dict[str, tuple[float, float]]] = {"front": {}, "back": {}}
    for measured in json.loads(SIZES.read_text(encoding="utf-8")):
        found = sizes[measured["view"]]
        for slug, (seen, touched) in measured["squares"].items():
            before = found.get(slug, (0.0, 0.0))
            found[slug] = (max(seen, before[0]), max(touched, before[1]))
    return sizes


def zones(voice: Voice) -> dict[str, list[Component]]:
    """The chooser's views: all parts of the body, the list of each part, each inset. `links` names the insets."""
    catalog = voice.catalog
    made: dict[str, list[Component]] = {"body": _parts_of_body(voice)}
    for group in catalog.area_groups.values():
        made[group.group] = _list(voice, group)
    for placed in placed_insets(catalog):
        made[placed.id] = _picture(voice, placed)
    return made


def names(catalog: Catalog) -> list[str]:
    """Every value that `zone` may have."""
    return ["body", *catalog.area_groups, *(placed.id for placed in placed_insets(catalog))]


def toggle(slug: str, side: str, *children: Node, look: str = "", **attributes: Any) -> html.Button:
    """A button that adds an area to the chosen ones, or takes it away."""
    return html.Button(
        list(children),
        type="button",
        className=f"pick {look}".strip(),
        **attrs(data_toggle=f"{slug}.{side}", aria_pressed="false", **attributes),
    )


def _parts_of_body(voice: Voice) -> list[Component]:
    return [
        heading(voice("hurt.choose")),
        doors(voice),
        html.Div([mirror(voice), search_door(voice)], className="ways"),
        _foot(voice),
    ]


def _list(voice: Voice, group: AreaGroup) -> list[Component]:
    """One row an area: its name, and a button for each side."""
    rows = []
    for area in voice.catalog.areas.values():
        if area.group != group.group:
            continue
        buttons = [
            toggle(
                area.slug,
                side,
                icon("check", "tick"),
                voice(f"area.{side}").capitalize(),
                aria_label=voice.area(area, side),
            )
            for side in sides_of(area)
        ]
        rows.append(html.Li([html.Span(voice.of(area.name)), *buttons]))
    return [
        heading(voice.of(group.name)),
        html.Ul(rows, className="sides"),
        _foot(voice),
    ]


def _picture(voice: Voice, placed: Placed) -> list[Component]:
    """A place for the drawing, which the scripts copy from the figure on the page; chosen places stand below it."""
    inset, name = placed.inset, voice.of(placed.inset.name)
    if placed.side != "mid":
        name = f"{name}, {voice(f'area.{placed.side}')}"
    title = f"{name}. {voice(f'body.{inset.face}')}."
    return [
        heading(title),
        html.Div(className="inset", key=placed.id, **attrs(data_inset=placed.id)),
        html.P(voice("hurt.hint"), className="so-far"),
        _foot(voice, go(f"zone={inset.group}", voice("hurt.list"))),
    ]


def _foot(voice: Voice, *before: Node) -> html.Div:
    return html.Div(
        [*before, go("zone=", voice("hurt.show"), icon("next"), look="btn-first btn-show")],
        className="foot",
    )
