"""Where each needle goes, found from the geometry: tip, direction and the structures it is led to.

The course is that of data/block_facts.csv: `approach`, `target` and `target_point` of the block. Of all directions the
facts allow, the one that stays farthest from bone (and from vessel and root in the neck) is taken.
"""

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.scenes.anatomy import branch_course, crossed, joint_nerves, target, vertebral_artery
from illustrator.scenes.needle import Needle, clearance, clearest, unit
from illustrator.scenes.solids import Solid, nearest, slope, solid, solids, whole_spine
from illustrator.spine.dimensions import above, below, segment
from illustrator.spine.layout import Frame


def bones(*names: str) -> list[Solid]:
    """Vertebrae by their names."""
    return solids(f"vertebra-{name}" for name in names)


def flat(angle: float) -> Floats:
    """A direction in a bone's transverse plane: 0 degrees straight back, 90 to the left, 180 to the front."""
    a = np.radians(angle)
    return np.array([np.sin(a), -np.cos(a), 0.0])


def _grid(frame: Frame, z: float, spread: Floats) -> Floats:
    """World points on a transverse plane of a frame; spread = x from, x to, y from, y to (mm)."""
    x, y = np.meshgrid(np.arange(spread[0], spread[1], 0.2), np.arange(spread[2], spread[3], 0.2))
    return frame.out(np.stack([x, y, np.full_like(x, z)], axis=-1).reshape(-1, 3))


def joint_from_behind(frame: Frame, z: float) -> Needle:
    """Low back: into the back opening of the left joint L4-5, straight or oblique from behind, on the plane z."""
    joint, around = solid("facet-L4-5-left"), bones("L4", "L5")
    plane = _grid(frame, z, np.array([5, 40, -60, -15]))
    cavity = plane[(joint.distance(plane) < -0.2) & (nearest(around, plane) > 0.2)]
    own = frame.into(cavity)
    opening = own[own[:, 1] < own[:, 1].min() + 1.2].mean(0)
    tip = frame.out(opening + np.array([-0.3, 0.8, 0]))
    ways = [Needle(tip, frame.turn_out(flat(a)), ("facet-L4-5-left",)) for a in range(0, 51, 3)]
    return clearest(ways, around)


def joint_from_the_side(frame: Frame, z: float) -> Needle:
    """Neck: to the outer edge of the left joint C4-5 at the middle of its height, from the side."""
    joint, around = solid("facet-C4-5-left"), bones("C3", "C4", "C5", "C6")
    plane = _grid(frame, z, np.array([10, 40, -30, 5]))
    cavity = plane[joint.distance(plane) < -0.1]
    own = frame.into(cavity)
    edge = own[own[:, 0] > own[:, 0].max() - 0.8].mean(0)
    tip = frame.out(edge)
    ways = [Needle(tip, frame.turn_out(flat(a)), ("facet-C4-5-left",)) for a in range(82, 99, 2)]
    return clearest(ways, around)


def joint_from_below() -> Needle:
    """Mid back: into the lower end of the left joint T7-8, steeply upwards; the skin is entered over the pedicle of the
    bone below."""
    spine = whole_spine()
    frame, joint = spine.frames["T8"], spine.joint_under("T7", "T8")
    cartilage = solid("facet-T7-8-left")
    down = -joint.axes[2]
    ends = frame.out(joint.centre + down * np.arange(0, joint.height, 0.2)[:, None])
    tip = ends[cartilage.distance(ends) < 0][-1]
    pedicle = spine.dimensions.vertebrae["T9"]
    aside = pedicle.canal_width / 2 + pedicle.pedicle_width / 2 - joint.centre[0]
    ways = []
    for steep in range(16, 41, 4):
        a = np.radians(steep)
        way = unit(np.array([aside / 30, -np.sin(a), -np.cos(a)]))
        ways.append(Needle(tip, frame.turn_out(way), ("facet-T7-8-left",)))
    return clearest(ways, bones("T7", "T8", "T9", "T10"))


# Direction from the bone to the skin in the crossed bone's frame: from the side in the neck, straight from behind in
# the mid back, from behind and a little aside in the low back.
MEDIAL_WAYS = {"C": (1.0, -0.30, 0.06), "T": (0.04, -1.0, 0.02), "L": (0.50, -1.0, -0.10)}


def branches(upper: str) -> list[Needle]:
    """The needles to both medial branches of the left joint under a bone."""
    way = unit(np.array(MEDIAL_WAYS[upper[0]]))
    frame = whole_spine().discs[upper]
    return [Needle(target(n), frame.turn_out(way), (f"medial-{n}-left",)) for n in joint_nerves(upper)]


def root_from_behind(nerve: str, frame: Frame, z: float, angles: tuple[int, int], others: list[Solid]) -> Needle:
    """Mid and low back: to the left root under the pedicle, on the plane z, from behind and aside."""
    name = f"nerve-{segment(nerve)}-left"
    root, around = solid(name), bones(above(nerve), nerve, below(nerve)) + others
    x = whole_spine().dimensions.vertebrae[nerve]
    plane = _grid(frame, z, np.array([x.canal_width / 2, x.canal_width / 2 + x.pedicle_width, -35, 0]))
    inside = frame.into(plane[root.distance(plane) < -0.3])
    middle = inside.mean(0)
    ways = []
    for angle in range(*angles, 3):
        way = flat(angle)
        steps = frame.out(middle + way * np.arange(0, 14, 0.1)[:, None])
        tip = steps[root.distance(steps) < 0.9][-1]
        ways.append(Needle(tip, frame.turn_out(way), (name,)))
    return clearest(ways, around)


def root_in_the_neck(frame: Frame, z: float) -> Needle:
    """Neck: to the back wall of the left foramen C5-6, on the articular process, behind root and artery, from the
    front and aside; not deeper than the middle of the articular pillar."""
    root, artery = solid("nerve-C5-6-left"), vertebral_artery()
    around = bones("C4", "C5", "C6", "C7")
    spine = whole_spine()
    pillar = (spine.joint_over("C6").centre[0] + spine.joint_under("C6", "C6").centre[0]) / 2
    plane = _grid(frame, z, np.array([pillar, pillar + 4, -20, 5]))
    near = (np.abs(nearest(around, plane) - 0.7) < 0.25) & (root.distance(plane) < 1.6) & (root.distance(plane) > 0.2)
    names = ("nerve-C5-6-left", "vertebra-C6")
    ways = [Needle(tip, frame.turn_out(flat(angle)), names) for tip in plane[near][::5] for angle in range(96, 140, 4)]
    return clearest(ways, [*around, artery, root])


def probe(nerve: str) -> Needle:
    """The probe for heat or cold: laid along the branch where it crosses the bone, its shaft to the back and the skin.

    data/block_facts.csv, `approach` of the RFA rows: beside the nerve, parallel to it where anatomy allows.
    """
    course = branch_course(nerve)
    at = int(np.argmin(np.linalg.norm(course - target(nerve), axis=1)))
    last = len(course) - 1
    ahead, behind = course[max(at - 3, 0)], course[min(at + 3, last)]
    on = bones(crossed(nerve))
    tangent = behind - ahead
    tangent = unit(np.array([max(tangent[0], 0.1), tangent[1], tangent[2]]))  # no shaft comes across the midline
    out = unit(slope(on, target(nerve)))
    start = target(nerve) + out * 0.6 - tangent * 1.0
    ways = [Needle(start, unit(tangent + lift * out), (f"medial-{nerve}-left",)) for lift in np.arange(0, 1.3, 0.1)]
    free = [way for way in ways if clearance(way, on) > 1.2]
    return free[0] if free else ways[-1]
