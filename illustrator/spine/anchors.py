"""Where the page puts its own marks over the drawings: level bands, disc, joint and nerve points, in drawing units."""

from itertools import pairwise
from typing import cast

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.spine.atlas_axis import upper_joint
from illustrator.spine.dimensions import VERTEBRAE, region, segment
from illustrator.spine.layout import Joint, Spine
from illustrator.spine.nerve import leaves_at, root_course
from illustrator.spine.sacrum import back_foramen, borders
from illustrator.spine.window import View

FLIP = np.array([-1.0, 1, 1])
RING = 3.0  # mm between a structure and the ring round it

Rings = list[list[int]]  # [x, y, r] each
Level = dict[str, int | list[int] | list[list[int]]]


def _centres(spine: Spine) -> dict[str, Floats]:
    """Middle of every body, C0 to S3, in the world."""
    found = {bone: spine.frames[bone].origin for bone in ("C0", *VERTEBRAE)}
    edges = spine.frames["S1"].out(borders())
    return found | {f"S{i + 1}": (edges[i] + edges[i + 1]) / 2 for i in range(3)}


def _joint(spine: Spine, upper: str) -> tuple[Floats, Joint]:
    if upper in ("C0", "C1"):
        joint = upper_joint(spine, upper)
        return spine.frames["C1"].out(joint.centre), joint
    joint = spine.joint_under(upper, upper)
    return spine.frames[upper].out(joint.centre), joint


def _both(view: View, left: Floats, radius: float) -> list[list[int]]:
    """[x, y, r] for each side that the view shows: the left only from the side, left then right from behind."""
    sides = [left] if view.lateral else [left, left * FLIP]
    return [[round(v) for v in (*view.place(point), radius * view.look.units)] for point in sides]


def _leaving(spine: Spine, view: View, level: str, course: Floats) -> Floats:
    """Where a root is seen to leave: at its foramen from the side; from behind, where it comes out beside the joint, or
    in the sacrum's back foramen."""
    if view.lateral:
        return np.asarray((course[1] + course[2]) / 2)
    if level[0] == "S":
        return spine.frames["S1"].out(back_foramen(int(level[1:])))
    if region(level) == "cervical":
        return np.asarray(course[3])
    share = 0.1 if level == "L5-S1" else 0.6  # the fifth lumbar root soon dips in front of the sacrum
    return np.asarray(course[2] * (1 - share) + course[3] * share)


def levels(spine: Spine, view: View) -> dict[str, Level]:
    """Every segment of the view's region, all of them for the whole spine."""
    centres = _centres(spine)
    roots = {leaves_at(name): name for name in (*[f"C{i}" for i in range(1, 9)], *VERTEBRAE[7:], "S1", "S2")}
    chain = ["C0", *VERTEBRAE, "S1", "S2", "S3"]
    found: dict[str, Level] = {}
    for upper, lower in pairwise(chain):
        name = upper if upper[0] == "S" else segment(upper)
        if view.region and region(upper) != view.region:
            continue
        course, thick = root_course(spine, roots[name])
        level: Level = {"top": round(view.place(centres[upper])[1]), "bottom": round(view.place(centres[lower])[1]),
                        "nerve": _both(view, _leaving(spine, view, name, course), thick * 1.5 + RING)}  # fmt: skip
        if upper[0] != "S":
            spot, joint = _joint(spine, upper)
            level["facet"] = _both(view, spot, (joint.width * joint.height) ** 0.5 / 2 + RING)
            between = spine.discs[upper].origin if upper in spine.discs else (centres[upper] + centres[lower]) / 2
            level["disc"] = [round(v) for v in view.place(between)]
        found[name] = level
    if "S1" in found:
        found["SIJ"] = _sacroiliac(found["S1"], found["S2"], view.size[1])
    return found


def _sacroiliac(first: Level, second: Level, height: int) -> Level:
    """The joint with the hip bone lies beside the first two sacral segments; its band is what is left below them."""
    holes = zip(cast(Rings, first["nerve"]), cast(Rings, second["nerve"]), strict=True)
    rings = [
        [round((x1 + x2) / 2), round((y1 + y2) / 2), round(abs(y2 - y1) * 0.6)] for (x1, y1, _), (x2, y2, _) in holes
    ]
    return {"top": second["bottom"], "bottom": height, "facet": rings}


def regions(found: dict[str, Level], height: int) -> dict[str, dict[str, int]]:
    """Bands of the three regions of a whole view; the first and last run to the drawing's edge."""
    bands: dict[str, dict[str, int]] = {}
    for name, level in found.items():
        band = bands.setdefault(region(name), {"top": int(str(level["top"]))})
        band["bottom"] = int(str(level["bottom"]))
    bands["cervical"]["top"], bands["lumbar"]["bottom"] = 0, height
    return bands


def anchors(spine: Spine, views: list[View]) -> dict[str, dict[str, object]]:
    """By file name without suffix: viewBox, levels and, for whole views, regions."""
    out: dict[str, dict[str, object]] = {}
    for view in views:
        width, height = view.size
        found = levels(spine, view)
        out[view.name] = {"viewBox": f"0 0 {width} {height}", "levels": found}
        if not view.region:
            out[view.name]["regions"] = regions(found, height)
    return out
