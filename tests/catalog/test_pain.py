"""From a level to where it can hurt and back: the same facts both ways."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import catalog
from catalog import Catalog
from catalog.lookups.pain import PARTS


def test_forward_and_backward_agree_for_every_level_part_and_area(facts: Catalog) -> None:
    for slug, area in facts.areas.items():
        side = "mid" if area.midline else "left"
        back = {
            (match.level, match.part): match.strengths[slug, side]
            for match in catalog.levels_for(facts, [(slug, side)])
        }
        levels = [level.segment for level in facts.levels.values() if level.kind != "context"]
        for level, part in itertools.product(levels, PARTS):
            assert catalog.areas_of(facts, level, part).get(slug) == back.get((level, part)), (slug, level, part)


def test_every_area_but_the_saddle_has_a_level(facts: Catalog) -> None:
    alone = [slug for slug in facts.areas if not catalog.levels_for(facts, [(slug, "left")])]
    assert alone == ["saddle"]


def test_the_stronger_of_dermatome_and_dynatome_wins(facts: Catalog) -> None:
    both_orders = set()
    for level in facts.levels.values():
        for slug, strength in catalog.areas_of(facts, level.segment, "nerve").items():
            rows = [row.strength for row in facts.root_pain if (row.root, row.area_slug) == (level.exiting_root, slug)]
            assert strength == ("typical" if "typical" in rows else "sometimes"), (level.segment, slug)
            both_orders.add(tuple(rows))
    assert ("sometimes", "typical") in both_orders  # else the data would not show the difference


def test_a_weaker_row_after_a_stronger_one_changes_nothing(facts: Catalog) -> None:
    turned = dataclasses.replace(facts, root_pain=facts.root_pain[::-1])
    for level in facts.levels:
        assert catalog.areas_of(turned, level, "nerve") == catalog.areas_of(facts, level, "nerve")


@pytest.mark.parametrize("part", PARTS)
def test_typical_areas_come_first_then_the_order_of_the_file(facts: Catalog, part: catalog.Part) -> None:
    place = list(facts.areas)
    for level in facts.levels:
        found = [
            (strength != "typical", place.index(slug))
            for slug, strength in catalog.areas_of(facts, level, part).items()
        ]
        assert found == sorted(found)


def test_marks_follow_the_side_and_keep_the_midline(facts: Catalog) -> None:
    left = catalog.marks(facts, "L5-S1", "facet", "left")
    right = catalog.marks(facts, "L5-S1", "facet", "right")
    both = catalog.marks(facts, "L5-S1", "facet", "both")
    assert ("low-back", "left") in left
    assert ("low-back", "right") not in left
    assert ("tailbone", "mid") in left
    assert ("tailbone", "mid") in right
    assert both == left | right


def test_joint_and_nerve_of_a_level_are_two_patterns(facts: Catalog) -> None:
    joint, nerve = (catalog.areas_of(facts, "L4-5", part) for part in PARTS)
    assert "knee-front" in nerve
    assert "knee-front" not in joint


@given(st.data())
def test_matches_are_ordered_and_weighed_as_promised(facts: Catalog, data: st.DataObject) -> None:
    area = st.sampled_from([(slug, side) for slug in facts.areas for side in ("left", "right")])
    hurts = data.draw(st.lists(area, min_size=1, max_size=4, unique=True))
    order = list(facts.levels)
    matches = catalog.levels_for(facts, hurts)
    ranks = [(not m.covers_all, m.strength != "typical", order.index(m.level), m.part) for m in matches]
    assert ranks == sorted(ranks)
    for match in matches:
        assert match.covers_all == (set(match.strengths) == set(hurts))
        weighed = set(match.strengths.values())
        if match.covers_all:
            assert match.strength == ("sometimes" if "sometimes" in weighed else "typical")
        else:
            assert match.strength == ("typical" if "typical" in weighed else "sometimes")


def test_no_area_chosen_matches_nothing(facts: Catalog) -> None:
    assert catalog.levels_for(facts, []) == []
    assert catalog.context_for(facts, []) == []


def test_unknown_names_are_refused(facts: Catalog) -> None:
    with pytest.raises(KeyError):
        catalog.levels_for(facts, [("low-bak", "left")])
    with pytest.raises(KeyError):
        catalog.areas_of(facts, "L6-7", "facet")
    with pytest.raises(KeyError):
        catalog.red_flags_for(facts, ["low-bak"])


def test_e7_sources_of_a_level_name_each_source_once(facts: Catalog) -> None:
    for level, part in itertools.product(facts.levels, PARTS):
        sources = catalog.sources_of(facts, level, part)
        assert len({source.id for source in sources}) == len(sources) > 0
    joint = {source.id for source in catalog.sources_of(facts, "C5-6", "facet")}
    nerve = {source.id for source in catalog.sources_of(facts, "C5-6", "nerve")}
    assert "fukui1996" in joint - nerve
    assert "kang2020" in nerve - joint
