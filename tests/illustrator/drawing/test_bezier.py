"""Ring smoothing, Schneider fit and the path text."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from illustrator.drawing.arrays import Floats
from illustrator.drawing.bezier import corners, fit_ring, path_text, smooth_ring
from illustrator.drawing.contour import ring_area


def circle(radius: float, count: int = 200) -> Floats:
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1)


def square(side: int) -> Floats:
    edge = np.arange(side, dtype=float)
    return np.concatenate([
        np.stack([edge, 0 * edge], 1), np.stack([0 * edge + side, edge], 1),
        np.stack([side - edge, 0 * edge + side], 1), np.stack([0 * edge, side - edge], 1),
    ])  # fmt: skip


def drawn(cubics: list[tuple[Floats, Floats, Floats, Floats]]) -> Floats:
    t = np.linspace(0, 1, 40)[:, None]
    return np.concatenate([(1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d
                           for a, b, c, d in cubics])  # fmt: skip


def test_a_circle_needs_few_cubics_and_stays_within_tolerance() -> None:
    cubics = fit_ring(circle(50), 0.5)
    assert len(cubics) <= 8
    assert np.abs(np.hypot(*drawn(cubics).T) - 50).max() < 0.6


@settings(derandomize=True, database=None)
@given(st.floats(0.05, 0.25), st.integers(2, 5), st.floats(0.3, 2.0))
def test_any_smooth_ring_stays_within_tolerance(wave: float, lobes: int, tolerance: float) -> None:
    angle = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    ring = circle(60, 240) * (1 + wave * np.cos(lobes * angle))[:, None]
    points = drawn(fit_ring(ring, tolerance))
    nearest = np.min(np.hypot(*(points[:, None] - ring[None]).transpose(2, 0, 1)), axis=1)
    assert nearest.max() < tolerance + 1.2  # the ring's own samples lie up to 2 px apart


def test_the_four_corners_of_a_square_are_kept() -> None:
    ring = square(40)
    assert len(corners(ring, 55)) == 4
    points = drawn(fit_ring(ring, 0.5))
    for corner in ((0, 0), (40, 0), (40, 40), (0, 40)):
        assert np.min(np.hypot(*(points - corner).T)) < 1.5


def test_smoothing_gives_back_the_shrinkage() -> None:
    ring = circle(20)
    assert ring_area(smooth_ring(ring, 4)) == pytest.approx(ring_area(ring), rel=0.005)


def test_a_ring_too_short_to_draw_gives_nothing() -> None:
    assert fit_ring(circle(3, 7), 0.5) == []


def test_path_text_is_closed_relative_and_lands_on_the_grid() -> None:
    text = path_text(fit_ring(circle(50), 0.5), (60, 60), 2)
    head, body = re.fullmatch(r"M(-?\d+ ?-?\d+)c([-\d ]+)z", text).groups()  # type: ignore[union-attr]
    assert head == "220 120"
    steps = np.array([int(v) for v in re.findall(r"-?\d+", body)]).reshape(-1, 3, 2)
    assert steps[:, 2].sum(0).tolist() == [0, 0]
