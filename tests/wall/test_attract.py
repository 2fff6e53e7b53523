"""The screen between two visitors: attract view, idle time, countdown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from catalog import Catalog, explored
from tests.support.running import ServerProcess
from tests.support.watched import Watched, until
from tests.wall.driving import ASLEEP, AWAKE, open_wall, seconds, sleeping, touch, wake

pytestmark = pytest.mark.browser
ASKING = "document.getElementById('still-there').open"


def test_k3_the_attract_view_says_what_it_is_in_every_language(page: Watched, catalog: Catalog) -> None:
    opened = sleeping(page)
    for key in ("attract.title", "attract.start", "attract.private"):
        for language in catalog.languages:
            assert opened.locator(f"#attract [lang={language}]", has_text=catalog.words[key][language]).is_visible()
    assert opened.locator("[data-plate=lateral] .sp-whole").is_visible()


def test_k3_the_first_touch_only_wakes(page: Watched, catalog: Catalog) -> None:
    opened = sleeping(page, size="kiosk-portrait")
    before = opened.url
    opened.touchscreen.tap(540, 1300)  # the list of regions lies below
    until(opened, AWAKE)
    assert opened.url == before
    touch(opened, "#bar [data-do=text]")  # touches are answered in their order: none came through before this one
    until(opened, "location.search.includes('text=125')")
    assert "at=" not in opened.url
    until(opened, "spine.isCalm()")
    third = list(explored(catalog))[2]
    touch(opened, f".list-regions [data-pick='{third}']")  # larger letters leave it whole
    until(opened, f"location.search.includes('at={third}')")


@pytest.mark.parametrize("key", ["Enter", "Escape", "ArrowDown", " "])
def test_k3_a_key_wakes_too(page: Watched, key: str) -> None:
    opened = sleeping(page)
    opened.keyboard.press(key)
    until(opened, AWAKE)
    assert "at=" not in opened.url


def test_k3_the_picture_moves_a_little_every_minute(page: Watched) -> None:
    opened = sleeping(page, clock=True)
    seconds(opened, 30)  # looked at in the middle of each minute
    places = set()
    for _ in range(8):
        seconds(opened, 60)
        box = opened.locator("#attract .word").bounding_box()
        assert box
        places.add((box["x"], box["y"]))
    assert len(places) == 8
    assert max(x for x, _ in places) - min(x for x, _ in places) == 16


def test_a24_the_attract_view_stands_still_for_those_who_want_it(page: Watched) -> None:
    opened = sleeping(page, reduced_motion="reduce")
    assert opened.evaluate("document.getAnimations().filter((one) => one.playState === 'running').length") == 0
    moving = sleeping(page)
    assert moving.evaluate("document.getAnimations().filter((one) => one.playState === 'running').length") > 0


def test_k1_a23_it_asks_after_90_s_and_starts_over_30_s_later(page: Watched) -> None:
    opened = wake(sleeping(page, clock=True))
    touch(opened, "[data-pick=lumbar]")
    seconds(opened, 88)
    assert not opened.evaluate(ASKING)
    seconds(opened, 4)
    assert opened.evaluate(ASKING)
    assert 20 <= int(opened.locator("#still-there [role=timer]").inner_text()) <= 30
    seconds(opened, 15)
    assert 10 <= int(opened.locator("#still-there [role=timer]").inner_text()) <= 16
    seconds(opened, 15)
    assert opened.evaluate(ASLEEP)
    assert opened.url.endswith("/?kiosk=1")


def test_a23_one_touch_extends_as_often_as_wanted(page: Watched) -> None:
    opened = wake(sleeping(page, clock=True))
    touch(opened, "[data-pick=lumbar]")
    for _ in range(11):
        seconds(opened, 100)
        assert opened.evaluate(ASKING)
        touch(opened, "#still-there [data-wall=stay]")
        until(opened, AWAKE)
    assert "at=lumbar" in opened.url


def test_a23_the_question_is_answered_by_a_key_and_by_start_over(page: Watched) -> None:
    opened = wake(sleeping(page, clock=True))
    touch(opened, "[data-pick=lumbar]")
    seconds(opened, 95)
    opened.keyboard.press("Enter")
    until(opened, AWAKE)
    assert "at=lumbar" in opened.url
    seconds(opened, 95)
    touch(opened, "#still-there [data-wall=reset]")
    until(opened, AWAKE)
    assert "at=" not in opened.url


def test_a23_outside_the_wall_screen_nothing_starts_over(page: Watched) -> None:
    opened = page("/")
    opened.clock.install()
    opened.goto(f"{opened.url}?at=L4-5")
    until(opened, "document.documentElement.hasAttribute('data-live')")
    opened.clock.run_for(20 * 60 * 1000)
    assert not opened.evaluate("document.querySelector('dialog[open]')")
    assert "at=L4-5" in opened.url


def test_the_apps_own_back_still_goes_step_by_step(page: Watched) -> None:
    opened = open_wall(page)
    for selector, place in (
        ("[data-pick=lumbar]", "?at=lumbar&kiosk=1"),
        ("[data-pick='L4-5']", "?at=L4-5&kiosk=1"),
        ("[data-choice='part=nerve']", "?at=L4-5&part=nerve&kiosk=1"),
        ("#bar [data-do=back]", "?at=L4-5&kiosk=1"),
        ("#bar [data-do=back]", "?at=lumbar&kiosk=1"),
        ("#bar [data-do=back]", "?kiosk=1"),
    ):
        touch(opened, selector)
        until(opened, f"location.search === '{place}'")


def test_k8_from_asleep_to_the_answer_in_three_touches(page: Watched) -> None:
    opened = open_wall(page, size="kiosk-portrait")
    touch(opened, "[data-pick=lumbar]")
    touch(opened, "[data-pick='L4-5']")
    until(opened, "document.querySelector('#detail [data-block=L-FJ]')")
    assert opened.locator("#body-view [data-strength=typical]").count() > 0


def test_k1_both_times_are_settings_of_the_site(page: Watched, server_process: Callable[..., ServerProcess]) -> None:
    server = server_process("--kiosk", "--idle-seconds", "40", "--warn-seconds", "20")
    server.start()
    opened = wake(sleeping(page, "/", clock=True, url=server.url))
    seconds(opened, 42)
    assert opened.evaluate(ASKING)
    seconds(opened, 20)
    assert opened.evaluate(ASLEEP)
