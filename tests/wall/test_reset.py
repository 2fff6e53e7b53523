"""What a visitor leaves: nothing. After a reset all of the state, and the picture, are those of a fresh start."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import zip_longest

import pytest
from playwright.sync_api import Page

from tests.support.running import ServerProcess
from tests.support.watched import Watched, until
from tests.wall.driving import ASLEEP, AWAKE, STATE, open_wall, seconds, sleeping, touch, wake

PATIENCE_SECONDS = 30
pytestmark = pytest.mark.browser
STORES = """() => {
  for (const store of [localStorage, sessionStorage]) store.setItem("left", "behind");
}"""
SCROLLED = """(() => {
  const pane = document.querySelector("#page-slot .page-body");
  pane?.scrollTo(0, 300);
  return pane?.scrollTop > 0;
})()"""
SETTINGS = (
    ("#levels [data-pick=lumbar]", "at=lumbar"),
    ("#levels [data-pick='L4-5']", "at=L4-5"),
    ("[data-choice='part=nerve']", "part=nerve"),
    ("[data-choice='side=left']", "side=left"),
    ("[data-choice='look=back']", "look=back"),
    ("#bar [data-do=text]", "text=125"),
    ("#bar [data-do=theme]", "theme=dark"),
    ("#bar [lang=es]", "lang=es"),
)


def use_everything(opened: Page, *, listen: bool = False) -> None:
    """Change all that a visitor can change, and leave it so, with a page open and scrolled."""
    opened.evaluate(STORES)
    opened.evaluate("spine.go({ hurts: ['calf.left', 'buttock.left'], mirror: '1' })")
    until(opened, "document.querySelector('#detail .fit')")
    for selector, told in SETTINGS:
        touch(opened, selector)
        until(opened, "(told) => location.search.includes(told)", told)
    touch(opened, "#bar [data-wall=reach]")
    opened.evaluate("spine.go({ page: 'questions' })")
    until(opened, "document.querySelector('#page-slot [data-tick]')")
    opened.evaluate("document.querySelector('#page-slot [data-tick]').click()")
    until(opened, "spine.ticks.size === 1")
    touch(opened, "#bar [data-go='page=emergency']")
    until(
        opened, "document.querySelector('#page-slot .page-emergency, #page-slot [data-page=emergency], #page-slot h1')"
    )
    if listen:
        touch(opened, "#bar [data-wall=listen]")
        until(opened, "spine.speaking()")
        touch(opened, "[data-speech=volume]")
        touch(opened, "[data-speech=pause]")
        until(opened, "!spine.speaking()")
    until(opened, SCROLLED)


def differences(opened: Page, state: dict[str, object]) -> list[str]:
    """What still differs from `state` when the page has come to rest; up to `PATIENCE_SECONDS` are given for that."""
    begun, lines = time.monotonic(), ["not looked at yet"]
    while lines and time.monotonic() - begun < PATIENCE_SECONDS:
        now = opened.evaluate(STATE)
        pairs = [(key, now[key], state[key]) for key in state if now[key] != state[key]]
        lines = []
        for key, one, other in pairs:
            parts = (one, other) if isinstance(one, list) and isinstance(other, list) else ([one], [other])
            lines += [f"{key}: {now} <> {then}" for now, then in zip_longest(*parts) if now != then]
    return lines


def open_dialog(opened: Page) -> None:
    """The staff's page, which lies over everything."""
    opened.evaluate("document.getElementById('status').showModal()")


def test_k2_after_a_reset_all_state_and_the_picture_equal_a_fresh_start(page: Watched, speaker: str) -> None:
    fresh = sleeping(page, "/", url=speaker, clock=True, reduced_motion="reduce")
    state, picture = fresh.evaluate(STATE), fresh.screenshot()
    used = wake(sleeping(page, "/", url=speaker, clock=True, reduced_motion="reduce"))
    use_everything(used, listen=True)
    open_dialog(used)
    left = used.evaluate(STATE)
    assert {key for key in state if left[key] == state[key]} <= {"history", "cookies", "databases"}
    seconds(used, 125)
    until(used, ASLEEP)
    assert differences(used, state) == []
    assert used.screenshot() == picture
    assert used.context.cookies() == []


def test_k2_start_over_does_the_same_at_once_and_nothing_is_left_to_go_back_to(page: Watched, speaker: str) -> None:
    used = open_wall(page, "/", url=speaker)
    state = used.evaluate(STATE)
    del state["focus"]  # it stays on what was pressed
    use_everything(used, listen=True)
    touch(used, "#bar [data-do=reset]")
    until(used, "!location.search && document.documentElement.lang === 'en'")
    assert differences(used, state) == []
    used.keyboard.press("Alt+ArrowLeft")
    touch(used, "#bar [data-do=back]")
    assert differences(used, state) == []


def test_k2_r2_it_starts_over_with_the_server_dead(page: Watched, server_process: Callable[..., ServerProcess]) -> None:
    server = server_process("--kiosk")
    server.start()
    page.allow("ERR_CONNECTION_REFUSED")  # the pulse that nobody hears
    used = sleeping(page, "/", clock=True, url=server.url, reduced_motion="reduce")
    state, picture = used.evaluate(STATE), used.screenshot()
    wake(used)
    server.kill()
    page.allow("ERR_CONNECTION_REFUSED")  # the pulse finds nobody
    for _ in range(2):
        use_everything(used)
        open_dialog(used)
        seconds(used, 125)
        until(used, ASLEEP)
        assert differences(used, state) == []
        assert used.screenshot() == picture
        used.touchscreen.tap(300, 300)
        until(used, AWAKE)
