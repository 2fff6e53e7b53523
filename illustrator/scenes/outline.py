"""Flat shapes of a scene: from a field on the pixels, or from a few points in mm, to a path with its class."""

import re
from collections.abc import Sequence

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.ndimage import gaussian_filter

from illustrator.drawing.arrays import Floats
from illustrator.drawing.bezier import fit_ring, path_text
from illustrator.drawing.contour import Pen, trace
from illustrator.drawing.svg import element
from illustrator.spine.window import BLEED, View

PAD = 4


def path(css: str, d: str) -> str:
    """One path with its class; nothing when there is nothing to draw."""
    return element("path", {"class": css, "d": d}) if d else ""


def inside(view: View, field: Floats, smallest: float = 40.0, soft: float = 1.0) -> str:
    """Path text of where a field of the bled window (mm, negative inside) is below 0; smallest in square pixels."""
    bleed = BLEED / view.look.px
    pen = Pen(view.scale, (-PAD - bleed, -PAD - bleed), view.look.outline, smallest)
    shape = np.pad(np.clip(-field, -3, 3), PAD, constant_values=-3)
    return trace(np.asarray(gaussian_filter(shape, soft)), 0.0, pen)


def smooth_ring(corners: Sequence[Sequence[float]]) -> Floats:
    """A closed curve (n, 2) through a few points (mm)."""
    ring = np.array([*corners, corners[0]], float)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
    curve = CubicSpline(along, ring, bc_type="periodic")
    return np.asarray(curve(np.linspace(0, along[-1], int(along[-1] * 2), endpoint=False)))


def ring_path(view: View, world: Floats) -> str:
    """Path text of a closed ring of world points (n, 3)."""
    placed = np.array([view.place(point) for point in world])
    return path_text(fit_ring(placed, 2.5, 70), (0, 0), 1)


def line_path(view: View, world: Floats) -> str:
    """Path text of an open polyline of world points (n, 3)."""
    placed = [view.place(point) for point in world]
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in placed)


def rings_of(markup: str) -> list[Floats]:
    """The closed curves (n, 2) of the paths, circles and ellipses in a piece of a drawing, drawing units."""
    found = [_flattened(ring) for d in re.findall(r' d="([^"]+)"', markup) for ring in re.findall(r"M[^Mz]+z", d)]
    turns = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    for tag in re.findall(r"<(?:circle|ellipse) [^>]*>", markup):
        size = {name: float(value) for name, value in re.findall(r' (cx|cy|rx|ry|r)="([\d.-]+)"', tag)}
        turn = re.search(r"rotate\((-?\d+)", tag)
        a = np.radians(float(turn[1]) if turn else 0.0)
        u = size.get("rx", size.get("r", 0.0)) * np.cos(turns)
        v = size.get("ry", size.get("r", 0.0)) * np.sin(turns)
        x, y = size["cx"] + u * np.cos(a) - v * np.sin(a), size["cy"] + u * np.sin(a) + v * np.cos(a)
        found.append(np.column_stack([x, y]))
    return found


def _flattened(ring: str) -> Floats:
    """One sub-path, `Mx y c...z`, as a polygon (n, 2): four points a curve."""
    x, y, *steps = (float(number) for number in re.findall(r"-?\d+", ring))
    at, found = np.array([x, y]), []
    for curve in np.array(steps).reshape(-1, 3, 2):
        a, b, c = at + curve
        t = np.array([[0.0], [0.25], [0.5], [0.75]])
        found.append((1 - t) ** 3 * at + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t**2 * b + t**3 * c)
        at = c
    return np.concatenate(found)
