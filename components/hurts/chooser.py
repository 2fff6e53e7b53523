"""Parts of the body shown large, so that every area can be touched with a finger; and the same areas as a text list.

On the standing figure a finger covers three or four areas. A touch there opens the inset whose middle is nearest;
insets reach far over each other, so that whatever was meant lies inside.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dash import html

from catalog import AreaGroup, Catalog, sides_of
from components.kit import contract
from components.kit.controls import Node, go, heading
from components.kit.doors import doors, mirror, search_door
from components.kit.icons import icon
from components.kit.markup import attrs
from components.kit.voice import Voice

SIZES = Path(__file__).parents[2] / "assets" / "spine_svg" / "insets.json"
CENTRE = 300  # the figure's midline, in units of its drawing
ASPECT = 1.15  # width to height of every inset


@dataclass(frozen=True)
class Inset:
    """A crop of the figure seen from `face`; `middle` and `height` in units of its drawing.

    `side` is "mid" where both sides are shown. `areas` are those that a finger can hit in it.
    """

    name: str
    face: str
    side: str
    middle: tuple[float, float]
    height: float
    group: str
    areas: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.face}-{self.name}" + ("" if self.side == "mid" else f"-{self.side}")

    @property
    def box(self) -> tuple[float, float, float, float]:
        """viewBox: left, top, width, height."""
        width = self.height * ASPECT
        return (
            round(self.middle[0] - width / 2, 1),
            round(self.middle[1] - self.height / 2, 1),
            round(width, 1),
            self.height,
        )


# face, name, middle from the midline to the picture's right (0 = both sides), its y, height, group, areas
TABLE: tuple[tuple[str, str, float, float, float, str, str], ...] = (
    (
        "front",
        "head",
        0,
        56,
        126,
        "head-neck",
        "head-forehead-eye head-temple",
    ),
    (
        "front",
        "neck",
        0,
        158,
        130,
        "head-neck",
        "neck-front shoulder-top chest-upper",
    ),
    (
        "front",
        "shoulder",
        68,
        230,
        144,
        "shoulder-arm",
        "neck-front shoulder-top shoulder-outer upper-arm-outer upper-arm-inner chest-upper chest-lower "
        "ribs-side belly-upper",
    ),
    (
        "front",
        "chest",
        0,
        284,
        186,
        "chest-belly",
        "shoulder-outer upper-arm-outer upper-arm-inner chest-upper chest-lower ribs-side belly-upper belly-lower",
    ),
    (
        "front",
        "hips",
        0,
        462,
        172,
        "low-back-hips",
        "belly-lower groin saddle hip-outer thigh-front thigh-inner thigh-outer",
    ),
    (
        "front",
        "forearm",
        134,
        352,
        160,
        "shoulder-arm",
        "upper-arm-outer upper-arm-inner forearm-thumb-side forearm-little-side chest-lower ribs-side "
        "belly-lower groin hip-outer",
    ),
    (
        "front",
        "hand",
        217,
        477,
        117,
        "hand",
        "forearm-thumb-side forearm-little-side hand-thumb-index hand-middle hand-ring-little",
    ),
    (
        "front",
        "thigh",
        0,
        550,
        186,
        "leg",
        "groin saddle hip-outer thigh-front thigh-inner thigh-outer knee-front",
    ),
    (
        "front",
        "shin",
        0,
        738,
        218,
        "leg",
        "thigh-inner thigh-outer knee-front shin-inner shin-outer",
    ),
    (
        "front",
        "foot",
        70,
        915,
        106,
        "foot",
        "shin-inner shin-outer foot-top foot-outer",
    ),
    (
        "back",
        "head",
        0,
        116,
        152,
        "head-neck",
        "head-temple head-back neck-upper-back neck-middle-back neck-lower-back shoulder-top "
        "shoulder-blade-upper-corner shoulder-blade-inner shoulder-blade-flat",
    ),
    (
        "back",
        "blade",
        0,
        212,
        174,
        "upper-back",
        "neck-middle-back neck-lower-back shoulder-top shoulder-outer shoulder-blade-upper-corner "
        "shoulder-blade-inner shoulder-blade-flat upper-arm-back ribs-side mid-back lower-rib-back",
    ),
    (
        "back",
        "arm",
        86,
        282,
        148,
        "shoulder-arm",
        "shoulder-outer shoulder-blade-inner shoulder-blade-flat upper-arm-outer upper-arm-back "
        "forearm-thumb-side forearm-little-side forearm-back ribs-side mid-back lower-rib-back low-back "
        "belt-line",
    ),
    (
        "back",
        "trunk",
        0,
        300,
        160,
        "upper-back",
        "shoulder-outer shoulder-blade-inner shoulder-blade-flat upper-arm-back ribs-side mid-back "
        "lower-rib-back low-back belt-line",
    ),
    (
        "back",
        "lowback",
        0,
        402,
        188,
        "low-back-hips",
        "upper-arm-back ribs-side lower-rib-back low-back belt-line tailbone buttock saddle hip-outer thigh-back",
    ),
    (
        "back",
        "seat",
        0,
        488,
        172,
        "low-back-hips",
        "low-back belt-line tailbone buttock saddle hip-outer thigh-outer thigh-back",
    ),
    (
        "back",
        "forearm",
        117,
        352,
        118,
        "shoulder-arm",
        "upper-arm-outer upper-arm-back forearm-thumb-side forearm-little-side forearm-back ribs-side belt-line",
    ),
    (
        "back",
        "hand",
        215,
        482,
        117,
        "hand",
        "forearm-thumb-side forearm-little-side forearm-back hand-thumb-index hand-middle hand-ring-little",
    ),
    (
        "back",
        "thigh",
        0,
        582,
        178,
        "leg",
        "thigh-outer thigh-back calf shin-outer",
    ),
    (
        "back",
        "calf",
        58,
        708,
        108,
        "leg",
        "thigh-outer thigh-back shin-outer calf",
    ),
    (
        "back",
        "foot",
        68,
        874,
        112,
        "foot",
        "shin-outer calf foot-outer foot-sole",
    ),
)


def _sides(face: str) -> tuple[str, str]:
    """The person's own side on the right and on the left of the picture."""
    return ("left", "right") if face == "front" else ("right", "left")


def insets() -> list[Inset]:
    """Every inset, one for each side where it does not show both."""
    made = []
    for face, name, x, y, height, group, areas in TABLE:
        placed = [("mid", CENTRE + x)] if x == 0 else list(zip(_sides(face), (CENTRE + x, CENTRE - x), strict=True))
        made += [Inset(name, face, side, (middle, y), height, group, tuple(areas.split())) for side, middle in placed]
    return made


def links() -> dict[str, contract.Inset]:
    """What the scripts need of each inset: id -> face, side, viewBox and areas."""
    return {
        inset.id: contract.Inset(face=inset.face, side=inset.side, box=inset.box, areas=inset.areas)
        for inset in insets()
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


def zones(voice: Voice) -> dict[str, list[Node]]:
    """The chooser's views: all parts of the body, the list of each part, each inset. `links` names the insets."""
    catalog = voice.catalog
    made: dict[str, list[Node]] = {"body": _parts_of_body(voice)}
    for group in catalog.area_groups.values():
        made[group.group] = _list(voice, group)
    for inset in insets():
        made[inset.id] = _picture(voice, inset)
    return made


def names(catalog: Catalog) -> list[str]:
    """Every value that `zone` may have."""
    return ["body", *catalog.area_groups, *(inset.id for inset in insets())]


def toggle(slug: str, side: str, *children: Node, look: str = "", **attributes: Any) -> html.Button:
    """A button that adds an area to the chosen ones, or takes it away."""
    return html.Button(
        list(children),
        type="button",
        className=f"pick {look}".strip(),
        **attrs(data_toggle=f"{slug}.{side}", aria_pressed="false", **attributes),
    )


def _parts_of_body(voice: Voice) -> list[Node]:
    return [
        heading(voice("hurt.choose")),
        doors(voice),
        html.Div([mirror(voice), search_door(voice)], className="ways"),
        _foot(voice),
    ]


def _list(voice: Voice, group: AreaGroup) -> list[Node]:
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


def _picture(voice: Voice, inset: Inset) -> list[Node]:
    """A place for the drawing, which the scripts copy from the figure on the page; chosen places stand below it."""
    name = voice(f"inset.{inset.name}")
    if inset.side != "mid":
        name = f"{name}, {voice(f'area.{inset.side}')}"
    title = f"{name}. {voice(f'body.{inset.face}')}."
    return [
        heading(title),
        html.Div(className="inset", key=inset.id, **attrs(data_inset=inset.id)),
        html.P(voice("hurt.hint"), className="so-far"),
        _foot(voice, go(f"zone={inset.group}", voice("hurt.list"))),
    ]


def _foot(voice: Voice, *before: Node) -> html.Div:
    return html.Div(
        [*before, go("zone=", voice("hurt.show"), icon("next"), look="btn-first btn-show")],
        className="foot",
    )
