"""The net of borders of the half figure, each fitted once and used by both its neighbours, and the rings made of them.

Drawing units from here on, x from the midline. So areas tile the figure by construction: no gap, no overlap.
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from illustrator.body.canvas import AREAS, FILLER
from illustrator.body.cracks import Chain, Corner, chains
from illustrator.body.curves import Cubics, backwards, fit, fit_closed, resample, smooth, unit
from illustrator.body.view import PIXELS, TOP
from illustrator.drawing.arrays import Floats, Ints

OUTSIDE, MIDLINE_EDGE = 0, -1
# Smoothing in units: outline of trunk and limbs, of hands, feet and ears; borders inside, inside hand and foot.
OUTLINE, FINE_OUTLINE, INSIDE, FINE_INSIDE = 2.4, 0.75, 4.2, 1.4
OUTLINE_TOLERANCE, INSIDE_TOLERANCE = 0.22, 0.28
STEP = 1 / PIXELS
# These lie on top of their neighbours: one round outline.
PATCHES = ("shoulder-blade-upper-corner", "hip-outer", "knee-front")
PIN_HOLE = 40  # pixels: a smaller hole in the half figure is no hole


@dataclass(frozen=True)
class Border:
    """A fitted border between two labels; start and end name its junctions."""

    left: int
    right: int
    cubics: Cubics
    start: Corner
    end: Corner


@dataclass(frozen=True)
class _Outline:
    """Where smoothing a long line as a whole (silhouette, patch) has moved its corners, and its direction there."""

    place: dict[Corner, Floats]
    tangent: dict[Corner, Floats]

    def add(self, chain: Chain, line: Floats) -> None:
        slope = np.gradient(line, axis=0)
        if chain.closed:
            slope[[0, -1]] = (line[1] - line[-2]) / 2
        for corner, point, direction in zip(chain.corners, line, slope, strict=True):
            self.place.setdefault(corner, point)
            self.tangent.setdefault(corner, unit(direction))


def margined(labels: Ints) -> Ints:
    """The label map with a margin of one pixel; left of it, along the midline, MIDLINE_EDGE. Pin holes are filled."""
    whole = np.hstack([labels[:, ::-1], labels]).astype(np.int32)  # a hole on the midline is closed by its mirror image
    islands, count = ndimage.label(whole == OUTSIDE)
    sizes = ndimage.sum(whole == OUTSIDE, islands, range(1, count + 1))
    holes = np.isin(islands, 1 + np.flatnonzero(sizes < 2 * PIN_HOLE))
    nearest = ndimage.distance_transform_edt(holes, return_distances=False, return_indices=True)
    wide = np.pad(whole[tuple(nearest)][:, labels.shape[1] :], 1)
    wide[:, 0] = np.where(wide[:, 1] > 0, MIDLINE_EDGE, OUTSIDE)
    return wide


def _place(corners: tuple[Corner, ...]) -> Floats:
    return (np.array(corners, float) - 1) / PIXELS


def _fineness(points: Floats) -> Floats:
    """1 on hands, feet, ears and at the armpit, where the outline must keep its detail; 0 on trunk and limbs."""
    x, y = points[:, 0], points[:, 1] - TOP
    hand, foot = np.clip((x - 158) / 8, 0, 1), np.clip((y - 838) / 8, 0, 1)
    ear = np.clip((x - 32) / 3, 0, 1) * np.clip((104 - y) / 6, 0, 1)
    armpit = np.clip(12 - np.abs(y - 236), 0, 1) * (x > 66)
    return np.asarray(np.maximum.reduce([hand, foot, ear, armpit])[:, None])


def _smooth_outline(points: Floats, closed: bool) -> Floats:
    widths = (FINE_OUTLINE / STEP, OUTLINE / STEP)
    if closed:
        fine, coarse = (smooth(points[:-1], sigma, True) for sigma in widths)
        fine, coarse = (np.vstack([line, line[:1]]) for line in (fine, coarse))
    else:  # it ends on the midline: go on into the mirror image
        reach = min(60, len(points) - 1)
        flip = np.array([-1, 1])
        longer = np.vstack([points[1:reach][::-1] * flip, points, points[-reach:-1][::-1] * flip])
        fine, coarse = (smooth(longer, sigma)[reach - 1 :][: len(points)] for sigma in widths)
        for line in (fine, coarse):
            line[[0, -1], 0] = 0
    share = _fineness(points)
    return fine * share + coarse * (1 - share)


def _silhouette(wide: Ints) -> _Outline:
    outline = _Outline({}, {})
    for chain in chains(np.sign(wide)):
        if OUTSIDE not in (chain.left, chain.right) or MIDLINE_EDGE in (chain.left, chain.right):
            continue
        outline.add(chain, _smooth_outline(_place(chain.corners), chain.closed))
        if not chain.closed:
            for end in (chain.corners[0], chain.corners[-1]):
                if abs(outline.tangent[end][0]) > 0.3 * abs(outline.tangent[end][1]):
                    outline.tangent[end] = np.array([1.0, 0.0])
    return outline


def _patch(wide: Ints, label: int, silhouette: _Outline) -> _Outline:
    outline = _Outline({}, {})
    for chain in chains(np.where(wide == label, 2, np.sign(wide))):
        if {chain.left, chain.right} == {1, 2}:
            line = _place(chain.corners)
            for k in (0, -1):
                line[k] = silhouette.place.get(chain.corners[k], line[k])
            line = smooth(line[:-1], INSIDE / STEP, True) if chain.closed else smooth(line, INSIDE / STEP)
            outline.add(chain, np.vstack([line, line[:1]]) if chain.closed else line)
    return outline


def _along_outline(chain: Chain, outline: _Outline, tolerance: float) -> Cubics:
    line = np.array([outline.place[corner] for corner in chain.corners])
    start, end = outline.tangent[chain.corners[0]], outline.tangent[chain.corners[-1]]
    reach = min(3, len(line) - 1)
    start = start if start @ (line[reach] - line[0]) >= 0 else -start
    end = end if end @ (line[-1] - line[-1 - reach]) >= 0 else -end
    return fit(line, tolerance, start, -end)


def _inside(chain: Chain, outline: _Outline) -> Cubics:
    line = _place(chain.corners)
    ends = (chain.corners[0], chain.corners[-1])
    for k, corner in zip((0, -1), ends, strict=True):
        line[k] = outline.place.get(corner, line[k])
        if corner[0] == 1:
            line[k, 0] = 0
    names = {AREAS[label - 1] for label in (chain.left, chain.right)}
    sigma = FINE_INSIDE if all(name.startswith(("hand", "foot")) for name in names) else INSIDE
    sigma = 1.2 if names == {FILLER, "neck-front"} else sigma  # the jaw: an edge that is seen
    even = resample(line[:-1] if chain.closed else line, STEP, chain.closed)
    sigma = min(sigma, STEP * len(even) / 6) / STEP
    soft = smooth(even, sigma, chain.closed)
    if chain.closed:
        return fit_closed(soft, INSIDE_TOLERANCE)
    level, reach = np.array([1.0, 0.0]), min(6, len(soft) - 1)
    start = level if ends[0][0] == 1 and soft[reach, 0] > 1e-3 else None
    end = level if ends[1][0] == 1 and soft[-1 - reach, 0] > 1e-3 else None
    return fit(soft, INSIDE_TOLERANCE, start, end)


def _along_midline(chain: Chain, outline: _Outline) -> Cubics:
    ends = (chain.corners[0], chain.corners[-1])
    first, last = (float(outline.place.get(corner, _place((corner,))[0])[1]) for corner in ends)
    return [np.array([[0, first + (last - first) * k / 3] for k in range(4)])]


def network(labels: Ints) -> list[Border]:
    """Fit all borders of a half label map (rows, columns), column 0 on the midline."""
    wide = margined(labels)
    silhouette, borders = _silhouette(wide), []
    patches = {label: _patch(wide, label, silhouette) for label in (AREAS.index(name) + 1 for name in PATCHES)}
    fixed = _Outline(dict(silhouette.place), dict(silhouette.tangent))
    for patch in patches.values():
        fixed.place.update((corner, point) for corner, point in patch.place.items() if corner not in silhouette.place)
    for chain in chains(wide):
        sides = (chain.left, chain.right)
        if MIDLINE_EDGE in sides:
            cubics = _along_midline(chain, silhouette)
        elif OUTSIDE in sides:
            cubics = _along_outline(chain, silhouette, OUTLINE_TOLERANCE)
        elif on := [label for label in sides if label in patches]:
            cubics = _along_outline(chain, patches[on[0]], INSIDE_TOLERANCE)
        else:
            cubics = _inside(chain, fixed)
        borders.append(Border(*sides, cubics, chain.corners[0], chain.corners[-1]))
    return borders


def joined(pieces: list[tuple[Corner, Corner, Cubics]]) -> tuple[list[Cubics], list[Cubics]]:
    """Chain pieces (start, end, cubics) end to end: closed rings, and lines left open."""
    pieces = list(pieces)
    closed: list[Cubics] = []
    left_open: list[Cubics] = []
    while pieces:
        start, end, line = pieces.pop()
        line, grown = list(line), True
        while start != end and grown:
            grown = False
            for k, (a, b, other) in enumerate(pieces):
                if a == end:
                    line, end, grown = line + other, b, True
                elif b == start:
                    line, start, grown = other + line, a, True
                if grown:
                    pieces.pop(k)
                    break
        (closed if start == end else left_open).append(line)
    return closed, left_open


def around(borders: list[Border], inside: set[int], without: int | None = None) -> tuple[list[Cubics], list[Cubics]]:
    """Rings and open lines round the union of some labels; borders with label `without` are left out."""
    pieces = []
    for border in borders:
        if border.left in inside and border.right not in inside | {without}:
            pieces.append((border.start, border.end, border.cubics))
        if border.right in inside and border.left not in inside | {without}:
            pieces.append((border.end, border.start, backwards(border.cubics)))
    return joined(pieces)
