"""The drawn bones against morphometry.csv and alignment.csv: within 10 %, as measured on their meshes."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from illustrator.drawing.zbuffer import Mesh
from illustrator.spine import atlas_axis, sdf
from illustrator.spine.dimensions import VERTEBRAE, below
from illustrator.spine.layout import Spine
from illustrator.spine.shape import Part
from illustrator.spine.structures import Job

Coarse = Callable[[str], Mesh]
WITHIN = 0.10
BODIES = VERTEBRAE[1:]


def body(coarse: Coarse, bone: str) -> Mesh:
    """Vertices of the vertebral body alone."""
    mesh = coarse(f"vertebra-{bone}")
    keep = mesh.parts == Part.BODY
    return Mesh(mesh.vertices[keep], mesh.faces, mesh.normals[keep], mesh.parts[keep])


@pytest.mark.parametrize("bone", BODIES[1:])
@pytest.mark.parametrize("end", ["upper", "lower"])
def test_end_plate_width_and_depth(spine: Spine, coarse: Coarse, bone: str, end: str) -> None:
    size, half = spine.dimensions.vertebrae[bone], spine.frames[bone].height / 2
    points = body(coarse, bone).vertices * (1, 1, 1 if end == "upper" else -1)
    rim = points[(points[:, 2] > half - 3.0) & (points[:, 2] < half + 4.0)]
    front = rim[rim[:, 1] > -1.0]  # the rib facets stand out behind
    middle = rim[np.abs(rim[:, 0]) < 2.0]
    width, depth = (size.upper_width, size.upper_depth) if end == "upper" else (size.lower_width, size.lower_depth)
    assert np.ptp(front[:, 0]) == pytest.approx(width, rel=WITHIN)
    assert np.ptp(middle[:, 1]) == pytest.approx(depth, rel=WITHIN)


@pytest.mark.parametrize("bone", BODIES[1:])
def test_body_height_at_the_back(spine: Spine, coarse: Coarse, bone: str) -> None:
    size = spine.dimensions.vertebrae[bone]
    points = body(coarse, bone).vertices
    back = points[(np.abs(points[:, 0]) < 3) & (points[:, 1] < -size.half_depth * 0.72)]
    assert np.ptp(back[:, 2]) == pytest.approx(size.height_back, rel=WITHIN)


@pytest.mark.parametrize("bone", BODIES[1:])
def test_canal_depth(spine: Spine, coarse: Coarse, bone: str) -> None:
    size = spine.dimensions.vertebrae[bone]
    points = coarse(f"vertebra-{bone}").vertices
    line = points[(np.abs(points[:, 0]) < 1.2) & (np.abs(points[:, 2]) < spine.frames[bone].height * 0.3)]
    arch = line[line[:, 1] < -size.half_depth - 4]
    wall = line[(line[:, 1] < 0) & (line[:, 1] > -size.half_depth - 4)]
    assert wall[:, 1].min() - arch[:, 1].max() == pytest.approx(size.canal_depth, rel=WITHIN)


@pytest.mark.parametrize("bone", [b for b in BODIES[1:] if b not in ("C3", "C4", "C5", "C6")])
def test_width_over_the_transverse_processes(spine: Spine, coarse: Coarse, bone: str) -> None:
    mesh = coarse(f"vertebra-{bone}")
    assert np.ptp(mesh.vertices[:, 0]) == pytest.approx(spine.dimensions.vertebrae[bone].transverse_width, rel=WITHIN)


@pytest.mark.parametrize("bone", ["C3", "C4", "C5", "C6", "C7"])
def test_spinous_process_is_short_down_to_c6_and_long_on_c7(spine: Spine, coarse: Coarse, bone: str) -> None:
    size = spine.dimensions.vertebrae[bone]
    reach = -size.half_depth - coarse(f"vertebra-{bone}").vertices[:, 1].min()
    assert reach == pytest.approx(size.spinous_length, rel=WITHIN)


@pytest.mark.parametrize("bone", BODIES)
def test_disc_height_between_the_end_plates(spine: Spine, bone: str) -> None:
    upper, lower = spine.frames[bone], spine.frames[below(bone)]
    sole, roof = upper.out([0, 0, -upper.height / 2]), lower.out([0, 0, lower.height / 2])
    assert np.linalg.norm(sole - roof) == pytest.approx(spine.dimensions.discs[bone].height, rel=WITHIN)


@pytest.mark.parametrize("bone", BODIES[1:])
def test_facet_width_and_height(spine: Spine, coarse: Coarse, bone: str) -> None:
    from illustrator.spine.dimensions import segment

    joint = spine.joint_under(bone, bone)
    own = (coarse(f"facet-{segment(bone)}-left").vertices - joint.centre) @ joint.axes.T
    proud = 2.8 if bone[0] == "T" else 1.4  # the capsule stands out all round
    assert np.ptp(own[:, 1]) - proud == pytest.approx(joint.width, rel=WITHIN)
    assert np.ptp(own[:, 2]) - proud == pytest.approx(joint.height, rel=WITHIN)


def tilt(spine: Spine, coarse: Coarse, bone: str, end: str) -> float:
    """Forward tilt in the world of an end plate, from the normals of its mesh (degrees)."""
    sign = 1 if end == "upper" else -1
    mesh = body(coarse, bone)
    plate = (mesh.normals[:, 2] * sign > 0.9) & (np.abs(mesh.vertices[:, 0]) < 8)
    normal = spine.frames[bone].turn_out(mesh.normals[plate].mean(0) * sign)
    return float(np.degrees(np.arctan2(normal[1], normal[2])))


CURVES = [("lumbar lordosis L1-S1", 55.0, ("S1", ""), ("L1", "upper")),
          ("lordosis L4-S1", 37.0, ("S1", ""), ("L4", "upper")),
          ("thoracic kyphosis T1-T12", -41.9, ("T12", "lower"), ("T1", "upper"))]  # fmt: skip


@pytest.mark.parametrize(("name", "degrees", "low", "high"), CURVES, ids=lambda v: str(v) if isinstance(v, str) else "")
def test_curve_angles(spine: Spine, coarse: Coarse, name: str, degrees: float, low: tuple[str, str],
                      high: tuple[str, str]) -> None:  # fmt: skip
    below_ = spine.frames["S1"].tilt if low[0] == "S1" else tilt(spine, coarse, *low)
    assert below_ - tilt(spine, coarse, *high) == pytest.approx(degrees, rel=WITHIN)


def test_the_neck_curves_gently_forwards(spine: Spine) -> None:
    """C2-C7 lordosis of the model, and the bodies lie in front of the line from C2 to C7."""
    assert spine.frames["C7"].tilt - spine.frames["C2"].tilt == pytest.approx(23.5, rel=WITHIN)
    top, bottom = spine.frames["C2"].origin, spine.frames["C7"].origin
    for bone in ("C3", "C4", "C5", "C6"):
        own = spine.frames[bone].origin
        chord = bottom + (top - bottom) * (own[2] - bottom[2]) / (top[2] - bottom[2])
        assert own[1] > chord[1]


def test_atlas(coarse: Coarse) -> None:
    points = coarse("vertebra-C1").vertices
    assert np.ptp(points[:, 0]) == pytest.approx(atlas_axis.ATLAS_WIDTH, rel=WITHIN)
    assert np.ptp(points[:, 1]) == pytest.approx(atlas_axis.ATLAS_DEPTH, rel=WITHIN)
    middle = points[np.abs(points[:, 0]) < 1.5][:, 1]
    inside = middle[middle < 0].max(), middle[middle > 0].min()
    assert inside[1] - inside[0] == pytest.approx(atlas_axis.CANAL_DEPTH, rel=WITHIN)


def test_the_odontoid_stands_in_the_atlas_behind_its_front_arch(spine: Spine, coarse: Coarse) -> None:
    axis, atlas = coarse("vertebra-C2"), coarse("vertebra-C1").vertices
    peg = spine.frames["C1"].into(spine.frames["C2"].out(axis.vertices[axis.parts == Part.DENS]))
    front = atlas[np.abs(atlas[:, 0]) < 2]
    assert front[front[:, 1] > 0][:, 1].min() > peg[:, 1].max()
    assert abs(peg[:, 2].max() - front[front[:, 1] > 0][:, 2].max()) < 4  # its tip is level with the arch's rim


def test_sacrum_height_and_width(coarse: Coarse) -> None:
    """106.67 x 103.60 mm and, in a second source, 103.30 x 108.40 mm (morphometry.csv)."""
    points = coarse("vertebra-S1").vertices
    assert np.ptp(points[:, 0]) == pytest.approx((103.60 + 108.40) / 2, rel=WITHIN)
    body_part = points[points[:, 2] < 1]
    assert np.hypot(np.ptp(body_part[:, 2]), 0) == pytest.approx((106.67 + 103.30) / 2, rel=WITHIN)


@pytest.mark.parametrize(("upper", "lower"), list(pairwise(VERTEBRAE)))
def test_no_bone_runs_into_its_neighbour(
    job: Callable[[str], Job], coarse: Coarse, spine: Spine, upper: str, lower: str
) -> None:
    """Nowhere does a bone reach more than 0.8 mm into the one above."""
    points = spine.frames[upper].into(spine.frames[lower].out(coarse(f"vertebra-{lower}").vertices))[::3]
    solids = job(f"vertebra-{upper}").model.shape.solids()
    depth = min(sdf.distance(solids, float(x), float(y), float(z), True)[0] for x, y, z in points)
    assert depth > -0.8
