"""Heads and necks of the twelve left ribs, cut off just past the tubercle: they say "mid back" at a glance.

Rib k meets the bodies of vertebrae k - 1 and k (1, 10, 11 and 12 only their own) and the transverse process of k.
Thickness and course are drawing choices.
"""

import numpy as np

from illustrator.spine.bone import Bone, Model, unit
from illustrator.spine.layout import Spine
from illustrator.spine.shape import Part, Shape
from illustrator.spine.thoracic import pedicle_centre, transverse_tip


def rib(spine: Spine, name: str) -> Model:
    """The stub of the left rib of a thoracic vertebra, in that vertebra's frame."""
    bone = Bone(spine, name)
    k, size, wall, height = bone.number, bone.size, bone.wall, bone.height
    shape = Shape(mirrored=False)
    side = size.upper_width / 2
    if k == 12:
        xp, zp = bone.canal_half + size.pedicle_width / 2 - 1.2, height / 2 - size.pedicle_height / 2 - 1.2
        head = np.array([xp + size.pedicle_width / 2 + 2.6, -wall + 1, zp + 1])
        end = head + np.array([19, -13, -7.0])
        tubercle = head + np.array([9, -8, -2.0])
    else:
        _, zp = pedicle_centre(bone)
        tip = transverse_tip(bone)
        whole = k == 1 or k >= 10
        head = np.array([side + 2.6, -wall + 1.6, zp + 1.6 if whole else height / 2 + 0.4])
        tubercle = tip + np.array([2.0 if k < 11 else 4.0, 5.6, 0.2 if k < 7 else 0.8])
        end = tubercle + np.array([9.5, -5.0 if k < 10 else -3.5, -4.5])
    thick = 2.5 if k in (1, 11, 12) else 2.9
    shape.ellipsoid(head, (3.0, 3.9, 3.9), Part.BODY, 2, n=2.2)
    shape.capsule(
        head, tubercle, (thick * 0.9, thick * 1.15), (thick, thick * 1.25), Part.PEDICLE, 2.5, bow=0.4, waist=0.08
    )
    if k < 11:
        shape.ellipsoid(tubercle + np.array([0.2, -1.2, 0.2]), (2.8, 2.6, 3.0), Part.TRANSVERSE, 2.5)
    shape.capsule(tubercle, end, (thick, thick * 1.3), (thick * 0.95, thick * 1.6), Part.LAMINA, 3)
    along = unit(end - tubercle)
    shape.half_space(along, float(along @ (end - along * 1.0)), 0.5)
    points = np.array([head, tubercle, end])
    low, high = points.min(0) - 8, points.max(0) + 8
    return Model(shape, (low[0], low[1], low[2]), (high[0], high[1], high[2]))
