"""Plates: a drawing of the spine with its labels, leader lines and touch targets, in one coordinate system.

A plate is 400 wide and 1000 high. The left part holds the labels, the drawing stands right of it. In an enlarged
region every level has the same
share of the label column, so that twelve mid-back levels are still wide enough for a finger; a slanted border leads
from the label's share to
the level's true band on the drawing, and a leader line to its disc. The targets tile the plate: no gap, no overlap.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from components.kit.markup import el, svg

FOLDER = Path(__file__).parents[2] / "assets" / "spine_svg"
WIDTH, HEIGHT, LABELS = 400.0, 1000.0, 118.0
MARGIN = 10.0
TARGET = 84.0  # 44 px on a phone's plate of 211 px, 82 px on a wall screen's of 390 px
LOOKS = {"side": "lateral", "back": "posterior"}

Point = tuple[float, float]
Circle = tuple[float, float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Placed:
    """Where a drawing's units land on the plate: plate = origin + scale * (unit - box)."""

    box: Box
    x: float
    y: float
    scale: float

    def at(self, x: float, y: float) -> Point:
        return self.x + (x - self.box[0]) * self.scale, self.y + (y - self.box[1]) * self.scale


@dataclass(frozen=True)
class Spot:
    """A level in the units of its drawing: where its band starts, where a leader line ends, its joints and nerves
    as (x, y, radius).
    """

    top: float
    target: Point
    facet: tuple[Circle, ...]
    nerve: tuple[Circle, ...]


@dataclass(frozen=True)
class View:
    """The points of one drawing, written by the illustrator; `regions` (where each starts) in whole views only."""

    box: Box
    spots: dict[str, Spot]
    regions: dict[str, float]


def load_views(folder: Path = FOLDER) -> dict[str, View]:
    """All drawings' points by name, from anchors.json."""
    told: dict[str, Any] = json.loads((folder / "anchors.json").read_text(encoding="utf-8"))
    return {name: _view(found) for name, found in told.items()}


def _view(found: dict[str, Any]) -> View:
    x, y, width, height = (float(number) for number in found["viewBox"].split())
    spots = {name: _spot(level) for name, level in found["levels"].items()}
    regions = {name: region["top"] for name, region in found.get("regions", {}).items()}
    return View((x, y, width, height), spots, regions)


def _spot(level: dict[str, Any]) -> Spot:
    circles = {part: tuple((x, y, radius) for x, y, radius in level.get(part, [])) for part in ("facet", "nerve")}
    target = level.get("disc") or (circles["nerve"] or circles["facet"])[0]
    return Spot(level["top"], (target[0], target[1]), circles["facet"], circles["nerve"])


def place(box: Box, left: float, width: float) -> Placed:
    """Fit a drawing into the plate right of `left`, centred, its shape kept."""
    scale = min(width / box[2], (HEIGHT - 2 * MARGIN) / box[3])
    return Placed(box, left + (width - box[2] * scale) / 2, (HEIGHT - box[3] * scale) / 2, scale)


def drawing(view: str, placed: Placed, folder: Path = FOLDER) -> Markup:
    """The drawing of a view, set into the plate."""
    text = (folder / f"{view}.svg").read_text(encoding="utf-8")
    _, _, width, height = placed.box
    place_ = (
        f'x="{placed.x:.1f}" y="{placed.y:.1f}" width="{width * placed.scale:.1f}" height="{height * placed.scale:.1f}"'
    )
    return Markup(text.replace("<svg ", f"<svg {place_} ", 1))


def polygon(points: list[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def frame(name: str, *children: str) -> Markup:
    """The plate's root: a group of buttons, so never role=img."""
    return svg(
        f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        *children,
        class_="plate",
        data_plate=name,
        role="group",
        data_say=f"plate:{name}",
    )


def button(node: str, shape: Markup, part: str | None = None, first: bool = False) -> Markup:
    """A touch target: chosen by a tap, or by Enter and Space; one tab stop for the whole plate."""
    say = f"{node}|{part}" if part else node
    return el(
        "g",
        shape,
        role="button",
        tabindex="0" if first else "-1",
        data_node=node,
        data_part=part,
        data_say=say,
        aria_pressed="false",
        class_="hit hit-part" if part else "hit",
    )
