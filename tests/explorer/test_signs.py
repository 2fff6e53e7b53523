"""Warnings where a level's map shows: at each level, structure and side those of map_signs.csv, and no other."""

from __future__ import annotations

from itertools import product

import pytest

from catalog import PARTS, Catalog, areas_of, map_signs
from tests.explorer import oracle
from tests.support.standing import Standing

URGENT = {"emergency": "first-signs", "urgent": "signs-calm"}


def expected(level: str, part: str, side: str) -> set[str]:
    """What the rows of the table and the level's own areas say."""
    reached = set(oracle.strengths(level, part))
    return {
        row["flag_id"]
        for row in oracle.rows("map_signs")
        if row["part"] in ("", part)
        and reached & set(row["areas"].split())
        and (not row["side"] or side in ("both", row["side"]))
    }


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "es"])
def test_e11_every_map_has_its_warnings_with_how_soon_to_be_seen(standing: Standing, language: str) -> None:
    sides = oracle.SIDES if language == "en" else ["both"]
    flags = {row["id"]: row for row in oracle.rows("red_flags")}
    screen = standing("/")
    wrong = []
    for level, part, side in product(oracle.levels(), oracle.PARTS, sides):
        screen = standing(f"/?at={level}&part={part}&side={side}&lang={language}")
        seen = screen.evaluate(
            "[...document.querySelectorAll('#detail [data-flag]')]"
            ".map((one) => [one.dataset.flag, one.closest('.first-signs, .signs-calm').className, one.innerText])"
        )
        wanted = expected(level, part, side)
        if {name for name, *_ in seen} != wanted:
            wrong.append((level, part, side, seen))
        for name, look, text in seen:
            flag = flags[name]
            assert URGENT[flag["action"]] in look
            assert flag[f"flag_{language}"].rstrip(".") in text
            assert flag[f"may_mean_{language}"].rstrip(".") in text
            if flag["action"] == "urgent":
                assert flag[f"action_text_{language}"].rstrip(".") in text
        if any("first-signs" in look for _, look, _ in seen):
            act = oracle.word("emergency.number", language)
            assert act in screen.inner_text("#detail .first-signs")
    assert wrong == []


def test_e11_the_heart_stands_by_every_map_of_chest_upper_and_mid_back_and_left_arm(catalog: Catalog) -> None:
    trunk = {
        area.slug
        for area in catalog.areas.values()
        if area.slug.startswith(("chest", "ribs", "shoulder-blade", "mid-back"))
    }
    arms = {area.slug for area in catalog.areas.values() if "arm" in area.slug}
    for level, part in product(catalog.levels, PARTS):
        reached = set(areas_of(catalog, level, part))
        sides = {flag.id: sides for flag, sides in map_signs(catalog, level, part)}.get("heart", ())
        if reached & trunk:
            assert set(sides) == {"both", "left", "right"}, level
        elif reached & arms:
            assert set(sides) == {"both", "left"}, level


def test_e11_weakness_has_its_urgency_by_every_nerve_of_arm_and_leg(catalog: Catalog) -> None:
    muscles = {row["root"] for row in oracle.rows("roots") if row["key_muscle"] != "none"}
    assert muscles
    for level in catalog.levels.values():
        if level.exiting_root in muscles:
            found = {flag.id for flag, _ in map_signs(catalog, level.segment, "nerve")}
            assert "progressive-weakness" in found, level.segment
