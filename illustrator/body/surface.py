"""The posed skin as a fine surface in body units, ready to be looked at.

Body units: stature 900, x from the midline to the person's left, y DOWN from the vertex of the head, z to the front.
"""

from dataclasses import dataclass

import numpy as np

from illustrator.body.pose import Posed
from illustrator.body.soften import Skin
from illustrator.body.source import Source
from illustrator.drawing.arrays import Floats, Ints

STATURE = 900.0

# Groups of bones, by the beginning of their names: which limb, finger or toe a point of the skin belongs to.
GROUPS = {
    **{f"finger{k}": (f"finger{k}",) for k in range(1, 6)},
    **{f"toe{k}": (f"toe{k}",) for k in range(1, 6)},
}  # fmt: skip


@dataclass(frozen=True)
class Surface:
    """points (n, 3) and normals (n, 3) in body units; triangles (m, 3); groups (n, len(GROUPS)) skin weights;
    joints = posed heads of the bones, in body units."""

    points: Floats
    normals: Floats
    triangles: Ints
    groups: Floats
    joints: dict[str, Floats]


def subdivide(points: Floats, quads: Ints, values: Floats) -> tuple[Floats, Ints, Floats]:
    """One Catmull-Clark step (Catmull and Clark 1978) on quads (m, 4); values (n, k) are carried along linearly."""
    count, faces = len(points), len(quads)
    face_points = points[quads].mean(1)
    every = np.concatenate([quads[:, [k, (k + 1) % 4]] for k in range(4)])
    edges, index = np.unique(np.sort(every, 1), axis=0, return_inverse=True)
    index = index.ravel()
    sharing = np.bincount(index, minlength=len(edges))
    middle = points[edges].mean(1)
    beside = np.zeros((len(edges), 3))
    np.add.at(beside, index, np.tile(face_points, (4, 1)))
    edge_points = np.where((sharing == 2)[:, None], (points[edges].sum(1) + beside) / 4, middle)
    valence = np.bincount(edges.ravel(), minlength=count)
    of_faces, face_count, of_edges = np.zeros((count, 3)), np.zeros(count), np.zeros((count, 3))
    np.add.at(of_faces, quads.ravel(), np.repeat(face_points, 4, 0))
    np.add.at(face_count, quads.ravel(), 1)
    for side in (0, 1):
        np.add.at(of_edges, edges[:, side], middle)
    k = np.maximum(valence, 1)[:, None]
    moved = (of_faces / np.maximum(face_count, 1)[:, None] + 2 * of_edges / k + (k - 3) * points) / k
    fixed = valence == 0
    fixed[edges[sharing == 1].ravel()] = True
    moved[fixed] = points[fixed]
    centre = np.arange(faces) + count
    edge = index.reshape(4, -1) + count + faces
    fine = np.concatenate([np.c_[quads[:, q], edge[q], centre, edge[q - 1]] for q in range(4)])
    carried = np.concatenate([values, values[quads].mean(1), values[edges].mean(1)])
    return np.concatenate([moved, face_points, edge_points]), fine, carried


def vertex_normals(points: Floats, triangles: Ints) -> Floats:
    """Unit normals (n, 3), weighted by the triangles' areas."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    of_triangle = np.cross(b - a, c - a)
    normals = np.zeros_like(points)
    for k in range(3):
        np.add.at(normals, triangles[:, k], of_triangle)
    return np.asarray(normals / np.maximum(np.linalg.norm(normals, axis=1), 1e-12)[:, None])


def surface(source: Source, skin: Skin, posed: Posed) -> Surface:
    """Subdivide the posed skin once and bring it to body units."""
    tables = [[k for k, bone in enumerate(source.bones) if bone.startswith(starts)] for starts in GROUPS.values()]
    total = np.maximum(source.weights.sum(1), 1e-9)[:, None]
    groups = np.stack([source.weights[:, table].sum(1) for table in tables], 1) / total
    points, quads, groups = subdivide(posed.vertices, source.quads, groups)
    used = np.unique(quads)
    top = points[used, 1].max()
    unit = STATURE / (top - points[used, 1].min())

    def to_body(p: Floats) -> Floats:
        return np.stack([p[..., 0] * unit, (top - p[..., 1]) * unit, p[..., 2] * unit], -1)

    points = to_body(points)
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])[:, ::-1]  # y turned over: so do the faces
    joints = {bone: to_body(place) for bone, place in posed.joints.items()}
    return Surface(points, vertex_normals(points, triangles), triangles, groups, joints)
