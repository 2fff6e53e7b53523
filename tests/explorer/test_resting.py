"""A palm or a stuck touch on the screen keeps no other finger from working."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Page

from tests.explorer.driving import CENTRE, whole
from tests.explorer.test_second_tap import QUERY, STOP, later
from tests.support.watched import Watched, painted, until

pytestmark = pytest.mark.browser
Point = dict[str, float]


PALM = [[960.0, 500.0], [985.0, 530.0], [950.0, 545.0]]


class Hand:
    """Touches of one screen, each with an id of its own, as the driver of a touch panel tells them."""

    def __init__(self, screen: Page) -> None:
        self._session: CDPSession = screen.context.new_cdp_session(screen)
        self._down: list[Point] = []

    def press(self, *spots: list[float]) -> None:
        """Come down at these places at once."""
        for x, y in spots:
            self._down.append({"x": x, "y": y, "id": 1 + max((one["id"] for one in self._down), default=0)})
        self._session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": self._down})

    def tremble(self) -> None:
        """Move the last finger to and fro, farther than what a browser takes for standing still."""
        self._down[-1]["x"] += 40 if self._down[-1]["x"] < PALM[0][0] + 20 else -40
        self._session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": self._down})

    def lift(self, count: int = 1) -> None:
        """Take the last `count` fingers away."""
        gone = self._down[-count:]
        del self._down[-count:]
        self._session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": gone})


@pytest.fixture
def screen(page: Watched) -> Page:
    opened = painted(whole(page("/", touch=True)))
    opened.evaluate(STOP)
    return opened


def at(screen: Page, selector: str) -> list[float]:
    found: list[float] = screen.evaluate(CENTRE, [selector, ""])
    return found


@pytest.mark.parametrize("resting", [PALM[:1], PALM], ids=["a stuck touch", "a palm"])
def test_k18_other_fingers_go_on_working(screen: Page, resting: list[list[float]]) -> None:
    hand = Hand(screen)
    hand.press(*resting)
    later(screen, 3000)
    for selector, query in (
        ("#levels [data-pick=lumbar]", "at=lumbar"),
        ("#levels [data-pick='L4-5']", "at=L4-5"),
        ("#detail [data-choice='part=nerve']", "part=nerve"),
        ("#bar [data-go='page=emergency']", "page=emergency"),
        ("#bar [data-do=back]", "part=nerve"),
    ):
        hand.press(at(screen, selector))
        later(screen, 100)
        hand.lift()
        until(screen, QUERY, query)
        later(screen, 1000)
    assert "page" not in screen.evaluate("location.search")
    hand.lift(len(resting))
    hand.press(at(screen, "#bar [data-do=reset]"))
    hand.lift()
    until(screen, "!location.search")


def test_k18_each_finger_counts_once(screen: Page) -> None:
    hand = Hand(screen)
    hand.press(PALM[0])
    later(screen, 3000)
    screen.evaluate("window.steps = 0; addEventListener('click', () => (steps += 1))")
    spot = at(screen, "#bar [data-do=text]")
    for text in ("125", "150"):
        hand.press(spot)
        hand.lift()
        until(screen, QUERY, f"text={text}")
    assert screen.evaluate("steps") == 2


def test_k18_a_finger_that_slides_or_stays_is_no_tap(screen: Page) -> None:
    hand = Hand(screen)
    hand.press(PALM[0])
    later(screen, 3000)
    hand.press(at(screen, "#levels [data-pick=lumbar]"))
    later(screen, 1500)
    hand.lift()
    painted(screen)
    assert not screen.evaluate("location.search")


def test_a7_a_palm_that_comes_down_and_goes_chooses_nothing(screen: Page) -> None:
    hand = Hand(screen)
    spots = [at(screen, f"#levels [data-pick={name}]") for name in ("cervical", "thoracic", "lumbar")]
    hand.press(*spots)
    later(screen, 100)
    hand.lift(3)
    painted(screen)
    assert not screen.evaluate("location.search")
