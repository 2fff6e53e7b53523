"""K9: what only staff do, behind five touches on the app's name."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from server.health import RELEASE
from tests.support.watched import Watched, until
from tests.wall.driving import AWAKE, open_wall, seconds, sleeping, touch, wake

pytestmark = pytest.mark.browser
NAME = "#top .word"


def open_status(opened: Page) -> None:
    for _ in range(5):
        touch(opened, NAME)
    until(opened, "document.getElementById('status').open")


def test_k9_five_touches_open_the_status_and_four_do_not(page: Watched) -> None:
    opened = wake(sleeping(page, clock=True))
    for _ in range(4):
        touch(opened, NAME)
    assert not opened.evaluate("document.getElementById('status').open")
    seconds(opened, 5)
    touch(opened, NAME)
    assert not opened.evaluate("document.getElementById('status').open")
    seconds(opened, 5)
    open_status(opened)


def test_k9_it_tells_release_data_uptime_and_health(page: Watched) -> None:
    opened = open_wall(page)
    open_status(opened)
    until(opened, "document.querySelector('[data-fact=health]').textContent === 'ok, ok'")
    facts = {name: opened.locator(f"[data-fact={name}]").inner_text() for name in ("release", "data", "uptime", "page")}
    assert facts["release"] == RELEASE
    assert "UTC" in facts["data"]
    assert facts["uptime"].endswith("min")
    touch(opened, "#status [data-wall=close]")
    until(opened, AWAKE)


def test_k9_outside_the_wall_screen_there_is_no_such_gesture(page: Watched) -> None:
    opened = page("/", touch=True)
    for _ in range(6):
        touch(opened, NAME)
    assert not opened.evaluate("document.getElementById('status').open")


def test_k9_cleaning_locks_for_30_s_and_opens_by_itself(page: Watched) -> None:
    opened = wake(sleeping(page, clock=True))
    open_status(opened)
    touch(opened, "#status [data-wall=clean]")
    before = opened.url
    for place in ((200, 300), (900, 500), (1700, 1000)):
        opened.touchscreen.tap(*place)
    opened.keyboard.press("Escape")
    seconds(opened, 28)
    assert opened.evaluate("document.getElementById('cleaning').open")
    assert opened.url == before
    seconds(opened, 3)
    until(opened, AWAKE)
