"""The four scenes seen from behind: medial branches of each region, and the joint of the mid back."""

from dataclasses import dataclass

import numpy as np

from illustrator.drawing.svg import Ids, blur, element
from illustrator.scenes import approach, spread
from illustrator.scenes.anatomy import both, branch, branch_course, joint_nerves, vertebral_artery
from illustrator.scenes.needle import Needle, draw, ring, unit
from illustrator.scenes.outline import path
from illustrator.scenes.relief import whole
from illustrator.scenes.scene import Drawn, Scene
from illustrator.scenes.solids import Solid, solid, solids, whole_spine
from illustrator.scenes.spread import silhouette
from illustrator.scenes.stage import from_behind, stage
from illustrator.spine.dimensions import above, below, region, segment
from illustrator.spine.window import View

SHAFT = 46.0  # mm of needle drawn, at most; not to scale
FADE = 40  # drawing units over which the picture fades at its edges


@dataclass(frozen=True)
class Back:
    """upper = bone over the joint; steps aside and looks down (degrees); window (mm): middle and size."""

    upper: str
    aside: float
    down: float
    middle: tuple[float, float, float]
    size: tuple[float, float]
    medial: bool = True


BACKS = {
    "cervical-medial": Back("C4", 48, 0, (12, -12, 0), (112, 63)),
    "thoracic-medial": Back("T7", -22, 16, (5, -34, -4), (139, 78)),
    "lumbar-medial": Back("L4", 22, 8, (-4, -30, 4), (160, 90)),
    "thoracic-facet": Back("T7", 14, 0, (6, -30, -6), (128, 72), medial=False),
}


def _shown(back: Back) -> list[Solid]:
    middle = (above(back.upper), back.upper, below(back.upper))
    last = below(middle[-1])
    names = [f"vertebra-{bone}" for bone in (*middle, last)] + [f"disc-{segment(bone)}" for bone in middle]
    for side in ("left", "right"):
        names += [f"{kind}-{segment(bone)}-{side}" for bone in middle for kind in ("facet", "nerve")]
        if back.upper[0] == "T":
            names += [f"rib-{bone}-{side}" for bone in (*middle, last)]
    found = solids(names)
    if back.medial:
        found += [twin for nerve in joint_nerves(back.upper) for twin in both(branch(nerve))]
    return found + (both(vertebral_artery()) if back.upper[0] == "C" else [])


def _faded(view: View, ids: Ids, groups: list[str]) -> str:
    """The bones under a soft mask, so that they do not end at the edge."""
    width, height = view.size
    rect: dict[str, str | int] = {
        "x": FADE,
        "y": FADE,
        "width": width - 2 * FADE,
        "height": height - 2 * FADE,
    }
    name, faded = ids.new("mask"), ids.new("fade")
    area: dict[str, str | int] = {"maskUnits": "userSpaceOnUse", "x": 0, "y": 0, "width": width, "height": height}
    mask = element(
        "mask", {"id": name, "class": "sp-mask", **area}, [element("rect", {**rect, "filter": f"url(#{faded})"})]
    )
    ground = element("rect", {"class": "sc-ground", "width": width, "height": height})
    return ground + blur(faded, view.look.fade) + mask + element("g", {"mask": f"url(#{name})"}, groups)


def _at_branch(view: View, needle: Needle, nerve: str) -> dict[str, str]:
    course = branch_course(nerve)
    at = int(np.argmin(np.linalg.norm(course - needle.tip, axis=1)))
    return spread.on_bone(view, needle, unit(course[min(at + 2, len(course) - 1)] - course[at - 2]))


def window(name: str) -> View:
    """The view of one scene from behind."""
    back = BACKS[name]
    frame = whole_spine().discs[back.upper]
    return stage(name, from_behind(back.aside, back.down), frame, np.array(back.middle), back.size)


def make(name: str) -> Drawn:
    """Draw one view from behind."""
    back = BACKS[name]
    view = window(name)
    ids = Ids(view.prefix)
    relief = whole(view, _shown(back), ids)
    layers = {"base": _faded(view, ids, relief.groups)}
    probes: tuple[Needle, ...] = ()
    if back.medial:
        nerves = joint_nerves(back.upper)
        needles = tuple(approach.branches(back.upper))
        probes = tuple(approach.probe(nerve) for nerve in nerves)
        fluids = [_at_branch(view, needle, nerve) for needle, nerve in zip(needles, nerves, strict=True)]
        shafts = "".join(draw(view, probe, SHAFT, "probe") for probe in probes)
        layers["heat"] = "".join(spread.heated(view, probe) for probe in probes) + shafts
        layers["cold"] = "".join(spread.frozen(view, probe) for probe in probes) + shafts
    else:
        needles = (approach.joint_from_below(),)
        fluids = [spread.through_bone(view, solid(f"facet-{segment(back.upper)}-left"))]
    for layer in ("contrast", "medicine"):
        layers[layer] = "".join(fluid[layer] for fluid in fluids)
    layers["needle"] = "".join(ring(view, n.tip) for n in needles) + "".join(draw(view, n, SHAFT) for n in needles)
    if region(back.upper) == "cervical":
        layers["avoid"] = path("sc-avoid", silhouette(view, vertebral_artery()))
    return Drawn(Scene(name, "from behind", "head", needles, probes), view, layers, relief.spots)
