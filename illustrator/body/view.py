"""Look at one half of the figure from the front or from behind: an orthographic z-buffer of x >= 0.

Only the person's left half is ever drawn; the right half is its mirror image.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from illustrator.body.surface import GROUPS, Surface, vertex_normals
from illustrator.drawing.arrays import Floats, Ints, Mask, compiled

View = Literal["front", "back"]
PIXELS = 3  # per drawing unit
TOP, CENTRE = 14.0, 300.0  # of the drawing: its y at the vertex of the head, its x at the midline
MARGIN, FOOT_ROOM = 40, 26
# How far nearer points of the foot fall lower, which is what perspective from chest height does: an orthographic
# foot cannot be read from the front. From behind, little: the heel stands before the toes.
FOOT_TILT: dict[View, float] = {"front": 0.64, "back": 0.16}


@dataclass(frozen=True)
class Seen:
    """What a view sees, arrays (rows, columns[, k]) at PIXELS per unit: depth towards the viewer (-1e9 = nothing),
    points and normals in body units, groups = skin weights by GROUPS; mask = where there is any skin."""

    view: View
    depth: Floats
    points: Floats
    normals: Floats
    groups: Floats
    joints: dict[str, Floats]

    @property
    def mask(self) -> Mask:
        return np.asarray(self.depth > -1e8)

    def group(self, name: str) -> Floats:
        """Skin weight of one group of bones."""
        return np.asarray(self.groups[..., list(GROUPS).index(name)])


@compiled
def _raster(x: Floats, y: Floats, depth: Floats, triangles: Ints, values: Floats, nearest: Floats, out: Floats) -> None:
    height, width = nearest.shape
    for t in range(triangles.shape[0]):
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        area = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a])
        if abs(area) < 1e-9:
            continue
        left, right = max(0, int(np.floor(min(x[a], x[b], x[c])))), min(width - 1, int(np.ceil(max(x[a], x[b], x[c]))))
        top, low = max(0, int(np.floor(min(y[a], y[b], y[c])))), min(height - 1, int(np.ceil(max(y[a], y[b], y[c]))))
        for row in range(top, low + 1):
            for column in range(left, right + 1):
                u, v = column + 0.5, row + 0.5
                l1 = ((u - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (v - y[a])) / area
                l2 = ((x[b] - x[a]) * (v - y[a]) - (u - x[a]) * (y[b] - y[a])) / area
                l0 = 1 - l1 - l2
                if l0 < -1e-6 or l1 < -1e-6 or l2 < -1e-6:
                    continue
                d = l0 * depth[a] + l1 * depth[b] + l2 * depth[c]
                if d > nearest[row, column]:
                    nearest[row, column] = d
                    for k in range(values.shape[1]):
                        out[row, column, k] = l0 * values[a, k] + l1 * values[b, k] + l2 * values[c, k]


def close_thighs(surface: Surface, touch: float = 62, natural: float = 150, reach: float = 46) -> Surface:
    """Let the thighs touch for `touch` units below the crotch; they have their own gap again after `natural` units.

    The gap is measured in the picture, because bone weights miss the arch of the crotch. Without this step a key-hole
    of light below the trunk makes the figure look undressed.
    """
    x, y, z = surface.points.T
    scale, edge = 2.0, 10.0
    nearest = np.full((1800, 700), -1e9)
    nothing = np.zeros((len(x), 1))
    _raster((x + edge) * scale, y * scale, z, surface.triangles, nothing, nearest, np.zeros((1800, 700, 1)))
    seen, midline = nearest > -1e8, int(edge * scale)
    crotch = next(row for row in range(800, 1200) if not seen[row, midline - 2 : midline + 2].all())
    rows = np.arange(crotch - 6, int(crotch + scale * natural))
    gap = np.array([np.argmax(seen[row, midline:]) / scale for row in rows])
    level, start = rows / scale, crotch / scale
    open_again = np.clip((level - start - touch) / (natural - touch), 0, 1)
    open_again = open_again * open_again * (3 - 2 * open_again)
    wanted = np.interp(y, level, gap * (1 - open_again), right=0)
    near = np.clip(1 - (x - np.interp(y, level, gap)) / reach, 0, 1)
    thigh = (x > -0.5) & (x < 110) & (y > level[0]) & (y < level[-1])
    points = surface.points.copy()
    points[thigh, 0] -= (1.02 * wanted * near * near * (3 - 2 * near))[thigh]
    normals = vertex_normals(points, surface.triangles)
    return Surface(points, normals, surface.triangles, surface.groups, surface.joints)


def look(surface: Surface, view: View) -> Seen:
    """Fill the z-buffer of one view."""
    towards = 1 if view == "front" else -1
    x, y, z = surface.points.T
    knee, ankle = surface.joints["lowerleg01.L"], surface.joints["foot.L"]
    down = np.clip((y - knee[1]) / (ankle[1] - knee[1]), 0, 1.2)
    tilt = FOOT_TILT[view] * np.clip((down - 0.35) / 0.65, 0, 1) ** 1.5
    drawn = y + tilt * towards * (z - ankle[2]) + TOP
    width, height = int((x.max() + MARGIN) * PIXELS), int((drawn.max() + FOOT_ROOM) * PIXELS)
    values = np.c_[surface.normals, surface.points, surface.groups].astype(np.float32)
    nearest, out = np.full((height, width), -1e9, np.float32), np.zeros((height, width, values.shape[1]), np.float32)
    _raster(x * PIXELS, drawn * PIXELS, towards * z, surface.triangles, values, nearest, out)
    return Seen(view, nearest, out[..., 3:6], out[..., :3], out[..., 6:], surface.joints)
