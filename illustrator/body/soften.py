"""Smooth patches of the skin: Laplacian steps, biharmonic refill, a quadratic patch."""

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.linalg import spsolve

from illustrator.drawing.arrays import Floats, Ints, Mask


class Skin:
    """The skin's neighbourhood: which vertex touches which. quads (m, 4) of a mesh with count vertices."""

    def __init__(self, quads: Ints, count: int) -> None:
        pairs = np.concatenate([quads[:, [k, (k + 1) % 4]] for k in range(4)])
        pairs = np.unique(np.sort(pairs, 1), axis=0)
        pairs = pairs[pairs[:, 0] != pairs[:, 1]]
        rows, columns = np.concatenate([pairs, pairs[:, ::-1]]).T
        touching = sparse.coo_matrix((np.ones(len(rows)), (rows, columns)), (count, count)).tocsr()
        degree = np.asarray(touching.sum(1)).ravel()
        self.laplace = (sparse.diags(1 / np.maximum(degree, 1)) @ touching - sparse.eye(count)).tocsr()
        self.of_skin = np.zeros(count, bool)
        self.of_skin[np.unique(quads)] = True

    def smooth(self, vertices: Floats, amount: Floats, steps: int, rate: float) -> Floats:
        """Laplacian steps; amount (n,) from 0 to 1 says how much each vertex takes part."""
        vertices = vertices.copy()
        for _ in range(steps):
            vertices += rate * amount[:, None] * (self.laplace @ vertices)
        return vertices

    def refill(self, vertices: Floats, patch: Mask, blend: float) -> Floats:
        """Replace a patch by the smoothest surface (biharmonic) that meets its surroundings; blend 1 = wholly."""
        inside, around = np.flatnonzero(patch), np.flatnonzero(~patch)
        bending = (self.laplace.T @ self.laplace).tocsr()[inside]
        smooth = spsolve(bending[:, inside].tocsc(), -(bending[:, around] @ vertices[around]))
        result = vertices.copy()
        result[inside] = (1 - blend) * vertices[inside] + blend * smooth
        return result

    def flatten(self, vertices: Floats, centre: Floats, radii: tuple[float, float, float]) -> Floats:
        """Depth z within radii[0] becomes a quadratic fitted to the ring up to radii[2]; blended out at radii[1].

        A refill alone leaves a small bump where the mesh is dense; nothing can stay at the centre of a fitted patch.
        """
        flat = vertices[:, :2] - centre[:2]
        distance = np.linalg.norm(flat, axis=1)
        near = self.of_skin & (distance < radii[2]) & (vertices[:, 2] > centre[2] - 1.2)
        base = np.c_[np.ones(len(flat)), flat, flat**2, flat[:, :1] * flat[:, 1:]]
        ring = near & (distance > radii[0])
        weights, *_ = np.linalg.lstsq(base[ring], vertices[ring, 2], rcond=None)
        keep = np.clip((distance - radii[0]) / (radii[1] - radii[0]), 0, 1)
        keep = keep * keep * (3 - 2 * keep)
        result = vertices.copy()
        result[near, 2] = (keep * vertices[:, 2] + (1 - keep) * (base @ weights))[near]
        return result
