"""What the vertebrae of every region share: the body, the canal, the plates that carry the joints."""

from dataclasses import dataclass
from math import radians, tan

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.spine.layout import JOINT_GAP, Joint, Spine
from illustrator.spine.shape import Op, Part, Shape


@dataclass(frozen=True)
class Model:
    """A structure ready for meshing: shape in its own frame and the box (mm) that holds it."""

    shape: Shape
    low: tuple[float, float, float]
    high: tuple[float, float, float]


class Bone:
    """One vertebra under construction, C2 to L5, with its measures at hand (mm, own frame)."""

    def __init__(self, spine: Spine, name: str) -> None:
        self.shape = Shape()
        self.number = int(name[1:])
        self.size = spine.dimensions.vertebrae[name]
        self.height = spine.frames[name].height
        self.wall = self.size.half_depth  # the body's back wall is at y = -wall
        self.canal_half = self.size.canal_width / 2
        self.canal_back = -self.wall - self.size.canal_depth

    def body(self, **fields: float) -> None:
        """The vertebral body; fields override BODY_DEFAULTS."""
        size = self.size
        slope = size.half_depth * 2 * tan(radians(size.wedge)) / 2
        self.shape.body({"a_up": size.upper_width / 2, "a_low": size.lower_width / 2, "b_up": size.upper_depth / 2,
                         "b_low": size.lower_depth / 2, "h_post": self.height - slope, "h_ant": self.height + slope,
                         **fields})  # fmt: skip

    def canal(self, share: float, middle: float, blend: float, n: float = 2.0) -> None:
        """Cut the vertebral canal; share of its half width, middle of its depth."""
        depth = self.size.canal_depth
        y = -self.wall - depth * middle
        self.shape.capsule((0, y, -40), (0, y, 40), (self.canal_half * share, depth * middle), part=Part.LAMINA,
                           blend=blend, op=Op.CUT, up=(0, 1, 0), n=n, cap=0.1)  # fmt: skip

    def plate(self, joint: Joint, side: int, thickness: float, part: Part, blend: float) -> Floats:
        """The bony plate behind an articular surface; side = -1 below the joint, +1 above. Returns its centre."""
        centre = joint.centre + side * joint.normal * (JOINT_GAP / 2 + thickness - 0.25)
        self.shape.ellipsoid(centre, (thickness, joint.width * 0.51, joint.height * 0.56), part, blend,
                             axes=joint.axes, n=2.6, bend=joint.bend)  # fmt: skip
        return centre

    def clear(self, joint: Joint, side: int, part: Part) -> None:
        """Cut a slab on the far side of the joint, so that nothing of this bone grows through it."""
        deep = 3.4  # the neighbour's plate is this thick and a little more
        centre = joint.centre + side * joint.normal * (deep - JOINT_GAP / 2)
        radii = (deep, joint.width * 0.64, joint.height * 0.68)
        self.shape.ellipsoid(centre, radii, part, 0.6, Op.CUT, joint.axes, 3.5, joint.bend)


def unit(vector: Floats) -> Floats:
    """The vector at length 1."""
    return np.asarray(vector / np.linalg.norm(vector))
