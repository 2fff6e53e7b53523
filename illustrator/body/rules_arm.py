"""Shoulder cap, arm and hand: fractions of the visible width, with the muscles' course (boundaries: data/areas.csv)."""

import numpy as np

from illustrator.body.canvas import Canvas, bump, curve
from illustrator.drawing.arrays import Floats, Mask


def armpit_fold(c: Canvas) -> Floats:
    """x of the border between trunk and arm: the groove beside the deltoid, the armpit, then the gap below it."""
    groove, gap = (
        ((150, 94), (170, 90), (195, 86.5), (218, 82), (236, 76.5)),
        ((250, 80), (320, 92), (400, 117), (430, 132)),
    )
    return curve(c.y, *groove, *gap)


class _Segment:
    """Coordinates along (0 to 1 from joint to joint) and across a limb's segment."""

    def __init__(self, c: Canvas, start: Floats, end: Floats) -> None:
        direction = (end - start)[:2]
        self.length = float(np.hypot(*direction))
        u, v = direction / self.length
        self.along = ((c.x - start[0]) * u + (c.y - start[1]) * v) / self.length
        self.sideways = (c.x - start[0]) * v - (c.y - start[1]) * u


def _hand(c: Canvas, hand: Mask, elbow: Floats, wrist: Floats) -> None:
    """Rays from above the wrist between the rays of the fingers; the fingers themselves by their skin weights."""
    ahead = (wrist - elbow)[:2] / np.hypot(*(wrist - elbow)[:2])
    origin = wrist[:2] - ahead * 24

    def bearing(x: Floats, y: Floats) -> Floats:
        x, y = x - origin[0], y - origin[1]
        return np.asarray(np.arctan2(x * ahead[1] - y * ahead[0], x * ahead[0] + y * ahead[1]))

    knuckle = {k: float(bearing(*c.joint(f"finger{k}-1.L")[:2])) for k in (2, 3, 4)}
    fingers = np.stack([c.seen.group(f"finger{k}") for k in range(1, 6)])
    on_finger, finger = fingers[1:].sum(0) > 0.5, fingers.argmax(0) + 1
    here = bearing(c.x, c.y)
    c.put("hand-thumb-index", hand & np.where(on_finger, finger <= 2, here > (knuckle[2] + knuckle[3]) / 2))
    c.put("hand-middle", hand & np.where(on_finger, finger == 3, here > (knuckle[3] + knuckle[4]) / 2))
    c.put("hand-ring-little", hand)


def _forearm(c: Canvas, forearm: Mask, q: Floats, along: Floats) -> None:
    if c.front:
        c.put("forearm-thumb-side", forearm & (q > curve(along, (0, 0.56), (0.3, 0.53), (0.7, 0.49), (1, 0.47))))
    else:
        c.put("forearm-thumb-side", forearm & (q > curve(along, (0.05, 0.72), (0.35, 0.66), (0.7, 0.66), (1, 0.64))))
        c.put("forearm-back", forearm & (q > curve(along, (0.05, 0.28), (0.35, 0.34), (0.7, 0.34), (1, 0.36))))
    c.put("forearm-little-side", forearm)


def _upper_arm(c: Canvas, upper: Mask, q: Floats, along: Floats) -> None:
    deltoid = along < (0.43 if c.front else 0.42) - 0.42 * (q - 0.54) ** 2
    armpit = c.front & (c.x < armpit_fold(c) + 2) & (c.y > 222)
    c.put("shoulder-outer", upper & deltoid & ~armpit)
    if c.front:
        c.put("upper-arm-inner", upper & (q < curve(along, (0.3, 0.42), (0.55, 0.36), (0.8, 0.33), (1, 0.31))))
        c.put("upper-arm-outer", upper)
    else:
        c.put("upper-arm-outer", upper & (q > curve(along, (0.36, 0.74), (0.6, 0.66), (0.85, 0.65), (1, 0.68))))
        c.put("upper-arm-back", upper)


def label_arm(c: Canvas) -> None:
    """Everything outside the armpit fold: shoulder cap, arm, hand."""
    shoulder, elbow, wrist = (c.joint(bone) for bone in ("upperarm01.L", "lowerarm01.L", "wrist.L"))
    arm = (c.x > armpit_fold(c)) & (c.y > (150 if c.front else 158)) & (c.y < 580) & c.mask
    upper, fore = _Segment(c, shoulder, elbow), _Segment(c, elbow, wrist)
    q_fore = c.across(arm & (fore.along > 0.1) & (fore.along < 1.05), fore.along * fore.length, fore.sideways)
    crease = 0.03 * bump(q_fore) - 0.01 if c.front else 0.015 + 0.06 * bump(q_fore)  # behind, below the olecranon
    hand = arm & (fore.along > 1.0 + 0.012 * bump(q_fore))
    forearm = arm & ~hand & (fore.along > crease) & (upper.along > 0.8)
    rest = arm & ~hand & ~forearm
    _hand(c, hand, elbow, wrist)
    _forearm(c, forearm, q_fore, fore.along)
    _upper_arm(c, rest, c.across(rest & (upper.along > 0.36), upper.along * upper.length, upper.sideways), upper.along)
