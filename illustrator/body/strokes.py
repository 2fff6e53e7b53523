"""Faint tapered pen lines at landmarks, and creases of hands, feet and ears found where the skin lies deep.

Points in body units (see surface.py) on the person's left; the right side is their mirror image.
"""

import numpy as np
from scipy import ndimage

from illustrator.body.curves import Cubics, fit, fit_closed, path_text, resample, smooth
from illustrator.body.tones import Shade
from illustrator.body.view import CENTRE, PIXELS, TOP, Seen, View
from illustrator.drawing.arrays import Floats
from illustrator.drawing.contour import ring_area, rings

ORIGIN = np.array([CENTRE, TOP])
Stroke = tuple[float, tuple[tuple[float, float], ...]]  # width in the middle, points

SIDE: dict[View, tuple[Stroke, ...]] = {
    "front": (
        (1.5, ((7, 171), (22, 169.5), (40, 163), (60, 161), (78, 163))),  # collarbone
        (1.0, ((24, 124), (17, 145), (7, 167))),  # sternocleidomastoid
        (0.9, ((14, 290), (26, 299), (40, 314))),  # costal margin
        (1.0, ((116, 306), (126, 312), (137, 312))),  # elbow crease
        (1.1, ((39, 626), (36, 640), (42, 653))), (1.1, ((62, 622), (66, 638), (60, 653))),  # kneecap
        (0.9, ((44, 617), (52, 613), (60, 617))), (0.8, ((43, 662), (50, 667), (57, 662))),
        (0.9, ((174, 427), (182, 430), (191, 427))),  # wrist crease
        (0.9, ((213, 475), (200, 467), (194, 456), (192, 441))),  # palm
        (0.8, ((176, 472), (185, 478), (197, 479), (207, 474))),
        (1.25, ((9.6, 60.6), (13, 62.9), (17.5, 63), (22.3, 60.4))),  # closed lid
        (1.7, ((7.8, 52.2), (13, 49.2), (19.5, 49.2), (25, 52.6))),  # brow
    ),
    "back": (
        (1.5, ((33, 178), (35.5, 196), (38.5, 216), (44, 236), (52, 245))),  # border and tip of the shoulder blade
        (1.2, ((34, 182), (56, 177), (76, 170), (90, 166))),  # its spine
        (1.1, ((83, 196), (80, 214), (76, 232))),  # back fold of the armpit
        (1.6, ((24, 402), (26, 404.5), (28.5, 404))),  # dimple
        (1.0, ((34, 652), (48, 656), (62, 651))),  # hollow of the knee
        (1.0, ((116, 306), (123, 314), (133, 315))),  # elbow
        (0.9, ((51, 690), (50, 725), (46, 752), (44, 762))), (0.8, ((51, 760), (60, 755), (66, 742))),  # calf
        (0.8, ((52, 818), (53, 838), (51, 852))), (0.8, ((61, 818), (60, 838), (62, 852))),  # Achilles tendon
    ),
}  # fmt: skip
MIDDLE: dict[View, tuple[Stroke, ...]] = {
    "front": (
        (1.2, ((-5.8, 81.8), (-3.2, 83.8), (0, 84.8), (3.2, 83.8), (5.8, 81.8))),  # nose
        (1.3, ((-11, 93.7), (-5, 95.1), (0, 94.7), (5, 95.1), (11, 93.7))),  # mouth, corners a little up
        (0.9, ((-5, 99.8), (0, 100.7), (5, 99.8))),
        (0.9, ((0, 182), (0, 215), (0, 250))), (0.7, ((0, 312), (0, 338))),  # breastbone, midline of the belly
        (1.2, ((-2, 350), (0, 353.5), (2, 350))),  # navel
    ),
    "back": ((1.9, ((0, 150), (0, 210), (0, 300), (0, 385))),),
}  # fmt: skip

# Short hair, without which a plain head reads as a man's: the hairline from the midline to the outline above the ear.
HAIRLINE: dict[View, tuple[tuple[float, float], ...]] = {
    "front": ((0, 24), (9, 24.5), (17, 27.5), (22.5, 34), (25.5, 44), (28, 53), (29.5, 65), (33, 67),
              (35, 60), (40, 54), (48, 52)),
    "back": ((0, 109), (9, 108), (17, 104.5), (24, 98), (29, 90), (32.5, 80), (33.5, 68), (37, 57), (48, 54)),
}  # fmt: skip


def _spline(points: tuple[tuple[float, float], ...], count: int = 40) -> Floats:
    """Catmull-Rom through the points."""
    p = np.array(points, float)
    q = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, count // (len(p) - 1) + 2)[:-1, None]
    parts = [0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - 3 * c + d - a) * t**3)
             for a, b, c, d in zip(q, q[1:], q[2:], q[3:], strict=False)]  # fmt: skip
    return np.vstack([*parts, p[-1:]])


def tapered(stroke: Stroke) -> Cubics:
    """The outline of a pen stroke that swells to its width and thins out again."""
    width, points = stroke
    line = resample(_spline(points) + ORIGIN, 0.8)
    half = width / 2 * np.sin(np.pi * np.linspace(0, 1, len(line))) ** 0.6
    slope = np.gradient(line, axis=0)
    aside = np.c_[-slope[:, 1], slope[:, 0]] / np.maximum(np.linalg.norm(slope, axis=1), 1e-9)[:, None]
    return fit(line + aside * half[:, None], 0.12) + fit((line - aside * half[:, None])[::-1], 0.12)


def hair(view: View) -> str:
    """Path text of the right half of the hair; it runs out of the figure above, where the outline clips it."""
    line = _spline(HAIRLINE[view], 60) + ORIGIN
    corners = np.array([[CENTRE + 48, 0], [CENTRE, 0], line[0]])
    return path_text(fit(line, 0.2) + [cubic for a, b in zip(np.vstack([line[-1:], corners]), corners, strict=False)
                                       for cubic in fit(np.array([a, b]), 0.2)])  # fmt: skip


def creases(seen: Seen, shade: Shade) -> str:
    """Path text of the right half: skin that lies behind the mean of its surroundings, on hands, feet and ears only."""
    sigma = 1.5 * PIXELS
    depth = np.where(shade.mask, seen.depth, 0)
    weight = np.maximum(ndimage.gaussian_filter(shade.mask.astype(np.float32), sigma), 1e-3)
    around = ndimage.gaussian_filter(depth, sigma) / weight
    behind = ndimage.gaussian_filter(np.minimum(np.where(shade.mask, around - depth, 0), 4.0), 0.35 * PIXELS)
    hand, foot = (shade.x > 163) & (shade.y > 430) & (shade.y < 560), shade.y > 845
    ear = (shade.y < 100) & (shade.x > 34)
    field = np.where(shade.mask & (hand | foot | ear), behind, 0) - np.where(shade.y < 118, 0.30, 0.42)
    half = np.pad(field, 3, constant_values=-0.3)
    text = []
    for ring in rings(half, 0):
        points = (ring - 2.5) / PIXELS + [CENTRE, 0]
        if ring_area(points) >= 4:
            text.append(path_text(fit_closed(smooth(resample(points, 0.3, True), 1.6, True), 0.34)))
    return "".join(text)


def landmarks(view: View) -> tuple[str, str]:
    """Path text of the strokes of one side, and of those on the midline."""
    return tuple("".join(path_text(tapered(stroke)) for stroke in strokes[view]) for strokes in (SIDE, MIDDLE))  # type: ignore[return-value]
