"""The stages between surface and path text, on small made-up input."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from illustrator.body.canvas import AREAS, Canvas, bump, curve, without_slivers
from illustrator.body.cracks import chains
from illustrator.body.curves import fit_closed, flattened, mirrored, path_text, resample, smooth
from illustrator.body.halo import halo_text, halos
from illustrator.body.network import around, margined, network
from illustrator.body.reading import rings, shape
from illustrator.body.soften import Skin
from illustrator.body.surface import subdivide, vertex_normals
from illustrator.body.view import Seen
from illustrator.drawing.arrays import Floats, Ints


def body_of_two() -> Ints:
    """A half figure: a block on the midline, chest-upper above and chest-lower below a slanting border."""
    labels = np.zeros((200, 150), np.int16)
    rows, columns = np.mgrid[0:200, 0:150]
    block = (rows > 10) & (rows < 190) & (columns < 120)
    upper = rows + 0.3 * columns < 110
    labels[block & upper] = AREAS.index("chest-upper") + 1
    labels[block & ~upper] = AREAS.index("chest-lower") + 1
    return labels


def circle(radius: float, count: int = 200) -> Floats:
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.asarray(300 + radius * np.c_[np.cos(angle), np.sin(angle)])


def test_a_border_exists_once_and_both_sides_use_it() -> None:
    labels = body_of_two()
    borders = network(labels)
    upper, lower = AREAS.index("chest-upper") + 1, AREAS.index("chest-lower") + 1
    between = [b for b in borders if {b.left, b.right} == {upper, lower}]
    assert len(between) == 1
    parts = []
    for label in (upper, lower):
        closed, left_open = around(borders, {label})
        assert len(closed) == 1 and not left_open
        parts.append(Polygon(rings(path_text(closed[0]))[0]))
    assert parts[0].intersection(parts[1]).area == pytest.approx(0, abs=1e-6)
    whole, _ = around(borders, {upper, lower})
    assert Polygon(rings(path_text(whole[0]))[0]).symmetric_difference(shapely.union_all(parts)).area < 0.01


def test_the_same_labels_give_the_same_bytes() -> None:
    def text() -> str:
        borders = network(body_of_two())
        closed, _ = around(borders, {AREAS.index("chest-upper") + 1})
        return "".join(map(path_text, closed)) + "".join(halo_text(r) for h in halos(body_of_two()).values() for r in h)

    assert text() == text()


def test_chains_split_only_where_three_labels_meet() -> None:
    labels = np.zeros((8, 8), int)
    labels[2:6, 2:4], labels[2:6, 4:6] = 1, 2
    found = chains(labels)
    assert sorted(tuple(sorted((c.left, c.right))) for c in found) == [(0, 1), (0, 2), (1, 2)]
    assert sum(len(c.corners) - 1 for c in found) == 16 + 4
    ring = chains(np.pad(np.ones((3, 3), int), 1))
    assert len(ring) == 1 and ring[0].closed


def test_a_pin_hole_on_the_midline_is_filled() -> None:
    labels = body_of_two()
    labels[100:103, 0:3] = 0
    assert (margined(labels)[101:104, 1:4] > 0).all()
    labels[60:90, 0:20] = 0
    assert (margined(labels)[61:91, 1:21] == 0).all(), "a real gap, such as between the legs, stays"


@given(st.floats(3, 80), st.floats(0, 6))
def test_path_text_reads_back_within_its_tolerance(radius: float, turned: float) -> None:
    spin = np.array([[np.cos(turned), -np.sin(turned)], [np.sin(turned), np.cos(turned)]])
    points = (circle(radius) - 300) @ spin + 300
    back = shape(path_text(fit_closed(points, 0.1)))
    assert back.symmetric_difference(Polygon(points)).area < 0.25 * 2 * np.pi * radius


def test_a_mirrored_line_goes_on_from_the_midline() -> None:
    line = [np.array([[0.0, 0], [5, 0], [9, 4], [9, 9]]), np.array([[9.0, 9], [9, 14], [5, 18], [0, 18]])]
    ring = flattened(line + mirrored(line))
    assert Polygon(ring).is_valid
    assert Polygon(ring).area == pytest.approx(2 * Polygon(np.vstack([flattened(line), [[0, 0]]])).area, rel=0.02)


def test_smoothing_keeps_the_ends_of_an_open_line_and_calms_a_staircase() -> None:
    stairs = np.repeat(np.arange(30.0), 2)
    line = np.c_[stairs[1:], stairs[:-1]]
    soft = smooth(line, 4)
    assert (soft[[0, -1]] == line[[0, -1]]).all()
    turns = np.abs(np.diff(soft[10:-10], 2, axis=0)).max()
    assert turns < 0.01 < np.abs(np.diff(line, 2, axis=0)).max()
    assert len(resample(circle(10), 1.0, True)) == 63


def test_curves_pass_their_points_and_do_not_swing() -> None:
    points = ((0.0, 0.0), (1.0, 10.0), (2.0, 10.0), (5.0, 2.0))
    at = np.linspace(-1, 6, 500)
    line = curve(at, *points)
    assert line.min() >= 0 and line.max() <= 10
    assert curve(np.array([0.0, 5.0, 9.0]), *points) == pytest.approx([0, 2, 2])
    assert bump(np.array([0.0, 0.5, 1.0])) == pytest.approx([0, 1, 0])


def test_the_first_rule_wins_and_fractions_run_from_inner_to_outer_outline() -> None:
    rows, columns = np.mgrid[0:40, 0:60].astype(float)
    points = np.stack([columns, rows, np.zeros_like(rows)], -1)
    depth = np.where((columns >= 10) & (columns < 50), 0.0, -1e9)
    canvas = Canvas(Seen("front", depth, points, np.zeros_like(points), np.zeros((40, 60, 10)), {}))
    q = canvas.across(columns > 0, rows, columns)
    assert q[20, 10] == pytest.approx(0, abs=1e-3) and q[20, 49] == pytest.approx(1, abs=1e-3)
    canvas.put("shin-inner", q < 0.5)
    canvas.put("shin-outer", q < 2)
    inner, outer = AREAS.index("shin-inner") + 1, AREAS.index("shin-outer") + 1
    assert (canvas.labels[20, 10:30] == inner).all() and (canvas.labels[20, 30:50] == outer).all()
    assert (canvas.labels[20, :10] == 0).all(), "nothing where there is no skin"


def test_slivers_go_to_the_nearest_area() -> None:
    labels = np.ones((120, 120), np.int16)
    labels[:, 60:] = 2
    labels[50:54, 20:60] = 2  # a hair of area 2 that reaches into area 1
    clean = without_slivers(labels, np.ones((120, 120), bool))
    assert (clean[:, :55] == 1).all() and (clean[:, 65:] == 2).all()


def test_halos_share_the_air_without_lying_on_skin() -> None:
    found = halos(body_of_two())
    shapes = {slug: shapely.union_all([Polygon(ring) for ring in lines]) for slug, lines in found.items()}
    assert set(shapes) == {"chest-upper", "chest-lower"}
    assert shapes["chest-upper"].intersection(shapes["chest-lower"]).area < 25
    assert shapes["chest-upper"].bounds[0] >= 300
    assert shapes["chest-upper"].bounds[2] == pytest.approx(300 + 40 + 16, abs=2)
    ring = found["chest-upper"][0]
    assert (rings(halo_text(ring))[0] == ring).all()


CUBE = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
SIDES = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])


def test_subdividing_a_cube_rounds_it_towards_its_middle() -> None:
    points, quads, values = subdivide(CUBE, SIDES, CUBE)
    assert (len(points), len(quads), len(values)) == (8 + 6 + 12, 24, 26)
    middle = np.linalg.norm(points - 0.5, axis=1)
    assert middle[:8].max() < np.linalg.norm([0.5] * 3) and points.mean(0) == pytest.approx([0.5] * 3)
    assert np.array_equal(np.unique(quads), np.arange(26))
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    normals = vertex_normals(points, triangles)
    outward = np.einsum("ij,ij->i", normals, points - 0.5)
    assert (outward > 0).all() or (outward < 0).all()


def test_smoothing_and_refilling_take_out_a_bump() -> None:
    rows, columns = np.mgrid[0:9, 0:9]
    grid = np.arange(81).reshape(9, 9)
    quads = np.stack([grid[:-1, :-1], grid[1:, :-1], grid[1:, 1:], grid[:-1, 1:]], -1).reshape(-1, 4)
    flat = np.c_[columns.ravel(), rows.ravel(), np.zeros(81)].astype(float)
    bumped = flat.copy()
    bumped[40, 2] = 1.0
    skin = Skin(quads, 81)
    patch = np.linalg.norm(flat[:, :2] - 4, axis=1) < 1.6
    assert abs(skin.refill(bumped, patch, 1.0)[40, 2]) < 1e-9
    assert abs(skin.flatten(bumped, bumped[40] - [0, 0, 1], (0.5, 1.2, 3.0))[40, 2]) < 1e-9
    assert 0 < skin.smooth(bumped, patch.astype(float), 3, 0.5)[40, 2] < 0.5
