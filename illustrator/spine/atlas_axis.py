"""The upper neck: rim of the skull base, atlas, axis with its odontoid, and the joints C0-1 and C1-2.

Atlas sizes are the verified means of measures/morphometry.csv (level C1): width over the transverse processes, outer
depth, canal, arch heights, facet sizes. Where the table has none (slopes, tilts, the skull's rim) it is a drawing
choice.
"""

import numpy as np

from illustrator.spine.bone import Bone, Model, unit
from illustrator.spine.layout import JOINT_GAP, Joint, Spine
from illustrator.spine.shape import Op, Part, Shape

ATLAS_WIDTH, ATLAS_DEPTH = 71.19, 42.0
CANAL_DEPTH, CANAL_WIDTH = 28.16, 26.63
FRONT_ARCH_HEIGHT, BACK_ARCH_HEIGHT = 10.21, 8.68
UPPER_FACET, LOWER_FACET = (20.8, 11.4), (17.8, 15.0)  # front to back, side to side
FRONT_ARCH_INSIDE = 6.7  # y in the atlas frame, just in front of the odontoid
SKULL_CUT = 44.0  # z in the atlas frame; above every window, so that the skull runs out of the picture


def upper_joint(spine: Spine, name: str) -> Joint:
    """The left joint C0-1 (name "C0") or C1-2 ("C1") in the atlas frame. Width runs front to back here."""
    if name == "C0":  # cup: facing up and inwards, converging forwards, curved front to back
        return Joint(np.array([17.3, 0.5, 6.2]), unit(np.array([-0.42, 0.0, 0.91])), unit(np.array([0.88, 0.34, 0.40])),
                     *UPPER_FACET, bend=0.022)  # fmt: skip
    joint = Joint(np.array([15.4, -2.0, 10.4]), unit(np.array([0.42, -0.05, 0.90])), np.array([0.90, 0, -0.42]),
                  *LOWER_FACET, bend=-0.006)  # fmt: skip
    return joint.moved(spine.frames["C2"], spine.frames["C1"])


def _plate(shape: Shape, joint: Joint, side: int, thickness: float, part: Part, blend: float) -> None:
    centre = joint.centre + side * joint.normal * (JOINT_GAP / 2 + thickness)
    shape.ellipsoid(centre, (thickness, joint.width * 0.5, joint.height * 0.5), part, blend, axes=joint.axes, n=2.6,
                    bend=joint.bend)  # fmt: skip


def _clear(shape: Shape, joint: Joint, side: int) -> None:
    """Cut everything of this bone within 6 mm on the far side of the joint."""
    shape.ellipsoid(joint.centre + side * joint.normal * (6.0 - JOINT_GAP / 2),
                    (6.0, joint.width * 0.62, joint.height * 0.66), Part.LAMINA, 0.8, Op.CUT, joint.axes, 4,
                    joint.bend)  # fmt: skip


def skull(spine: Spine) -> Model:
    """The rim of the skull base with the two condyles, cut off cleanly above; atlas frame."""
    shape, joint = Shape(), upper_joint(spine, "C0")
    shape.ellipsoid((0, -9, 37), (42, 46, 25), Part.BODY, 2, n=2.2)
    shape.ellipsoid((0, -44, 24), (9, 6, 6), Part.BODY, 7)  # outer protuberance
    shape.ellipsoid((36, 6, 17), (6.5, 8, 9), Part.BODY, 7)  # mastoid process
    _plate(shape, joint, 1, 3.4, Part.INFERIOR_ARTICULAR, 4)
    shape.capsule((0, -9, -5), (0, -9, 24), (14.0, 16.5), part=Part.FORAMEN, blend=3, op=Op.CUT, up=(0, 1, 0), cap=0.1)
    _clear(shape, joint, -1)
    shape.half_space((0, 0, 1), SKULL_CUT, 1.0)
    return Model(shape, (-46, -60, -2), (46, 40, SKULL_CUT + 2))


def atlas(spine: Spine) -> Model:
    """C1: two lateral masses on a ring, the long transverse processes with their foramen, no body."""
    shape, over, under = Shape(), upper_joint(spine, "C0"), upper_joint(spine, "C1")
    turned = np.array([[0.94, 0.30, 0], [-0.30, 0.94, 0], [0, 0, 1.0]])
    shape.ellipsoid((17.4, -1.2, -0.8), (6.6, 9.6, 8.8), Part.BODY, 2, axes=turned, n=2.5)
    _plate(shape, over, -1, 2.6, Part.SUPERIOR_ARTICULAR, 3)
    _plate(shape, under, 1, 2.6, Part.INFERIOR_ARTICULAR, 3)
    thick = (ATLAS_DEPTH - CANAL_DEPTH) / 2 - 1.5
    front = FRONT_ARCH_INSIDE + thick / 2
    shape.ring((0, -3.0, -0.5), (16.6, front + 3.0), (thick / 2, FRONT_ARCH_HEIGHT / 2), (4, 40), Part.ARCH, 3)
    shape.ellipsoid((0, front + 1.6, -1.0), (4.2, thick / 2 + 0.4, 4.4), Part.ARCH, 2.5)
    back = FRONT_ARCH_INSIDE - CANAL_DEPTH - thick / 2
    shape.ring((0, -8.0, -1.0), (18.6, -8.0 - back), (thick / 2, BACK_ARCH_HEIGHT / 2), (-60, 10), Part.ARCH, 4)
    shape.ellipsoid((0, back - 1.0, -1.4), (3.4, thick / 2 + 0.6, 4.0), Part.SPINOUS, 3)
    shape.capsule(
        (24, -10.5, 5.2), (8, -18.5, 4.4), (3.0, 2.6), part=Part.ARCH, blend=1.4, op=Op.CUT
    )  # artery's groove
    tip = np.array([ATLAS_WIDTH / 2 - 2.8, -5.5, -3.0])
    shape.capsule((20, 0.5, -1.0), tip + np.array([-1.5, 1.8, 0.6]), (2.2, 2.8), (1.9, 2.6), Part.TRANSVERSE, 2.4)
    shape.capsule((20, -8.0, -1.5), tip + np.array([-1.0, -1.6, -0.4]), (2.4, 3.0), (2.2, 2.8), Part.TRANSVERSE, 2.4)
    # the tip: a rough flat end with a front and a lower rear tubercle, not a ball
    shape.ellipsoid(tip + np.array([-0.2, 1.6, 0.8]), (2.6, 3.2, 3.0), Part.TRANSVERSE, 2.4)
    shape.ellipsoid(tip + np.array([0.0, -2.4, -0.8]), (2.8, 3.4, 3.4), Part.TRANSVERSE, 2.4)
    shape.capsule((26.4, -4.2, -16), (26.4, -4.2, 16), (3.0, 3.0), part=Part.TRANSVERSE, blend=1.0, op=Op.CUT,
                  up=(0, 1, 0), cap=0.1)  # fmt: skip
    canal = -CANAL_DEPTH / 2 + FRONT_ARCH_INSIDE
    shape.capsule((0, canal, -30), (0, canal, 30), (CANAL_WIDTH / 2, CANAL_DEPTH / 2), part=Part.FORAMEN, blend=1.2,
                  op=Op.CUT, up=(0, 1, 0), n=2.2, cap=0.1)  # fmt: skip
    _clear(shape, over, 1)
    _clear(shape, under, -1)
    return Model(shape, (-40, -34, -14), (40, 18, 15))


def axis(spine: Spine) -> Model:
    """C2: body with the odontoid on top, sloping shoulders for the atlas, a strong forked spinous process."""
    bone = Bone(spine, "C2")
    shape, size, wall, height, back = bone.shape, bone.size, bone.wall, bone.height, bone.canal_back
    bone.body(waist_w=0.16, waist_d=0.14, n_front=2.3, n_back=3.0, dish=0.7, dent=0.05, rounding=1.6, rim=0.3,
              power=1.0, lip=2.0)  # fmt: skip
    odontoid(shape, height)
    over = upper_joint(spine, "C1").moved(spine.frames["C1"], spine.frames["C2"])
    shape.capsule((8, -1.5, 1), (13.0, -2.0, 5.6), (6.4, 5), (7.4, 4), Part.SUPERIOR_ARTICULAR, 4, up=over.normal)
    _plate(shape, over, -1, 2.4, Part.SUPERIOR_ARTICULAR, 2.4)
    under = spine.joint_under("C2", "C2")
    x, y, _ = under.centre
    shape.capsule((12.5, -4, 1), (x - 1.5, y + 3, -1.0), (4.6, 5), (4.6, 4.5), Part.PEDICLE, 4)
    shape.capsule(
        (x - 1.5, y + 3, -1),
        under.centre + under.normal * 2.5 + np.array([0, 0, 1.5]),
        (5.4, 5.0),
        (5.2, 4.2),
        Part.INFERIOR_ARTICULAR,
        3,
        up=(0, 1, 0),
    )
    shape.ellipsoid(under.centre + under.normal * (JOINT_GAP / 2 + 1.6), (1.9, under.width * 0.49, under.height * 0.47),
                    Part.INFERIOR_ARTICULAR, 1.6, axes=under.axes, n=2.6)  # fmt: skip
    shape.capsule(
        (x - 3.5, y - 0.5, -1.5), (0, back - 3.0, -4.0), (2.9, 6.6), (3.0, 7.0), Part.LAMINA, 3, up=(0, 0.2, 1), n=2.6
    )
    start, tip = np.array([0, back - 2, -5.5]), -wall - size.spinous_length
    end = np.array([0, tip + 5.0, -9.5])
    shape.capsule(start, end, (3.0, 7.0), (4.0, 3.8), Part.SPINOUS, 3.5, bow=0.5)
    shape.capsule(
        start + (end - start) * 0.5, end + np.array([4.8, -1.6, -2.4]), (2.8, 3.4), (2.4, 3.0), Part.SPINOUS, 2.4
    )
    shape.ellipsoid(end + np.array([0, -5.0, -4]), (2.1, 5.0, 5.4), Part.SPINOUS, 1.8, Op.CUT)
    reach = size.transverse_width / 2
    shape.capsule((13, -3, -1), (reach - 3, -6, -5.5), (2.6, 3.0), (2.1, 2.2), Part.TRANSVERSE, 3)
    shape.ellipsoid((reach - 3, -6, -5.5), (2.4, 2.6, 2.8), Part.TRANSVERSE, 1.6)
    bone.canal(0.93, 0.47, 1.6, 2.2)
    _clear(shape, over, 1)
    return Model(shape, (-reach - 5, tip - 6, -height / 2 - 14), (reach + 5, wall + 6, height / 2 + 23))


def odontoid(shape: Shape, height: float) -> None:
    """The peg on the body of C2 round which the atlas turns; reaches the upper rim of the atlas's front arch."""
    shape.capsule((0, 0.2, height / 2 - 4), (0, -0.6, height / 2 + 12.0), (5.0, 5.2), (4.4, 4.6), Part.DENS, 4,
                  up=(0, 1, 0), waist=0.13)  # fmt: skip
