"""One plate: from the meshes seen in a view to the SVG text, one group per structure that can be seen."""

from collections.abc import Mapping

import numpy as np

from illustrator.drawing.contour import Pen, trace_mask
from illustrator.drawing.shade import shade
from illustrator.drawing.svg import Ids, blur, drawing, element
from illustrator.drawing.zbuffer import Box, Mesh, render
from illustrator.spine.group import group_of, softening
from illustrator.spine.patch import patch_of
from illustrator.spine.structures import Structure
from illustrator.spine.window import BLEED, View

FADE = 4.0  # mm inside the window where a plate begins to fade


def _bled(view: View) -> Box:
    box = view.box
    return Box(box.left - BLEED, box.bottom - BLEED, box.right + BLEED, box.top + BLEED)


def silhouette(mesh: Mesh, view: View, css: str) -> str:
    """The full outline of a mesh, hidden or not, as a line."""
    buffers = render({"x": mesh}, view.axes, view.look.px, _bled(view))
    bleed = -BLEED / view.look.px
    path = trace_mask(buffers.owner >= 0, Pen(view.scale, (bleed, bleed), view.look.outline, 60.0), 0.9)
    return element("path", {"class": css, "d": path}) if path else ""


def _faded(view: View, groups: list[str], ids: Ids) -> list[str]:
    """The groups under a soft mask: regions fade on all sides, the whole spine only where the skull is cut off."""
    width, height = view.size
    edge = round(FADE * view.look.units)
    left, low = (edge, height - 2 * edge) if view.region else (-width, 2 * height)
    rect: dict[str, str | int] = {"x": left, "y": edge, "width": width - 2 * left, "height": low}
    area: dict[str, str | int] = {
        "x": 0,
        "y": 0,
        "width": width,
        "height": height,
        "maskUnits": "userSpaceOnUse",
        "class": "sp-mask",
    }
    name, faded = ids.new("mask"), ids.new("fade")
    mask = element("mask", {"id": name, **area}, [element("rect", {**rect, "filter": f"url(#{faded})"})])
    return [softening(view), blur(faded, view.look.fade), mask, element("g", {"mask": f"url(#{name})"}, groups)]


def draw(view: View, meshes: Mapping[Structure, Mesh], seen_through: Mesh | None = None) -> str:
    """The SVG text of a view. Structures are drawn far to near; only what can be seen has an element.

    seen_through: a hidden structure that is hinted at by its outline alone.
    """
    look, names = view.look, {s.name: s for s in meshes}
    buffers = render({s.name: m for s, m in meshes.items()}, view.axes, look.px, _bled(view))
    shades = shade(buffers)
    patches = {}
    for index, name in enumerate(buffers.names):
        patch = patch_of(buffers, shades, index)
        if patch is not None:
            patches[name] = patch
    far_to_near = sorted(patches, key=lambda name: float(np.median(patches[name].depth[patches[name].mask])))
    ids = Ids(view.prefix)
    groups = [group_of(names[name], patches[name], view, ids) for name in far_to_near]
    if seen_through is not None:
        groups.append(silhouette(seen_through, view, "sp-seen"))
    width, height = view.size
    return drawing(width, height, view.classes, _faded(view, groups, ids))
