"""Contrast and medicine where they spread, and the small volume that heat or cold reaches.

Extents are drawing choices: near the tip, along the joint, the bone or the root, never through bone. They show where
a few drops go, not how much.
"""

from itertools import pairwise
from math import atan2, degrees

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.drawing.contour import Pen, trace_mask
from illustrator.drawing.svg import element
from illustrator.drawing.zbuffer import render
from illustrator.scenes.needle import Needle
from illustrator.scenes.outline import inside, path
from illustrator.scenes.relief import Cut
from illustrator.scenes.solids import Solid, whole_spine
from illustrator.scenes.stage import bled
from illustrator.spine.nerve import root_course
from illustrator.spine.window import BLEED, View

ACTIVE = 7.0  # mm of bare tip; data/block_facts.csv gives 5 to 10
ROOT_REACH = (10.0, 12.0)  # mm from the tip that contrast, then medicine, follow the root


def in_joint(view: View, section: Cut, joint: str) -> dict[str, str]:
    """Filling of a cut joint: contrast shows its line, medicine fills its capsule."""
    bone = section.of("vertebra")
    found = {}
    for layer, beyond in (("contrast", 0.7), ("medicine", 1.7)):
        field = np.maximum(section.fields[joint] - beyond, 0.12 - bone)
        found[layer] = path(f"sc-{layer}", inside(view, field, 20, 0.7))
    return found


def silhouette(view: View, solid: Solid) -> str:
    """Path text of the outline of a structure, hidden or not."""
    buffers = render({"x": solid.mesh()}, view.axes, view.look.px, bled(view))
    bleed = -BLEED / view.look.px
    return trace_mask(buffers.owner >= 0, Pen(view.scale, (bleed, bleed), view.look.outline, 20.0))


def through_bone(view: View, joint: Solid) -> dict[str, str]:
    """Filling of a joint that lies behind bone: its outline as X-rays would show it."""
    d = silhouette(view, joint)
    return {layer: path(f"sc-{layer} sc-through", d) for layer in ("contrast", "medicine")}


def _seen_line(view: View, world: Floats, plane: Floats) -> Floats:
    """Distance (mm, in the picture) of every pixel of a plane to a polyline of world points."""
    seen, spots = plane @ view.axes[:2].T, world @ view.axes[:2].T
    best = np.full(plane.shape[:2], np.inf)
    for a, b in pairwise(spots):
        along = b - a
        t = np.clip(((seen - a) @ along) / (along @ along), 0, 1)
        best = np.minimum(best, np.linalg.norm(seen - a - t[..., None] * along, axis=-1))
    return best


def along_root(view: View, section: Cut, needle: Needle, nerve: str) -> dict[str, str]:
    """Contrast as two lines beside the root, medicine as a cloud round it; both stop at bone and disc."""
    course, radius = root_course(whole_spine(), nerve)
    off = _seen_line(view, course, section.plane)
    tip = np.linalg.norm((section.plane - needle.tip) @ view.axes[:2].T, axis=-1)
    hard = np.minimum(section.of("vertebra", "rib"), section.of("disc"))
    stop = 0.15 - hard
    if any(name.startswith("artery") for name in section.fields):
        stop = np.maximum(stop, 1.6 - section.of("artery"))
    lines = np.maximum(np.maximum(np.abs(off - radius - 1.1) - 0.75, tip - ROOT_REACH[0]), stop)
    cloud = np.maximum(np.maximum(off - radius - 2.6, tip - ROOT_REACH[1]), stop)
    return {
        "contrast": path("sc-contrast", inside(view, lines, 20, 1.2)),
        "medicine": path("sc-medicine", inside(view, cloud, 40, 2.5)),
    }


def _oval(view: View, css: str, spot: Floats, along: Floats, half: tuple[float, float]) -> str:
    """An oval round a world point, its long axis along a world direction; half axes in mm."""
    x, y = view.place(spot)
    seen = view.axes[:2] @ along
    turn = round(degrees(atan2(-seen[1], seen[0])))
    size: dict[str, str | int] = {"rx": round(half[0] * view.look.units), "ry": round(half[1] * view.look.units)}
    place: dict[str, str | int] = {"cx": round(x), "cy": round(y), "transform": f"rotate({turn} {x:.0f} {y:.0f})"}
    return element("ellipse", {"class": css, **place, **size})


def on_bone(view: View, needle: Needle, along: Floats) -> dict[str, str]:
    """A drop on the bone, stretched along the branch; `along` is the branch's direction."""
    return {
        "contrast": _oval(view, "sc-contrast", needle.tip, along, (3.2, 2.0)),
        "medicine": _oval(view, "sc-medicine", needle.tip, along, (5.4, 3.4)),
    }


def heated(view: View, probe: Needle) -> str:
    """The spindle that heat reaches, round the bare tip."""
    middle = probe.tip + probe.way * ACTIVE / 2
    return "".join(
        _oval(view, css, middle, probe.way, (ACTIVE / 2 + far, 1.6 + far))
        for css, far in (("sc-heat", 1.6), ("sc-heat-core", 0.4))
    )


def frozen(view: View, probe: Needle) -> str:
    """The ice ball at the tip."""
    middle = probe.tip + probe.way * 1.5
    return "".join(
        _oval(view, css, middle, probe.way, (far, far * 0.92)) for css, far in (("sc-cold", 4.4), ("sc-cold-core", 2.6))
    )
