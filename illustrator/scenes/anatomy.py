"""What the procedures need and the plates of the spine do not show: medial branches and the vertebral artery.

Which branch crosses which bone is in data/facet_nerves.csv; where on the bone, in data/block_facts.csv
(`target`, `target_point`). The course between these points and the thickness are drawing choices.
"""

from functools import cache

import numpy as np
from scipy.interpolate import PchipInterpolator

from illustrator.drawing.arrays import Floats
from illustrator.scenes.solids import Solid, onto, other_side, solid, tube, whole_spine
from illustrator.spine.bone import Bone
from illustrator.spine.dimensions import above, below, region
from illustrator.spine.nerve import root_course
from illustrator.spine.structures import Structure
from illustrator.spine.thoracic import pedicle_centre, transverse_tip

BRANCH = 0.85  # mm, half its drawn thickness; thicker than life, or it could not be seen
ARTERY = 2.1  # mm, half its drawn thickness
LIFT = 0.6  # mm between the middle of a branch and the bone it lies on


def crossed(nerve: str) -> str:
    """The bone that a medial branch (C3 to L4) crosses: its own in the neck, the one below elsewhere."""
    return nerve if region(nerve) == "cervical" else below(nerve)


def _waypoints(bone: str) -> Floats:
    """Points (n, 3) near the left side of a bone where a branch runs, own frame; the second is the target."""
    spine = whole_spine()
    made = Bone(spine, bone)
    wall = made.wall
    if bone[0] == "C":
        over, under = spine.joint_over(bone), spine.joint_under(bone, bone)
        x, y, z = (over.centre + under.centre) / 2
        return np.array([(x + 4.5, y + 6.5, z + 1.5), (x + 7, y, z), (x + 4.5, y - 6.5, z - 1), (x - 1, y - 9, z - 2)])
    if bone[0] == "T":
        tip = transverse_tip(made)
        x, z = pedicle_centre(made)
        corner = tip + np.array([1.5, -0.5, 4.6])
        before, after = tip + np.array([-2.5, 6.0, 6.5]), tip + np.array([-3.0, -5.0, 0.5])
        return np.array([before, corner, after, (x + 5, -wall - 18, z - 5)])
    x = made.canal_half + made.size.pedicle_width / 2 - (1.2 if bone != "L5" else 3.5)
    z = made.height / 2 - made.size.pedicle_height / 2 - 1.2
    return np.array([(x + 7.5, -wall - 7.5, z + 5), (x + 8, -wall - 13, z + 4.5), (x + 5.5, -wall - 20, z - 3),
                     (x - 2.5, -wall - 24, z - 10)])  # fmt: skip


def target(nerve: str) -> Floats:
    """World point on the bone where a left medial branch is reached."""
    bone = crossed(nerve)
    spot = whole_spine().frames[bone].out(_waypoints(bone)[1])
    return onto([solid(f"vertebra-{bone}")], spot, LIFT)


@cache
def branch_course(nerve: str) -> Floats:
    """World points (28, 3) of a left medial branch, from the root at its foramen over the bone to the joint."""
    bone, spine = crossed(nerve), whole_spine()
    on = [solid(f"vertebra-{bone}")]
    roots, _ = root_course(spine, nerve)
    start = (roots[1] + roots[2]) / 2
    path = np.array([start, *(onto(on, p, LIFT) for p in spine.frames[bone].out(_waypoints(bone)))])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    course = PchipInterpolator(along, path)(np.linspace(0, along[-1], 28))
    sunk = on[0].distance(course) < LIFT
    return np.array([onto(on, p, LIFT) if low else p for p, low in zip(course, sunk, strict=True)])


@cache
def branch(nerve: str) -> Solid:
    """A left medial branch, from the root at its foramen over the bone to the joint."""
    name = Structure("medial", region(crossed(nerve)), bone=nerve, side="left")
    return tube(name, branch_course(nerve), BRANCH)


@cache
def vertebral_artery() -> Solid:
    """The left vertebral artery in the foramina of C6 to C3, mm from the middle of the transverse process's foramen."""
    spine = whole_spine()
    path = []
    for bone in ("C3", "C4", "C5", "C6"):
        side = spine.dimensions.vertebrae[bone].upper_width / 2
        path += [spine.frames[bone].out([side + 3.4, -3.6, z]) for z in (4.0, -4.0)]
    last = spine.frames["C7"].out([spine.dimensions.vertebrae["C7"].upper_width / 2 + 5.0, 6.0, 2.0])
    return tube(Structure("artery", "cervical", bone="vertebral", side="left"), np.array([*path, last]), ARTERY)


def both(left: Solid) -> list[Solid]:
    """A structure and its right-hand twin."""
    return [left, other_side(left)]


def joint_nerves(upper: str) -> tuple[str, str]:
    """The two branches that feed the joint under a bone (C3 to L4)."""
    return (upper, below(upper)) if region(upper) == "cervical" else (above(upper), upper)
