"""What is seen, from where, and what hides what."""

import numpy as np
import pytest

from illustrator.drawing.shade import extend, hollows, shade
from illustrator.drawing.zbuffer import VIEWS, Box, Mesh, render

WINDOW = Box(-10, -10, 10, 10)


def card(x: float, y: float, z: float, size: float, towards: tuple[float, float, float]) -> Mesh:
    """A square facing one of the axes."""
    flat = [a for a in range(3) if towards[a] == 0]
    corners = np.array([[x, y, z]] * 4, float)
    for i, (u, v) in enumerate(((-1, -1), (1, -1), (1, 1), (-1, 1))):
        corners[i, flat[0]] += u * size
        corners[i, flat[1]] += v * size
    return Mesh(corners, np.array([[0, 1, 2], [0, 2, 3]]), np.array([towards] * 4, float), np.full(4, 7))


def middle(meshes: dict[str, Mesh], view: str) -> str:
    buffers = render(meshes, VIEWS[view], 0.5, WINDOW)
    row, column = buffers.owner.shape[0] // 2, buffers.owner.shape[1] // 2
    return buffers.names[buffers.owner[row, column]]


def test_the_nearer_one_is_seen() -> None:
    two = {"left": card(5, 0, 0, 4, (1, 0, 0)), "right": card(-5, 0, 0, 4, (1, 0, 0))}
    assert middle(two, "lateral") == "left"
    assert middle(dict(reversed(list(two.items()))), "lateral") == "left"


@pytest.mark.parametrize(("view", "where", "side"), [
    ("lateral", (0, 5, 0), "left"), ("lateral", (0, -5, 0), "right"),
    ("posterior", (5, 0, 0), "left"), ("anterior", (5, 0, 0), "right"),
])  # fmt: skip
def test_front_is_left_from_the_side_and_left_is_left_from_behind(
    view: str, where: tuple[float, ...], side: str
) -> None:
    towards = {"lateral": (1.0, 0.0, 0.0), "posterior": (0.0, -1.0, 0.0), "anterior": (0.0, 1.0, 0.0)}[view]
    buffers = render({"x": card(where[0], where[1], where[2], 2, towards)}, VIEWS[view], 0.5, WINDOW)
    columns = np.nonzero(buffers.owner == 0)[1]
    assert (columns.mean() < buffers.owner.shape[1] / 2) == (side == "left")


def test_up_is_up_and_labels_come_along() -> None:
    buffers = render({"x": card(0, 0, 6, 2, (1, 0, 0))}, VIEWS["lateral"], 0.5, WINDOW)
    rows = np.nonzero(buffers.owner == 0)[0]
    assert rows.mean() < buffers.owner.shape[0] / 4
    assert set(buffers.part[buffers.owner == 0]) == {7}


def test_a_surface_facing_the_light_is_lighter_than_its_edge() -> None:
    angle = np.linspace(-np.pi / 2, np.pi / 2, 60)
    rim = np.stack([10 * np.cos(angle), 10 * np.sin(angle)], 1)
    points = np.array([[x, y, z] for z in (-9.0, 9.0) for x, y in rim])
    normals = points * (0.1, 0.1, 0)
    faces = [[i, i + 1, i + 60] for i in range(59)] + [[i + 1, i + 61, i + 60] for i in range(59)]
    buffers = render({"x": Mesh(points, np.array(faces), normals, np.zeros(120))}, VIEWS["lateral"], 0.25, WINDOW)
    light = shade(buffers)
    row = buffers.owner.shape[0] // 2
    seen = np.nonzero(buffers.owner[row] == 0)[0]
    assert light[row, seen[len(seen) // 2]] > light[row, seen[2]] + 0.15
    assert light[row, seen[len(seen) // 2]] > light[row, seen[-3]] + 0.15


def test_a_groove_is_a_hollow_and_a_ridge_is_not() -> None:
    depth = np.zeros((80, 80))
    depth[:, 38:42] = -3
    assert hollows(depth, np.ones((80, 80), bool), 0.5)[40, 40] > 0.3
    assert hollows(-depth, np.ones((80, 80), bool), 0.5)[40, 40] < 0


def test_extend_repeats_the_nearest_value() -> None:
    mask = np.zeros((5, 5), bool)
    mask[2, 1] = True
    assert np.all(extend(np.where(mask, 4.0, -1.0), mask) == 4.0)
