"""The shapes of a plate of the spine: outline and middle of each bone, joint and nerve, read from its drawing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

FOLDER = Path(__file__).parents[2] / "assets" / "spine_svg"
SHAPE = re.compile(
    r'<g id="[^"]*" class="sp-st sp-\w+"(?P<marks>[^>]*)><path id="[^"]*" class="sp-b" d="(?P<path>[^"]*)"'
)
MARK = re.compile(r'data-(\w+)="([^"]*)"')

Point = tuple[float, float]
Key = tuple[str, str, str]  # structure, bone or level, side ("" where it has both)


@dataclass(frozen=True)
class Shape:
    """`path`: its outline in the plate's units; `points`: the ends of the steps of the outline."""

    path: str
    points: tuple[Point, ...]

    @property
    def middle(self) -> Point:
        xs, ys = zip(*self.points, strict=True)
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


@cache
def shapes(plate: str) -> dict[Key, Shape]:
    """The shapes of `posterior-lumbar` and its like, by structure, bone or level, and side."""
    text = (FOLDER / f"{plate}.svg").read_text(encoding="utf-8")
    found: dict[Key, Shape] = {}
    for shape in SHAPE.finditer(text):
        marks = dict(MARK.findall(shape["marks"]))
        where = marks.get("bone") or marks.get("level", "")
        found[marks["structure"], where, marks.get("side", "")] = Shape(shape["path"], tuple(_ends(shape["path"])))
    return found


@cache
def foramina(plate: str) -> dict[str, tuple[Point, Point]]:
    """Where the root of each level of `posterior-lumbar` and its like leaves, left and right, as seen from behind."""
    told = json.loads((FOLDER / "anchors.json").read_text(encoding="utf-8"))
    found = {level: sorted(spots.get("nerve", [])) for level, spots in told[plate]["levels"].items()}
    return {level: ((pair[0][0], pair[0][1]), (pair[1][0], pair[1][1])) for level, pair in found.items() if pair}


def _ends(path: str) -> Iterator[Point]:
    """The ends of the steps of a path."""
    pen = RecordingPen()
    parse_path(path, pen)
    for _, points in pen.value:
        if points:  # closing the path has none
            x, y = points[-1]
            yield float(x), float(y)
