"""C3 to C7: sheared pillars that stack, short forked spinous processes, a long one on C7, and the foramen in the
transverse process."""

from math import cos, radians, sin, tan

import numpy as np

from illustrator.spine.bone import Bone, Model
from illustrator.spine.layout import JOINT_GAP, Joint, Spine
from illustrator.spine.shape import Op, Part

SPINOUS_SLOPE = {3: 12, 4: 15, 5: 18, 6: 20, 7: 20}  # degrees downwards, drawing choice


def cervical(spine: Spine, name: str) -> Model:
    """A vertebra of the lower neck, C3 to C7."""
    bone = Bone(spine, name)
    k, shape, size, wall, height = bone.number, bone.shape, bone.size, bone.wall, bone.height
    back = bone.canal_back
    bone.body(waist_w=0.08, waist_d=0.06, n_front=2.4, n_back=3.2, dish=0.7, dent=0.05, rounding=1.3, rim=0.4,
              power=0.9, uncus=3.0, lip=1.7)  # fmt: skip
    over, under = spine.joint_over(name), spine.joint_under(name, name)
    slope = tan(radians(spine.dimensions.facets[f"C{k - 1}"].inclination))
    x, yc, zc = (over.centre + under.centre) / 2
    pw, ph = size.pedicle_width / 2, size.pedicle_height / 2
    shape.capsule((size.upper_width / 2 - 2.5, -wall + 4.5, 0.8), (x - 3, -wall - 5.5, 1.1), (pw, ph), (pw, ph),
                  Part.PEDICLE, 3)  # fmt: skip
    _pillar(bone, over, under, slope)
    zl = zc - 1.0
    shape.capsule((x - 3.2, yc - 2.0, zl + 0.2), (0, back - 2.2, zl - 1.6), (2.0, 6.3), (2.2, 6.6), Part.LAMINA, 2.2,
                  up=(0, 0.42, 1), n=2.6)  # fmt: skip
    shape.ellipsoid((x + 0.4, yc - 3.8, zc - 2.6), (4.6, 3.0, 4.4), Part.PILLAR, 2.5)
    tip = _spinous(bone, back - 1.5, zl - 1.5)
    reach = size.transverse_width / 2 + (2.6 if k < 7 else 0)  # the tips must clear the pillars to be seen
    if k < 7:
        _transverse(bone, x, yc, reach)
    else:
        _transverse_c7(bone, x, reach)
    bone.canal(0.95, 0.47, 1.6, 2.2)
    if k == 7:
        bone.clear(under, -1, Part.INFERIOR_ARTICULAR)
    low = (-reach - 4, min(tip - 4, yc - 12), -height / 2 - 20)
    return Model(shape, low, (reach + 4, wall + 5, height / 2 + 14))


def _pillar(bone: Bone, over: Joint, under: Joint, slope: float) -> None:
    """The block between the two joint planes, sheared so that neighbours stack with an even gap."""
    shape, k = bone.shape, bone.number
    middle, apart = (over.centre + under.centre) / 2, over.centre - under.centre
    half = abs(apart[2] - slope * apart[1]) / 2 - JOINT_GAP / 2 * (1 + slope * slope) ** 0.5
    wide, deep = (5.4, 5.9) if k < 7 else (5.6, 5.6)
    shape.pillar(middle, (wide, deep, half), slope, 1.5, Part.PILLAR, 1.6)
    shape.ellipsoid(over.centre - over.normal * (JOINT_GAP / 2 + 1.2), (1.3, over.width * 0.5, over.height * 0.47),
                    Part.SUPERIOR_ARTICULAR, 1.2, axes=over.axes, n=2.8)  # fmt: skip
    if k < 7:
        shape.ellipsoid(
            under.centre + under.normal * (JOINT_GAP / 2 + 1.2),
            (1.3, under.width * 0.5, under.height * 0.47),
            Part.INFERIOR_ARTICULAR,
            1.2,
            axes=under.axes,
            n=2.8,
        )
    else:
        foot = under.centre + under.normal * (JOINT_GAP / 2 + 2.2)
        shape.capsule(middle + np.array([0, -1, -1]), foot, (5.0, 3.6), (4.6, 2.8), Part.INFERIOR_ARTICULAR, 3,
                      up=(0, 1, 0))  # fmt: skip
        shape.ellipsoid(foot, (2.3, under.width * 0.49, under.height * 0.54), Part.INFERIOR_ARTICULAR, 2,
                        axes=under.axes, n=2.6)  # fmt: skip


def _spinous(bone: Bone, y: float, z: float) -> float:
    """Short and forked on C3 to C6, long with a knob on C7. Reaches SPL behind the body's back wall; returns that y."""
    k, shape = bone.number, bone.shape
    slope = radians(SPINOUS_SLOPE[k])
    tip = -bone.wall - bone.size.spinous_length
    along = np.array([0, -cos(slope), -sin(slope)])
    up = (0, -sin(slope), cos(slope))
    start = np.array([0, y, z])
    if k < 7:
        end = start + along * ((y - tip - 3.2) / cos(slope))
        shape.capsule(start, end, (2.1, 4.6), (2.6, 2.6), Part.SPINOUS, 3, up=up, bow=0.5)
        fork = end + np.array([4.4, -0.8, -1.4])
        shape.capsule(
            start + along * 0.35 * np.linalg.norm(end - start), fork, (2.1, 2.8), (1.9, 2.5), Part.SPINOUS, 2.2, up=up
        )
        shape.ellipsoid(end + along * 3.4 + np.array([0, 0, -2.0]), (1.9, 4.6, 4.2), Part.SPINOUS, 1.6, Op.CUT)
    else:
        end = start + along * ((y - tip - 3.0) / cos(slope))
        shape.capsule(start, end, (2.6, 5.4), (2.6, 3.4), Part.SPINOUS, 3.5, up=up, bow=1.0)
        shape.ellipsoid(end + np.array([0, 0.4, -0.8]), (3.7, 3.0, 3.9), Part.SPINOUS, 3)
    return tip


def _transverse(bone: Bone, x: float, yc: float, reach: float) -> None:
    """Two roots, two tubercles and the gutter for the nerve between them, around the vertebral artery's foramen."""
    shape, k = bone.shape, bone.number
    side = bone.size.upper_width / 2
    front = np.array([reach - 6.0, 1.0, -4.2]) if k != 6 else np.array([reach - 6.0, 2.5, -4.0])
    rear = np.array([reach - 2.0, -7.0, -5.2])
    shape.capsule((side - 2, -0.5, -1.5), front, (1.9, 2.2), (1.7, 2.0), Part.TRANSVERSE, 2.2)
    shape.ellipsoid(front, (2.0, 2.2, 3.0) if k != 6 else (2.6, 2.8, 4.0), Part.TRANSVERSE, 1.6)
    shape.capsule((x - 3, yc + 4, -1.0), rear, (2.3, 2.4), (2.1, 2.2), Part.TRANSVERSE, 2.5)
    shape.ellipsoid(rear, (2.2, 2.4, 2.8), Part.TRANSVERSE, 1.6)
    across = rear - front
    shape.capsule(
        front + across * 0.1 + np.array([-1.2, 0, -1.0]),
        rear - across * 0.2 + np.array([-1.2, 0, -0.6]),
        1.6,
        part=Part.TRANSVERSE,
        blend=2.2,
    )
    shape.capsule(
        (side + 3.4, -3.6, -14),
        (side + 3.4, -3.6, 14),
        (2.7, 2.9),
        part=Part.TRANSVERSE,
        blend=1.2,
        op=Op.CUT,
        up=(0, 1, 0),
        cap=0.1,
    )


def _transverse_c7(bone: Bone, x: float, reach: float) -> None:
    """C7: one stout rear root, a thin front root, a small foramen."""
    shape, wall, side = bone.shape, bone.wall, bone.size.upper_width / 2
    end = (reach - 3, -wall - 9.5, -1.0)
    shape.capsule((x - 5, -wall - 3, -0.5), end, (3.4, 3.6), (2.7, 3.2), Part.TRANSVERSE, 3)
    shape.ellipsoid(end, (3.2, 3.2, 3.8), Part.TRANSVERSE, 2)
    shape.capsule((side - 1, -2, -1), (x + 3, -4.5, -1.5), (1.5, 1.7), part=Part.TRANSVERSE, blend=2)
    shape.capsule((side + 4.0, -6.0, -14), (side + 4.0, -6.0, 14), 2.0, part=Part.TRANSVERSE, blend=1.0, op=Op.CUT,
                  up=(0, 1, 0), cap=0.1)  # fmt: skip
