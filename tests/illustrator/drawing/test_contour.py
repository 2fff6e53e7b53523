"""Contours of fields and masks."""

import re

import numpy as np
import pytest

from illustrator.drawing.arrays import Mask
from illustrator.drawing.contour import Pen, ring_area, rings, trace, trace_mask, without_specks


def disc(radius: float, size: int = 120) -> Mask:
    y, x = np.mgrid[:size, :size]
    return np.asarray(np.hypot(x - size / 2, y - size / 2) < radius)


def test_the_ring_of_a_disc_has_its_area() -> None:
    (ring,) = rings(np.pad(disc(40), 3).astype(float), 0.5)
    assert ring_area(ring) == pytest.approx(np.pi * 40**2, rel=0.02)


def test_a_mask_that_touches_the_edge_still_closes() -> None:
    assert trace_mask(np.ones((30, 30), bool), Pen(1.0)).count("M") == 1


def test_the_offset_moves_and_the_scale_enlarges() -> None:
    def numbers(pen: Pen) -> list[int]:
        return [int(v) for v in re.findall(r"-?\d+", trace_mask(disc(40), pen).split("c")[0])]

    x, y = numbers(Pen(1.0))
    assert numbers(Pen(1.0, (10, 20))) == [x + 10, y + 20]
    assert numbers(Pen(4.0)) == pytest.approx([4 * x, 4 * y], abs=3)


def test_holes_are_drawn_and_small_ones_are_not() -> None:
    mask = disc(50) & ~disc(20)
    assert trace_mask(mask, Pen(1.0)).count("M") == 2
    assert trace_mask(mask, Pen(1.0, min_area=2000)).count("M") == 1
    assert trace(np.zeros((20, 20)), 0.5, Pen(1.0)) == ""


def test_specks_go_and_the_rest_stays() -> None:
    mask = disc(30)
    mask[2:4, 2:4] = True
    kept = without_specks(mask, 30)
    assert not kept[2, 2]
    assert kept[60, 60]
