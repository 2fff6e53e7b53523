"""Open lines: even sampling, smoothing with fixed ends, fitting, and SVG path text on a grid of tenths.

The grid matters: a border is fitted once and written by both its neighbours, so rounded absolute points
stay equal.
"""

from collections.abc import Sequence

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.drawing.bezier import fit_open

Cubics = list[Floats]  # each (4, 2): start, two handles, end


def resample(points: Floats, step: float, closed: bool = False) -> Floats:
    """The polyline (n, 2) with points about `step` apart; a closed one is given and returned without its last point."""
    if closed:
        points = np.vstack([points, points[:1]])
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(points, axis=0).T))]
    count = max(round(along[-1] / step), 8 if closed else 2)
    at = np.linspace(0, along[-1], count + 1)
    even: Floats = np.c_[np.interp(at, along, points[:, 0]), np.interp(at, along, points[:, 1])]
    return even[:-1] if closed else even


def smooth(points: Floats, sigma: float, closed: bool = False) -> Floats:
    """Gaussian along an evenly sampled polyline (sigma in samples); an open one keeps its ends (odd reflection)."""
    if len(points) < 4 or sigma <= 0:
        return points
    reach, count = int(np.ceil(3 * sigma)), len(points)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights /= weights.sum()
    if closed:
        longer = points[np.arange(-reach, count + reach) % count]
    else:
        before = 2 * points[0] - points[np.minimum(np.arange(reach, 0, -1), count - 1)]
        after = 2 * points[-1] - points[count - 1 - np.minimum(np.arange(1, reach + 1), count - 1)]
        longer = np.vstack([before, points, after])
    result = np.stack([np.convolve(longer[:, k], weights, "valid") for k in (0, 1)], 1)
    if not closed:
        result[0], result[-1] = points[0], points[-1]
    return result


def unit(vector: Floats) -> Floats:
    """The vector at length 1; a zero vector stays zero."""
    length = float(np.hypot(*vector))
    return vector / length if length > 0 else vector


def fit(points: Floats, tolerance: float, start: Floats | None = None, end: Floats | None = None) -> Cubics:
    """Cubics within tolerance of an open polyline; start and end are tangents pointing inwards, else taken from it."""
    reach = min(4, len(points) - 1)
    start = unit(points[reach] - points[0]) if start is None else start
    end = unit(points[-1 - reach] - points[-1]) if end is None else end
    return [np.array(cubic) for cubic in fit_open(points, start, end, tolerance)]


def fit_closed(points: Floats, tolerance: float) -> Cubics:
    """Cubics of a smooth ring (n, 2), last point not repeated."""
    tangent = unit(points[1] - points[-1])
    return fit(np.vstack([points, points[:1]]), tolerance, tangent, -tangent)


def backwards(cubics: Cubics) -> Cubics:
    """The same line walked the other way."""
    return [cubic[::-1] for cubic in cubics[::-1]]


def mirrored(cubics: Cubics) -> Cubics:
    """The line reflected in the midline, walked so that it goes on where the original ended on it."""
    return backwards([cubic * [-1, 1] for cubic in cubics])


def flattened(cubics: Cubics, pieces: int = 6) -> Floats:
    """The polygon (n, 2) along a ring of cubics."""
    t = np.linspace(0, 1, pieces + 1)[:-1, None]
    s = 1 - t
    lines = [s**3 * c[0] + 3 * s * s * t * c[1] + 3 * s * t * t * c[2] + t**3 * c[3] for c in cubics]
    return np.vstack([*lines, cubics[-1][3:]])


def _number(tenths: int) -> str:
    text = f"{tenths / 10:.1f}".removesuffix(".0")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _joined(values: Sequence[int]) -> str:
    text, last = "", ""
    for number in map(_number, values):
        glued = not text or number[0] == "-" or (number[0] == "." and "." in last)
        text += number if glued else " " + number
        last = number
    return text


def _is_straight(cubic: Floats) -> bool:
    chord = cubic[3] - cubic[0]
    length = float(np.hypot(*chord))
    if length == 0:
        return True
    handles = (cubic[1] - cubic[0], cubic[2] - cubic[0])
    return all(abs(chord[0] * d[1] - chord[1] * d[0]) / length < 0.06 for d in handles)


def path_text(cubics: Cubics) -> str:
    """One closed sub-path of relative SVG path data, rounded to tenths of a unit."""

    def tenths(point: Floats) -> tuple[int, int]:
        return round(float(point[0]) * 10), round(float(point[1]) * 10)

    here = tenths(cubics[0][0])
    text, last = "M" + _joined(here), "M"
    for cubic in cubics:
        placed = [tenths(point) for point in cubic[1:]]
        if _is_straight(cubic):
            dx, dy = placed[2][0] - here[0], placed[2][1] - here[1]
            if dx == dy == 0:
                continue
            letter, values = ("v", [dy]) if dx == 0 else ("h", [dx]) if dy == 0 else ("l", [dx, dy])
        else:
            letter, values = "c", [value - here[k] for point in placed for k, value in enumerate(point)]
        words = _joined(values)
        text += letter + words if letter != last else words if words[0] == "-" else " " + words
        here, last = placed[2], letter
    return text + "z"
