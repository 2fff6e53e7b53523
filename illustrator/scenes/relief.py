"""The shaded base of a scene: what is seen of the bones and, in a cross-section, the cut faces."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.ndimage import distance_transform_edt, map_coordinates

from illustrator.drawing.arrays import Floats, Mask
from illustrator.drawing.shade import shade
from illustrator.drawing.svg import Ids
from illustrator.drawing.zbuffer import Buffers, Mesh, render
from illustrator.scenes.solids import Solid
from illustrator.scenes.stage import bled, points
from illustrator.spine.group import group_of
from illustrator.spine.patch import Patch, patch_of
from illustrator.spine.window import View

CUT_SHADE = (0.62, 0.72)  # a cut face is flat, so its tone is kept in this narrow band
THIN = 2  # distances are smooth: every second pixel is asked, the others lie between
SHALLOW = 34.0  # mm below the cut that are still drawn


@dataclass(frozen=True)
class Cut:
    """Signed distances on the plane of a cross-section by structure name, each (rows, columns)."""

    plane: Floats
    fields: dict[str, Floats]

    def of(self, *beginnings: str) -> Floats:
        """Distance to the union of the structures whose names begin so."""
        return np.asarray(np.min([f for name, f in self.fields.items() if name.startswith(beginnings)], axis=0))


def cut(view: View, solids: list[Solid], depth: float) -> Cut:
    """Ask every solid on the plane `depth` mm towards the viewer."""
    plane = points(view, depth)
    rows, columns = plane.shape[:2]
    coarse = plane[::THIN, ::THIN]
    at = np.meshgrid(np.arange(rows) / THIN, np.arange(columns) / THIN, indexing="ij")

    def ask(solid: Solid) -> Floats:
        seen = solid.distance(coarse.reshape(-1, 3)).reshape(coarse.shape[:2])
        return np.asarray(map_coordinates(seen, at, order=1, mode="nearest"))

    return Cut(plane, {s.structure.name: ask(s) for s in solids})


def _below(mesh: Mesh, view: View, depth: float) -> Mesh:
    towards = mesh.vertices[mesh.faces].mean(1) @ view.axes[2]
    return replace(mesh, faces=mesh.faces[(towards < depth) & (towards > depth - SHALLOW)])


def _capped(buffers: Buffers, section: Cut, depth: float) -> Mask:
    """Put the cut faces into the buffers. A joint's filling gives way to bone, a disc to bone. Returns the faces."""
    faces = np.zeros(buffers.owner.shape, bool)
    bone = section.of("vertebra", "rib")
    for index, name in enumerate(buffers.names):
        inside = section.fields[name] < 0
        if name.startswith(("facet", "disc", "nerve")):
            inside &= bone > 0
        buffers.owner[inside], buffers.depth[inside] = index, depth
        buffers.normal[inside] = (0, 0, 1)
        faces |= inside
    np.minimum(buffers.depth, depth, out=buffers.depth)
    return faces


@dataclass(frozen=True)
class Relief:
    """Groups, far ones first, and for each structure a spot (drawing units) well inside what is seen of it."""

    groups: list[str]
    spots: dict[str, list[int]]


def _spot(view: View, patch: Patch) -> list[int]:
    deep = distance_transform_edt(patch.mask)
    row, column = np.unravel_index(int(np.argmax(deep)), deep.shape)
    return [round((float(at) + off) * view.scale) for at, off in zip((column, row), patch.offset, strict=True)]


def _far_to_near(view: View, buffers: Buffers, shades: Floats, solids: list[Solid], ids: Ids) -> Relief:
    known = {s.structure.name: s.structure for s in solids}
    found = {n: patch_of(buffers, shades, i) for i, n in enumerate(buffers.names)}
    patches = {name: patch for name, patch in found.items() if patch is not None}
    width, height = view.size
    order = sorted(patches, key=lambda n: float(np.median(patches[n].depth[patches[n].mask])))
    spots = {name: _spot(view, patches[name]) for name in order}
    inside = {name: at for name, at in spots.items() if 0 < at[0] < width and 0 < at[1] < height}
    return Relief([group_of(known[name], patches[name], view, ids) for name in order], inside)


def whole(view: View, solids: list[Solid], ids: Ids) -> Relief:
    """The solids as they are seen, uncut: one group each."""
    buffers = render({s.structure.name: s.mesh() for s in solids}, view.axes, view.look.px, bled(view))
    return _far_to_near(view, buffers, shade(buffers), solids, ids)


def sliced(view: View, solids: list[Solid], depth: float, ids: Ids) -> tuple[Relief, Cut]:
    """The solids cut through at `depth` mm towards the viewer, what lies below seen in relief."""
    meshes = {s.structure.name: _below(s.mesh(), view, depth) for s in solids}
    buffers = render(meshes, view.axes, view.look.px, bled(view))
    section = cut(view, solids, depth)
    faces = _capped(buffers, section, depth)
    tone = shade(buffers)
    tone = np.where(faces, np.clip(tone, *CUT_SHADE), tone)
    return _far_to_near(view, buffers, tone, solids, ids), section
