"""The parts of the body shown large (data/insets.csv), measured on the drawings: can a finger find each area?

An area of the standing figure can be a few millimetres wide. An inset is the same drawing with another viewBox. For
each area in it this finds the largest square, as it is seen and as it is touched (halo included), in drawing units.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import shapely
from scipy import ndimage

import catalog
from catalog import Placed, placed_insets
from illustrator.body.reading import Area, areas
from illustrator.body.view import View
from illustrator.body.write import SIDES
from illustrator.drawing.arrays import Mask

DATA = Path(__file__).parents[2] / "data"
FINE = 2  # samples per unit
Box = tuple[float, float, float, float]  # left, top, width, height in drawing units


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
        left, top, width, height = box
        right, low = left + width - self.x, top + height - self.y
        room = np.minimum.reduce([self.half, self.x - left, right, self.y - top, low])
        return max(0.0, 2 * float(room.max(initial=0)))


def shown_in(placed: Placed, drawn: list[Area]) -> list[Area]:
    """The areas of an inset that lie on its own side; with both sides shown, those on the right of the picture."""
    side = SIDES[placed.inset.face][0] if placed.side == "mid" else placed.side
    by_name = {(area.slug, area.side): area for area in drawn}
    return [by_name.get((slug, side)) or by_name[slug, "mid"] for slug in placed.inset.areas]


def measured(folder: Path, data: Path = DATA) -> list[dict[str, object]]:
    """Every inset as it is written; squares = side of each area's largest one in units, as seen and as touched."""
    drawn: dict[View, list[Area]] = {view: areas(folder / f"body-{view}.svg") for view in SIDES}
    return [
        {
            "id": placed.id,
            "view": placed.inset.face,
            "squares": {
                area.slug: [round(Squares(shape).largest(placed.box), 1) for shape in (area.seen, area.touched)]
                for area in shown_in(placed, drawn[placed.inset.face])
            },
        }
        for placed in placed_insets(catalog.load(data))
    ]


def write(folder: Path) -> Path:
    """Write insets.json beside the drawings it is measured from."""
    lines = ",\n".join(" " + json.dumps(inset) for inset in measured(folder))
    path = folder / "insets.json"
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return path
