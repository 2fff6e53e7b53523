"""A strip of air round the figure that counts as the nearest area, for fingers that miss it by a little.

The air is shared out by nearness, so halos never lie over a neighbour, inside the figure or outside it.
"""

import numpy as np
import shapely
from scipy import ndimage
from shapely.geometry import Polygon

from illustrator.body.canvas import AREAS, FILLER
from illustrator.body.network import margined
from illustrator.body.view import CENTRE, PIXELS
from illustrator.drawing.arrays import Floats, Ints
from illustrator.drawing.contour import rings

REACH = 16.0  # units past the outline, where free
COARSE = 4  # a halo needs no detail: one sample in so many pixels
INTO = 2.0  # units it reaches under its own area, so that no gap is left between them


def halos(labels: Ints) -> dict[str, list[Floats]]:
    """Rings (n, 2) in drawing units of the halo of each area of the right half, whole units only."""
    wide = np.maximum(margined(labels)[1:-1, 1:], 0)
    room = int(REACH * PIXELS) + COARSE
    wide = np.pad(wide, ((room, room), (0, room)))
    past, nearest = ndimage.distance_transform_edt(wide == 0, return_indices=True)
    owner = np.where(past <= REACH * PIXELS, wide[tuple(nearest)], 0)
    skin = wide > 0
    rim = skin & (ndimage.distance_transform_edt(skin) <= INTO * PIXELS)
    found, corner = {}, np.array([CENTRE, -room / PIXELS])
    for area in np.unique(owner[(owner > 0) & ~skin]):
        if AREAS[area - 1] == FILLER:
            continue
        field = ((owner == area) & (rim | ~skin)).astype(float)[::COARSE, ::COARSE]
        lines = rings(np.pad(field, 2), 0.5)
        shapes = [Polygon(np.maximum((line - 2) * COARSE / PIXELS, 0) + corner) for line in lines]
        simple = shapely.simplify([shape for shape in shapes if shape.area > 12], 1.0)
        found[AREAS[area - 1]] = [np.round(np.asarray(shape.exterior.coords)[:-1]) for shape in simple]
    return found


def halo_text(ring: Floats) -> str:
    """Path text of a halo's ring: relative straight lines in whole units."""
    points = ring.astype(int)
    steps = np.diff(points, axis=0)
    body = " ".join(str(value) for value in steps.ravel()).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{body}z".replace(" -", "-")
