"""Every needle reaches what it is led to, by the way the facts give, and through nothing hard."""

import re

import numpy as np
import pytest

from illustrator.scenes import approach, backs, caudal, epidural, slices, soft
from illustrator.scenes.anatomy import branch, crossed, joint_nerves, vertebral_artery
from illustrator.scenes.canal import SACS
from illustrator.scenes.needle import Needle, clearance
from illustrator.scenes.solids import nearest, solid, solids, whole_spine
from illustrator.spine.dimensions import below
from illustrator.spine.layout import Frame
from illustrator.spine.sacrum import borders, directions
from illustrator.spine.shape import Part
from illustrator.spine.window import View
from tests.illustrator.scenes.conftest import NEEDLES, RECORD, aimed_at, needles, read

REACHED = 2.0  # mm
BONES = {"cervical": ("C3", "C4", "C5", "C6", "C7", "T1"), "thoracic": ("T6", "T7", "T8", "T9", "T10"),
         "lumbar": ("L3", "L4", "L5", "S1", "Co")}  # fmt: skip


def view(name: str) -> View:
    if name == caudal.NAME:
        return caudal.window()
    return backs.window(name) if name in backs.BACKS else slices.window(name)


def frame(name: str) -> Frame:
    return whole_spine().discs[backs.BACKS[name].upper] if name in backs.BACKS else slices.slices()[name].frame


def way(name: str, needle: Needle) -> dict[str, float]:
    """From the tip to the skin: left, front and up, in the bone's frame."""
    return dict(zip(("left", "front", "up"), frame(name).turn_into(needle.way), strict=True))


@pytest.mark.parametrize("kind", ["needles", "probes"])
def test_each_tip_lies_within_2_mm_of_its_target(name: str, kind: str) -> None:
    for needle in needles(name, kind):
        assert needle.targets
        for target in needle.targets:
            assert aimed_at(target).distance(needle.tip)[0] <= REACHED, (name, target)


def test_each_tip_is_drawn_where_it_lies(name: str) -> None:
    seen = [view(name).place(needle.tip) for needle in needles(name)]
    drawn = re.findall(r'class="sc-needle" d="M(-?\d+) (-?\d+)L', read(name))
    assert len(drawn) == len(seen) > 0
    units = RECORD[f"scene-{name}"]["units_per_mm"]
    for (u, v), text, noted in zip(seen, drawn, RECORD[f"scene-{name}"]["needles"], strict=True):
        assert np.hypot(u - float(text[0]), v - float(text[1])) <= 0.1 * units
        assert noted["tip"] == [round(u), round(v)]


def test_each_shaft_leaves_the_tip_in_the_recorded_direction(name: str) -> None:
    lines = re.findall(r'class="sc-needle" d="M(-?\d+) (-?\d+)L(-?\d+) (-?\d+)"', read(name))
    for needle, line in zip(needles(name), lines, strict=True):
        x1, y1, x2, y2 = map(float, line)
        right, up = view(name).axes[:2] @ needle.way
        assert abs((x2 - x1) * up + (y2 - y1) * right) / np.hypot(x2 - x1, y2 - y1) < 0.03


def test_no_needle_goes_through_bone(name: str) -> None:
    around = solids(f"vertebra-{bone}" for bone in BONES[name.split("-")[0]])
    for needle in [*needles(name), *needles(name, "probes")]:
        assert clearance(needle, around) > 0.2, name


def test_the_recorded_needles_are_those_of_the_present_data() -> None:
    for upper, region in (("C4", "cervical"), ("T7", "thoracic"), ("L4", "lumbar")):
        for kept, now in zip(needles(f"{region}-medial"), approach.branches(upper), strict=True):
            np.testing.assert_allclose(kept.tip, now.tip, atol=0.02)
    for name, each in slices.slices().items():
        np.testing.assert_allclose(needles(name)[0].tip, each.needle(each.frame, each.z).tip, atol=0.02)
    np.testing.assert_allclose(needles(caudal.NAME)[0].tip, caudal.through_the_hiatus().tip, atol=0.02)


@pytest.mark.parametrize("name", [n for n in NEEDLES if n not in ("cervical-root", "cervical-facet", caudal.NAME)])
def test_all_but_two_needles_of_the_neck_come_from_behind_or_aside(name: str) -> None:
    for needle in needles(name):
        assert way(name, needle)["front"] < -0.2


def test_the_neck_joint_is_reached_from_the_side() -> None:
    (needle,) = needles("cervical-facet")
    assert way("cervical-facet", needle)["left"] > 0.98


def test_the_mid_back_joint_is_reached_steeply_from_below() -> None:
    (needle,) = needles("thoracic-facet")
    course = way("thoracic-facet", needle)
    assert course["up"] < -0.7
    joint = whole_spine().joint_under("T7", "T7")
    assert whole_spine().frames["T7"].into(needle.tip)[2] < joint.centre[2]


def test_the_neck_root_is_reached_from_the_front_behind_the_artery() -> None:
    (needle,) = needles("cervical-root")
    course = way("cervical-root", needle)
    assert course["front"] > 0.1 and course["left"] > 0.5
    assert clearance(needle, [vertebral_artery()]) > 3
    assert vertebral_artery().distance(needle.tip)[0] > 3
    spine = whole_spine()
    pillar = (spine.joint_over("C6").centre[0] + spine.joint_under("C6", "C6").centre[0]) / 2
    assert spine.frames["C6"].into(needle.tip)[0] >= pillar - 0.1  # not past the middle of the pillar


@pytest.mark.parametrize(("region", "upper"), [("cervical", "C7"), ("thoracic", "T8"), ("lumbar", "L4")])
def test_the_epidural_needle_stops_between_the_laminae_and_the_sac(region: str, upper: str) -> None:
    each = slices.slices()[f"{region}-epidural"]
    (needle,) = needles(f"{region}-epidural")
    own = each.frame.into(needle.tip) - each.frame.into(epidural.behind(upper, each.frame, each.z, 0.0))
    wide, deep = SACS[region].sac
    x, y = own[0], own[1] - deep - epidural.GAP  # from the sac's middle
    assert 0 < abs(x) < 3  # just off the midline
    assert 0.3 < (np.hypot(x / wide, y / deep) - 1) * deep < 2
    assert own[1] < 2 < deep  # behind the sac
    wall = nearest(solids([f"vertebra-{upper}", f"vertebra-{below(upper)}"]), needle.along(12))
    assert wall.min() > 0.2  # through the gap


def test_the_mid_back_root_is_reached_without_crossing_the_lung() -> None:
    (needle,) = needles("thoracic-root")
    each = slices.slices()["thoracic-root"]
    lung = each.frame.into(soft.lung_edge(view("thoracic-root"), each.frame, each.z))[:, :2]
    course = each.frame.into(needle.along(60))[:, :2]
    apart = np.linalg.norm(course[:, None] - lung[None], axis=-1).min()
    assert apart > 3


def test_low_back_branches_are_met_where_articular_and_transverse_process_join() -> None:
    for nerve in joint_nerves("L4"):
        bone = solid(f"vertebra-{crossed(nerve)}")
        needle = next(n for n in needles("lumbar-medial") if n.targets == (f"medial-{nerve}-left",))
        steps = np.stack(np.meshgrid(*[np.arange(-4, 4.1, 1.0)] * 3), -1).reshape(-1, 3)
        near = needle.tip + steps
        skin = near[np.abs(bone.distance(near)) < 0.7]
        assert {Part.TRANSVERSE, Part.SUPERIOR_ARTICULAR} <= set(bone.part(skin))


def test_the_tailbone_needle_passes_its_ligament_and_stops_below_s3_clear_of_the_sac() -> None:
    (needle,) = needles(caudal.NAME)
    nodes, (_, down) = borders(), directions()
    own = whole_spine().frames["S1"].into(needle.tip)
    assert (own - nodes[3]) @ down[3] > 0  # below the border between S3 and S4, and within S4
    assert (own - nodes[4]) @ down[4] < 0
    assert needle.way[1] < -0.1 and needle.way[2] < -0.9  # from behind and below, on the midline
    assert abs(needle.tip[0]) < 0.1 and abs(needle.way[0]) < 0.01
    band = caudal.ligament()
    course = needle.along(60)
    assert min(np.linalg.norm(course - point, axis=1).min() for point in np.linspace(band[0], band[1], 40)) < 1
    end = caudal.place(caudal.SAC_END)
    assert (whole_spine().frames["S1"].into(end) - nodes[2]) @ down[2] < 0  # the sac ends in S2
    assert np.linalg.norm(needle.tip - end) > 20
    assert caudal.sac(course[None]).min() > 1


@pytest.mark.parametrize(("upper", "part"), [("C4", Part.PILLAR), ("T7", Part.TRANSVERSE)])
def test_branches_of_neck_and_mid_back_are_met_on_pillar_and_transverse_process(upper: str, part: Part) -> None:
    for nerve, needle in zip(joint_nerves(upper), approach.branches(upper), strict=True):
        bone = solid(f"vertebra-{crossed(nerve)}")
        assert bone.part(needle.tip)[0] == part
        assert nearest([branch(nerve)], needle.tip[None])[0] < 0  # in the middle of the drawn branch
