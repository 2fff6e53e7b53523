"""L1 to L5, and T12, whose lower half is built like them."""

import numpy as np

from illustrator.spine.bone import Bone, Model
from illustrator.spine.layout import JOINT_GAP, Spine
from illustrator.spine.shape import Op, Part

# Drawing choices by number, 0 = T12: reach of the spinous process behind the body centre, its slope and half height,
# lift and backward sweep of the transverse process.
SPINOUS_REACH = {0: 44, 1: 49, 2: 52, 3: 53, 4: 50, 5: 42}
SPINOUS_SLOPE = {0: -0.26, 1: -0.14, 2: -0.12, 3: -0.12, 4: -0.14, 5: -0.20}
SPINOUS_HALF = {0: 7.0, 1: 9.4, 2: 10.2, 3: 10.0, 4: 8.6, 5: 6.8}
TRANSVERSE_LIFT = {1: 2.5, 2: 2.2, 3: 2.5, 4: 5.5, 5: 7.5}
TRANSVERSE_SWEEP = {1: -9, 2: -9, 3: -8, 4: -9, 5: -7}


def lumbar(spine: Spine, name: str) -> Model:
    """A lumbar vertebra, or T12."""
    bone = Bone(spine, name)
    k = bone.number if name[0] == "L" else 0
    shape, size, wall, height = bone.shape, bone.size, bone.wall, bone.height
    half, back = bone.canal_half, bone.canal_back
    bone.body(waist_w=0.13, waist_d=0.12, n_front=2.25, n_back=2.9, dish=1.8, dent=0.05,
              rounding=2.2, rim=0.9, power=0.8)  # fmt: skip
    zp = height / 2 - size.pedicle_height / 2 - 1.2 + (1.0 if k == 5 else 0)
    xp = half + size.pedicle_width / 2 - (1.2 if k < 5 else 3.5)
    pw, ph = size.pedicle_width / 2, size.pedicle_height / 2
    shape.capsule((xp - 1.5, -wall + 5, zp - 0.3), (xp + 0.8, -wall - 9, zp + 0.2), (pw, ph + 1.0), (pw * 1.02, ph),
                  Part.PEDICLE, 5, n=2.3, waist=0.06)  # fmt: skip
    over, under = spine.joint_over(name), spine.joint_under(name, name)
    thick = 3.6 if k else 3.0
    # superior articular process: base, plate and mammillary process
    plate = over.centre - over.normal * (JOINT_GAP / 2 + thick - 0.3)
    base = np.array([xp + 1.0, -wall - 10.5, zp + 1])
    shape.capsule(base, plate + over.up * (over.height * 0.18) + np.array([0.6, 0.3, 0]), (6.2, 6.6), (4.6, 5.2),
                  Part.SUPERIOR_ARTICULAR, 4, up=over.up)  # fmt: skip
    bone.plate(over, -1, thick, Part.SUPERIOR_ARTICULAR, 2.5)
    knob = plate + (np.array([3.0, -4.6, 1.0]) if k else np.array([3.5, -3.0, 2.0]))
    shape.ellipsoid(knob, (2.8, 3.0, 4.4), Part.SUPERIOR_ARTICULAR, 3)
    # isthmus and inferior articular process
    pars = np.array([half + (0.5 if k < 5 else 1.5), back + 4.5, zp - 6])
    shape.capsule(base + np.array([-1.5, -2, -1]), pars, (5.0, 5.0), (4.6, 4.8), Part.LAMINA, 4.5, up=(0, 1, 0))
    foot = under.centre + under.normal * (JOINT_GAP / 2 + thick - 0.2)
    shape.capsule(pars, foot + under.up * (under.height * 0.06) + np.array([-0.6, 0.2, 0]), (5.2, 4.0), (4.6, 3.7),
                  Part.INFERIOR_ARTICULAR, 5, up=(0, 1, 0))  # fmt: skip
    bone.plate(under, 1, thick, Part.INFERIOR_ARTICULAR, 2.8)
    zl = zp - 8.5
    shape.capsule((half - 0.8, back + 0.6, zl + 1.8), (0, back - 5.6, zl - 0.6), (3.3, 10.4 if k else 10), (3.8, 9.8),
                  Part.LAMINA, 5, up=(0, 0.20, 1), n=2.6)  # fmt: skip
    tip = -wall - SPINOUS_REACH[k]
    _hatchet(bone, k, tip, back - 3, zl - 1.5)
    reach = size.transverse_width / 2
    if k:
        _transverse(bone, k, reach, xp, zp)
    else:
        _t12_tubercles(bone, reach, xp, zp)
    bone.canal(0.98, 0.50, 2.2)
    shape.ellipsoid((size.upper_width * 0.46, 1, 0), (1.6, 1.0, 0.8), Part.BODY, 1.0, Op.CUT)  # nutrient foramen
    bone.clear(over, 1, Part.SUPERIOR_ARTICULAR)
    bone.clear(under, -1, Part.INFERIOR_ARTICULAR)
    return Model(shape, (-reach - 4, tip - 6, -height / 2 - 34), (reach + 4, wall + 3, height / 2 + 22))


def _hatchet(bone: Bone, k: int, tip: float, start: float, z: float) -> None:
    """The broad spinous process with its thick end."""
    slope, half, length = SPINOUS_SLOPE[k], SPINOUS_HALF[k], start - tip
    bone.shape.capsule((0, start, z), (0, tip + 7, z + slope * (length - 7) - 0.8), (3.3, half * 0.92), (3.0, half),
                       Part.SPINOUS, 4.5, up=(0, 0.18, 1), n=3.2, cap=1.1, waist=0.05)  # fmt: skip
    bone.shape.capsule(
        (0, tip + 4.2, z + slope * length + half * 0.62),
        (0, tip + 5.0, z + slope * length - half * 0.78),
        (3.9, 3.6),
        (4.8, 4.4),
        Part.SPINOUS,
        3.5,
        up=(0, 1, 0),
    )


def _transverse(bone: Bone, k: int, reach: float, xp: float, zp: float) -> None:
    """A flat bar with a blunt end, clear of the joint behind it; the accessory process below."""
    strong = k == 5
    root, end = ((5.4, 6.6), (2.9, 4.4)) if strong else ((2.4, 4.5), (2.0, 4.0))
    start = np.array([xp + 1.5, -bone.wall - 9.5, zp - 1.5])
    stop = np.array([reach - 2.2, -bone.wall - 9.5 + TRANSVERSE_SWEEP[k], zp - 1.5 + TRANSVERSE_LIFT[k]])
    bone.shape.capsule(start, stop, root, end, Part.TRANSVERSE, 1.6, n=2.4, bow=-0.8, waist=0.05)
    bone.shape.ellipsoid(stop - np.array([1.6, -0.3, 0.2]), (5.0, 2.4, 4.4), Part.TRANSVERSE, 2.8)
    bone.shape.ellipsoid((xp + 6.5, -bone.wall - 13.0, zp - 4.5), (2.6, 2.4, 3.0), Part.TRANSVERSE, 2.0)


def _t12_tubercles(bone: Bone, reach: float, xp: float, zp: float) -> None:
    """T12 has three tubercles instead of a transverse process, and one rib facet on the pedicle."""
    shape, wall = bone.shape, bone.wall
    shape.capsule((xp + 1, -wall - 11, zp - 1), (reach - 2.5, -wall - 16, zp - 1), (4.2, 5.5), (3.0, 4.0),
                  Part.TRANSVERSE, 4)  # fmt: skip
    shape.ellipsoid((reach - 4, -wall - 17.5, zp + 4.5), (2.5, 2.8, 3.4), Part.TRANSVERSE, 2.5)
    shape.ellipsoid((reach - 4, -wall - 16.5, zp - 6), (2.2, 2.6, 3.2), Part.TRANSVERSE, 2.5)
    side = xp + bone.size.pedicle_width / 2
    shape.ellipsoid((side + 0.2, -wall + 1, zp + 1), (1.4, 4.4, 4.6), Part.BODY, 2.4)
    shape.ellipsoid((side + 3.9, -wall + 1, zp + 1), (2.8, 3.4, 3.6), Part.BODY, 1.4, Op.CUT)
