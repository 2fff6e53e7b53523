"""The committed drawings: ids, levels, weight, colours, anchors."""

import csv
import gzip
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from illustrator.spine.views import WINDOWS

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "assets" / "spine_svg"
STYLE = (ROOT / "assets" / "css" / "explorer" / "spine.css").read_text(encoding="utf-8")
NAMES = [f"{side}-{region}".rstrip("-") for side in ("lateral", "posterior") for region in WINDOWS]


def text(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


BESIDE = "SIJ"  # the joint that has no place in the row of levels


def elements(name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(text(name)).iter())


def levels() -> dict[str, str]:
    """Segment to region, as the data have it."""
    with (ROOT / "data" / "levels.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["segment"]: row["region"] for row in csv.DictReader(file) if row["segment"] != BESIDE}


def all_anchors() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "anchors.json").read_text(encoding="utf-8"))
    return found


def anchors() -> dict[str, Any]:
    """Those of the levels one above the other."""
    found = all_anchors()
    for view in found.values():
        view["levels"].pop(BESIDE, None)
    return found


@pytest.mark.parametrize("name", ["lateral", "lateral-lumbar", "posterior", "posterior-lumbar"])
def test_the_sacroiliac_joint_lies_beside_the_first_two_sacral_nerves(name: str) -> None:
    found = all_anchors()[name]["levels"]
    joint, first, second = found[BESIDE], found["S1"], found["S2"]
    assert (joint["top"], joint["bottom"]) == (second["bottom"], int(all_anchors()[name]["viewBox"].split()[3]))
    assert len(joint["facet"]) == len(first["nerve"])
    for (x, y, radius), (x1, y1, _), (x2, y2, _) in zip(joint["facet"], first["nerve"], second["nerve"], strict=True):
        assert min(x1, x2) <= x <= max(x1, x2)
        assert y1 < y < y2 < y + 2 * radius


def test_only_drawings_of_the_sacrum_have_the_sacroiliac_joint() -> None:
    assert {name for name, view in all_anchors().items() if BESIDE in view["levels"]} == {
        name for name, view in all_anchors().items() if "S1" in view["levels"]
    }


def test_ids_are_unique_when_all_drawings_stand_in_one_page() -> None:
    ids = [i for name in NAMES for i in re.findall(r' id="([^"]+)"', text(name))]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_is_inside_its_own_drawing(name: str) -> None:
    ids = set(re.findall(r' id="([^"]+)"', text(name)))
    used = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', text(name)))
    assert {a or b for a, b in used} <= ids
    prefix = "-".join(word[:3] for word in name.split("-"))
    assert all(i.startswith(prefix + "-") for i in ids)


@pytest.mark.parametrize("name", NAMES)
def test_a13_structures_name_levels_of_the_data(name: str) -> None:
    named = {e.get("data-level") for e in elements(name)} - {None}
    assert named <= set(levels())


@pytest.mark.parametrize("name", NAMES)
def test_a13_every_level_can_be_addressed(name: str) -> None:
    """Joint and nerve of every level in every plate, the disc from the side (from behind the bones hide most)."""
    here = {(e.get("data-structure"), e.get("data-level")) for e in elements(name)}
    side, _, region = name.partition("-")
    wanted = [level for level, of in levels().items() if not region or of == region]
    expected = {("nerve", level) for level in wanted}
    expected |= {("facet", level) for level in wanted if level not in ("S1", "S2")}
    if side == "lateral":
        expected |= {("disc", level) for level in wanted if level not in ("S1", "S2", "C0-1", "C1-2")}
    assert expected - here == set()


@pytest.mark.parametrize("name", NAMES)
def test_both_sides_are_marked_from_behind(name: str) -> None:
    if name.startswith("posterior"):
        facets = [e for e in elements(name) if e.get("data-structure") == "facet"]
        assert {e.get("data-side") for e in facets} == {"left", "right"}


@pytest.mark.parametrize("name", NAMES)
def test_p4_a_plate_is_light(name: str) -> None:
    """Compressed, in KiB: 50 for the whole spine, 70 at most for a region."""
    weight = len(gzip.compress(text(name).encode(), 9)) / 1024
    assert weight <= (70 if "-" in name else 50)


@pytest.mark.parametrize("name", NAMES)
def test_s1_no_colour_style_script_or_title_in_a_drawing(name: str) -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?=[\";])|rgb|hsl|\s(fill|stroke|style|tabindex|on\w+)=", text(name))
    shapes = {"svg", "g", "path", "clipPath", "use", "mask", "rect", "filter", "feGaussianBlur"}
    assert {e.tag.split("}")[1] for e in elements(name)} == shapes


@pytest.mark.parametrize("name", NAMES)
def test_a10_a_drawing_is_decoration(name: str) -> None:
    root = elements(name)[0]
    assert (root.get("aria-hidden"), root.get("focusable")) == ("true", "false")


def test_the_style_sheet_knows_every_class_and_no_other_name() -> None:
    used = {c for name in NAMES for e in elements(name) for c in (e.get("class") or "").split()}
    styled = set(re.findall(r"\.(-?[a-z][\w-]*)(?![^{]*\})", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.S)))
    assert {c for c in styled if not c.startswith("sp")} <= {"is-chosen"}
    assert used - styled <= {"sp-lateral", "sp-posterior", "sp-crop"}


def test_colours_of_the_style_sheet_come_from_the_tokens() -> None:
    """A colour may stand only as the fallback of a token or as a shade laid over it."""
    bare = re.sub(r"var\(--sx-[\w-]+, #[0-9a-f]+\)", "", STYLE)
    for rule in re.findall(r"(fill|stroke|--sp-base):([^;}]+)", bare):
        assert not re.search(r"#[0-9a-f]{3,8}", rule[1]), rule


@pytest.mark.parametrize("name", NAMES)
def test_a4_level_bands_follow_each_other_without_a_gap(name: str) -> None:
    found = anchors()[name]["levels"]
    region = name.partition("-")[2]
    wanted = [level for level, of in levels().items() if not region or of == region]
    assert sorted(found) == sorted(wanted)
    for upper, lower in pairwise(wanted):
        assert found[upper]["bottom"] == found[lower]["top"]
        assert found[upper]["top"] < found[upper]["bottom"]


@pytest.mark.parametrize("name", NAMES)
def test_every_anchor_lies_in_the_drawing(name: str) -> None:
    anchor = anchors()[name]
    assert f'viewBox="{anchor["viewBox"]}"' in text(name)
    _, _, width, height = (int(v) for v in anchor["viewBox"].split())
    for level, marks in anchor["levels"].items():
        assert set(marks) == {"top", "bottom", "nerve"} | (set() if level in ("S1", "S2") else {"disc", "facet"})
        for x, y, *r in [*marks["nerve"], *marks.get("facet", []), *([marks["disc"]] if "disc" in marks else [])]:
            assert 0 < x < width
            assert 0 < y < height
            assert not r or 0 < r[0] < width / 2
        sides = 1 if name.startswith("lateral") else 2
        assert len(marks["nerve"]) == sides
        assert len(marks.get("facet", [[]] * sides)) == sides
        if sides == 2:
            assert marks["nerve"][0][0] < width / 2 < marks["nerve"][1][0]  # left first


@pytest.mark.parametrize("name", ["lateral", "posterior"])
def test_a4_region_bands_fill_the_whole_spine(name: str) -> None:
    bands = [anchors()[name]["regions"][region] for region in ("cervical", "thoracic", "lumbar")]
    height = int(anchors()[name]["viewBox"].split()[3])
    assert [bands[0]["top"], bands[0]["bottom"], bands[1]["bottom"], bands[2]["bottom"]] == [
        0, bands[1]["top"], bands[2]["top"], height]  # fmt: skip


def test_a_change_of_view_moves_no_level() -> None:
    found = anchors()
    for region in WINDOWS:
        side, back = (found[f"{v}-{region}".rstrip("-")] for v in ("lateral", "posterior"))
        assert side["viewBox"] == back["viewBox"]
        for level, marks in side["levels"].items():
            assert (marks["top"], marks["bottom"]) == (back["levels"][level]["top"], back["levels"][level]["bottom"])
