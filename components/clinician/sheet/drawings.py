"""The pictures of a handout: the plates and the body as they are printed, and what is marked on them.

The drawings are fetched once for all handouts; the marks of one lie over them, in the same units. Their ids differ from
those of the drawings on screen, which are in the page at the same time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from catalog import Catalog, Part, Side, explored, marks
from components.kit.markup import el, svg
from components.kit.plate_shapes import shapes

FOLDER = Path(__file__).parents[3] / "assets" / "spine_svg"
FACES = ("front", "back")
LOOKS = {"side": "lateral", "back": "posterior"}
OWN_IDS = "paper-"
NAMED = re.compile(r'(\bid="|url\(#|href="#)')
AREA = re.compile(r'<use href="#(?P<shape>[^"]+)" class="bf-area"(?P<marks>[^>]*)/>')
MARK = re.compile(r'([\w-]+)="([^"]*)"')
HATCH = 7  # units of the figure from line to line

Circle = tuple[float, float, float]


def drawings(catalog: Catalog) -> dict[str, Markup]:
    """The drawings by name, with ids of their own and without what is touched."""
    plates = [f"{look}-{region}" for look in LOOKS.values() for region in explored(catalog)]
    return {name: _renamed(name) for name in (*(f"body-{face}" for face in FACES), *plates)}


@cache
def _read(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def _renamed(name: str) -> Markup:
    return Markup(NAMED.sub(rf"\g<1>{OWN_IDS}", AREA.sub("", _read(name))))


def box(name: str) -> str:
    """The viewBox of a drawing."""
    found = re.search(r'viewBox="([^"]*)"', _read(name))
    assert found  # each drawing has one
    return found[1]


@cache
def _areas(face: str) -> Mapping[tuple[str, str], tuple[str, str | None]]:
    """(area, side) -> the id of its shape, and how that is turned over for this side."""
    found = {}
    for use in AREA.finditer(_read(f"body-{face}")):
        told = dict(MARK.findall(use["marks"]))
        found[told["data-area"], told["data-side"]] = (use["shape"], told.get("transform"))
    return found


def body_marks(catalog: Catalog, level: str, part: Part, side: Side, face: str) -> Markup:
    """Where it can hurt: filled where it often does, hatched where it sometimes does."""
    areas = _areas(face)
    hatch = f"{OWN_IDS}hatch-{face}"
    drawn = [
        el(
            "use",
            href=f"#{OWN_IDS}{areas[place][0]}",
            transform=areas[place][1],
            fill=None if strength == "typical" else f"url(#{hatch})",
            class_=f"mark-{strength}",
            data_mark=f"{place[0]}.{place[1]}",
        )
        for place, strength in marks(catalog, level, part, side).items()
        if place in areas
    ]
    return svg(box(f"body-{face}"), _pattern(hatch), *drawn, class_="marks", aria_hidden="true")


def _pattern(name: str) -> Markup:
    ground = el("path", d=f"M0 0h{HATCH}v{HATCH}H0z", class_="hatch-ground")
    line = el("path", d=f"M0 0h2.7v{HATCH}H0z", class_="hatch-line")
    size = f'width="{HATCH}" height="{HATCH}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    return Markup(f'<pattern id="{name}" {size}>{ground}{line}</pattern>')


def plate_marks(look: str, region: str, level: str, part: Part, side: Side) -> Markup:
    """The joint or nerve of a level, filled and ringed: from the side the one that is seen, from behind those of
    `side`.
    """
    name = f"{LOOKS[look]}-{region}"
    sides = ("left", "right") if side == "both" or look == "side" else (side,)
    found = [shapes(name).get((part, level, each)) for each in sides]
    filled = [el("path", d=shape.path, class_="mark-typical") for shape in found if shape]
    rings = [
        el("circle", cx=x, cy=y, r=radius, class_=f"mark-{line}")
        for x, y, radius in _circles(name, level, part, sides)
        for line in ("edge", "ring")
    ]
    return svg(box(name), *filled, *rings, class_="marks", aria_hidden="true")


@cache
def _anchors() -> dict[str, Any]:
    told: dict[str, Any] = json.loads((FOLDER / "anchors.json").read_text(encoding="utf-8"))
    return told


def _circles(name: str, level: str, part: Part, sides: tuple[str, ...]) -> list[Circle]:
    """From behind the left one stands on the left; from the side there is one."""
    circles: list[Circle] = sorted(tuple(circle) for circle in _anchors()[name]["levels"][level].get(part, []))
    if len(circles) < 2 or len(sides) > 1:
        return circles
    return [circles[0] if sides[0] == "left" else circles[-1]]
