"""The label map of one view: which pain area each visible point of the skin belongs to, and curves for borders."""

from functools import cache

import numpy as np
from scipy import ndimage
from scipy.interpolate import PchipInterpolator

from illustrator.body.view import PIXELS, Seen
from illustrator.drawing.arrays import Floats, Ints, Mask

FILLER = "face-lower"  # the lower face is no pain area; it is drawn, never touched
MIDLINE = frozenset({"tailbone", "saddle"})  # one area, not a pair
AREAS = (
    "head-forehead-eye", "head-temple", "head-back", FILLER, "neck-front", "neck-upper-back", "neck-middle-back",
    "neck-lower-back", "shoulder-top", "shoulder-outer", "shoulder-blade-upper-corner", "shoulder-blade-inner",
    "shoulder-blade-flat", "upper-arm-outer", "upper-arm-inner", "upper-arm-back", "forearm-thumb-side",
    "forearm-little-side", "forearm-back", "hand-thumb-index", "hand-middle", "hand-ring-little", "chest-upper",
    "chest-lower", "ribs-side", "belly-upper", "belly-lower", "groin", "mid-back", "lower-rib-back", "low-back",
    "belt-line", "tailbone", "buttock", "saddle", "hip-outer", "thigh-front", "thigh-inner", "thigh-outer",
    "thigh-back", "knee-front", "shin-inner", "shin-outer", "calf", "foot-top", "foot-outer", "foot-sole",
)  # fmt: skip

Point = tuple[float, float]


@cache
def _table(points: tuple[Point, ...]) -> tuple[Floats, Floats]:
    at, values = zip(*points, strict=True)
    fine = np.linspace(at[0], at[-1], 400)
    return fine, PchipInterpolator(at, values)(fine)


def curve(at: Floats, *points: Point) -> Floats:
    """A smooth border through points (at, value): monotone cubic, so that it never swings past them; flat outside."""
    return np.asarray(np.interp(at, *_table(points)))


def bump(fraction: Floats) -> Floats:
    """1 in the middle of a limb, 0 at its outlines: gives a crease or a hem its round course."""
    return np.asarray(1 - (2 * fraction - 1) ** 2)


class Canvas:
    """Rules are put on it in order; the first one to claim a point keeps it.

    x, y, z = the point in body units (see surface.py); labels (rows, columns): 0 nothing, k = AREAS[k - 1].
    """

    def __init__(self, seen: Seen) -> None:
        self.seen, self.mask = seen, seen.mask
        self.x, self.y, self.z = (seen.points[..., k].astype(np.float64) for k in range(3))
        self.labels: Ints = np.zeros(self.mask.shape, np.int16)

    @property
    def front(self) -> bool:
        return self.seen.view == "front"

    def joint(self, name: str) -> Floats:
        """Posed joint (3,) in body units."""
        return self.seen.joints[name]

    def put(self, area: str, where: Mask) -> None:
        """Give the points of a mask to an area, except those already taken."""
        self.labels[where & self.mask & (self.labels == 0)] = AREAS.index(area) + 1

    def across(self, limb: Mask, along: Floats, sideways: Floats) -> Floats:
        """Position across a limb, 0 at its inner and 1 at its outer visible outline, slice by slice along it."""
        limb = limb & self.mask
        step = np.round(along).astype(int)
        first, last = step[limb].min(), step[limb].max()
        step = np.clip(step - first, 0, last - first)
        low, high = np.full(last - first + 1, 1e9), np.full(last - first + 1, -1e9)
        np.minimum.at(low, step[limb], sideways[limb])
        np.maximum.at(high, step[limb], sideways[limb])
        found, every = high > low, np.arange(len(low))
        low, high = (
            ndimage.gaussian_filter1d(np.interp(every, every[found], edge[found]), 4, mode="nearest")
            for edge in (low, high)
        )
        return np.asarray((sideways - low[step]) / (high[step] - low[step] + 1e-6))


def _opened(labels: Ints, skin: Mask, area: int) -> Mask:
    """The area without what is thinner than a touch of the pen; only borders to other areas count, not the outline."""
    here = labels == area
    fine = AREAS[area - 1].startswith(("hand", "foot"))
    radius = 2.6 * PIXELS * (0.45 if fine else 1)
    rows, columns = np.flatnonzero(here.any(1)), np.flatnonzero(here.any(0))
    window = np.s_[max(0, rows[0] - 9) : rows[-1] + 10, max(0, columns[0] - 9) : columns[-1] + 10]
    part = here[window]
    core = part & (ndimage.distance_transform_edt(~(skin[window] & ~part)) > radius)
    result = np.zeros_like(here)
    if core.any():
        core = part & (ndimage.distance_transform_edt(~core) <= radius * 1.08)
        islands, count = ndimage.label(core)
        sizes = ndimage.sum(core, islands, range(1, count + 1))
        result[window] = np.isin(islands, 1 + np.flatnonzero(sizes >= 0.12 * sizes.max()))
    return np.asarray(result)


def without_slivers(labels: Ints, skin: Mask) -> Ints:
    """Hand slivers and islands to the nearest surviving area. A mirrored margin keeps the midline as it is."""
    margin = ((0, 0), (12, 0))
    labels, skin = np.pad(labels, margin, mode="symmetric"), np.pad(skin, margin, mode="symmetric")
    kept: Ints = np.zeros_like(labels)
    for area in np.unique(labels[labels > 0]):
        kept[_opened(labels, skin, int(area))] = area
    nearest = ndimage.distance_transform_edt(kept == 0, return_distances=False, return_indices=True)
    return np.where(skin, kept[tuple(nearest)], 0)[:, 12:]
