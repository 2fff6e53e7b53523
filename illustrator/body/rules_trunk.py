"""Trunk and hips: borders that follow ribs, back muscles, hip bone and gluteal fold (boundaries: data/areas.csv).

Levels by proportion, T1-T12 about 143 units, lumbar about 95: xiphoid 276, T7 241, T10 272, L1-L2 waist 318, navel 352,
iliac crest 378, hip bone in front (66, 396), dimples (26, 401), trochanter (94, 437).
"""

import numpy as np

from illustrator.body.canvas import Canvas, curve
from illustrator.body.rules_arm import armpit_fold
from illustrator.drawing.arrays import Mask


def _hip_patch(c: Canvas) -> Mask:
    """A hand wide, round, on the bony side of the hip."""
    inwards = np.abs(np.clip(98 - c.x, 0, None) / 34) ** 2.3
    return np.asarray((inwards + np.abs((c.y - 437) / 45) ** 2.3 < 1) & (c.x < 112))


def _lens(c: Canvas, width: float, middle: float, half: float) -> Mask:
    return np.asarray(np.abs(c.x) < width * (1 - ((c.y - middle) / half) ** 2))


def _front(c: Canvas, trunk: Mask) -> None:
    c.put("saddle", trunk & _lens(c, 13.5, 460, 24))
    c.put("chest-upper", trunk & (c.y < curve(c.x, (0, 235), (18, 238), (40, 242), (60, 240), (80, 229))))
    rib_edge = curve(c.x, (40, 341), (52, 337), (64, 328), (76, 318))
    front_armpit_line = curve(c.y, (229, 66), (242, 58), (262, 52.5), (290, 49), (320, 47), (342, 45))
    c.put("ribs-side", trunk & (c.x > front_armpit_line) & (c.y < rib_edge))
    c.put("chest-lower", trunk & (c.y < curve(c.x, (0, 273), (12, 275), (32, 282), (54, 288), (70, 290))))
    c.put("belly-upper", trunk & (c.y < curve(c.x, (0, 340), (16, 341), (36, 340), (52, 336))))
    c.put("hip-outer", trunk & _hip_patch(c) & (c.y > 388))
    above_crease = curve(c.x, (0, 447), (9, 443.5), (28, 430), (46, 414), (59, 401), (67, 397), (76, 399), (88, 404))
    c.put("belly-lower", trunk & (c.y < above_crease))
    below_crease = curve(c.x, (0, 484), (14, 477), (24, 466), (38, 450), (54, 435), (66, 424), (74, 414))
    c.put("groin", trunk & (c.y < below_crease) & (c.x < 78))


def _back(c: Canvas, trunk: Mask) -> None:
    waist = curve(c.x, (0, 315), (12, 315.5), (28, 318), (46, 322), (62, 322), (80, 318))
    back_armpit_line = curve(c.y, (226, 74), (240, 62), (258, 55), (286, 50.5), (324, 47))
    c.put("ribs-side", trunk & (c.x > back_armpit_line) & (c.y < waist))
    c.put("mid-back", trunk & (c.y < curve(c.x, (0, 269), (16, 271), (36, 276), (56, 283))))
    c.put("lower-rib-back", trunk & (c.y < waist))
    below_dimples = curve(c.x, (0, 405), (12, 403.5), (26, 401))
    c.put("saddle", trunk & _lens(c, 11.5, 460, 26))
    triangle = curve(c.y, (400, 27), (412, 18.5), (428, 8), (442, 0))
    c.put("tailbone", trunk & (c.x < triangle) & (c.y >= below_dimples) & (c.y < 444))
    back_muscle = curve(c.y, (312, 42), (330, 46), (350, 47.5), (370, 45.5), (386, 40), (396, 33.5), (404, 26))
    c.put("low-back", trunk & (c.x < back_muscle) & (c.y < below_dimples))
    below_crest = curve(c.x, (24, 403), (34, 398), (48, 393), (60, 392.5), (70, 396), (80, 403), (96, 412))
    c.put("belt-line", trunk & (c.y < below_crest))
    c.put("hip-outer", trunk & _hip_patch(c))
    fold = curve(c.x, (0, 474), (10, 480), (24, 485.5), (38, 486), (52, 481.5), (64, 474), (74, 466))
    c.put("buttock", trunk & (c.y < fold))


def label_trunk(c: Canvas) -> None:
    """Between the armpit folds and down to groin and gluteal fold, except what was taken before."""
    trunk = (c.y < 490) & (c.x < armpit_fold(c))
    (_front if c.front else _back)(c, np.asarray(trunk))
