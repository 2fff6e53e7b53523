"""The drawings: they never move, every level is wide enough for a finger, and no touch of the spine is in vain."""

from __future__ import annotations

import random
from itertools import product

import pytest
from playwright.sync_api import Page

from tests.explorer import geometry, oracle
from tests.explorer.driving import PLATE, differences, go, tap, tap_level
from tests.support.standing import Standing
from tests.support.watched import until

pytestmark = pytest.mark.browser
SIZES = ["kiosk-landscape", "kiosk-portrait", "laptop", "tablet-portrait", "phone"]
FINGER = {"kiosk-landscape": 81, "kiosk-portrait": 81}  # px; 20 mm on a screen of 21.5 in; elsewhere 44
PIXELS_PER_MM = 4.03
SCATTER_MM = 3.4


def show(page: Page, region: str, look: str) -> None:
    go(page, f"/?at={region}&look={look}")
    plate = f"{'lateral' if look == 'side' else 'posterior'}{'-' if region else ''}{region}"
    until(page, f"document.querySelector('{PLATE}').dataset.plate === '{plate}'")


def session(page: Page) -> list[str]:
    """Touch regions, levels, structures, sides, views, pages; after each touch tell the boxes that moved."""
    first = page.evaluate(geometry.BOXES)
    moved = []

    def check(name: str) -> None:
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        now = page.evaluate(geometry.BOXES)
        moved.extend(f"{name}: {key} {first[key]} -> {now[key]}" for key in first if now[key] != first[key])

    for region in oracle.regions():
        tap(page, f"{PLATE} [data-node='{region}']")
        moved.extend(differences(page, {"heading": oracle.heading(region, "en"), "query": {"at": region}}))
        check(region)
        for level in (oracle.levels(region)[0], oracle.levels(region)[-1]):
            tap_level(page, level)
            moved.extend(differences(page, {"heading": oracle.heading(level, "en")}))
            check(level)
            for part in oracle.structures(level):
                tap(page, f"{PLATE} [data-node='{level}'][data-part='{part}']", ".catch")
                moved.extend(differences(page, {"picks": [level]}))
                check(f"{level} {part}")
        go(page, f"/?at={level}&part=facet&side=left")
        check("left")
        go(page, f"/?at={level}&look=back")
        check("back view")
        tap(page, "#bar [data-go='page=emergency']")
        page.wait_for_selector("#page-slot h1")
        check("emergency page")
        page.keyboard.press("Escape")
        page.wait_for_selector("#page-slot h1", state="detached")
        check("page closed")
        go(page, "/")
        moved.extend(differences(page, {"query": {}, "nodes": [], "marks": {}}))
        check("start")
    return moved


@pytest.mark.parametrize("size", SIZES)
def test_the_drawings_never_move(standing: Standing, size: str) -> None:
    assert session(standing("/", size=size, touch=True)) == []


@pytest.mark.parametrize("size", SIZES)
def test_a2_a3_a4_targets_of_the_spine(standing: Standing, size: str) -> None:
    screen = standing("/", size=size)
    finger = FINGER.get(size, 44)
    width, height = screen.viewport_size["width"], screen.viewport_size["height"]  # type: ignore[index]
    problems = []
    for region, look in product(["", *oracle.regions()], ["side", "back"]):
        show(screen, region, look)
        name = f"{region or 'whole'} from the {look}"
        x, y, w, h = screen.evaluate(geometry.BOXES)["plate"]
        if x < 0 or y < 0 or x + w > width or y + h > height:
            problems.append(f"{name}: not on the screen")
        targets = screen.evaluate(geometry.TARGETS)
        levels = [target for target in targets if not target["part"]]
        assert [target["node"] for target in levels] == (oracle.levels(region) if region else oracle.regions())
        problems += [
            f"{name}: {target['node']} is {target['width']:.0f} x {target['height']:.0f} px"
            for target in levels
            if min(target["width"], target["height"]) < finger
        ]
        grid = screen.evaluate(geometry.BAD_POINTS, 12)
        assert grid["tried"] > 600
        if grid["bad"]:
            problems.append(f"{name}: {len(grid['bad'])} of {grid['tried']} points, such as {grid['bad'][:3]}")
    assert problems == []


@pytest.mark.parametrize("size", list(FINGER))
def test_a4_shaky_touches_hit_the_right_level(standing: Standing, size: str) -> None:
    screen = standing("/", size=size)
    scatter = random.Random(20)
    sd = SCATTER_MM * PIXELS_PER_MM
    offsets = [(scatter.gauss(0, sd), scatter.gauss(0, sd)) for _ in range(500)]
    found = []
    for region, look in product(oracle.regions(), ["side", "back"]):
        show(screen, region, look)
        found += [(region, look, level, share) for level, share in screen.evaluate(geometry.HITS, offsets)]
    assert len(found) == 2 * len(oracle.levels())
    assert [one for one in found if one[3] < 0.98] == []


def test_a3_any_level_in_two_touches(standing: Standing) -> None:
    screen = standing("/", size="kiosk-portrait", touch=True)
    for level in ("C0-1", "T6-7", "SIJ"):
        go(screen, "/")
        assert differences(screen, {"query": {}}) == []
        tap(screen, f"{PLATE} [data-node='{oracle.home(level)}']")
        until(screen, f"!!document.querySelector(`{PLATE} [data-row='{level}']`)")
        tap_level(screen, level)
        assert differences(screen, {"heading": oracle.heading(level, "en"), "query": {"at": level}}) == []


def test_a13_list_drawing_and_data_hold_the_same_ids(standing: Standing) -> None:
    screen = standing("/")
    picks = "[...document.querySelectorAll('#levels [data-pick]')].map((one) => one.dataset.pick)"
    drawn = [*oracle.regions()]
    assert screen.evaluate(picks) == drawn
    for region in oracle.regions():
        show(screen, region, "side")
        assert differences(screen, {"heading": oracle.heading(region, "en")}) == []
        assert screen.evaluate(picks) == oracle.levels(region)
        for look in ("side", "back"):
            show(screen, region, look)
            targets = screen.evaluate(geometry.TARGETS)
            assert [one["node"] for one in targets if not one["part"]] == oracle.levels(region)
            assert {(one["node"], one["part"]) for one in targets if one["part"]} == {
                (level, part) for level in oracle.levels(region) for part in oracle.structures(level)
            }
    side = "(one) => `${one.dataset.area}.${one.dataset.side}`"
    assert set(screen.evaluate(f"[...document.querySelectorAll('[data-area]')].map({side})")) == oracle.areas()
