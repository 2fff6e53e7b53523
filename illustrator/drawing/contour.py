"""From a field on the pixel grid to one SVG path: level line, smoothing, Bezier fit."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.ndimage import label as components
from skimage.measure import find_contours

from illustrator.drawing.arrays import Floats, Mask
from illustrator.drawing.bezier import fit_ring, path_text, smooth_ring


@dataclass(frozen=True)
class Pen:
    """How a contour becomes a path. tolerance in pixels, min_area in square pixels, corner in degrees,
    smooth in samples along the ring, offset in pixels, scale in drawing units per pixel."""

    scale: float
    offset: tuple[float, float] = (0.0, 0.0)
    tolerance: float = 0.6
    min_area: float = 14.0
    corner: float = 55.0
    smooth: float = 2.4


def ring_area(points: Floats) -> float:
    """Area inside a closed ring (n, 2)."""
    x, y = points[:, 0], points[:, 1]
    return 0.5 * abs(float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()))


def rings(field: Floats, level: float) -> list[Floats]:
    """Closed level lines of a field, (n, 2) rings of (x, y) pixels. Lines that leave the field are dropped: pad it."""
    found = []
    for line in find_contours(field, level):  # type: ignore[no-untyped-call]
        if np.hypot(*(line[0] - line[-1])) <= 1.5 and len(line) > 3:
            found.append(line[:-1, ::-1])
    return found


def trace(field: Floats, level: float, pen: Pen) -> str:
    """Path text of all level lines large enough; empty text if there is none."""
    text = []
    for ring in rings(field, level):
        if ring_area(ring) < pen.min_area:
            continue
        smooth = smooth_ring(ring, pen.smooth)
        cubics = fit_ring(smooth[::2] if len(smooth) > 60 else smooth, pen.tolerance, pen.corner)
        if cubics:
            text.append(path_text(cubics, pen.offset, pen.scale))
    return "".join(text)


def trace_mask(mask: Mask, pen: Pen, blur: float = 0.9) -> str:
    """Path text of a mask's border, softened by blur pixels first so that it does not show the pixel grid."""
    padded = np.pad(mask, 4).astype(np.float64)
    moved = Pen(pen.scale, (pen.offset[0] - 4, pen.offset[1] - 4), pen.tolerance, pen.min_area, pen.corner, pen.smooth)
    return trace(gaussian_filter(padded, blur), 0.5, moved)


def without_specks(mask: Mask, smallest: int) -> Mask:
    """The mask without islands of fewer than smallest pixels."""
    labels, count = components(mask)
    if count == 0:
        return mask
    sizes = np.bincount(labels.ravel())
    kept: Mask = mask & (sizes[labels] >= smallest)
    return kept
