"""The structures of the spine as solids that can be asked how far a point is from them (mm, negative inside)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from illustrator.drawing.arrays import Floats, Ints, compiled
from illustrator.drawing.zbuffer import Mesh
from illustrator.spine import sdf
from illustrator.spine.bone import Model
from illustrator.spine.dimensions import read
from illustrator.spine.layout import Spine
from illustrator.spine.shape import Shape
from illustrator.spine.structures import WORLD, Job, Structure, jobs, mesh, mirrored

MIRROR = np.array([-1.0, 1, 1])


@compiled
def _ask(solids: Floats, points: Floats, symmetric: bool) -> tuple[Floats, Ints]:
    far, part = np.empty(points.shape[0]), np.empty(points.shape[0], np.int32)
    for i in range(points.shape[0]):
        far[i], part[i] = sdf.distance(solids, points[i, 0], points[i, 1], points[i, 2], symmetric)
    return far, part


@dataclass(frozen=True)
class Solid:
    """One structure at its place in the world. A right-hand one is its left twin, mirrored."""

    structure: Structure
    job: Job

    def _own(self, points: Floats) -> Floats:
        world = np.asarray(points, float).reshape(-1, 3)
        if self.structure.side == "right":
            world = world * MIRROR
        return np.ascontiguousarray(self.job.frame.into(world))

    def distance(self, points: Floats) -> Floats:
        """Signed distances (n,) of world points (n, 3)."""
        shape = self.job.model.shape
        return np.asarray(_ask(shape.solids(), self._own(points), shape.mirrored)[0])

    def part(self, points: Floats) -> Ints:
        """Label (n,) of the part of a bone that is nearest to world points (n, 3)."""
        shape = self.job.model.shape
        return np.asarray(_ask(shape.solids(), self._own(points), shape.mirrored)[1])

    def mesh(self) -> Mesh:
        """The surface in the world."""
        left = mesh(self.job)
        return mirrored(left) if self.structure.side == "right" else left


@cache
def whole_spine() -> Spine:
    """The measured spine, read once."""
    return Spine(read())


def _both_sides(job: Job) -> Iterable[Solid]:
    yield Solid(job.structure, job)
    if job.twin:
        s = job.structure
        yield Solid(Structure(s.kind, s.region, s.level, s.bone, "right"), job)


@cache
def _all() -> dict[str, Solid]:
    return {solid.structure.name: solid for job in jobs(whole_spine()) for solid in _both_sides(job)}


def solid(name: str) -> Solid:
    """A structure of the spine by its name, such as `facet-L4-5-left`. Raises KeyError for a name that is not there."""
    return _all()[name]


def tube(structure: Structure, course: Floats, radius: float, step: float = 0.35) -> Solid:
    """A round cord along a world polyline (n, 3), mm."""
    shape = Shape(mirrored=False)
    for a, b in pairwise(course):
        shape.capsule(a, b, radius, blend=0.0)  # blended chains bulge at every link
    low, high = course.min(0) - radius - 3, course.max(0) + radius + 3
    model = Model(shape, (low[0], low[1], low[2]), (high[0], high[1], high[2]))
    return Solid(structure, Job(structure, model, WORLD, step, twin=True))


def other_side(left: Solid) -> Solid:
    """The right-hand twin."""
    s = left.structure
    return Solid(Structure(s.kind, s.region, s.level, s.bone, "right"), left.job)


def solids(names: Iterable[str]) -> list[Solid]:
    """Several structures by their names."""
    return [solid(name) for name in names]


def nearest(group: Iterable[Solid], points: Floats) -> Floats:
    """Signed distance (n,) of world points (n, 3) to the union of a group."""
    return np.asarray(np.min([each.distance(points) for each in group], axis=0))


def slope(group: list[Solid], point: Floats, h: float = 0.2) -> Floats:
    """Gradient (3,) of the distance to a group at a world point: the way out of it."""
    steps = np.eye(3) * h
    d = nearest(group, np.concatenate([point + steps, point - steps]))
    return np.asarray((d[:3] - d[3:]) / (2 * h))


def onto(group: list[Solid], point: Floats, off: float = 0.0) -> Floats:
    """The world point (3,) moved along the gradient until it lies `off` mm outside the union."""
    spot = np.asarray(point, float)
    for _ in range(40):
        miss = float(nearest(group, spot[None])[0]) - off
        way = slope(group, spot)
        steep = float(way @ way)
        if abs(miss) < 0.02 or steep < 1e-6:
            break
        spot = spot - way / steep * miss * 0.7
    return spot
