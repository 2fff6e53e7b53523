"""The insets of data/insets.csv, measured on the committed drawings: what is written down is what a finger finds."""

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from illustrator.body.insets import Squares, measured
from illustrator.body.reading import Area

DRAWINGS = Path(__file__).parents[3] / "assets" / "spine_svg"
INSETS: list[dict[str, Any]] = json.loads((DRAWINGS / "insets.json").read_text("utf-8"))


def test_what_is_written_is_what_is_measured() -> None:
    assert json.loads(json.dumps(measured(DRAWINGS))) == INSETS, "run `python -m illustrator insets`"


@pytest.mark.parametrize("view", ["front", "back"])
def test_every_area_is_in_an_inset(view: str, drawn: dict[str, list[Area]]) -> None:
    shown = {slug for inset in INSETS if inset["view"] == view for slug in inset["squares"]}
    assert shown == {area.slug for area in drawn[view]}


@pytest.mark.parametrize("inset", INSETS, ids=lambda inset: str(inset["id"]))
def test_an_area_of_an_inset_is_in_sight(inset: dict[str, Any]) -> None:
    assert min(seen for seen, _ in inset["squares"].values()) > 0


def test_squares_of_a_known_shape() -> None:
    squares = Squares(shapely.box(10, 10, 30, 50))
    assert squares.largest() == pytest.approx(20, abs=1)
    assert squares.largest((10, 10, 8, 9)) == pytest.approx(8, abs=1)
    assert squares.largest((100, 100, 8, 9)) == 0
