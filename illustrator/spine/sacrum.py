"""Sacrum and coccyx, in the frame of the S1 end plate.

Overall height and width follow measures/morphometry.csv (sacrum); the curve and the single shapes are drawing choices.
"""

from itertools import pairwise
from math import cos, radians, sin

import numpy as np
from scipy.interpolate import PchipInterpolator

from illustrator.drawing.arrays import Floats
from illustrator.spine.bone import Model
from illustrator.spine.layout import JOINT_GAP, Spine
from illustrator.spine.shape import Op, Part, Shape

HEIGHTS = (29, 24.5, 20.5, 17.5, 15.5)  # of the five fused bodies
TILTS = (0, 12, 27, 43, 56)  # degrees each leans back from S1
BORDER_TILTS = (0, 6, 20, 35, 50, 58)
BACK = (13.5, 12.5, 10.0, 7.0, 4.2, 2.0)  # middle of the fused plate behind the bodies
THICK = (11.5, 11.5, 9.6, 7.6, 6.0, 4.6)
WIDE = (44, 49.0, 42, 33.0, 25.5, 11.5)
BODY_WIDE = (24.6, 20.0, 17.0, 14.5, 12.0, 9.0)
BODY_DEEP = (15.8, 11.0, 8.2, 6.4, 5.0, 3.8)
FORAMEN_X = (19.8, 17.6, 15.4, 13.4)
FORAMEN_R = (5.0, 4.5, 4.0, 3.3)


def borders() -> Floats:
    """Centres of the borders between the bodies, (6, 3), from the S1 end plate down."""
    place, out = np.zeros(3), [np.zeros(3)]
    for height, tilt in zip(HEIGHTS, TILTS, strict=True):
        place = place + height * np.array([0, sin(radians(tilt)), -cos(radians(tilt))])
        out.append(place)
    return np.array(out)


def directions() -> tuple[Floats, Floats]:
    """Forward and downward unit vectors at each border, (6, 3) each."""
    angles = np.radians(BORDER_TILTS)
    zero = np.zeros(6)
    return np.stack([zero, np.cos(angles), np.sin(angles)], 1), np.stack([zero, np.sin(angles), -np.cos(angles)], 1)


def back_foramen(number: int) -> Floats:
    """Opening of the left back foramen (1 to 4) on the surface, S1 frame."""
    front, _ = directions()
    side = np.array([FORAMEN_X[number - 1] + 0.5, 0, 0])
    return np.asarray(borders()[number] + side - front[number] * (BACK[number] + 9))


def sacrum(spine: Spine) -> Model:
    """The sacrum, symmetric; label EAR marks the auricular surface that meets the hip bone."""
    shape, nodes = Shape(), borders()
    front, down = directions()
    plate = nodes - front * np.array(BACK)[:, None]
    plate[0] = plate[0] + down[0] * 13
    _fused_plate(shape, nodes, plate, front)
    # promontory: the front lip of S1
    shape.ellipsoid((0, 13.2, -2.6), (17.0, 4.4, 3.6), Part.BODY, 4)
    # wings: from the body out to the ear-shaped surface, a shallow saddle between
    shape.capsule((15, -3, -11), (40, -13, -18), (12, 9.5), (15.5, 11.5), Part.ALA, 8, up=(0.25, 0.15, 1), n=2.3)
    shape.capsule((38, -12, -17), (43, -19, -40), (10, 16.0), (7, 11), Part.ALA, 8, up=(0, 1, 0), n=2.4)
    shape.ellipsoid((29, 2, -3.5), (9, 12, 4.5), Part.ALA, 5, Op.CUT)
    _crests(shape, plate, front, down)
    _superior_process(shape, spine)
    _canal(shape, nodes, front, down)
    _foramina(shape, nodes, front, down)
    shape.half_space((0.988, 0.06, 0.12), 44.6, 5)
    _ear(shape)
    return Model(shape, (-56, -66, -116), (56, 50, 24))


def _fused_plate(shape: Shape, nodes: Floats, plate: Floats, front: Floats) -> None:
    """Shield of lateral masses and back wall, then the bodies with their transverse ridges."""
    at = np.arange(6)
    curve, facing = PchipInterpolator(at, plate), PchipInterpolator(at, front)
    wide, thick = PchipInterpolator(at, WIDE), PchipInterpolator(at, THICK)
    fine = np.linspace(0, 5, 22)
    shape.ribbon(
        [(curve(a)[1], curve(a)[2], float(wide(a)), float(thick(a))) for a in fine], Part.ALA, 5, n=2.7, cap=4.0
    )
    shape.capsule((0, -0.3, -4.2), nodes[1], (24.6, 15.8), (19.0, 10.4), Part.BODY, 5, up=(0, 1, 0), n=2.5, cap=0.28)
    centre = PchipInterpolator(at, nodes)
    body_wide, body_deep = PchipInterpolator(at, BODY_WIDE), PchipInterpolator(at, BODY_DEEP)
    spots = [(a, centre(a) - facing(a) * 1.3) for a in np.linspace(0.6, 5, 20)]
    shape.ribbon([(p[1], p[2], float(body_wide(a)) * 0.95, float(body_deep(a))) for a, p in spots], Part.BODY, 6, n=2.4,
                 cap=3.0)  # fmt: skip
    for i in range(1, 5):
        ridge = nodes[i] + front[i] * (BODY_DEEP[i] - 2.4)
        side = np.array([BODY_WIDE[i] * 0.7, 0, 0])
        shape.capsule(ridge - side, ridge + side, (1.6, 2.2), part=Part.BODY, blend=2.4, up=front[i])


def _crests(shape: Shape, plate: Floats, front: Floats, down: Floats) -> None:
    """One continuous median crest with low tubercles; intermediate and lateral crests as soft rows beside it."""
    behind = plate - front * np.array(THICK)[:, None]
    rise = (2.4, 2.0, 1.5, 1.0)
    crest = [(behind[i] + behind[i + 1]) / 2 - (front[i] + front[i + 1]) * h for i, h in enumerate(rise)]
    for i, (a, b) in enumerate(pairwise(crest)):
        shape.capsule(
            a, b, (4.2 - 0.4 * i, 5.6 - i), (3.8 - 0.4 * i, 5.0 - i), Part.SPINOUS, 6, up=front[i + 1], bow=0.5
        )
    for i, knob in enumerate(crest):
        facing, along = front[i] + front[i + 1], down[i] + down[i + 1]
        end = knob + along * 2.6 - facing * 0.6
        shape.capsule(
            knob - along * 2.4, end, (3.2, 4.2 - 0.4 * i), (3.4, 3.8 - 0.4 * i), Part.SPINOUS, 6, up=-front[i]
        )
        middle = behind[i] * 0.45 + behind[i + 1] * 0.55
        shape.ellipsoid(middle + np.array([(15.5, 13.5, 11.5, 9.8)[i], 0, 0]) - along, (2.6, 2.4, 4.8 - 0.5 * i),
                        Part.LAMINA, 4)  # fmt: skip
        shape.ellipsoid(middle + np.array([(33, 30, 24, 18.5)[i], 0, 0]) + facing * 0.9 + along * 0.7,
                        (3.6, 3.2, 6.2 - 0.7 * i), Part.ALA, 5)  # fmt: skip


def _superior_process(shape: Shape, spine: Spine) -> None:
    """The process that carries the lower half of the joint L5-S1."""
    joint = spine.joint_under("L5", "S1")
    thick = 3.6
    plate = joint.centre - joint.normal * (JOINT_GAP / 2 + thick - 0.2)
    shape.capsule((25, -24, -13), plate - joint.up * 2, (8, 8), (5.2, 5.2), Part.SUPERIOR_ARTICULAR, 6)
    shape.ellipsoid(
        plate,
        (thick, joint.width * 0.52, joint.height * 0.55),
        Part.SUPERIOR_ARTICULAR,
        2.5,
        axes=joint.axes,
        n=2.5,
        bend=joint.bend,
    )


def _canal(shape: Shape, nodes: Floats, front: Floats, down: Floats) -> None:
    """The sacral canal down to its hiatus, with the two horns beside the opening."""
    start, place = np.array([0, -25, 14]), nodes[1] - front[1] * 17.5
    shape.capsule(start, place, (14.5, 7.8), (11.5, 6.0), Part.FORAMEN, 2.5, Op.CUT, up=(0, 1, 0))
    for i, (back, radii) in enumerate(zip((14.5, 11.0, 7.5), ((9, 4.8), (7, 3.8), (5, 2.8)), strict=True)):
        following = nodes[i + 2] - front[i + 2] * back
        shape.capsule(place, following, (11 - 2 * i, 5.6 - i), radii, Part.FORAMEN, 1, Op.CUT, up=(0, 1, 0))
        place = following
    end = nodes[5] - front[5] * 5.5
    shape.capsule(nodes[4] - front[4] * 10.5 + down[4] * 5, end - front[5] * 2 + down[5] * 3, (3.6, 4.0), (5.4, 5.0),
                  Part.FORAMEN, 2, Op.CUT, up=(0, 1, 0))  # fmt: skip
    shape.capsule(
        nodes[5] - front[5] * 6 - down[5] * 7 + np.array([7.2, 0, 0]),
        nodes[5] - front[5] * 6.5 + down[5] + np.array([6.6, 0, 0]),
        2.4,
        1.8,
        Part.SUPERIOR_ARTICULAR,
        3,
    )


def _foramina(shape: Shape, nodes: Floats, front: Floats, down: Floats) -> None:
    """Four pairs of holes in front and behind, wider in front."""
    for i, (x, r) in enumerate(zip(FORAMEN_X, FORAMEN_R, strict=True)):
        facing, along = front[i + 1], down[i + 1]
        start = nodes[i + 1] + np.array([x, 0, 0]) - facing * BACK[i + 1] * 0.85
        shape.capsule(start, start + facing * 34 + np.array([9, 0, 0]), (r * 0.72, r * 0.80), (r * 3.0, r * 2.1),
                      Part.FORAMEN, 3.0, Op.CUT, up=-along, cap=0.3)  # fmt: skip
        shape.capsule(start, start - facing * 30 + np.array([1.5, 0, 0]) + along, (r * 0.60, r * 0.64),
                      (r * 1.35, r * 1.35), Part.FORAMEN, 2.4, Op.CUT, up=-along, cap=0.3)  # fmt: skip


# Limbs of the ear on the side surface, (y, z) and half width in mm: a short one upwards, a longer one down and back.
EAR = (((-7.0, -23.0), (-14.5, -12.5), 6.6, 5.6), ((-7.0, -23.0), (-14.5, -46.0), 6.6, 4.8))


def _ear(shape: Shape) -> None:
    """Relabel the auricular surface; the bone's form stays as it is."""
    for (y0, z0), (y1, z1), r0, r1 in EAR:
        shape.capsule((46, y0, z0), (46, y1, z1), (r0, 30), (r1, 30), part=Part.EAR, op=Op.LABEL, up=(1, 0, 0))


def coccyx(spine: Spine) -> Model:
    """Four small fused segments under the sacrum."""
    shape, place, tilt = Shape(), borders()[-1], 62
    last = (float(place[1]), float(place[2]))
    place = place + 2.6 * np.array([0, sin(radians(tilt)), -cos(radians(tilt))])
    for i, (height, wide, deep) in enumerate(zip((10, 8, 7, 6), (9.5, 6.5, 5, 3.6), (4.6, 3.8, 3.3, 2.8), strict=True)):
        t = radians(tilt + 10 * i)
        end = place + height * np.array([0, sin(t), -cos(t)])
        turned = np.array([[0, cos(t), sin(t)], [1, 0, 0], [0, -sin(t), cos(t)]])
        shape.ellipsoid((place + end) / 2, (deep, wide, height * 0.60), Part.BODY, 2.2, axes=turned, n=2.4)
        if i == 0:
            y, z = place[1], place[2]
            shape.capsule((5, y - 1, z + 0.5), (10.5, y + 1.0, z - 0.5), 2.4, 1.9, Part.TRANSVERSE, 2)
            shape.capsule((4, y - 2, z - 1), (4.6, y - 5.5, z + 4.5), 1.9, 1.5, Part.SUPERIOR_ARTICULAR, 2)
        place = end
    return Model(shape, (-15, last[0] - 12, last[1] - 34), (15, last[0] + 46, last[1] + 10))
