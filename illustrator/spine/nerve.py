"""Spinal cord, cauda equina and the nerve roots. Courses and thicknesses are drawing choices along known anatomy."""

from itertools import pairwise
from math import radians

import numpy as np
from scipy.interpolate import CubicSpline

from illustrator.drawing.arrays import Floats
from illustrator.spine.bone import Model
from illustrator.spine.dimensions import VERTEBRAE, above, segment
from illustrator.spine.layout import Spine
from illustrator.spine.sacrum import BORDER_TILTS, borders
from illustrator.spine.shape import Shape


def in_canal(spine: Spine, bone: str, lift: float = 0.0) -> Floats:
    """World point in the middle of the vertebral canal."""
    if bone == "C1":
        return spine.frames["C1"].out([0, -9, lift])
    size = spine.dimensions.vertebrae[bone]
    return spine.frames[bone].out([0, -size.half_depth - size.canal_depth * 0.48, lift])


def _tube(points: list[Floats], radii: list[tuple[float, float]]) -> Model:
    shape = Shape()
    for (a, b), (r, s) in zip(pairwise(points), pairwise(radii), strict=True):
        shape.capsule(a, b, r, s, blend=2, up=(0, 1, 0), cap=0.5)
    low, high = np.min(points, 0) - 9, np.max(points, 0) + 9
    return Model(shape, (low[0], low[1], low[2]), (high[0], high[1], high[2]))


def cord(spine: Spine) -> Model:
    """Spinal cord from the skull to its tip at L1, thicker where the arm and leg nerves arise; world frame."""
    bones = VERTEBRAE[: VERTEBRAE.index("L1") + 1]
    points = [in_canal(spine, "C1", 12), *(in_canal(spine, bone) for bone in bones)]
    radii = [(6.5, 4.4)] * 3 + [(6.6, 4.2)] * 5 + [(4.8, 3.7)] * 10 + [(4.6, 3.9)] * 2 + [(1.0, 1.0)]
    return _tube(points, [*radii[: len(points) - 1], (1.0, 1.0)])


def cauda(spine: Spine) -> Model:
    """Cauda equina in its sac from T12 to S2; world frame."""
    points = [in_canal(spine, "T12", -4), *(in_canal(spine, bone) for bone in VERTEBRAE[-5:])]
    points += [spine.frames["S1"].out(p) for p in ([0, -23, -8], [0, -22.5, -22], [0, -19, -38])]
    return _tube(
        points, [(5, 4), (6.8, 5), (7.2, 5.4), (7.4, 5.6), (7.2, 5.4), (7, 5), (5.5, 4.4), (4, 3.4), (1.5, 1.5)]
    )


ROOTS = tuple([f"C{i}" for i in range(1, 9)] + [f"T{i}" for i in range(1, 13)] + [f"L{i}" for i in range(1, 6)]
              + [f"S{i}" for i in range(1, 5)])  # fmt: skip
LUMBAR_RADIUS = {1: 2.2, 2: 2.4, 3: 2.6, 4: 2.9, 5: 3.2}
SACRAL_RADIUS = (3.2, 2.7, 2.1, 1.6)


def root_course(spine: Spine, name: str) -> tuple[Floats, float]:
    """World points (5, 3) of a left root from the cord outwards, the second in its foramen, and its radius.

    C1 to C7 leave above the vertebra of their number, C8 above T1, all others below theirs.
    """
    k = int(name[1:])
    if name[0] == "C":
        return _cervical_course(spine, k)
    if name[0] == "S":
        return _sacral_course(spine, k)
    size, frame = spine.dimensions.vertebrae[name], spine.frames[name]
    wall = size.half_depth
    x = size.canal_width / 2 + size.pedicle_width / 2
    z = frame.height / 2 - size.pedicle_height - (3.6 if name[0] == "L" else 3.2)
    if name == "T1":
        own = [(5.0, -wall - 7, z + 8), (x - 1, -wall - 5.5, z - 0.2), (x + 6, -wall - 3, z - 1.5), (x + 14, 0, z - 4),
               (x + 20, 3, z - 8)]  # fmt: skip
        return frame.out(np.array(own)), 2.2
    if name[0] == "T":
        own = [(5.0, -wall - 7, z + 8), (x - 1.5, -wall - 5.6, z + 0.4), (x + 4.5, -wall - 5.4, z - 0.6),
               (x + 8.5, -wall - 8.0, z - 1.4), (x + 12.5, -wall - 11.5, z - 2.4)]  # fmt: skip
        return frame.out(np.array(own)), 1.5
    own = [
        (7.0, -wall - 8, z + 13),
        (x - 2.0, -wall - 5.6, z + 1),
        (x + 4, -wall - 3.0, z - 5),
        (x + 9, 3 - wall, z - 15),
        (x + 12.5, 9 - wall, z - 27),
    ]
    if k == 5:
        own = [
            (7.0, -wall - 8, z + 13),
            (x - 4, -wall - 5, z - 1),
            (x + 3, -wall - 1, z - 8),
            (x + 7, 6 - wall, z - 19),
            (x + 9, 9 - wall, z - 30),
        ]
    return frame.out(np.array(own)), LUMBAR_RADIUS[k]


def _cervical_course(spine: Spine, k: int) -> tuple[Floats, float]:
    if k == 1:  # over the atlas's back arch
        own = [(7.0, -10, 7), (14, -13, 6.4), (20, -13.5, 5.8), (26, -12, 4.0), (29, -10.5, 1.0)]
        return spine.frames["C1"].out(np.array(own)), 1.5
    if k == 2:  # behind the joint C1-2
        own = [(7.0, -13, -10), (14, -15.5, -11.5), (20, -16, -12.6), (25, -14.5, -14.5), (28, -12.5, -17)]
        return spine.frames["C1"].out(np.array(own)), 1.55
    low = f"C{k}" if k < 8 else "T1"
    size, frame = spine.dimensions.vertebrae[low], spine.frames[low]
    wall, top, side = size.half_depth, frame.height / 2, size.upper_width / 2
    if k == 8:
        own = [
            (6, -wall - 6, top + 6),
            (13, -wall - 4.5, top + 3.5),
            (19, -wall - 2, top + 1),
            (27, 2, -6),
            (33, 5, -12),
        ]
    else:
        own = [
            (6.0, -wall - 6, top + 5),
            (side + 3.5, -wall - 1.5, 3.4),
            (side + 9, -4.0, 0.3),
            (side + 14, -1.5, -4.0),
            (side + 16.5, 0.5, -9.5),
        ]
    return frame.out(np.array(own)), 1.9 + 0.10 * min(k, 7)


def _sacral_course(spine: Spine, k: int) -> tuple[Floats, float]:
    i = k - 1
    angle = radians((BORDER_TILTS[i] + BORDER_TILTS[i + 1]) / 2 + 6)
    front, down = np.array([0, np.cos(angle), np.sin(angle)]), np.array([0, np.sin(angle), -np.cos(angle)])
    hole = borders()[k] * np.array([0, 1, 1]) + np.array([(19.5, 17.0, 14.8, 12.8)[i], 0, 0])
    inside = (14, 11, 7, 5)[i]
    own = [hole - front * inside - down * inside + np.array([-10 + i, 0, 0]), hole - front * (inside * 0.45) - down * 3,
           hole + front * 5 + down * 2 + np.array([1.5, 0, 0]), hole + front * 11 + down * 10 + np.array([4, 0, 0]),
           hole + front * 14 + down * 22 + np.array([6, 0, 0])]  # fmt: skip
    return spine.frames["S1"].out(np.array(own)), SACRAL_RADIUS[i]


def root(spine: Spine, name: str) -> Model:
    """A left nerve root with the swelling of its ganglion; world frame."""
    points, radius = root_course(spine, name)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    course = CubicSpline(along, points)
    spots = course(np.linspace(0, along[-1], 22))
    shape = Shape(mirrored=False)
    thin = radius * (1 - 0.18 * np.linspace(0, 1, 22))
    for i in range(21):  # no blending: chained capsules with blending bulge at every joint
        shape.capsule(spots[i], spots[i + 1], float(thin[i]), float(thin[i + 1]), blend=0.0)
    ganglion = course(along[1] + 0.15 * (along[2] - along[1]))
    direction = course(along[1] + 0.5 * (along[2] - along[1])) - course(along[1] - 0.2 * (along[2] - along[1]))
    direction = direction / np.linalg.norm(direction)
    shape.capsule(
        ganglion - direction * radius * 0.7,
        ganglion + direction * radius * 0.9,
        radius * 1.55,
        radius * 1.45,
        blend=2.0,
    )
    low, high = points.min(0) - 6, points.max(0) + 6
    return Model(shape, (low[0], low[1], low[2]), (high[0], high[1], high[2]))


def leaves_at(root_name: str) -> str:
    """The segment where a root leaves, as the data write it; S1 and lower are levels of their own."""
    if root_name[0] == "S":
        return root_name
    if root_name == "C8":
        return segment("C7")
    return segment(above(root_name) if root_name[0] == "C" else root_name)
