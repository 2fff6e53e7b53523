"""Light and shade of a view, from its normals and depths: a number per pixel, about 0 (dark) to 1 (light)."""

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, zoom

from illustrator.drawing.arrays import Floats, Mask
from illustrator.drawing.zbuffer import Buffers

KEY_LIGHT = (-0.45, 0.60, 0.66)  # from the upper left, as engravers place it
FILL_LIGHT = (0.75, 0.10, 0.45)
# Depth-unsharp masking: radius mm, weight, depth (mm) at which it saturates.
HOLLOWS = ((1.0, 0.50, 1.5), (2.6, 0.52, 4.0), (6.5, 0.36, 10.0), (14.0, 0.12, 18.0))


def _unit(vector: tuple[float, float, float]) -> Floats:
    array = np.array(vector)
    unit: Floats = array / np.linalg.norm(array)
    return unit


def _mean_depth(depth: Floats, mask: Floats, sigma: float) -> Floats:
    """Mean depth of what is drawn around each pixel; wide radii on a thinned grid, they need no detail."""
    thin = max(1, int(sigma // 5))
    small, seen = (depth * mask)[::thin, ::thin], mask[::thin, ::thin]
    mean = gaussian_filter(small, sigma / thin) / np.maximum(gaussian_filter(seen, sigma / thin), 1e-4)
    if thin == 1:
        return np.asarray(mean)
    factors = (depth.shape[0] / mean.shape[0], depth.shape[1] / mean.shape[1])
    return np.asarray(zoom(mean, factors, order=1, grid_mode=True, mode="nearest"))


def hollows(depth: Floats, mask: Mask, px: float) -> Floats:
    """How far each pixel lies behind its surroundings: positive in grooves, slightly negative on ridges."""
    seen = mask.astype(np.float64)
    level = np.where(mask, depth, 0.0)
    total = np.zeros_like(level)
    for radius, weight, full in HOLLOWS:
        behind = np.clip((_mean_depth(level, seen, radius / px) - level) / full, -1, 1)
        total += weight * np.where(behind > 0, behind, behind * 0.35)
    return total


def shade(buffers: Buffers, key_light: tuple[float, float, float] = KEY_LIGHT) -> Floats:
    """Wrapped key light, fill, facing, less hollows and rim, plus a little gloss. Weights found by eye."""
    normal, light, eye = buffers.normal, _unit(key_light), np.array([0.0, 0.0, 1.0])
    facing = np.clip(normal[..., 2], 0, 1)
    key = np.clip(0.42 + 0.58 * (normal @ light), 0, 1)
    gloss = np.clip(normal @ ((light + eye) / np.linalg.norm(light + eye)), 0, 1) ** 22
    dark = hollows(buffers.depth, buffers.owner >= 0, buffers.px)
    total: Floats = (0.62 * key + 0.16 * np.clip(normal @ _unit(FILL_LIGHT), 0, 1) + 0.22 * facing
                     - 0.34 * dark - 0.20 * (1 - facing) ** 2.2 + 0.10 * gloss)  # fmt: skip
    return total


def extend(field: Floats, mask: Mask) -> Floats:
    """The field outside the mask filled with its nearest value inside, so that contours run past the silhouette."""
    nearest = distance_transform_edt(~mask, return_distances=False, return_indices=True)
    filled: Floats = field[nearest[0], nearest[1]]
    return filled
