"""No way out of the app, by no finger, no gesture and no key; and every control by arrows, Enter and Esc."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.standing import Standing, enter
from tests.support.watched import Watched, until
from tests.wall.driving import AWAKE, open_wall, seconds, sleeping, touch, wake
from tests.wall.monkey import run

pytestmark = pytest.mark.browser
WAYS_OUT = """() => [...document.querySelectorAll(
  "a[href], a[target], [download], iframe, object, embed, form, input:not([type=range]), textarea, select")]
  .filter((one) => one.target || one.download || one.href?.split("#")[0] !== location.href.split("#")[0])
  .map((one) => one.outerHTML.slice(0, 120))"""
PREVENTED = """(name) => {
  const event = new Event(name, { bubbles: true, cancelable: true });
  document.querySelector("#detail").dispatchEvent(event);
  return event.defaultPrevented;
}"""


def test_k5_no_page_has_a_link_out_a_field_or_a_download(page: Watched) -> None:
    opened = open_wall(page)
    found: dict[str, list[str]] = {}
    for name in opened.evaluate("spine.site.pages"):
        enter(opened, f"/?kiosk=1&at=L4-5&part=facet&page={name}")
        opens = opened.evaluate("document.documentElement.hasAttribute('data-open')")
        assert opens == (name != "search"), name  # a search needs a field
        found[name] = opened.evaluate(WAYS_OUT)
    assert {name: ways for name, ways in found.items() if ways} == {}


def test_k5_nothing_on_screen_prints_or_opens_a_window(page: Watched) -> None:
    opened = open_wall(page)
    assert opened.evaluate("window.open('/') === null && window.print() === undefined")
    assert opened.locator("[data-do=print]").locator("visible=true").count() == 0


def test_k7_the_browsers_own_gestures_do_nothing(page: Watched, standing: Standing) -> None:
    names = ["contextmenu", "dragstart", "selectstart", "gesturestart", "dblclick", "auxclick"]
    for opened, stopped in ((open_wall(page), names), (standing("/"), [])):
        assert [name for name in names if opened.evaluate(PREVENTED, name)] == stopped


def test_k7_pinch_swipe_double_tap_and_long_press_change_nothing(page: Watched) -> None:
    opened = open_wall(page)
    session = opened.context.new_cdp_session(opened)
    before = opened.url
    session.send("Input.synthesizePinchGesture", {"x": 900, "y": 500, "scaleFactor": 2.0})
    swipe = {"xDistance": 600, "yDistance": 0, "gestureSourceType": "touch"}
    session.send("Input.synthesizeScrollGesture", {"x": 5, "y": 500, **swipe})
    double = {"x": 1300, "y": 850, "tapCount": 2, "gestureSourceType": "touch"}
    session.send("Input.synthesizeTapGesture", double)
    session.send("Input.synthesizeTapGesture", {"x": 1300, "y": 850, "duration": 900, "gestureSourceType": "touch"})
    assert opened.evaluate("visualViewport.scale") == 1
    assert opened.evaluate("getSelection().toString()") == ""
    assert opened.url == before


def test_a7_two_fingers_or_a_palm_choose_one_thing_or_none(page: Watched) -> None:
    opened = open_wall(page)
    session = opened.context.new_cdp_session(opened)
    points = [opened.locator(f"[data-pick={name}]").bounding_box() for name in ("cervical", "lumbar")]
    fingers = [{"x": box["x"] + 30, "y": box["y"] + 30, "id": n} for n, box in enumerate(points) if box]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": fingers})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    touch(opened, "#bar [data-do=text]")  # touches are answered in their order: with this one, those before are done
    until(opened, "document.documentElement.dataset.text === '125'")
    assert opened.evaluate("new URLSearchParams(location.search).getAll('at').length") <= 1
    assert opened.locator("#levels [aria-pressed=true]").count() <= 1


def test_k7_shortcuts_of_the_browser_do_nothing(page: Watched) -> None:
    opened = open_wall(page)
    opened.evaluate("addEventListener('keydown', (event) => (window.last = event.defaultPrevented))")
    for keys in ("Control+p", "Control+f", "Control+l", "F5", "F12", "Control+=", "Alt+ArrowLeft"):
        opened.evaluate("window.last = null")
        opened.keyboard.press(keys)
        assert opened.evaluate("window.last") is True, keys


def arrows_to(opened: Page, selector: str) -> None:
    """Press one arrow key until the control has the focus."""
    for _ in range(80):
        if opened.evaluate("(wanted) => Boolean(document.activeElement?.matches(wanted))", selector):
            return
        opened.keyboard.press("ArrowRight")
    raise AssertionError(f"{selector} cannot be reached by arrows")


def test_a8_a_keypad_with_arrows_enter_and_esc_is_enough(page: Watched) -> None:
    opened = open_wall(page)
    arrows_to(opened, "[data-pick=lumbar]")
    opened.keyboard.press("Enter")
    until(opened, "document.querySelector(\"[data-pick='L4-5']\")")
    arrows_to(opened, "[data-pick='L4-5']")
    opened.keyboard.press("Enter")
    until(opened, "document.querySelector('#detail [data-block]')")
    arrows_to(opened, "#detail [data-choice='part=nerve']")
    opened.keyboard.press("Enter")
    until(opened, "location.search.includes('part=nerve')")
    arrows_to(opened, "#bar [data-go='page=emergency']")
    opened.keyboard.press("Enter")
    until(opened, "document.querySelector('#page-slot h1')")
    opened.keyboard.press("Escape")
    until(opened, "!document.documentElement.hasAttribute('data-open')")
    arrows_to(opened, "#bar [data-do=reset]")
    opened.keyboard.press("Enter")
    until(opened, "!location.search.includes('at=')")


def test_a8_in_the_slider_left_and_right_choose_a_time_and_go_on_from_its_end(page: Watched) -> None:
    opened = open_wall(page)
    enter(opened, "/?kiosk=1&page=block&block=L-FJ&tab=after")
    until(opened, "document.querySelector('.slider input')")
    arrows_to(opened, ".slider input")
    for time in range(2, 7):
        opened.keyboard.press("ArrowRight")
        until(opened, f"location.search.includes('time={time}') && document.activeElement.matches('.slider input')")
    opened.keyboard.press("ArrowRight")
    until(opened, "!document.activeElement.matches('.slider input')")
    arrows_to(opened, ".fold summary")


def test_a8_inside_the_drawing_up_and_down_step_from_level_to_level(page: Watched) -> None:
    opened = open_wall(page)
    touch(opened, "[data-pick=lumbar]")
    until(opened, "document.querySelector('[data-plate=lateral-lumbar]')")
    arrows_to(opened, "#spine-view [data-node]")
    before = opened.evaluate("document.activeElement.dataset.node")
    opened.keyboard.press("ArrowDown")
    assert opened.evaluate("document.activeElement.dataset.node") != before
    assert opened.evaluate("document.activeElement.closest('svg') !== null")


def test_a8_the_question_holds_the_focus(page: Watched) -> None:
    opened = wake(sleeping(page, clock=True))
    seconds(opened, 95)
    for _ in range(4):
        opened.keyboard.press("ArrowRight")
        assert opened.evaluate("Boolean(document.activeElement.closest('#still-there'))")
    opened.keyboard.press("Escape")
    until(opened, AWAKE)


@pytest.mark.parametrize("size", ["kiosk-portrait", "kiosk-landscape"])
def test_k4_random_touches_stay_in_the_app_and_home_is_two_touches_away(page: Watched, size: str) -> None:
    report = run(open_wall(page, size=size), count=60, seed=7)
    assert report.faults == []
    assert report.touches >= 60
