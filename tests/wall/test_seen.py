"""What the eye is told: where the focus is, and which one is chosen, without any colour too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.support.pictures import standing_out
from tests.support.standing import enter
from tests.support.watched import Watched, painted, until
from tests.wall.driving import open_wall

pytestmark = pytest.mark.browser
PLATE = "#spine-view > [data-plate]"
CONTROLS = (
    "#levels [data-pick='L3-4']", "#levels [aria-pressed=true]", "#detail [data-choice='part=nerve']",
    "#detail [data-block]", "#turn [data-choice='look=back']", "#bar [data-do=reset]",
    "#bar [data-go='page=emergency']", "#top .pill",
)  # fmt: skip
BOX = """(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  const [x, y] = [Math.max(0, box.x - 10), Math.max(0, box.y - 10)];
  const [right, bottom] = [Math.min(innerWidth, box.right + 10), Math.min(innerHeight, box.bottom + 10)];
  return [{ x, y, width: right - x, height: bottom - y }, 2 * (box.width + box.height)];
}"""
JOINT, NERVE, OTHER, REGION = "at=L4-5&part=facet", "at=L4-5&part=nerve", "at=L3-4", "at=lumbar"
PLACES = "at=lumbar&hurts=buttock.left,buttock.right"
STATES = (JOINT, NERVE, OTHER, PLACES, REGION)
# What is told -> where it is seen, and two states in which it differs.
CUES = {
    "chosen level": ("#levels [data-pick='L4-5']", JOINT, OTHER),
    "chosen level in the drawing": (f"{PLATE} [data-row='L4-5'] .tag", JOINT, OTHER),
    "chosen structure": ("#detail .switch-part", JOINT, NERVE),
    "often and nothing": ("[data-face=back] [data-area=buttock]", JOINT, REGION),
    "sometimes and nothing": ("[data-face=back] [data-area=thigh-back]", JOINT, REGION),
    "chosen place": ("[data-face=back] [data-area=buttock]", PLACES, REGION),
}
SHARE = 0.1  # of the pixels around it
# Names of the browser's own simulations.
EYES = ("achromatopsia", "protanopia", "deuteranopia", "tritanopia")


def go(opened: Page, query: str) -> None:
    enter(opened, f"/?kiosk=1&{query}")


def opened_at(page: Watched, query: str) -> Page:
    opened = open_wall(page, size="laptop", reduced_motion="reduce")
    go(opened, query)
    until(opened, "document.querySelector('#detail [data-block]')")
    return opened


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a9_a_ring_of_2_px_that_stands_out_is_seen_around_what_has_the_focus(
    page: Watched, browser: Browser, theme: str
) -> None:
    opened = opened_at(page, f"at=L4-5&theme={theme}")
    opened.keyboard.press("Shift")  # from now on the focus is that of a keyboard
    weak = {}
    for selector in CONTROLS:
        opened.evaluate("document.activeElement.blur()")
        clip, around = opened.evaluate(BOX, selector)
        before = opened.screenshot(clip=clip)
        opened.evaluate("(selector) => document.querySelector(selector).focus({ focusVisible: true })", selector)
        pixels = standing_out(browser, before, opened.screenshot(clip=clip))
        if pixels < 2 * around:
            weak[selector] = (pixels, round(2 * around))
    assert weak == {}


def test_a14_what_is_chosen_and_what_can_hurt_is_seen_without_colours(page: Watched, browser: Browser) -> None:
    opened = opened_at(page, "at=L4-5")
    session = opened.context.new_cdp_session(opened)
    weak = {}
    for eye in EYES:
        session.send("Emulation.setEmulatedVisionDeficiency", {"type": eye})
        seen = {}
        for state in STATES:
            go(opened, state)
            seen[state] = painted(opened).screenshot()
            if state == JOINT:
                clips = {cue: opened.evaluate(BOX, selector)[0] for cue, (selector, *_) in CUES.items()}
        for cue, (_, one, other) in CUES.items():
            clip = clips[cue]
            box = (clip["x"], clip["y"], clip["width"], clip["height"])
            pixels = standing_out(browser, seen[one], seen[other], clip=box)
            if pixels < SHARE * clip["width"] * clip["height"]:
                weak[eye, cue] = pixels
    assert weak == {}
    go(opened, JOINT)
    hatched = "getComputedStyle(document.querySelector('[data-face=back] [data-area=thigh-back]')).fill"
    until(opened, f"{hatched}.includes('hatch')")  # a pattern, beside the colour
