"""The insets name areas of the figure that they show, and each area stands in an inset of each view."""

import pytest

from tests.hurts import oracle

AREAS = {row["slug"]: row["view"] for row in oracle.rows("areas")}
INSETS = oracle.rows("insets")


@pytest.mark.parametrize("inset", INSETS, ids=lambda inset: f"{inset['face']}-{inset['inset']}")
def test_an_inset_names_areas_of_its_view(inset: dict[str, str]) -> None:
    areas = inset["areas"].split()
    assert all(AREAS[slug] in (inset["face"], "both") for slug in areas)
    assert len(set(areas)) == len(areas)


@pytest.mark.parametrize("face", ["front", "back"])
def test_every_area_of_a_view_stands_in_one_of_its_insets(face: str) -> None:
    shown = {slug for inset in INSETS if inset["face"] == face for slug in inset["areas"].split()}
    assert shown == {slug for slug, view in AREAS.items() if view in (face, "both")}
