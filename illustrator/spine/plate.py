"""One plate: from the meshes seen in a view to the SVG text, one group per structure that can be seen."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter

from illustrator.drawing.arrays import Floats, Ints, Mask
from illustrator.drawing.contour import Pen, trace, trace_mask, without_specks
from illustrator.drawing.shade import extend, shade
from illustrator.drawing.svg import Ids, drawing, element
from illustrator.drawing.zbuffer import Box, Buffers, Mesh, render
from illustrator.spine.shape import Part
from illustrator.spine.structures import Structure

DARK = (0.60, 0.45, 0.30)  # shade below which each stacked translucent tone is laid
LIGHT = (0.75,)
SPECK = 1.2  # mm2; smaller visible islands of a structure are left out
PAD = 9
RIM = 6  # empty pixels round a patch, so that every contour closes, also where the window cuts a structure
STEEP = 3.4  # mm of depth per mm across, above which a line is drawn inside a structure
TIP = 8.0  # mm of a transverse process that count as its end
FADE = 4.0  # mm inside the window where a plate begins to fade


@dataclass(frozen=True)
class Look:
    """How finely a plate is drawn: mm per pixel, drawing units per mm, Bezier tolerances in pixels."""

    px: float
    units: float
    outline: float
    tone: float
    smallest_tone: float = 40.0


@dataclass(frozen=True)
class View:
    """A plate to draw: file name, id prefix, view axes (3, 3), CSS classes, look, window in mm, region or empty."""

    name: str
    prefix: str
    axes: Floats
    classes: str
    look: Look
    box: Box
    region: str = ""

    @property
    def lateral(self) -> bool:
        """Seen from the person's left."""
        return bool(self.axes[2, 0] > 0.9)

    @property
    def scale(self) -> float:
        """Drawing units per pixel."""
        return self.look.px * self.look.units

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in drawing units."""
        box, units = self.box, self.look.units
        return round((box.right - box.left) * units), round((box.top - box.bottom) * units)

    def place(self, world: Floats) -> tuple[float, float]:
        """Drawing coordinates of a world point (3,) in mm."""
        x, y = self.axes[:2] @ world
        return float(x - self.box.left) * self.look.units, float(self.box.top - y) * self.look.units


BLEED = 4.0  # mm drawn past the window, so that the line along the cut is not seen


@dataclass(frozen=True)
class _Patch:
    """The pixels of one structure with a margin: mask, shade and depth run past the silhouette."""

    mask: Mask
    shade: Floats
    depth: Floats
    part: Floats
    facing: Floats
    distance: Floats
    offset: tuple[float, float]


def _patch(buffers: Buffers, shades: Floats, owner: int) -> _Patch | None:
    rows, columns = np.nonzero(buffers.owner == owner)
    smallest = math.ceil(SPECK / buffers.px**2)
    if len(rows) < smallest:
        return None
    window = (
        slice(max(rows.min() - PAD, 0), rows.max() + PAD + 1),
        slice(max(columns.min() - PAD, 0), columns.max() + PAD + 1),
    )
    mask = without_specks(np.pad(buffers.owner[window] == owner, RIM), smallest)
    if not mask.any():
        return None

    def padded(field: Floats | Ints) -> Floats:
        return np.pad(field[window].astype(np.float64), RIM)

    bleed = BLEED / buffers.px
    away: Floats = distance_transform_edt(~mask)
    return _Patch(
        mask,
        extend(padded(shades), mask),
        extend(padded(buffers.depth), mask),
        padded(buffers.part),
        padded(buffers.normal[..., 2]),
        away,
        (window[1].start - RIM - bleed, window[0].start - RIM - bleed),
    )


def _tones(patch: _Patch, look: Look, scale: float) -> Iterator[str]:
    """Shade contours, each a translucent layer; the blur of the style sheet melts the steps."""
    pen = Pen(scale, patch.offset, look.tone, look.smallest_tone, smooth=3.0)
    soft = gaussian_filter(patch.shade, 1.6)
    for level, css, sign in [(t, "sp-s", 1) for t in DARK] + [(t, "sp-h", -1) for t in LIGHT]:
        field = np.where(patch.distance > 3.5, -1, np.clip((level - soft) * 20 * sign, -1, 1))
        path = trace(field, 0, pen)
        if path:
            yield element("path", {"class": css, "d": path})


def _ink(patch: _Patch, look: Look, scale: float) -> str:
    """Pen work inside the silhouette: where the surface jumps in depth. Variable width, as a filled shape."""
    jump = np.zeros_like(patch.depth)
    for axis in (0, 1):
        for step in (-1, 1):
            jump = np.maximum(jump, np.abs(np.roll(patch.depth, step, axis) - patch.depth))
    line = np.clip((jump - STEEP * look.px) / (4.0 * look.px), 0, 1) * patch.mask
    return trace(gaussian_filter(line, 0.9), 0.24, Pen(scale, patch.offset, look.outline, 16.0, 70))


def _outline(patch: _Patch, mask: Mask, look: Look, scale: float) -> str:
    """Outline of a part of a structure, soft as a thing without edges of its own should be."""
    smooth = Pen(scale, patch.offset, look.outline * 1.5, 200.0, smooth=9.0)
    return trace_mask(without_specks(patch.mask & mask, 60), smooth, 4.0)


def _ear(patch: _Patch, look: Look, scale: float) -> str:
    """The sacrum's auricular surface, where it faces the viewer."""
    return _outline(patch, (patch.part == Part.EAR) & (patch.facing > 0.4), look, scale)


def _tip(patch: _Patch, look: Look, scale: float) -> str:
    """The end of a transverse process that points at the viewer: its last millimetres, as an outline."""
    process = patch.mask & (patch.part == Part.TRANSVERSE)
    if not process.any():
        return ""
    return _outline(patch, process & (patch.depth > patch.depth[process].max() - TIP), look, scale)


def _group(structure: Structure, patch: _Patch, view: View, ids: Ids) -> str:
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
        inside.append(element("g", {"clip-path": f"url(#{clip})"}, [element("g", {"class": "sp-t"}, [tones])]))
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
    rect: dict[str, str | int] = {"x": left, "y": edge, "width": width - 2 * left, "height": low, "class": "sp-fade"}
    area: dict[str, str | int] = {
        "x": 0,
        "y": 0,
        "width": width,
        "height": height,
        "maskUnits": "userSpaceOnUse",
        "class": "sp-mask",
    }
    name = ids.new("mask")
    mask = element("mask", {"id": name, **area}, [element("rect", rect)])
    return [mask, element("g", {"mask": f"url(#{name})"}, groups)]


def draw(view: View, meshes: Mapping[Structure, Mesh], seen_through: Mesh | None = None) -> str:
    """The SVG text of a view. Structures are drawn far to near; only what can be seen has an element.

    seen_through: a hidden structure that is hinted at by its outline alone.
    """
    look, names = view.look, {s.name: s for s in meshes}
    buffers = render({s.name: m for s, m in meshes.items()}, view.axes, look.px, _bled(view))
    shades = shade(buffers)
    patches = {}
    for index, name in enumerate(buffers.names):
        patch = _patch(buffers, shades, index)
        if patch is not None:
            patches[name] = patch
    far_to_near = sorted(patches, key=lambda name: float(np.median(patches[name].depth[patches[name].mask])))
    ids = Ids(view.prefix)
    groups = [_group(names[name], patches[name], view, ids) for name in far_to_near]
    if seen_through is not None:
        groups.append(silhouette(seen_through, view, "sp-seen"))
    width, height = view.size
    return drawing(width, height, view.classes, _faded(view, groups, ids))
