"""The eight scenes seen from above: cross-sections on which needle, contrast and medicine are laid."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.drawing.svg import Ids, element
from illustrator.scenes import approach, epidural, soft, spread
from illustrator.scenes.anatomy import ARTERY, both, vertebral_artery
from illustrator.scenes.canal import Inside, fill, rings_of_disc, sheath, spongy
from illustrator.scenes.needle import Needle, draw, ring
from illustrator.scenes.outline import inside, line_path, path
from illustrator.scenes.relief import Cut, sliced
from illustrator.scenes.scene import Drawn, Scene
from illustrator.scenes.solids import Solid, solids, whole_spine
from illustrator.scenes.stage import FROM_ABOVE, stage
from illustrator.spine.dimensions import below, region, segment
from illustrator.spine.layout import Frame
from illustrator.spine.nerve import leaves_at
from illustrator.spine.window import View

SIDES = ("left", "right")
VESSEL = 0.8  # mm, half the drawn thickness of a small artery that enters with the root
FORWARD = 1.9  # mm in front of the root's edge where it is drawn: the upper front of the foramen


@dataclass(frozen=True)
class Slice:
    """upper = bone over the disc; frame and height z of the plane; which way up; window (mm): middle and size; roots
    drawn; the needle; the root it is led to, if it is one."""

    upper: str
    frame: Frame
    z: float
    turn: str
    middle: tuple[float, float]
    size: tuple[float, float]
    roots: tuple[str, ...]
    needle: Callable[[Frame, float], Needle]
    nerve: str = ""


def _under_pedicle(bone: str, gap: float) -> float:
    size = whole_spine().dimensions.vertebrae[bone]
    return whole_spine().frames[bone].height / 2 - size.pedicle_height - gap


def slices() -> dict[str, Slice]:
    """By the scene's name."""
    spine = whole_spine()
    frames, discs = spine.frames, spine.discs
    ribs = solids(f"rib-{bone}-left" for bone in ("T7", "T8"))
    return {
        "lumbar-facet": Slice("L4", discs["L4"], 0.0, "back", (8, -42), (199, 112), ("L4",),
                              approach.joint_from_behind),
        "lumbar-root": Slice("L4", frames["L4"], _under_pedicle("L4", 3.6), "back", (16, -42), (199, 112), ("L4",),
                             lambda f, z: approach.root_from_behind("L4", f, z, (20, 58), []), "L4"),
        "thoracic-root": Slice("T7", frames["T7"], _under_pedicle("T7", 2.4), "back", (12, -42), (199, 112), ("T7",),
                               lambda f, z: approach.root_from_behind("T7", f, z, (15, 49), ribs), "T7"),
        "cervical-facet": Slice("C4", frames["C5"], frames["C5"].height / 2 + 1.6, "left", (27, -12), (144, 81),
                                ("C5",), approach.joint_from_the_side),
        "cervical-root": Slice("C5", frames["C6"], 5.6, "front", (8, 6), (133, 75), ("C6",),
                               approach.root_in_the_neck, "C6"),
        "lumbar-epidural": Slice("L4", discs["L4"], -5.0, "back", (8, -42), (199, 112), ("L4",),
                                 lambda f, z: epidural.between_laminae("L4", f, z)),
        "thoracic-epidural": Slice("T8", discs["T8"], -5.0, "back", (8, -42), (176, 99), ("T8",),
                                   lambda f, z: epidural.between_laminae("T8", f, z)),
        "cervical-epidural": Slice("C7", discs["C7"], -4.0, "back", (6, -38), (160, 90), ("C8",),
                                   lambda f, z: epidural.between_laminae("C7", f, z)),
    }  # fmt: skip


def _shown(each: Slice) -> list[Solid]:
    lower = below(each.upper)
    names = [f"vertebra-{each.upper}", f"vertebra-{lower}", f"disc-{segment(each.upper)}"]
    pairs = [f"facet-{segment(each.upper)}", *(f"nerve-{leaves_at(root)}" for root in each.roots)]
    if region(each.upper) == "thoracic":
        pairs += [f"rib-{each.upper}", f"rib-{lower}"]
    found = solids([*names, *(f"{pair}-{side}" for pair in pairs for side in SIDES)])
    return found + (both(vertebral_artery()) if region(each.upper) == "cervical" else [])


def _round(each: Slice) -> str:
    """Which skin and muscles lie round the cut; under C7 the neck has ended."""
    return "shoulders" if each.upper == "C7" else region(each.upper)


def _front_of_root(each: Slice, section: Cut) -> Floats:
    """World point of the small artery in front of the left root, on the plane."""
    root = f"nerve-{leaves_at(each.nerve)}-left"
    own = each.frame.into(section.plane[section.fields[root] < 0])
    return each.frame.out([own[:, 0].mean(), own[:, 1].max() + FORWARD, each.z])


def _vessels(view: View, each: Slice, section: Cut) -> tuple[str, str]:
    """What the needle must keep away from: as it looks, and the mark round it."""
    where = region(each.upper)
    if where == "cervical":
        field = section.of("artery")
        return path("sc-lumen", inside(view, field + ARTERY * 0.4)), path("sc-avoid", inside(view, field - 1.3))
    if not each.nerve:
        return "", ""
    x, y = view.place(_front_of_root(each, section))
    units = view.look.units

    def circle(css: str, r: float) -> str:
        return element("circle", {"class": css, "cx": round(x), "cy": round(y), "r": round(r * units)})

    mark = circle("sc-avoid", VESSEL + 1.2)
    if where == "thoracic":
        edge = soft.lung_edge(view, each.frame, each.z)
        mark += element("path", {"class": "sc-avoid", "d": line_path(view, edge)})
    return circle("sc-vessel", VESSEL), mark


def window(name: str) -> View:
    """The view of one cross-section."""
    each = slices()[name]
    return stage(name, FROM_ABOVE[each.turn], each.frame, np.array([*each.middle, each.z]), each.size)


def make(name: str) -> Drawn:
    """Draw one cross-section."""
    each = slices()[name]
    lower = below(each.upper)
    view = window(name)
    depth = float(view.axes[2] @ each.frame.out([0, 0, each.z]))
    ids = Ids(view.prefix)
    relief, section = sliced(view, _shown(each), depth, ids)
    at = Inside(view, section, each.frame, lower, depth)
    vessel, mark = _vessels(view, each, section)
    base = [*soft.draw(view, each.frame, each.z, _round(each)), *relief.groups, spongy(at), *rings_of_disc(at),
            *fill(at, ids), sheath(at, ["nerve"]), vessel]  # fmt: skip
    needle = each.needle(each.frame, each.z)
    if name.endswith("epidural"):
        fluid = epidural.fluids(at, needle)
    elif each.nerve:
        fluid = spread.along_root(view, section, needle, each.nerve)
    else:
        fluid = spread.in_joint(view, section, f"facet-{segment(each.upper)}-left")
    layers = {"base": "".join(base), "avoid": mark, "contrast": fluid["contrast"], "medicine": fluid["medicine"],
              "needle": ring(view, needle.tip) + draw(view, needle, 200.0)}  # fmt: skip
    scene = Scene(name, "from above", each.turn, (needle,), ())
    return Drawn(scene, view, {layer: text for layer, text in layers.items() if text}, relief.spots)
