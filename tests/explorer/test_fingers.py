"""How a touch acts: on release, not after sliding off, and once for two fingers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.explorer import oracle
from tests.explorer.driving import CENTRE, PLATE, differences, tap, wanted
from tests.support.standing import Standing

pytestmark = pytest.mark.browser


def middle(page: Page, level: str) -> tuple[float, float]:
    x, y = page.evaluate(CENTRE, [f"{PLATE} [data-row='{level}']", ".tag"])
    return x, y


def settle(page: Page) -> None:
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("selector", [f"{PLATE} [data-node='L4-5']", "#levels [data-pick='L4-5']"])
def test_a5_a_press_acts_on_release_and_not_after_sliding_off(standing: Standing, selector: str) -> None:
    screen = standing("/?at=lumbar", size="laptop")
    nothing = {"query": {"at": "lumbar"}, "nodes": []}
    inner = ".catch" if "node" in selector else ""
    here = screen.evaluate(CENTRE, [f"{PLATE} [data-row='L4-5']", ".tag"] if inner else [selector, ""])
    screen.mouse.move(*here)
    screen.mouse.down()
    settle(screen)
    assert differences(screen, nothing) == []
    screen.mouse.move(here[0], here[1] + 250)
    screen.mouse.up()
    settle(screen)
    assert differences(screen, nothing) == []
    screen.mouse.move(*here)
    screen.mouse.down()
    screen.mouse.up()
    assert differences(screen, wanted("L4-5", "facet", "both")) == []


def test_a5_a_finger_that_slides_off_chooses_nothing(standing: Standing) -> None:
    screen = standing("/?at=lumbar", size="laptop", touch=True)
    fingers = screen.context.new_cdp_session(screen)
    x, y = middle(screen, "L4-5")
    fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    settle(screen)
    assert differences(screen, {"query": {"at": "lumbar"}, "nodes": []}) == []
    for step in range(1, 6):
        fingers.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y + 50 * step}]})
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    settle(screen)
    assert differences(screen, {"query": {"at": "lumbar"}, "nodes": []}) == []


def test_a7_two_fingers_give_one_choice_or_none(standing: Standing) -> None:
    screen = standing("/?at=lumbar", size="laptop", touch=True)
    fingers = screen.context.new_cdp_session(screen)
    points = [
        {"x": x, "y": y, "id": number}
        for number, (x, y) in enumerate(middle(screen, name) for name in ("L2-3", "L5-S1"))
    ]
    fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points})
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    settle(screen)
    chosen = screen.evaluate(f"[...document.querySelectorAll(`{PLATE} [data-row].is-chosen`)].length")
    assert chosen <= 1
    assert screen.evaluate("visualViewport.scale") == 1
    tap(screen, "[data-go='at=']")
    assert differences(screen, {"query": {}, "nodes": []}) == []
    tap(screen, f"{PLATE} [data-node='cervical']")
    assert differences(screen, {"heading": oracle.heading("cervical", "en")}) == []
