"""Bones meshed on a coarse grid, once for all tests of a process."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from illustrator.drawing.arrays import Floats
from illustrator.drawing.zbuffer import Mesh
from illustrator.spine.dimensions import read
from illustrator.spine.layout import Spine
from illustrator.spine.structures import Job, jobs

COARSE = 1.8  # times the grid step of the plates


@pytest.fixture(scope="session")
def spine() -> Spine:
    """The spine in its one posture."""
    return Spine(read())


@pytest.fixture(scope="session")
def job(spine: Spine) -> Callable[[str], Job]:
    """The job of a left or midline structure by its name, such as `vertebra-L4`."""
    by_name = {j.structure.name: j for j in jobs(spine, COARSE)}
    return by_name.__getitem__


@pytest.fixture(scope="session")
def coarse(job: Callable[[str], Job]) -> Callable[[str], Mesh]:
    """The coarse mesh of a structure in its own frame."""

    @cache
    def mesh(name: str) -> Mesh:
        model = job(name).model
        return model.shape.mesh(model.low, model.high, job(name).step)

    return mesh


def spread(values: Floats) -> float:
    """Largest less smallest."""
    return float(np.ptp(values))
