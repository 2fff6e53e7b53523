"""Builds the list of solids of one structure and turns it into a mesh."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

import numpy as np
from skimage.measure import marching_cubes

from illustrator.drawing.arrays import Floats
from illustrator.drawing.zbuffer import Mesh
from illustrator.spine import sdf

Vector = Sequence[float] | Floats


class Op(IntEnum):
    """How a solid meets what was built before it."""

    JOIN = 0
    CUT = 1
    KEEP = 2  # intersection
    LABEL = 3  # changes the part label inside, not the form


class Part(IntEnum):
    """Labels of the parts of a bone."""

    BODY = 1
    PEDICLE = 2
    LAMINA = 3
    SPINOUS = 4
    TRANSVERSE = 5
    SUPERIOR_ARTICULAR = 6
    INFERIOR_ARTICULAR = 7
    DENS = 8
    ARCH = 9
    PILLAR = 10
    ALA = 12
    FORAMEN = 13
    EAR = 14  # the sacrum's auricular surface


BODY_FIELDS = ("a_up", "a_low", "b_up", "b_low", "h_post", "h_ant", "waist_w", "waist_d", "n_front", "n_back",
               "dish", "dent", "uncus", "lip", "rounding", "rim", "power")  # fmt: skip
BODY_DEFAULTS = {"waist_w": 0.1, "waist_d": 0.1, "n_front": 2.2, "n_back": 3.0, "dish": 1.0, "dent": 0.1,
                 "uncus": 0.0, "lip": 0.0, "rounding": 2.0, "rim": 0.5, "power": 0.9}  # fmt: skip


class Shape:
    """Solids in order. Lengths in mm; `blend` is the radius over which a solid melts into the rest."""

    def __init__(self, mirrored: bool = True) -> None:
        self.mirrored = mirrored
        self._solids: list[Floats] = []

    def _add(self, kind: int, part: Part, blend: float, op: Op) -> Floats:
        row = np.zeros(sdf.SIZE)
        row[:4] = kind, op, part, blend
        self._solids.append(row)
        return row

    def capsule(self, a: Vector, b: Vector, r1: float | Vector, r2: float | Vector | None = None,
                part: Part = Part.BODY, blend: float = 2.0, op: Op = Op.JOIN, up: Vector = (0, 0, 1), n: float = 2.0,
                cap: float = 1.0, bow: float = 0.0, waist: float = 0.0) -> None:  # fmt: skip
        """Tapered elliptic rod from a to b. A radius is a number or (across, along `up`); cap = bluntness of the ends,
        bow = how far the middle is lifted along `up`, waist = how much it is narrowed."""
        start, end = np.asarray(a, float), np.asarray(b, float)
        along = end - start
        length = float(np.linalg.norm(along))
        along = along / length
        rise = np.asarray(up, float)
        rise = rise - along * (rise @ along)
        if np.linalg.norm(rise) < 1e-3:
            rise = np.array([0, 1.0, 0]) - along * along[1]
        rise = rise / np.linalg.norm(rise)
        row = self._add(1, part, blend, op)
        row[4:7], row[7:10] = start, end
        row[10:12] = np.broadcast_to(np.asarray(r1, float), (2,))
        row[12:14] = np.broadcast_to(np.asarray(r1 if r2 is None else r2, float), (2,))
        row[14], row[15:18], row[18:21], row[21:24] = n, along, np.cross(rise, along), rise
        row[24:29] = length, cap, bow, 0.0, waist

    def ellipsoid(self, centre: Vector, radii: float | Vector, part: Part = Part.BODY, blend: float = 2.0,
                  op: Op = Op.JOIN, axes: Floats | None = None, n: float = 2.0, bend: float = 0.0) -> None:  # fmt: skip
        """Super-ellipsoid; rows of axes are its own directions. bend (1/mm) curves the first axis over the second."""
        row = self._add(2, part, blend, op)
        row[4:7], row[7:10] = np.asarray(centre, float), np.broadcast_to(np.asarray(radii, float), (3,))
        row[10:19] = (np.eye(3) if axes is None else axes).reshape(-1)
        row[19], row[20] = n, bend

    def pillar(self, centre: Vector, half: Vector, shear: float, radius: float, part: Part = Part.PILLAR,
               blend: float = 1.5, op: Op = Op.JOIN) -> None:  # fmt: skip
        """Rounded box whose top and bottom rise by `shear` mm per mm towards the front."""
        row = self._add(3, part, blend, op)
        row[4:7], row[7:10], row[10], row[11] = np.asarray(centre), np.asarray(half), shear, radius

    def body(self, fields: Mapping[str, float], part: Part = Part.BODY, blend: float = 2.0, op: Op = Op.JOIN) -> None:
        """Vertebral body or disc centred at the origin; see BODY_FIELDS."""
        row = self._add(4, part, blend, op)
        full = {**BODY_DEFAULTS, **fields}
        row[4 : 4 + len(BODY_FIELDS)] = [full[name] for name in BODY_FIELDS]

    def half_space(self, normal: Vector, offset: float, blend: float = 1.0) -> None:
        """Keep only points with normal . p < offset."""
        row = self._add(5, Part.BODY, blend, Op.KEEP)
        row[4:7], row[7] = np.asarray(normal), offset

    def ring(self, centre: Vector, radii: tuple[float, float], section: tuple[float, float],
             span: tuple[float, float], part: Part = Part.ARCH, blend: float = 2.0) -> None:  # fmt: skip
        """Elliptic ring in the transverse plane, kept where span[0] < y < span[1]."""
        row = self._add(6, part, blend, Op.JOIN)
        row[4:7] = np.asarray(centre)
        row[7:13] = *radii, *section, *span

    def ribbon(self, nodes: Sequence[Vector], part: Part, blend: float, n: float = 2.5, cap: float = 3.0) -> None:
        """Band along a sagittal polyline of up to 28 nodes (y, z, half width, half thickness)."""
        row = self._add(7, part, blend, Op.JOIN)
        row[4:7] = len(nodes), n, cap
        row[8 : 8 + 4 * len(nodes)] = np.asarray(nodes).reshape(-1)

    def solids(self) -> Floats:
        """All solids, (n, sdf.SIZE)."""
        return np.array(self._solids)

    def mesh(self, low: Vector, high: Vector, step: float) -> Mesh:
        """Marching cubes at `step` mm inside the box low..high, normals from the gradient of the distance."""
        rows = self.solids()
        ys, zs = np.arange(low[1], high[1] + step, step), np.arange(low[2], high[2] + step, step)
        if self.mirrored:
            xs = np.arange(int(np.ceil(max(abs(low[0]), abs(high[0])) / step)) + 1) * step
            half = sdf.on_grid(rows, xs, ys, zs, True)
            field, first = np.concatenate([half[:0:-1], half]), -float(xs[-1])
        else:
            xs = np.arange(low[0], high[0] + step, step)
            field, first = sdf.on_grid(rows, xs, ys, zs, False), float(low[0])
        vertices, faces, _, _ = marching_cubes(field, 0.0, spacing=(step, step, step))  # type: ignore[no-untyped-call]
        vertices = vertices + np.array([first, low[1], low[2]])
        normals, parts = sdf.normals_and_parts(rows, vertices.astype(np.float64), self.mirrored, 0.35)
        return Mesh(vertices.astype(np.float32), faces.astype(np.int32), normals.astype(np.float32), parts)
