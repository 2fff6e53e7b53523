"""With a palm or a stuck touch on the wall screen, other fingers answer the question, and it still starts over."""

from __future__ import annotations

import pytest

from tests.explorer.test_resting import PALM, Hand
from tests.explorer.test_second_tap import STOP, later
from tests.support.watched import Watched, painted, until
from tests.wall.driving import ASLEEP, AWAKE, MIDDLE, seconds, sleeping, touch, wake

pytestmark = pytest.mark.browser
ASKING = "document.getElementById('still-there').open"


def test_k18_the_question_is_answered_beside_a_resting_palm(page: Watched) -> None:
    opened = wake(sleeping(page, clock=True))
    touch(opened, "[data-pick=lumbar]")
    hand = Hand(opened)
    hand.press(*PALM)
    seconds(opened, 95)
    assert opened.evaluate(ASKING)
    hand.press(opened.evaluate(MIDDLE, "#still-there [data-wall=stay]"))
    hand.lift()
    until(opened, AWAKE)
    assert "at=lumbar" in opened.url


def test_k18_a_stuck_touch_that_trembles_is_nobody(page: Watched) -> None:
    opened = wake(sleeping(page, clock=True))
    touch(opened, "[data-pick=lumbar]")
    hand = Hand(opened)
    hand.press(PALM[0])
    for _ in range(13):
        seconds(opened, 10)
        hand.tremble()
    until(opened, ASLEEP)


def test_k17_a_second_tap_on_the_sleeping_screen_chooses_nothing(page: Watched) -> None:
    opened = sleeping(page)
    opened.evaluate(STOP)
    spot = opened.evaluate(MIDDLE, "#levels [data-pick=lumbar]")
    opened.touchscreen.tap(*spot)
    until(opened, AWAKE)
    later(opened, 300)
    opened.touchscreen.tap(*spot)
    painted(opened)
    assert "at=" not in opened.url
    later(opened, 300)
    opened.touchscreen.tap(*spot)
    until(opened, "location.search.includes('at=lumbar')")
