"""Skin, muscles and lungs round a cross-section: quiet shapes without detail, drawing choices along known anatomy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.drawing.svg import element
from illustrator.scenes.outline import ring_path, smooth_ring
from illustrator.spine.layout import Frame
from illustrator.spine.window import View

Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Soft:
    """Left halves in mm from the middle of the body, x to the left, y to the front: skin from the back midline to the
    front midline; closed rings of muscles; the left lung, if the plane meets it."""

    skin: Ring
    muscles: tuple[Ring, ...]
    lung: Ring = ()


SOFT = {
    "lumbar": Soft(
        ((0, -79), (6, -81.5), (20, -85), (50, -84), (80, -74), (112, -45), (125, 0), (110, 60), (0, 90)),
        (((5, -42), (4, -66), (12, -76), (34, -77), (58, -68), (63, -52), (54, -40), (44, -42), (38, -47), (28, -48),
          (16, -42)), ((30, -16), (27, 0), (33, 16), (47, 18), (56, 4), (52, -14), (42, -22)),
         ((56, -36), (50, -30), (58, -22), (78, -26), (88, -38), (76, -46)))),
    "thoracic": Soft(
        ((0, -75), (6, -77), (20, -79.5), (50, -79), (85, -68), (125, -30), (140, 30), (100, 90), (0, 110)),
        (((4, -40), (4, -66), (11, -71), (28, -71), (44, -63), (50, -53), (40, -52), (28, -47), (16, -42)),),
        ((22, 32), (19, 12), (20, 0), (25, -11), (33, -23), (46, -37), (62, -46), (90, -44), (100, 10), (70, 60),
         (35, 60))),
    "cervical": Soft(
        ((0, -59), (12, -61), (30, -56), (48, -40), (56, -18), (57, 5), (50, 26), (30, 44), (0, 52)),
        (((4, -26), (3, -44), (10, -52), (26, -49), (38, -38), (43, -24), (36, -19), (27, -20), (18, -24)),
         ((31, -12), (30, -2), (36, 6), (46, 4), (48, -8), (40, -16)),
         ((38, 12), (40, 22), (48, 21), (51, 8), (48, 1), (41, 4)),
         ((3, 10.5), (6, 15.5), (14, 14), (17, 9), (11, 8.5)))),
    "shoulders": Soft(
        ((0, -74), (10, -76), (34, -72), (76, -56), (112, -30), (124, 0), (104, 36), (54, 58), (0, 64)),
        (((4, -32), (4, -58), (11, -68), (32, -66), (50, -52), (54, -37), (42, -33), (30, -29), (18, -30)),
         ((50, -10), (46, 0), (50, 12), (62, 10), (66, -4), (58, -15)),
         ((3, 10.5), (6, 15.5), (14, 14), (17, 9), (11, 8.5)))),
}  # fmt: skip


def _world(frame: Frame, z: float, flat: Floats) -> Floats:
    return frame.out(np.column_stack([flat, np.full(len(flat), z)]))


def _sides(corners: Ring) -> list[Floats]:
    ring = smooth_ring(corners)
    return [ring, ring[::-1] * np.array([-1.0, 1])]


def draw(view: View, frame: Frame, z: float, region: str) -> list[str]:
    """Ground, skin, muscles and lungs, on the plane z of a frame."""
    soft = SOFT[region]
    half = list(soft.skin)
    skin = smooth_ring(half + [(-x, y) for x, y in half[-2:0:-1]])
    width, height = view.size
    found = [element("rect", {"class": "sc-ground", "width": width, "height": height})]
    shapes = [("sc-skin", [skin]), *(("sc-muscle", _sides(m)) for m in soft.muscles)]
    if soft.lung:
        shapes.append(("sc-lung", _sides(soft.lung)))
    for css, rings in shapes:
        d = "".join(ring_path(view, _world(frame, z, ring)) for ring in rings)
        found.append(element("path", {"class": css, "d": d}))
    return found


def lung_edge(view: View, frame: Frame, z: float) -> Floats:
    """World points (n, 3) of the left lung's outline."""
    return _world(frame, z, smooth_ring(SOFT["thoracic"].lung))
