"""The insets hold every area that is too narrow on the standing figure, large enough to touch."""

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from illustrator.body.insets import ASPECT, GROUPS, WIDTH_PX, Box, Squares
from illustrator.body.reading import Area

FILE = Path(__file__).parents[3] / "assets" / "spine_svg" / "insets.json"
INSETS: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
TWENTY_MM = 81  # px on the screen of standard A2


def _box(inset: dict[str, Any]) -> Box:
    x, y, width, height = map(float, inset["viewBox"].split())
    assert abs(width / height - ASPECT) < 0.01
    return Box(x, y, width)


def test_every_group_has_its_insets() -> None:
    wanted = {f"{g.name}-{g.view}-{side}" for g in GROUPS for side in (("mid",) if g.midline else ("left", "right"))}
    assert {inset["id"] for inset in INSETS} == wanted
    assert len(INSETS) == len(wanted)


@pytest.mark.parametrize("view", ["front", "back"])
def test_every_area_is_in_an_inset_of_its_side(view: str, drawn: dict[str, list[Area]]) -> None:
    shown = {(slug, side) for inset in INSETS if inset["view"] == view for slug in inset["areas"]
             for side in (["left", "right", "mid"] if inset["side"] == "mid" else [inset["side"], "mid"])}  # fmt: skip
    assert {(area.slug, area.side) for area in drawn[view]} <= shown


@pytest.mark.parametrize("inset", INSETS, ids=lambda inset: str(inset["id"]))
def test_a2_the_squares_are_as_written_and_reach_20_mm(inset: dict[str, Any], drawn: dict[str, list[Area]]) -> None:
    box = _box(inset)
    side = inset["side"] if inset["side"] != "mid" else ("left" if inset["view"] == "front" else "right")
    for slug in inset["areas"]:
        area = next(a for a in drawn[inset["view"]] if a.slug == slug and a.side in (side, "mid"))
        touched = Squares(area.touched).largest(box)
        assert abs(touched - inset["squares"][slug][1]) <= 0.6
    smallest = min(inset["squares"][slug][1] for slug in inset["areas"]) * WIDTH_PX / box.width
    assert smallest >= TWENTY_MM - 1, "measured on a grid of half units"


def test_a2_each_area_has_20_mm_on_some_inset() -> None:
    best: dict[tuple[str, str], float] = {}
    for inset in INSETS:
        for slug, (_, touched) in inset["squares"].items():
            key = (slug, inset["view"])
            best[key] = max(best.get(key, 0), touched * WIDTH_PX / _box(inset).width)
    coarse = 1  # px: a square is found on a grid of half units and comes out a little small
    assert not {key: round(px) for key, px in best.items() if px < TWENTY_MM - coarse}


def test_squares_of_a_known_shape() -> None:
    squares = Squares(shapely.box(10, 10, 30, 50))
    assert squares.largest() == pytest.approx(20, abs=1)
    assert squares.largest(Box(10, 10, 8)) == pytest.approx(8, abs=1)
    assert squares.largest(Box(100, 100, 8)) == 0


def test_a_box_mirrors_about_the_midline() -> None:
    assert Box(310, 5, 90).mirrored() == Box(200, 5, 90)
    assert Box(200, 5, 90).text() == "200 5 90 100"
