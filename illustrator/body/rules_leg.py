"""Leg and foot: fractions of the limb's visible width that sweep inwards on the way down, as skin nerves and muscles do
(boundaries: data/areas.csv). The four leg strips meet beside the kneecap: a pattern that runs on has no gap there."""

import numpy as np

from illustrator.body.canvas import Canvas, bump, curve

KNEE, KNEE_HALF = 640.0, 27.0  # middle of the kneecap area and half its height


def _front(c: Canvas) -> None:
    leg = (c.y > 430) & (c.x < 115)
    q = c.across(leg, c.y, c.x)
    kneecap = (np.abs(q - 0.5) / 0.395) ** 3.2 + (np.abs(c.y - KNEE + 1) / KNEE_HALF) ** 2.6 < 1
    c.put("knee-front", leg & kneecap)
    thigh = leg & (c.y < curve(q, (0, KNEE), (0.5, KNEE + 1), (1, KNEE + 4)))
    c.put("thigh-inner", thigh & (q < curve(c.y, (470, 0.36), (510, 0.31), (560, 0.255), (605, 0.215), (640, 0.2))))
    c.put("thigh-outer", thigh & (q > curve(c.y, (440, 0.82), (500, 0.79), (560, 0.745), (605, 0.71), (640, 0.7))))
    c.put("thigh-front", thigh)
    ankle = curve(c.z, (-30, 872), (0, 862), (20, 848), (40, 842))
    shin = leg & (c.y < ankle)
    c.put("shin-inner", shin & (q < curve(c.y, (655, 0.53), (700, 0.53), (750, 0.49), (810, 0.44), (866, 0.42))))
    c.put("shin-outer", shin)


def _back(c: Canvas) -> None:
    leg = (c.y > 430) & (c.x < 115)
    q = c.across(leg, c.y, c.x)
    outer_thigh = q > curve(c.y, (470, 0.83), (510, 0.79), (570, 0.745), (625, 0.72), (665, 0.73))
    c.put("thigh-outer", leg & outer_thigh & (c.y < 657 - 9 * (q - 0.7)))
    c.put("thigh-back", leg & (c.y < 659 + 13 * bump(q / 0.76)) & (c.y < 690))
    above_heel = curve(c.x, (28, 852), (44, 848), (57, 846.5), (70, 848), (90, 853))
    outer_shin = q > curve(c.y, (650, 0.74), (690, 0.785), (740, 0.8), (800, 0.79), (852, 0.75))
    c.put("shin-outer", leg & outer_shin & (c.y < above_heel))
    c.put("calf", leg & (c.y < above_heel))


def _foot(c: Canvas) -> None:
    ankle, toe = c.joint("foot.L"), c.joint("toe2-1.L")
    ahead = (toe - ankle)[[0, 2]] / np.hypot(*(toe - ankle)[[0, 2]])
    along = (c.x - ankle[0]) * ahead[0] + (c.z - ankle[2]) * ahead[1]
    outwards = (c.x - ankle[0]) * ahead[1] - (c.z - ankle[2]) * ahead[0]
    toes = np.stack([c.seen.group(f"toe{k}") for k in range(1, 6)])
    edge = outwards > curve(along, (-40, 13), (-15, 11), (10, 9), (45, 11), (70, 15))
    outer = np.where(toes[4] > 0.5, True, np.where(toes[:4].sum(0) > 0.5, False, edge))
    if not c.front:
        outer = outer | (along > 18)  # from behind the toes can only be seen past the outer edge
    c.put("foot-outer", np.asarray(outer))
    c.put("foot-top" if c.front else "foot-sole", c.mask)


def label_leg(c: Canvas) -> None:
    """Below groin and gluteal fold, down to the toes."""
    (_front if c.front else _back)(c)
    _foot(c)
