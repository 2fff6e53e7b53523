"""T1 to T11. T12 is built like a lumbar vertebra."""

from math import cos, radians, sin

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.spine.bone import Bone, Model, unit
from illustrator.spine.layout import JOINT_GAP, Spine
from illustrator.spine.shape import Op, Part

# Drawing choices by number: slope of the spinous process (degrees), sweep and lift of the transverse process (mm).
SPINOUS_SLOPE = {1: 30, 2: 38, 3: 46, 4: 52, 5: 58, 6: 61, 7: 61, 8: 58, 9: 52, 10: 44, 11: 30}
SWEEP = {1: -8, 2: -12, 3: -14, 4: -15, 5: -16, 6: -16.5, 7: -16.5, 8: -16, 9: -14.5, 10: -12, 11: -8}
LIFT = {1: 0, 2: 2, 3: 4, 4: 5, 5: 5.5, 6: 6, 7: 6, 8: 6, 9: 5.5, 10: 5, 11: 3}


def pedicle_centre(bone: Bone) -> tuple[float, float]:
    """x and z of the left pedicle's axis in a thoracic vertebra's frame."""
    size = bone.size
    return bone.canal_half + size.pedicle_width / 2 - 1.0, bone.height / 2 - size.pedicle_height / 2 - 0.3


def transverse_tip(bone: Bone) -> Floats:
    """Centre of the left transverse process's end, own frame; the rib's tubercle rests in front of it."""
    k = bone.number
    _, zp = pedicle_centre(bone)
    inset = (4.3 if k < 9 else 3.8) * 0.8
    return np.array([bone.size.transverse_width / 2 - inset, -bone.wall - 11 + SWEEP[k], zp - 0.8 + LIFT[k]])


def thoracic(spine: Spine, name: str) -> Model:
    """A thoracic vertebra, T1 to T11."""
    bone = Bone(spine, name)
    k, shape, size, wall, height = bone.number, bone.shape, bone.size, bone.wall, bone.height
    back = bone.canal_back
    bone.body(waist_w=0.10, waist_d=0.10, n_front=2.15 if k < 3 else 1.95 if k < 10 else 2.1, n_back=2.7, dish=1.1,
              dent=0.06, rounding=1.8, rim=0.7, power=0.8, uncus=1.6 if k == 1 else 0.0)  # fmt: skip
    xp, zp = pedicle_centre(bone)
    pw, ph = size.pedicle_width / 2 + 0.4, size.pedicle_height / 2
    shape.capsule((xp - 1, -wall + 4, zp), (xp + 0.8, -wall - 9, zp + 0.4), (pw, ph + 0.6), (pw, ph), Part.PEDICLE, 4,
                  n=2.3, waist=0.05)  # fmt: skip
    over, under = spine.joint_over(name), spine.joint_under(name, name)
    thick = 2.5
    plate = over.centre - over.normal * (JOINT_GAP / 2 + thick - 0.2)
    foot = under.centre + under.normal * (JOINT_GAP / 2 + thick - 0.2)
    shape.capsule((xp + 0.6, -wall - 9.5, zp + 0.5), plate - over.up * over.height * 0.1, (4.6, 5.2), (4.4, 3.6),
                  Part.SUPERIOR_ARTICULAR, 3)  # fmt: skip
    bone.plate(over, -1, thick, Part.SUPERIOR_ARTICULAR, 2.2)
    # laminae like shingles, sloping back and down
    shape.capsule(
        (xp - 0.2, -wall - 13.0, zp - 3.4),
        (0, back - 5.0, zp - 8.6),
        (2.9, 9.6),
        (3.2, 9.4),
        Part.LAMINA,
        4.5,
        up=(0, 0.34, 1),
        n=2.6,
    )
    shape.capsule((xp - 1.0, -wall - 12.5, zp - 3), foot + under.up * under.height * 0.1 + np.array([0, 0.8, 0]),
                  (4.6, 2.6), (4.4, 2.1), Part.INFERIOR_ARTICULAR, 4.5, up=(0, 1, 0))  # fmt: skip
    bone.plate(under, 1, thick, Part.INFERIOR_ARTICULAR, 2.4)
    tip = _transverse(bone, xp, zp)
    end = _spinous(bone, back, zp)
    bone.canal(0.97, 0.5, 2)
    _rib_facets(bone, zp)
    bone.clear(over, 1, Part.SUPERIOR_ARTICULAR)
    bone.clear(under, -1, Part.INFERIOR_ARTICULAR)
    reach = max(size.transverse_width / 2, size.lower_width / 2 + 2) + 4
    low = (-reach, min(end[1], tip[1]) - 8, min(end[2] - 7, -height / 2 - 22))
    return Model(shape, low, (reach, wall + 3, height / 2 + 18))


def _transverse(bone: Bone, xp: float, zp: float) -> Floats:
    """Club-shaped process with the facet for the rib's tubercle in front of its end."""
    k, shape = bone.number, bone.shape
    size = 4.3 if k < 9 else 3.8
    start, tip = np.array([xp + 1.0, -bone.wall - 11, zp - 0.8]), transverse_tip(bone)
    shape.capsule(start, tip, (3.9, 5.4), (3.5, 4.3), Part.TRANSVERSE, 4.5)
    along = unit(tip - start)
    across = unit(np.cross([0, 0, 1.0], along))
    shape.ellipsoid(tip - along * 0.2, (size * 0.62, size * 0.74, size * 1.02), Part.TRANSVERSE, 3.0,
                    axes=np.array([along, across, np.cross(along, across)]), n=2.5)  # fmt: skip
    if k <= 10:
        shape.ellipsoid(tip + np.array([1.2, size * 1.5, 0.2 + (1.0 if k > 6 else 0)]), (3.0, size * 0.66, 3.2),
                        Part.TRANSVERSE, 1.6, Op.CUT)  # fmt: skip
    return tip


def _spinous(bone: Bone, back: float, zp: float) -> Floats:
    """Long sloping process; the steepest are in the middle of the region and overlap like tiles. Returns its end."""
    k, shape, size = bone.number, bone.shape, bone.size
    slope = radians(SPINOUS_SLOPE[k])
    length = max(size.spinous_length - size.canal_depth - (4.0 if k > 2 else 2.0), 27) * (1.0 + 0.12 * sin(slope))
    along = np.array([0, -cos(slope), -sin(slope)])
    start = np.array([0, back - 3.4, zp - 8.5])
    end = start + along * length
    shape.capsule(start, end, (2.9, 6.6), (2.4, 3.3) if k < 11 else (2.7, 5.6), Part.SPINOUS, 4,
                  up=(0, -sin(slope), cos(slope)), n=2.6, bow=1.2, waist=0.08)  # fmt: skip
    if k < 11:
        turned = np.array([[1, 0, 0], along, np.cross([1, 0, 0], along)])
        shape.ellipsoid(end - along, (3.0, 4.4, 3.0), Part.SPINOUS, 3, axes=turned)
    else:
        shape.ellipsoid(end - along, (3.4, 3.2, 5.4), Part.SPINOUS, 3)
    return end


def _rib_facets(bone: Bone, zp: float) -> None:
    """Hollows for the rib heads: two half facets on T2 to T9, one whole facet on T1, T10 and T11."""
    k, shape, size, height = bone.number, bone.shape, bone.size, bone.height
    y, x = -bone.wall + 2.5, size.upper_width / 2
    if k == 1 or k >= 10:
        out = 0.8 if k >= 10 else 0.0
        shape.ellipsoid((x - 0.2 + out, y - 0.5, zp + 1.5), (1.8, 4.3, 4.3), Part.BODY, 1.6)
        shape.ellipsoid((x + 4.0 + out, y - 0.6, zp + 1.8), (2.9, 3.4, 3.4), Part.BODY, 1.5, Op.CUT)
    else:
        shape.ellipsoid((x - 0.6, y - 1.5, height / 2 - 2.2), (1.8, 4.2, 3.2), Part.BODY, 1.6)
        shape.ellipsoid((x + 3.1, y - 1.8, height / 2 + 0.6), (2.8, 3.4, 3.6), Part.BODY, 1.4, Op.CUT)
    if k <= 9:
        low = size.lower_width / 2
        shape.ellipsoid((low - 1.2, y - 0.5, -height / 2 + 2.0), (1.6, 3.4, 2.4), Part.BODY, 1.4)
        shape.ellipsoid((low + 2.2, y - 0.8, -height / 2 - 0.8), (2.5, 2.8, 2.8), Part.BODY, 1.2, Op.CUT)
