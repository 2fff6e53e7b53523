"""View boxes that show one part of the body large enough to touch its areas, found by trying.

An area of the standing figure can be a few millimetres wide. Each inset is the same drawing with another viewBox, so
chosen that the area that is hardest to touch (halo included) gets the largest square while enough stays in sight.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from scipy import ndimage

from illustrator.body.reading import Area, areas
from illustrator.body.view import CENTRE, View
from illustrator.body.write import SIDES
from illustrator.drawing.arrays import Floats, Mask

ASPECT = 0.9  # width to height of every inset: it must not change its size from part to part
WIDTH_PX = 424  # of the smallest inset; a width in units follows from it
ENOUGH_PX = 83  # 20 mm on a 21.5 inch screen is 81 px (standard A2); beyond that, showing more is worth more
FINE = 2  # samples per unit


@dataclass(frozen=True)
class Group:
    """Areas shown together, and the least share of their skin that stays in sight: a hand must show its fingers.

    On the midline both sides are shown at once.
    """

    name: str
    view: View
    slugs: tuple[str, ...]
    in_sight: float = 0.6
    midline: bool = False


GROUPS = (
    Group("head", "front", ("head-forehead-eye", "head-temple"), 0.8, True),
    Group("neck", "front", ("neck-front", "shoulder-top"), 0.8, True),
    Group("shoulder", "front", ("shoulder-top", "shoulder-outer")),
    Group("upper-arm", "front", ("upper-arm-outer", "upper-arm-inner")),
    Group("forearm", "front", ("forearm-thumb-side", "forearm-little-side")),
    Group("hand", "front", ("hand-thumb-index", "hand-middle", "hand-ring-little"), 0.9),
    Group("trunk", "front", ("chest-upper", "chest-lower", "ribs-side", "belly-upper")),
    Group("hips", "front", ("belly-lower", "groin", "hip-outer", "saddle"), 0.5),
    Group("thigh", "front", ("thigh-front", "thigh-inner", "thigh-outer", "knee-front")),
    Group("shin", "front", ("knee-front", "shin-inner", "shin-outer")),
    Group("foot", "front", ("foot-top", "foot-outer"), 0.95),
    Group("head", "back", ("head-temple", "head-back"), 0.8, True),
    Group("neck", "back", ("neck-upper-back", "neck-middle-back", "neck-lower-back"), 0.8, True),
    Group("shoulder-blade", "back", ("shoulder-top", "shoulder-blade-upper-corner", "shoulder-blade-inner",
                                     "shoulder-blade-flat")),
    Group("upper-arm", "back", ("shoulder-outer", "upper-arm-outer", "upper-arm-back")),
    Group("forearm", "back", ("forearm-thumb-side", "forearm-back", "forearm-little-side")),
    Group("hand", "back", ("hand-thumb-index", "hand-middle", "hand-ring-little"), 0.9),
    Group("trunk", "back", ("mid-back", "lower-rib-back", "ribs-side")),
    Group("hips", "back", ("low-back", "belt-line", "buttock", "hip-outer")),
    Group("seat", "back", ("tailbone", "saddle", "buttock", "hip-outer")),
    Group("thigh", "back", ("thigh-back", "thigh-outer")),
    Group("shin", "back", ("calf", "shin-outer")),
    Group("foot", "back", ("foot-outer", "foot-sole"), 0.95),
)  # fmt: skip


@dataclass(frozen=True)
class Box:
    """A viewBox: left, top and width in drawing units."""

    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        return self.width / ASPECT

    def mirrored(self) -> "Box":
        return Box(2 * CENTRE - self.x - self.width, self.y, self.width)

    def text(self) -> str:
        return " ".join(f"{value:g}" for value in (self.x, self.y, self.width, round(self.height, 1)))


class Squares:
    """For every point inside a shape, half the side of the largest upright square around it."""

    def __init__(self, shape: shapely.Geometry) -> None:
        left, top, right, bottom = shape.bounds
        x = np.arange(np.floor(left), right + 1, 1 / FINE) + 0.5 / FINE
        y = np.arange(np.floor(top), bottom + 1, 1 / FINE) + 0.5 / FINE
        inside: Mask = np.pad(shapely.contains_xy(shape, *np.meshgrid(x, y)), 1)
        half = ndimage.distance_transform_cdt(inside, metric="chessboard")[1:-1, 1:-1]
        rows, columns = np.nonzero(half)
        self.x, self.y, self.half = x[columns], y[rows], (half[rows, columns] - 0.5) / FINE

    def largest(self, box: Box | None = None) -> float:
        """Side in units of the largest square in the shape, and in the box if one is given."""
        if box is None:
            return 2 * float(self.half.max(initial=0))
        right, low = box.x + box.width - self.x, box.y + box.height - self.y
        room = np.minimum.reduce([self.half, self.x - box.x, right, self.y - box.y, low])
        return max(0.0, 2 * float(room.max(initial=0)))


def _of_group(group: Group, drawn: list[Area]) -> list[Area]:
    """The group's areas on the right of the picture (or on the midline)."""
    return [a for a in drawn if a.slug in group.slugs and a.side in (SIDES[group.view][0], "mid")]


def _share(points: Floats, box: Box) -> float:
    half = np.array([box.width, box.height]) / 2
    return float((np.abs(points - [box.x, box.y] - half) < half).all(1).mean())


def _candidates(group: Group, bounds: tuple[float, float, float, float]) -> Iterator[Box]:
    left, top, right, bottom = bounds
    for width in (44, 48, 52, 56, 60, 64, 68, 72, 76, 80, 84, 88, 92, 96, 100, 106, 112, 120, 130, 140, 156, 172):
        height = width / ASPECT
        columns = [CENTRE - width / 2] if group.midline else np.arange(left - width * 0.4, right - width * 0.6 + 1, 4)
        for x in columns:
            for y in np.arange(top - height * 0.4, bottom - height * 0.6 + 1, 4):
                yield Box(round(float(x)), round(float(y)), width)


def best(group: Group, drawn: list[Area]) -> Box:
    """The group's box on the right of the picture."""
    shown = _of_group(group, drawn)
    squares = [Squares(area.touched) for area in shown]
    skin = [Squares(area.seen) for area in shown]
    points = np.concatenate([np.c_[s.x, s.y] for s in skin])[::7]
    whole = shapely.union_all([area.seen for area in shown])
    found, score = Box(0, 0, 1), -1.0
    for box in _candidates(group, whole.bounds):
        share = _share(points, box)
        if share < group.in_sight:
            continue
        smallest = min(square.largest(box) for square in squares) * WIDTH_PX / box.width
        worth = min(smallest, ENOUGH_PX) + 15 * share
        if worth > score:
            found, score = box, worth
    return found


def measured(folder: Path) -> list[dict[str, object]]:
    """Every inset as it is written; squares = side of each area's largest one in units, as seen and as touched."""
    drawn: dict[View, list[Area]] = {view: areas(folder / f"body-{view}.svg") for view in SIDES}
    found: list[dict[str, object]] = []
    for group in GROUPS:
        box = best(group, drawn[group.view])
        right, left = SIDES[group.view]
        shown = _of_group(group, drawn[group.view])
        squares = {a.slug: [round(Squares(s).largest(box), 1) for s in (a.seen, a.touched)] for a in shown}
        for side, placed in [("mid", box)] if group.midline else [(right, box), (left, box.mirrored())]:
            entry = {"id": f"{group.name}-{group.view}-{side}", "group": group.name, "view": group.view, "side": side}
            found.append({**entry, "viewBox": placed.text(), "areas": list(group.slugs), "squares": squares})
    return found


def write(folder: Path) -> Path:
    """Write insets.json beside the drawings it is measured from."""
    lines = ",\n".join(" " + json.dumps(inset) for inset in measured(folder))
    path = folder / "insets.json"
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return path
