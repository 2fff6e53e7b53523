"""The table of insets names areas of the figure that it shows, and each area stands in an inset of each view."""

import pytest

from components.hurts import chooser as inset
from tests.hurts import oracle

AREAS = {row["slug"]: row["view"] for row in oracle.rows("areas")}


@pytest.mark.parametrize("one", inset.insets(), ids=lambda one: one.id)
def test_an_inset_names_areas_of_its_view(one: inset.Inset) -> None:
    assert one.group in {row["group"] for row in oracle.rows("area_groups")}
    assert all(AREAS[slug] in (one.face, "both") for slug in one.areas)
    assert len(set(one.areas)) == len(one.areas)


@pytest.mark.parametrize("face", ["front", "back"])
def test_every_area_of_a_view_stands_in_one_of_its_insets(face: str) -> None:
    shown = {slug for one in inset.insets() if one.face == face for slug in one.areas}
    assert shown == {slug for slug, view in AREAS.items() if view in (face, "both")}
