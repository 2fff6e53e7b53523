"""Orthographic z-buffer: which structure is seen at each pixel, how deep it lies and which way it faces."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from illustrator.drawing.arrays import Floats, Ints, compiled

# Rows: screen right, screen up, towards the viewer. World axes: x = the person's left, y = front, z = up.
VIEWS: dict[str, Floats] = {
    "lateral": np.array([[0, -1, 0], [0, 0, 1], [1, 0, 0.0]]),
    "posterior": np.array([[-1, 0, 0], [0, 0, 1], [0, -1, 0.0]]),
    "anterior": np.array([[1, 0, 0], [0, 0, 1], [0, 1, 0.0]]),
}


@dataclass(frozen=True)
class Mesh:
    """A triangle mesh in mm. vertices, normals (n, 3); faces (m, 3); parts (n,) a label per vertex."""

    vertices: Floats
    faces: Ints
    normals: Floats
    parts: Ints


@dataclass(frozen=True)
class Box:
    """A window on the view plane, in mm: x to the right, y up."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Buffers:
    """What a view sees, each array (rows, columns): depth in mm towards the viewer, owner = index into names or -1,
    part = label of the nearest vertex, normal (rows, columns, 3) in view axes. px = mm per pixel."""

    depth: Floats
    owner: Ints
    part: Ints
    normal: Floats
    px: float
    box: Box
    names: tuple[str, ...]


@compiled
def _raster(u: Floats, v: Floats, z: Floats, faces: Ints, normals: Floats, parts: Ints, owner_id: int,
            depth: Floats, owner: Ints, part: Ints, normal: Floats) -> None:  # fmt: skip
    height, width = depth.shape
    for f in range(faces.shape[0]):
        i, j, k = faces[f, 0], faces[f, 1], faces[f, 2]
        x0, x1, x2 = u[i], u[j], u[k]
        y0, y1, y2 = v[i], v[j], v[k]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if abs(area) < 1e-9:
            continue
        first_x = max(0, math.ceil(min(x0, x1, x2) - 0.001))
        last_x = min(width - 1, math.floor(max(x0, x1, x2) + 0.001))
        first_y = max(0, math.ceil(min(y0, y1, y2) - 0.001))
        last_y = min(height - 1, math.floor(max(y0, y1, y2) + 0.001))
        for py in range(first_y, last_y + 1):
            for px in range(first_x, last_x + 1):
                w0 = ((x1 - px) * (y2 - py) - (x2 - px) * (y1 - py)) / area
                w1 = ((x2 - px) * (y0 - py) - (x0 - px) * (y2 - py)) / area
                w2 = 1 - w0 - w1
                if w0 < -1e-5 or w1 < -1e-5 or w2 < -1e-5:
                    continue
                d = w0 * z[i] + w1 * z[j] + w2 * z[k]
                if d > depth[py, px]:
                    depth[py, px] = d
                    owner[py, px] = owner_id
                    if w0 >= w1 and w0 >= w2:
                        part[py, px] = parts[i]
                    elif w1 >= w2:
                        part[py, px] = parts[j]
                    else:
                        part[py, px] = parts[k]
                    for q in range(3):
                        normal[py, px, q] = w0 * normals[i, q] + w1 * normals[j, q] + w2 * normals[k, q]


def extent(meshes: Mapping[str, Mesh], axes: Floats, margin: float) -> Box:
    """The window that holds all meshes with a margin (mm) around."""
    points = np.concatenate([mesh.vertices[::5] @ axes[:2].T for mesh in meshes.values()])
    low, high = points.min(0) - margin, points.max(0) + margin
    return Box(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def render(meshes: Mapping[str, Mesh], axes: Floats, px: float, box: Box | None = None, margin: float = 6.0) -> Buffers:
    """Rasterise meshes (mm) seen along axes (3, 3) at px mm per pixel. Ties go to the mesh named first."""
    box = box or extent(meshes, axes, margin)
    width, height = int((box.right - box.left) / px) + 1, int((box.top - box.bottom) / px) + 1
    depth = np.full((height, width), -1e9)
    owner = np.full((height, width), -1, np.int32)
    part = np.zeros((height, width), np.int32)
    normal = np.zeros((height, width, 3))
    for index, mesh in enumerate(meshes.values()):
        seen = mesh.vertices.astype(np.float64) @ axes.T
        _raster((seen[:, 0] - box.left) / px, (box.top - seen[:, 1]) / px, seen[:, 2],
                mesh.faces.astype(np.int32), mesh.normals.astype(np.float64) @ axes.T, mesh.parts.astype(np.int32),
                index, depth, owner, part, normal)  # fmt: skip
    length = np.linalg.norm(normal, axis=2, keepdims=True)
    return Buffers(depth, owner, part, normal / np.maximum(length, 1e-6), px, box, tuple(meshes))
