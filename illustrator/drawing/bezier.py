"""Smooth closed rings, fit them with cubic Beziers and write them as short SVG path text.

The fit is Schneider's ("An algorithm for automatically fitting digitized curves", Graphics Gems, 1990).
"""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from illustrator.drawing.arrays import Floats

Cubic = tuple[Floats, Floats, Floats, Floats]


def smooth_ring(points: Floats, sigma: float) -> Floats:
    """Smooth a closed ring (n, 2) along its length; sigma in samples. Most of the shrinkage is given back."""
    if len(points) < 12 or sigma <= 0:
        return points
    sigma = min(sigma, len(points) / 12)
    once: Floats = gaussian_filter1d(points, sigma, axis=0, mode="wrap")
    smooth: Floats = once + (once - gaussian_filter1d(once, sigma, axis=0, mode="wrap")) * 0.9
    return smooth


def _unit(vector: Floats) -> Floats:
    length = float(np.hypot(vector[0], vector[1]))
    return vector / length if length > 1e-9 else np.array([1.0, 0.0])


def _basis(u: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    return (1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u), u**3


def _one_cubic(points: Floats, u: Floats, start: Floats, end: Floats) -> Cubic:
    """Least-squares handle lengths along the given end tangents."""
    b0, b1, b2, b3 = _basis(u)
    a1, a2 = start * b1[:, None], end * b2[:, None]
    c00, c01, c11 = (a1 * a1).sum(), (a1 * a2).sum(), (a2 * a2).sum()
    rest = points - (points[0] * (b0 + b1)[:, None] + points[-1] * (b2 + b3)[:, None])
    x0, x1 = (a1 * rest).sum(), (a2 * rest).sum()
    determinant = c00 * c11 - c01 * c01
    chord = float(np.hypot(*(points[-1] - points[0])))
    h1 = h2 = chord / 3
    if abs(determinant) > 1e-9:
        s1, s2 = (x0 * c11 - x1 * c01) / determinant, (c00 * x1 - c01 * x0) / determinant
        if 1e-3 * chord <= min(s1, s2) and max(s1, s2) <= 4 * chord:
            h1, h2 = float(s1), float(s2)
    return points[0], points[0] + start * h1, points[-1] + end * h2, points[-1]


def _reparametrise(points: Floats, u: Floats, cubic: Cubic, drawn: Floats) -> Floats:
    """One Newton step towards the nearest parameter of each point."""
    p0, p1, p2, p3 = cubic
    v = u[:, None]
    d1 = 3 * (1 - v) ** 2 * (p1 - p0) + 6 * v * (1 - v) * (p2 - p1) + 3 * v * v * (p3 - p2)
    d2 = 6 * (1 - v) * (p2 - 2 * p1 + p0) + 6 * v * (p3 - 2 * p2 + p1)
    top = ((drawn - points) * d1).sum(1)
    bottom = (d1 * d1).sum(1) + ((drawn - points) * d2).sum(1)
    safe = np.where(np.abs(bottom) > 1e-9, bottom, 1.0)
    moved = np.maximum.accumulate(np.clip(u - top / safe, 0, 1))
    moved[0], moved[-1] = 0, 1
    return moved


def fit_open(points: Floats, start: Floats, end: Floats, tolerance: float) -> list[Cubic]:
    """Fit an open polyline (n, 2) with cubics that stay within tolerance; start and end are unit tangents inwards."""
    if len(points) == 2:
        third = float(np.hypot(*(points[1] - points[0]))) / 3
        return [(points[0], points[0] + start * third, points[1] + end * third, points[1])]
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    u = along / max(along[-1], 1e-9)
    worst = len(points) // 2
    for _ in range(5):
        cubic = _one_cubic(points, u, start, end)
        b0, b1, b2, b3 = (b[:, None] for b in _basis(u))
        drawn = b0 * cubic[0] + b1 * cubic[1] + b2 * cubic[2] + b3 * cubic[3]
        error = ((drawn - points) ** 2).sum(1)
        worst = int(np.argmax(error))
        if error[worst] < tolerance**2:
            return [cubic]
        if error[worst] > 16 * tolerance**2:
            break
        u = _reparametrise(points, u, cubic, drawn)
    worst = min(max(worst, 1), len(points) - 2)
    middle = _unit(points[max(worst - 2, 0)] - points[min(worst + 2, len(points) - 1)])
    return (fit_open(points[: worst + 1], start, middle, tolerance)
            + fit_open(points[worst:], -middle, end, tolerance))  # fmt: skip


def corners(points: Floats, degrees: float) -> list[int]:
    """Indices of a closed ring where it turns by more than degrees over three samples each way, sharpest of its kin."""
    before, after = points - np.roll(points, 3, 0), np.roll(points, -3, 0) - points
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turn = np.abs(np.degrees(np.arctan2(cross, (before * after).sum(1))))
    peak = np.max([np.roll(turn, k) for k in range(-4, 5)], axis=0)
    return [int(i) for i in np.flatnonzero((turn > degrees) & (turn == peak))]


def fit_ring(points: Floats, tolerance: float, corner: float = 55) -> list[Cubic]:
    """Fit a closed ring (n, 2), last point not repeated, split at corners (degrees). Empty if it has under 8 points."""
    count = len(points)
    if count < 8:
        return []
    splits = corners(points, corner)
    sharp = bool(splits)
    splits = splits or [0]
    cubics: list[Cubic] = []
    for here, following in zip(splits, [*splits[1:], splits[0] + count], strict=True):
        piece = points[np.arange(here, following + 1) % count]
        if len(piece) < 2:
            continue
        if sharp:
            reach = min(3, len(piece) - 1)
            start, end = _unit(piece[reach] - piece[0]), _unit(piece[-1 - reach] - piece[-1])
        else:
            start = _unit(points[(here + 2) % count] - points[here - 2])
            end = -start
        cubics += fit_open(piece, start, end, tolerance)
    return cubics


def _numbers(values: list[int]) -> str:
    """Integers with the fewest separators SVG allows."""
    return " ".join(str(v) for v in values).replace(" -", "-")


def path_text(cubics: list[Cubic], offset: tuple[float, float], scale: float) -> str:
    """One closed SVG sub-path: integer, relative, no letter repeated. Point p becomes round((p + offset) * scale)."""

    def place(point: Floats) -> tuple[int, int]:
        return round((float(point[0]) + offset[0]) * scale), round((float(point[1]) + offset[1]) * scale)

    x, y = place(cubics[0][0])
    head, values = f"M{_numbers([x, y])}c", []
    for _, *rest in cubics:
        placed = [place(p) for p in rest]
        step = [c - o for point in placed for c, o in zip(point, (x, y), strict=True)]
        x, y = placed[-1]
        if any(step):
            values += step
    return head + _numbers(values) + "z" if values else ""
