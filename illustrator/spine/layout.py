"""Where each bone stands along the sagittal curve, and the joints defined once for the two bones that meet in them.

World: x = left, y = front, z = up, mm; the middle of the S1 end plate is the origin. A bone's own frame has the same
axes, tilted forwards by `tilt` degrees about x, with the centre of its body as origin.
"""

from dataclasses import dataclass
from math import cos, radians, sin, tan

import numpy as np
from numpy.typing import ArrayLike

from illustrator.drawing.arrays import Floats
from illustrator.spine.dimensions import VERTEBRAE, Dimensions, above, below, region

SACRAL_SLOPE = 40.0  # degrees; the commonly quoted mean, see measures/alignment.csv
S1_HALF_DEPTH = 16.0  # drawing choice; published S1 body depth 28.3
JOINT_GAP = 1.3  # mm between the two articular surfaces, drawn wide enough to be seen


def tilt_matrix(degrees: float) -> Floats:
    """Rotation about x that leans a frame forwards: columns are the frame's axes in the world."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return np.array([[1, 0, 0], [0, c, s], [0, -s, c]])


@dataclass(frozen=True)
class Frame:
    """Place of a bone or disc: origin (3,) in the world, tilt in degrees, height of the body at its centre."""

    origin: Floats
    tilt: float
    height: float = 0.0

    def out(self, points: ArrayLike) -> Floats:
        """World coordinates of points (..., 3) of this frame."""
        world: Floats = np.asarray(points, float) @ tilt_matrix(self.tilt).T + self.origin
        return world

    def into(self, points: Floats) -> Floats:
        """Coordinates in this frame of world points (..., 3)."""
        own: Floats = (np.asarray(points, float) - self.origin) @ tilt_matrix(self.tilt)
        return own

    def turn_out(self, direction: Floats) -> Floats:
        """World direction of a direction of this frame."""
        return np.asarray(tilt_matrix(self.tilt) @ direction)

    def turn_into(self, direction: Floats) -> Floats:
        """Direction in this frame of a world direction."""
        return np.asarray(tilt_matrix(self.tilt).T @ direction)


@dataclass(frozen=True)
class Joint:
    """A left facet joint: centre, normal (out of the lower bone's facet), upward direction, full width and height,
    bend (1/mm): how much the surfaces curve, C-shaped from above."""

    centre: Floats
    normal: Floats
    up: Floats
    width: float
    height: float
    bend: float

    @property
    def axes(self) -> Floats:
        """Rows: thickness, width, height."""
        normal = self.normal / np.linalg.norm(self.normal)
        rise = self.up - normal * (self.up @ normal)
        rise = rise / np.linalg.norm(rise)
        return np.array([normal, np.cross(rise, normal), rise])

    def moved(self, source: Frame, target: Frame) -> "Joint":
        """The same joint in another bone's frame."""
        return Joint(target.into(source.out(self.centre)), target.turn_into(source.turn_out(self.normal)),
                     target.turn_into(source.turn_out(self.up)), self.width, self.height, self.bend)  # fmt: skip


# How strongly the surfaces curve, 1/mm: flat in neck and mid back, C- or J-shaped in the low back, flatter at L5-S1.
BENDS = {"T12": 0.030, "L1": 0.040, "L2": 0.040, "L3": 0.036, "L4": 0.030, "L5": 0.018}


class Spine:
    """All frames of the spine in one posture."""

    def __init__(self, dimensions: Dimensions) -> None:
        self.dimensions = dimensions
        self.frames: dict[str, Frame] = {"S1": Frame(np.zeros(3), SACRAL_SLOPE)}
        self.discs: dict[str, Frame] = {}
        self._stack()

    def _stack(self) -> None:
        place, tilt = np.zeros(3), SACRAL_SLOPE
        for bone in reversed(VERTEBRAE[1:]):
            disc, vertebra = self.dimensions.discs[bone], self.dimensions.vertebrae[bone]
            rise = tilt_matrix(tilt - disc.wedge / 2) @ np.array([0, 0, 1.0])
            self.discs[bone] = Frame(place + rise * disc.height / 2, tilt - disc.wedge / 2, disc.height)
            place, tilt = place + rise * disc.height, tilt - disc.wedge
            middle = tilt - vertebra.wedge / 2
            height = vertebra.height_back + vertebra.half_depth * tan(radians(vertebra.wedge))
            rise = tilt_matrix(middle) @ np.array([0, 0, 1.0])
            self.frames[bone] = Frame(place + rise * height / 2, middle, height)
            place, tilt = place + rise * height, tilt - vertebra.wedge
        axis = self.frames["C2"]
        atlas = axis.out([0, -1.0, axis.height / 2 + 8.5])  # the atlas turns about the dens
        self.frames["C1"] = Frame(atlas, axis.tilt - 2, 11.0)
        self.frames["C0"] = Frame(self.frames["C1"].out([0, 0, 14.0]), axis.tilt - 4, 6.0)

    def back_wall(self, bone: str) -> float:
        """y of the back wall of a body in its own frame."""
        return -S1_HALF_DEPTH if bone == "S1" else -self.dimensions.vertebrae[bone].half_depth

    def joint_under(self, bone: str, frame: str) -> Joint:
        """The left joint between a vertebra (C2 to L5) and the one below, in the frame of the bone named `frame`."""
        facet, lower = self.dimensions.facets[bone], below(bone)
        back, top = self.back_wall(lower), self.frames[lower].height / 2
        canal = 18.0 if lower == "S1" else self.dimensions.vertebrae[lower].canal_depth
        x = facet.spacing
        if lower == "S1":
            centre = (x, back - canal + 1.5, 3.5)
        elif lower == "L1":
            centre = (x, back - canal + 1.0, top + 2.5)
        elif region(lower) == "lumbar":
            centre = (x, back - canal + 1.2, top + 1.5)
        elif lower == "T1":
            centre = (x, back - 12.0, top + 1.0)
        elif region(lower) == "thoracic":
            centre = (x, back - canal + 1.5, top + 2.0 + 0.12 * int(lower[1:]))
        else:
            centre = (x, back - 7.5, top - 1.5)
        a, g = radians(facet.inclination), radians(facet.rotation)
        flat = np.array([sin(g), -cos(g), 0.0])
        normal = flat * sin(a) + np.array([0, 0, cos(a)])
        up = -flat * cos(a) + np.array([0, 0, sin(a)])
        joint = Joint(np.array(centre), normal, up, facet.width, facet.height, BENDS.get(bone, 0.0))
        return joint if frame == lower else joint.moved(self.frames[lower], self.frames[frame])

    def joint_over(self, bone: str) -> Joint:
        """The joint above a vertebra (C3 to L5), in its own frame."""
        return self.joint_under(above(bone), bone)
