"""One structure as it is drawn: its outline, the tones of its shade and the pen lines inside."""

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import gaussian_filter

from illustrator.drawing.arrays import Mask
from illustrator.drawing.contour import Pen, trace, trace_mask, without_specks
from illustrator.drawing.svg import Ids, blur, element
from illustrator.spine.patch import Patch
from illustrator.spine.shape import Part
from illustrator.spine.structures import Structure
from illustrator.spine.window import Look, View

DARK = (0.60, 0.45, 0.30)  # shade below which each stacked translucent tone is laid
LIGHT = (0.75,)
STEEP = 3.4  # mm of depth per mm across, above which a line is drawn inside a structure
MARGIN = 0.5  # of its tones that a structure's blur reaches past them
TIP = 8.0  # mm of a transverse process that count as its end


def _tones(patch: Patch, look: Look, scale: float) -> Iterator[str]:
    """Shade contours, each a translucent layer; the drawing's blur melts the steps."""
    pen = Pen(scale, patch.offset, look.tone, look.smallest_tone, smooth=3.0)
    soft = gaussian_filter(patch.shade, 1.6)
    for level, css, sign in [(t, "sp-s", 1) for t in DARK] + [(t, "sp-h", -1) for t in LIGHT]:
        field = np.where(patch.distance > 3.5, -1, np.clip((level - soft) * 20 * sign, -1, 1))
        path = trace(field, 0, pen)
        if path:
            yield element("path", {"class": css, "d": path})


def _ink(patch: Patch, look: Look, scale: float) -> str:
    """Pen work inside the silhouette: where the surface jumps in depth. Variable width, as a filled shape."""
    jump = np.zeros_like(patch.depth)
    for axis in (0, 1):
        for step in (-1, 1):
            jump = np.maximum(jump, np.abs(np.roll(patch.depth, step, axis) - patch.depth))
    line = np.clip((jump - STEEP * look.px) / (4.0 * look.px), 0, 1) * patch.mask
    return trace(gaussian_filter(line, 0.9), 0.24, Pen(scale, patch.offset, look.outline, 16.0, 70))


def _outline(patch: Patch, mask: Mask, look: Look, scale: float) -> str:
    """Outline of a part of a structure, soft as a thing without edges of its own should be."""
    smooth = Pen(scale, patch.offset, look.outline * 1.5, 200.0, smooth=9.0)
    return trace_mask(without_specks(patch.mask & mask, 60), smooth, 4.0)


def _ear(patch: Patch, look: Look, scale: float) -> str:
    """The sacrum's auricular surface, where it faces the viewer."""
    return _outline(patch, (patch.part == Part.EAR) & (patch.facing > 0.4), look, scale)


def _tip(patch: Patch, look: Look, scale: float) -> str:
    """The end of a transverse process that points at the viewer: its last millimetres, as an outline."""
    process = patch.mask & (patch.part == Part.TRANSVERSE)
    if not process.any():
        return ""
    return _outline(patch, process & (patch.depth > patch.depth[process].max() - TIP), look, scale)


def softness(view: View) -> str:
    """Id of the filter that softens the tones of a view's structures."""
    return f"{view.prefix}-soft"


def softening(view: View) -> str:
    """That filter, once in a drawing."""
    return blur(softness(view), view.look.soft, MARGIN)


def group_of(structure: Structure, patch: Patch, view: View, ids: Ids) -> str:
    """The SVG group of a structure: silhouette, tones, pen work; "" when its outline closes nowhere."""
    look = view.look
    scale = view.scale
    outline = trace_mask(patch.mask, Pen(scale, patch.offset, look.outline, 6.0), 0.9)
    if not outline:
        return ""
    path, clip = ids.new(f"p-{structure.name}"), ids.new(f"c-{structure.name}")
    inside = [element("path", {"id": path, "class": "sp-b", "d": outline})]
    tones = "".join(_tones(patch, look, scale))
    if tones:
        inside.append(element("clipPath", {"id": clip}, [element("use", {"href": f"#{path}"})]))
        inside.append(
            element("g", {"clip-path": f"url(#{clip})"}, [element("g", {"filter": f"url(#{softness(view)})"}, [tones])])
        )
    if structure.kind in ("bone", "rib"):
        lines = [("sp-i", _ink(patch, look, scale))]
        if view.lateral and structure.bone == "S1":
            lines.append(("sp-ear", _ear(patch, look, scale)))
        elif view.lateral and structure.bone[0] == "L":
            lines.append(("sp-tip", _tip(patch, look, scale)))
        inside += [element("path", {"class": css, "d": d}) for css, d in lines if d]
    return element("g", attributes(structure, ids), inside)


def attributes(structure: Structure, ids: Ids) -> dict[str, str]:
    """The marks by which page and style sheet find a structure."""
    touchable = structure.kind in ("disc", "facet", "nerve")
    data = "vertebra" if structure.kind == "bone" else structure.kind
    return {
        "id": ids.new(structure.name),
        "class": f"sp-st sp-{structure.kind}",
        "data-structure": data,
        "data-region": structure.region,
        "data-level": structure.level if touchable else "",
        "data-bone": structure.bone if structure.kind in ("bone", "rib") else "",
        "data-side": structure.side,
    }
