"""A22: the same visit on every screen, turned and resized under way; A6: and every step of it is a plain touch."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.explorer.driving import PLATE, tap, tap_level
from tests.support.running import ROOT
from tests.support.standing import Standing
from tests.support.watched import SCREENS, until

GESTURE = r"\b(?:mouse(?:over|enter|move|down)|pointer(?:move|enter|over)|drag\w*|contextmenu|touch(?:move|start))\b"


def forward(opened: Page) -> None:
    """From the spine to a block, to other options, to emergency signs."""
    tap(opened, f"{PLATE} [data-node='lumbar']")
    until(opened, f"document.querySelector(`{PLATE} [data-row='L4-5']`)")
    tap_level(opened, "L4-5")
    until(opened, "document.querySelector('#detail [data-block=L-FJ]')")
    assert opened.locator("#body-view [data-strength=typical]").count() > 0
    tap(opened, "#detail [data-choice='part=nerve']")
    until(opened, "document.querySelector('#detail [data-block=L-TFE]')")
    tap(opened, "#detail [data-block=L-TFE]")
    until(opened, "document.querySelector('#page-slot .page-block')")
    tap(opened, "#bar [data-go='page=emergency']")
    until(opened, "!document.querySelector('#page-slot .page-block') && document.querySelector('#page-slot h1')")
    tap(opened, "#bar [data-do=back]")
    until(opened, "document.querySelector('#page-slot .page-block')")
    tap(opened, "#bar [data-do=reset]")
    until(opened, "!location.search.includes('at=') && !document.documentElement.hasAttribute('data-open')")


def backward(opened: Page) -> None:
    """From where it hurts to the levels that can cause it."""
    tap(opened, "[data-go='zone=low-back-hips'], [data-choice='zone=low-back-hips']")
    until(opened, "document.querySelector(\"#detail [data-toggle='low-back.left']\")")
    tap(opened, "#detail [data-toggle='low-back.left']")
    until(opened, "document.querySelector('#detail .btn-show[aria-disabled=false]')")
    tap(opened, "#detail .btn-show")
    until(opened, "document.querySelector('#detail .fit')")
    until(opened, "spine.isCalm()")  # on a small screen it is on the spot that was touched
    tap(opened, "#detail .fit")
    until(opened, "document.querySelector('#body-view').dataset.part && document.querySelector('#detail [data-block]')")
    tap(opened, "#bar [data-do=reset]")
    until(opened, "!location.search")


@pytest.mark.browser
def test_a22_both_ways_work_on_every_screen_without_a_reload(standing: Standing) -> None:
    opened = standing("/", touch=True)
    for width, height in SCREENS.values():
        opened.set_viewport_size({"width": width, "height": height})
        forward(opened)
        backward(opened)


def test_a6_nothing_is_shown_or_done_by_hovering_dragging_or_a_long_press() -> None:
    assets = ROOT / "assets"
    styles = "".join(path.read_text(encoding="utf-8") for path in (assets / "css").rglob("*.css"))
    styles = styles.replace("(hover: hover)", "")
    hovered = re.findall(r":hover[^{}]*\{([^}]*)\}", styles)
    changed = {one.split(":")[0].strip() for rule in hovered for one in rule.split(";") if one.strip()}
    assert changed <= {"fill", "fill-opacity", "stroke", "stroke-width"}  # a tint: nothing appears, nothing is told
    scripts = [*assets.glob("*.js"), *assets.glob("modules/**/*.mjs")]
    heard = {
        f"{path.name} {name}"
        for path in scripts
        for name in re.findall(GESTURE, re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL))
        if path.name not in {"lock.mjs", "wall.mjs", "fingers.mjs"}  # these stop them, and see that somebody is there
    }
    assert heard == set()
