"""The numbering of the spine is easy to get wrong. Every trap has a test that names it."""

from __future__ import annotations

import pytest

import catalog
from catalog import Catalog

NECK_LEVELS = ["C2-3", "C3-4", "C4-5", "C5-6", "C6-7", "C7-T1"]
THORACIC_LEVELS = [f"T{n}-{n + 1}" for n in range(1, 12)] + ["T12-L1"]
LUMBAR_LEVELS = ["L1-2", "L2-3", "L3-4", "L4-5", "L5-S1"]
JOINTS = NECK_LEVELS + THORACIC_LEVELS + LUMBAR_LEVELS


def nerves(facts: Catalog, level: str) -> list[str]:
    return [nerve.name["en"].replace(" medial branch", "") for nerve in catalog.facet_nerves(facts, level)]


def bones(facts: Catalog, level: str) -> list[str]:
    return [nerve.bone["en"] for nerve in catalog.facet_nerves(facts, level)]


def root(facts: Catalog, level: str) -> str:
    found = catalog.root_at(facts, level)
    assert found is not None
    return found.root


def usual(facts: Catalog, level: str) -> str:
    found = catalog.disc_at(facts, level)
    assert found is not None
    return found.usual_root


def blocks(facts: Catalog, level: str, part: catalog.Part) -> list[str]:
    return [match.block_id for match in catalog.blocks_for(facts, level, part)]


def test_levels_are_the_28_of_the_design_in_order(facts: Catalog) -> None:
    assert list(facts.levels) == ["C0-1", "C1-2", *JOINTS, "S1", "S2", "SIJ"]


@pytest.mark.parametrize("number", range(1, 8))
def test_c1_to_c7_leave_above_the_vertebra_of_the_same_number(facts: Catalog, number: int) -> None:
    level = catalog.level_of_root(facts, f"C{number}")
    assert level is not None
    assert level.lower_bone == f"C{number}"


def test_c8_leaves_between_c7_and_t1_where_no_c8_vertebra_is(facts: Catalog) -> None:
    level = catalog.level_of_root(facts, "C8")
    assert level is not None
    assert (level.segment, level.upper_bone, level.lower_bone) == ("C7-T1", "C7", "T1")
    assert all("C8" not in (each.upper_bone, each.lower_bone) for each in facts.levels.values())


@pytest.mark.parametrize("name", [f"T{n}" for n in range(1, 13)] + [f"L{n}" for n in range(1, 6)])
def test_from_t1_down_a_root_leaves_below_its_own_vertebra(facts: Catalog, name: str) -> None:
    level = catalog.level_of_root(facts, name)
    assert level is not None
    assert level.upper_bone == name


@pytest.mark.parametrize("level", NECK_LEVELS + THORACIC_LEVELS)
def test_in_neck_and_mid_back_the_disc_hits_the_root_that_leaves_there(facts: Catalog, level: str) -> None:
    assert usual(facts, level) == root(facts, level)


@pytest.mark.parametrize(
    ("level", "leaves", "hit"),
    [("L1-2", "L1", "L2"), ("L2-3", "L2", "L3"), ("L3-4", "L3", "L4"), ("L4-5", "L4", "L5"), ("L5-S1", "L5", "S1")],
)
def test_in_the_low_back_the_usual_disc_hits_the_next_root(facts: Catalog, level: str, leaves: str, hit: str) -> None:
    assert root(facts, level) == leaves
    assert usual(facts, level) == hit
    assert facts.discs[level].far_lateral_root == leaves


@pytest.mark.parametrize("level", ["C0-1", "C1-2", "S1", "S2", "SIJ"])
def test_where_there_is_no_disc_no_root_is_hit(facts: Catalog, level: str) -> None:
    assert catalog.disc_at(facts, level) is None


def test_c2_3_has_one_nerve_the_third_occipital_over_the_joint(facts: Catalog) -> None:
    (nerve,) = catalog.facet_nerves(facts, "C2-3")
    assert "third occipital nerve" in nerve.name["en"]
    assert "C2-3 joint" in nerve.bone["en"]
    assert "tercer nervio occipital" in nerve.name["es"]


@pytest.mark.parametrize("number", [3, 4, 5, 6])
def test_neck_c3_4_to_c6_7_nerve_and_bone_have_the_same_number(facts: Catalog, number: int) -> None:
    level = f"C{number}-{number + 1}"
    assert nerves(facts, level) == [f"C{number}", f"C{number + 1}"]
    assert [bone.split()[0] for bone in bones(facts, level)] == [f"C{number}", f"C{number + 1}"]


def test_c7_t1_nerves_are_c7_and_c8_on_bones_c7_and_t1(facts: Catalog) -> None:
    assert nerves(facts, "C7-T1") == ["C7", "C8"]
    assert [bone.split()[0] for bone in bones(facts, "C7-T1")] == ["C7", "T1"]


def test_t1_2_nerves_are_c8_and_t1_on_bones_t1_and_t2(facts: Catalog) -> None:
    assert nerves(facts, "T1-2") == ["C8", "T1"]
    assert [bone.split()[0] for bone in bones(facts, "T1-2")] == ["T1", "T2"]


@pytest.mark.parametrize("number", range(2, 12))
def test_mid_back_nerves_are_one_less_than_the_bones(facts: Catalog, number: int) -> None:
    level = f"T{number}-{number + 1}"
    assert nerves(facts, level) == [f"T{number - 1}", f"T{number}"]
    assert [bone.split()[0] for bone in bones(facts, level)] == [f"T{number}", f"T{number + 1}"]


@pytest.mark.parametrize(
    ("level", "two_nerves", "two_bones"),
    [
        ("T12-L1", ["T11", "T12"], ["T12", "L1"]),
        ("L1-2", ["T12", "L1"], ["L1", "L2"]),
        ("L2-3", ["L1", "L2"], ["L2", "L3"]),
        ("L3-4", ["L2", "L3"], ["L3", "L4"]),
        ("L4-5", ["L3", "L4"], ["L4", "L5"]),
    ],
)
def test_low_back_nerves_are_one_less_than_the_bones(
    facts: Catalog, level: str, two_nerves: list[str], two_bones: list[str]
) -> None:
    assert nerves(facts, level) == two_nerves
    assert [bone.split()[0] for bone in bones(facts, level)] == two_bones


def test_l5_s1_has_l4_medial_branch_and_l5_dorsal_ramus_at_the_sacral_ala(facts: Catalog) -> None:
    assert nerves(facts, "L5-S1") == ["L4", "L5 dorsal ramus"]
    assert bones(facts, "L5-S1") == ["L5 transverse process", "sacral ala"]


@pytest.mark.parametrize("level", [level for level in JOINTS if level not in ("C2-3", "L5-S1")])
def test_a_joint_and_its_two_bones_carry_the_same_numbers(facts: Catalog, level: str) -> None:
    at = facts.levels[level]
    assert [bone.split()[0] for bone in bones(facts, level)] == [at.upper_bone, at.lower_bone]


@pytest.mark.parametrize("level", ["C0-1", "C1-2"])
def test_c0_1_and_c1_2_are_not_reached_by_a_medial_branch_block(facts: Catalog, level: str) -> None:
    assert catalog.facet_nerves(facts, level) == ()
    assert catalog.joint_supply(facts, level)
    assert blocks(facts, level, "facet") == []
    assert catalog.areas_of(facts, level, "facet")


def test_sacroiliac_joint_is_context_only(facts: Catalog) -> None:
    assert catalog.areas_of(facts, "SIJ", "facet")["low-back"]
    assert catalog.areas_of(facts, "SIJ", "nerve") == {}
    assert blocks(facts, "SIJ", "facet") == []
    assert catalog.root_at(facts, "SIJ") is None
    assert catalog.facet_nerves(facts, "SIJ") == ()
    matches = catalog.levels_for(facts, [("buttock", "left")])
    assert "SIJ" not in {match.level for match in matches}
    assert [found.level for found in catalog.context_for(facts, [("buttock", "left")])] == ["SIJ"]
    assert catalog.context_for(facts, [("hand-middle", "left")]) == []


@pytest.mark.parametrize("level", ["S1", "S2"])
def test_s1_and_s2_are_nerves_without_a_joint(facts: Catalog, level: str) -> None:
    assert root(facts, level) == level
    assert catalog.areas_of(facts, level, "facet") == {}
    assert catalog.areas_of(facts, level, "nerve")
    assert blocks(facts, level, "facet") == []
    assert blocks(facts, level, "nerve")[0] == "L-TFE"
    assert facts.levels[level].region == "lumbar"


def test_s3_and_below_leave_at_no_level(facts: Catalog) -> None:
    assert catalog.level_of_root(facts, "S3") is None
    assert catalog.level_of_root(facts, "S4-5") is None


@pytest.mark.parametrize("level", JOINTS)
def test_every_joint_and_root_leads_to_the_blocks_of_its_region(facts: Catalog, level: str) -> None:
    letter = {"cervical": "C", "thoracic": "T", "lumbar": "L"}[facts.levels[level].region]
    assert blocks(facts, level, "facet")[:3] == [f"{letter}-{kind}" for kind in ("MBB", "FJ", "RFA")]
    assert blocks(facts, level, "nerve")[:2] == [f"{letter}-{kind}" for kind in ("TFE", "ILE")]


def test_labels_name_both_bones_in_full(facts: Catalog) -> None:
    labels = [level.label for level in facts.levels.values()]
    assert labels[0] == "C0-C1"
    assert labels[labels.index("C7-T1") + 1] == "T1-T2"
    assert labels[-5:] == ["L4-L5", "L5-S1", "S1", "S2", "SIJ"]
