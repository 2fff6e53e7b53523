"""A second tap on the same spot was meant for what stood there before the view changed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.explorer.driving import CENTRE, PLATE, whole
from tests.support.watched import Watched, painted, until

pytestmark = pytest.mark.browser

# The page's clock stands still until the test moves it: what counts is the time between two taps, not this machine.
STOP = "() => { const from = performance.now(); window.later = 0; performance.now = () => from + window.later; }"
UNDER = "([x, y]) => document.elementFromPoint(x, y)?.closest('button, [role=button], #body')?.outerHTML"
QUERY = "(wanted) => location.search.includes(wanted)"
# The first tap's target, what the address says then, and where the screen is that small.
LEADING = {
    "a region in the list": ("/", "#levels [data-pick=lumbar]", "at=lumbar", "kiosk-landscape"),
    "a region in the drawing": ("/", f"{PLATE} [data-node=lumbar]", "at=lumbar", "kiosk-landscape"),
    "the other language": ("/", "#bar [data-go='lang=es']", "lang=es", "kiosk-landscape"),
    "a part of the body": ("/", "#body-view [data-face=back] [data-area=low-back]", "zone=", "kiosk-portrait"),
    "a card": ("/?at=L4-5", "#detail .card [data-go], #detail [data-block]", "page=block", "phone"),
    "all levels": ("/?at=lumbar", "[data-go='at=']", "", "tablet-portrait"),
}


def finger(screen: Page, spot: list[float]) -> None:
    screen.touchscreen.tap(spot[0], spot[1])


def later(screen: Page, milliseconds: int) -> None:
    screen.evaluate("(time) => (window.later += time)", milliseconds)


def opened(page: Watched, path: str, size: str) -> Page:
    screen = painted(whole(page(path, touch=True, size=size)))
    screen.evaluate(STOP)
    return screen


def changed(screen: Page, query: str, spot: list[float], before: str) -> str:
    """Wait for what the first tap leads to: the address, and other things under the finger; the address then."""
    until(screen, QUERY, query)
    until(screen, f"([spot, before]) => ({UNDER})(spot) !== before", [spot, before])
    painted(screen)
    return str(screen.evaluate("location.search"))


@pytest.mark.parametrize("case", LEADING)
def test_k17_a_second_tap_on_the_same_spot_leads_nowhere_else(page: Watched, case: str) -> None:
    path, selector, query, size = LEADING[case]
    screen = opened(page, path, size)
    spot = screen.evaluate(CENTRE, [selector, ""])
    before = screen.evaluate(UNDER, spot)
    finger(screen, spot)
    address = changed(screen, query, spot, before)
    for gap in (120, 350):
        later(screen, gap)
        finger(screen, [spot[0] + 6, spot[1] - 6])
        painted(screen)
        assert screen.evaluate("location.search") == address, f"{gap} ms later"


def test_k17_half_a_second_later_the_same_spot_acts_again(page: Watched) -> None:
    screen = opened(page, "/", "kiosk-landscape")
    spot = screen.evaluate(CENTRE, ["#bar [data-go='lang=es']", ""])
    before = screen.evaluate(UNDER, spot)
    finger(screen, spot)
    changed(screen, "lang=es", spot, before)
    later(screen, 501)
    finger(screen, spot)
    until(screen, "!location.search.includes('lang')")


def test_k17_another_spot_acts_at_once(page: Watched) -> None:
    screen = opened(page, "/", "kiosk-landscape")
    finger(screen, screen.evaluate(CENTRE, ["#levels [data-pick=lumbar]", ""]))
    until(screen, QUERY, "at=lumbar")
    finger(screen, screen.evaluate(CENTRE, ["#levels [data-pick='L4-5']", ""]))
    until(screen, QUERY, "at=L4-5")


def test_k17_fast_taps_on_one_control_all_count(page: Watched) -> None:
    screen = opened(page, "/?page=block&block=L-FJ&tab=how", "kiosk-landscape")
    spot = screen.evaluate(CENTRE, ["#page-slot .turns .btn-first", ""])
    for step in range(2, 5):
        finger(screen, spot)
        until(screen, QUERY, f"step={step}")
        painted(screen)
        spot = screen.evaluate(CENTRE, ["#page-slot .turns .btn-first", ""])
    spot = screen.evaluate(CENTRE, ["#bar [data-do=text]", ""])
    for size in (125, 150):
        finger(screen, spot)
        until(screen, QUERY, f"text={size}")


def test_k17_keys_are_as_fast_as_one_likes(page: Watched) -> None:
    screen = opened(page, "/", "laptop")
    screen.focus("#bar [data-go='lang=es']")
    screen.keyboard.press("Enter")
    until(screen, "document.querySelector(\"#bar [data-go='lang=en']\")")
    screen.keyboard.press("Enter")
    until(screen, "!location.search.includes('lang')")


def test_k17_a_mouse_is_no_exception(page: Watched) -> None:
    screen = painted(whole(page("/", size="laptop")))
    screen.evaluate(STOP)
    spot = screen.evaluate(CENTRE, ["#levels [data-pick=lumbar]", ""])
    before = screen.evaluate(UNDER, spot)
    screen.mouse.click(*spot)
    address = changed(screen, "at=lumbar", spot, before)
    later(screen, 200)
    screen.mouse.click(*spot)
    painted(screen)
    assert screen.evaluate("location.search") == address
