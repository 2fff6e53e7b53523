"""From the spine to the pain: every region, level, structure and side, by every way in, equals the data."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Page

from tests.explorer import oracle
from tests.explorer.driving import PLATE, differences, go, tap, tap_level, wanted
from tests.support.standing import Standing
from tests.support.watched import Watched

pytestmark = pytest.mark.browser
ENOUGH = 10
EVERY_STATE = list(product(oracle.levels(), oracle.PARTS, oracle.SIDES))


def region_wanted(region: str, language: str = "en") -> dict[str, object]:
    return {
        "query": {"at": region},
        "marks": {},
        "heading": oracle.heading(region, language),
        "blocks": [],
        "nodes": [],
        "picks": [],
    }


def told(part: str, side: str) -> dict[str, str]:
    """How part and side stand in the URL: the default side does not."""
    return {"part": part} | ({} if side == "both" else {"side": side})


def note(problems: list[str], name: str, found: list[str]) -> None:
    problems += [f"{name}: {line}" for line in found]
    assert len(problems) < ENOUGH, "\n".join(problems)  # each fault is waited for; the first ones tell it all


def open_region(page: Page, region: str, problems: list[str]) -> None:
    tap(page, "[data-go='at=']")
    note(problems, "whole spine", differences(page, {"query": {}, "nodes": [], "marks": {}}))
    tap(page, f"{PLATE} [data-node='{region}']")
    note(problems, region, differences(page, region_wanted(region)))


@pytest.mark.parametrize("region", oracle.regions())
def test_touch_every_level_then_part_then_side(standing: Standing, region: str) -> None:
    screen = standing("/?at=lumbar", size="laptop", touch=True)
    problems: list[str] = []
    open_region(screen, region, problems)
    for level in oracle.levels(region):
        go(screen, f"/?at={region}")
        note(problems, region, differences(screen, region_wanted(region)))
        tap_level(screen, level)
        first = oracle.first_part(level)
        note(problems, f"{level} touched", differences(screen, wanted(level, first, "both")))
        for part in (first, *(other for other in oracle.PARTS if other != first)):
            tap(screen, f"#detail [data-choice='part={part}']")
            for side in ("left", "right", "both"):
                tap(screen, f"#detail [data-choice='side={side}']")
                expected = wanted(level, part, side, query=told(part, side))
                note(problems, f"{level} {part} {side}", differences(screen, expected))
    assert problems == []


@pytest.mark.parametrize("look", ["side", "back"])
def test_touch_every_joint_and_nerve_in_the_drawing(standing: Standing, look: str) -> None:
    seen = {} if look == "side" else {"look": look}
    screen = standing(f"/?look={look}", size="laptop", touch=True)
    problems: list[str] = []
    for region in oracle.regions():
        go(screen, f"/?at={region}&look={look}")
        note(problems, region, differences(screen, {"nodes": [], "heading": oracle.heading(region, "en")}))
        for level, part in product(oracle.levels(region), oracle.PARTS):
            target = f"{PLATE} [data-node='{level}'][data-part='{part}']"
            if part not in oracle.structures(level):
                assert screen.locator(target).count() == 0, f"{level} has no {part}"
                continue
            tap(screen, target, ".catch")
            expected = wanted(level, part, "both", query={"part": part, **seen})
            note(problems, f"{level} {part} touched from the {look}", differences(screen, expected))
    assert problems == []


def test_pick_every_level_from_the_list(standing: Standing) -> None:
    screen = standing("/", size="laptop", touch=True)
    problems: list[str] = []
    for region in oracle.regions():
        go(screen, "/")
        note(problems, "start", differences(screen, {"query": {}, "picks": [], "nodes": []}))
        tap(screen, f"#levels [data-pick='{region}']")
        note(problems, region, differences(screen, region_wanted(region)))
        for level in oracle.levels(region):
            go(screen, f"/?at={region}")
            note(problems, region, differences(screen, region_wanted(region)))
            tap(screen, f"#levels [data-pick='{level}']")
            note(problems, f"{level} picked", differences(screen, wanted(level, oracle.first_part(level), "both")))
    assert problems == []


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_every_address_shows_what_the_data_say(standing: Standing, language: str) -> None:
    screen = standing(f"/?lang={language}", size="phone")
    problems: list[str] = []
    for level, part, side in EVERY_STATE:
        if language != "en" and side != "both":
            continue  # no word but the pressed button depends on the side
        go(screen, f"/?at={level}&part={part}&side={side}&lang={language}")
        expected = wanted(level, part, side, language)
        del expected["query"]  # it is what was entered
        note(problems, f"{level} {part} {side}", differences(screen, expected))
    for region in oracle.regions():
        go(screen, f"/?at={region}&lang={language}")
        expected = region_wanted(region, language) | {"query": {"at": region, "lang": language}}
        note(problems, region, differences(screen, expected))
    assert problems == []


@pytest.mark.parametrize(
    "address",
    [
        "/?at=C0-1&part=facet",
        "/?at=C7-T1&part=nerve&side=right",
        "/?at=T6-7",
        "/?at=L4-5&side=left",
        "/?at=S1",
        "/?at=SIJ",
    ],
)
def test_a_deep_link_opens_its_state(page: Watched, address: str) -> None:
    query = dict(pair.split("=") for pair in address[2:].split("&"))
    level, side = query["at"], query.get("side", "both")
    part = query.get("part", oracle.first_part(level))
    assert differences(page(address), wanted(level, part, side) | {"query": query}, patience=20) == []


def test_a_kept_part_follows_from_level_to_level(standing: Standing) -> None:
    screen = standing("/?at=L4-5&part=nerve&side=left", touch=True)
    tap_level(screen, "L5-S1")
    assert differences(screen, wanted("L5-S1", "nerve", "left", query=told("nerve", "left"))) == []


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_every_block_card_opens_its_own_page(standing: Standing, language: str) -> None:
    screen = standing(f"/?lang={language}", size="laptop", touch=True)
    found = {block: each for each in product(oracle.levels(), oracle.PARTS) for block in oracle.blocks(*each)}
    assert set(found) == set(oracle.keyed("blocks", "block_id"))
    for block, (level, part) in found.items():
        go(screen, f"/?at={level}&part={part}&lang={language}")
        assert differences(screen, {"blocks": oracle.blocks(level, part)}) == []
        tap(screen, f"#detail [data-block='{block}']")
        screen.wait_for_selector("#page-slot h1")
        assert screen.inner_text("#page-slot h1") == oracle.block_title(block, level, language)
        address = {"at": level, "part": part, "page": "block", "block": block}
        assert differences(screen, {"query": address | ({"lang": language} if language != "en" else {})}) == []
        tap(screen, "#page-slot [data-go='page=&block=']")
        screen.wait_for_selector("#page-slot h1", state="detached")


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_a_nerve_says_which_one_a_disc_presses_on(standing: Standing, language: str) -> None:
    """Where it is another nerve, that is the first thing said, and one touch leads to its map."""
    screen = standing(f"/?lang={language}", size="laptop", touch=True)
    said = oracle.keyed("discs", "level")
    for level in oracle.levels():
        go(screen, f"/?at={level}&part=nerve&lang={language}")
        here = {"heading": oracle.heading(level, language), "choices": ["part=nerve", "side=both"]}
        assert differences(screen, here) == []
        words, doors = screen.inner_text("#detail"), screen.locator("#detail .choices + button[data-go^='at=']")
        if level not in said:
            assert doors.count() == 0, level
            continue
        assert said[level][f"text_{language}"] in words, level
        usual, leaving = said[level]["usual_root"], oracle.keyed("levels", "segment")[level]["exiting_root"]
        assert doors.count() == (usual != leaving), level
        if usual != leaving:
            home = oracle.keyed("levels", "exiting_root")[usual]["segment"]
            assert doors.get_attribute("data-go") == f"at={home}&part=nerve"
    go(screen, f"/?at=L4-5&part=nerve&lang={language}")
    assert differences(screen, {"heading": oracle.heading("L4-5", language)}) == []
    tap(screen, "#detail .choices + button[data-go^='at=']")
    there = {"marks": oracle.marks("L5-S1", "nerve", "both"), "heading": oracle.heading("L5-S1", language)}
    assert differences(screen, there) == []


@pytest.mark.parametrize("level", ["C0-1", "C1-2", "SIJ"])
def test_a_joint_without_a_block_says_why(standing: Standing, level: str) -> None:
    screen = standing(f"/?at={level}&part=facet")
    assert differences(screen, {"blocks": [], "note": oracle.why_no_block(level, "facet", "en")}) == []
    if level == "SIJ":
        assert oracle.word("answer.sij", "en") in screen.inner_text("#detail")
