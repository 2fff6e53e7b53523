"""Plaster: shade one view and cut the shade into flat tones with smooth borders."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from illustrator.body.curves import fit_closed, path_text, resample, smooth
from illustrator.body.view import CENTRE, PIXELS, TOP, Seen
from illustrator.drawing.arrays import Floats, Mask
from illustrator.drawing.contour import ring_area, rings

TOLERANCE = 0.7
# Class of each tone and the share of the visible skin that is darker than its border.
DARK = (("bf-t2", 0.44), ("bf-t3", 0.20), ("bf-t4", 0.055))
LIGHT = ("bf-hi", 0.86)
BEYOND = 3.5  # units a tone runs past the silhouette, where the clip cuts it: they meet without a seam
OVERLAP = 6  # units both halves of a tone run past the midline


@dataclass(frozen=True)
class Shade:
    """Light (rows, columns) of the half figure; mask = skin; x = distance from the midline and y in body units.

    The filters reflect at the edge of the picture, which is the midline: that is the mirrored half.
    """

    light: Floats
    mask: Mask
    x: Floats
    y: Floats


def _blob(x: Floats, y: Floats, centre: float, width: float, height: float) -> Floats:
    """1 in the middle of an oval on the midline, falling to 0 outside."""
    return np.asarray(np.exp(-(((x / width) ** 2 + ((y - centre) / height) ** 2) ** 1.5)))


class _Blur:
    """Gaussian blur within the skin; widths in units."""

    def __init__(self, mask: Mask) -> None:
        self.mask, self.weights = mask, dict[float, Floats]()

    def __call__(self, values: Floats, units: float) -> Floats:
        sigma = units * PIXELS
        if units not in self.weights:
            self.weights[units] = np.maximum(ndimage.gaussian_filter(self.mask.astype(np.float32), sigma), 1e-4)
        inside = np.where(self.mask, values, 0).astype(np.float32)
        return np.asarray(ndimage.gaussian_filter(inside, sigma) / self.weights[units])


def shade(seen: Seen) -> Shade:
    """Light from above and before, less hollows, plus local contrast; calm between the legs and at the navel.

    Posterising draws dark blobs exactly there unless they are levelled.
    """
    front, mask, y = seen.view == "front", seen.mask, seen.points[..., 1]
    x = np.broadcast_to((np.arange(mask.shape[1]) + 0.5) / PIXELS, mask.shape)
    blur = _Blur(mask)
    up = blur(-seen.normals[..., 1], 1.0)
    facing = blur(seen.normals[..., 2] * (1 if front else -1), 1.0)
    height, depth_share = np.array([0.42, 0.90]) / np.hypot(0.42, 0.90)
    light = 0.60 * np.clip(up * height + facing * depth_share, -0.2, 1) + 0.40 * np.clip(facing, 0, 1)
    depth = np.where(mask, seen.depth, 0)
    hollow = sum(weight * np.clip(blur(depth, r) - depth, -r, r) / r for r, weight in ((14, 0.16), (5, 0.12)))
    quiet = _blob(x, y, 458, 34, 34) if front else _blob(x, y, 447, 62, 46)
    light = light - hollow * (1 - quiet)
    light = light * (1 - quiet) + quiet * np.maximum(light, 0.93 if front else 0.90)
    navel = _blob(x, y, 352, 17, 17) if front else np.zeros_like(light)
    light = light * (1 - navel) + navel * 0.93
    light = light + 0.45 * (light - blur(light, 16)) * (1 - quiet) * (1 - navel)
    ear = np.clip((128 - y) / 12, 0, 1) * np.clip((x - 32) / 3, 0, 1)
    fine = np.maximum.reduce([ear, np.clip((x - 158) / 10, 0, 1), np.clip((y - 840) / 10, 0, 1)])
    trunk = np.clip((y - 150) / 20, 0, 1) * np.clip((420 - y) / 20, 0, 1) * np.clip((85 - x) / 10, 0, 1) * (1 - fine)
    result = blur(light, 3.6) * (1 - fine - trunk) + blur(light, 7.0) * trunk + blur(light, 1.0) * fine
    if front:
        face = np.clip((118 - y) / 8, 0, 1) * np.clip((33 - x) / 3, 0, 1)
        result = result * (1 - face) + blur(light, 1.9) * face
    return Shade(result, mask, np.asarray(x), y)


def _smallest(x: float, y: float, dark: bool, detail: float) -> float:
    """Square units below which an island is left out: large on the trunk, where islands are only blotches."""
    if not dark and abs(x) < 36 and 150 < y < 420:
        return np.inf  # no gleam on breastbone and belly
    if abs(x) > 142 or y > 835 or y < 135:
        return detail
    return 800 if dark and abs(x) < 40 else 330


def _cut(shade: Shade, threshold: float, dark: bool, detail: float) -> str:
    past, nearest = ndimage.distance_transform_edt(~shade.mask, return_indices=True)
    level = ndimage.gaussian_filter(np.where(shade.mask, shade.light, shade.light[tuple(nearest)]), 1.2)
    field = (threshold - level) * (1 if dark else -1)
    field = np.where(past > BEYOND * PIXELS, -0.05, field)
    field = np.pad(field, ((0, 0), (OVERLAP * PIXELS, 0)), mode="symmetric")
    text = []
    for ring in rings(np.pad(field, 4, constant_values=-0.05), 0):
        points = np.c_[(ring[:, 0] - 3.5) / PIXELS - OVERLAP, (ring[:, 1] - 3.5) / PIXELS]
        middle = points.mean(0)
        if ring_area(points) >= _smallest(middle[0], middle[1] - TOP, dark, detail):
            points = smooth(resample(points, 0.5, True), 1.8, True) + np.array([CENTRE, 0])
            text.append(path_text(fit_closed(points, TOLERANCE)))
    return "".join(text)


def tones(shade: Shade) -> dict[str, str]:
    """Path text of the right half of each tone, by class; dark ones first, light last."""
    visible = shade.light[shade.mask]
    texts = {name: _cut(shade, float(np.quantile(visible, q)), True, 5 if name == "bf-t4" else 14) for name, q in DARK}
    return texts | {LIGHT[0]: _cut(shade, float(np.quantile(visible, LIGHT[1])), False, 40)}
