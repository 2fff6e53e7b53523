"""The story of a visit in the browsers of phones and other desks: Firefox, and WebKit as on each iPhone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers.drivers import Driver, Firefox, WebKit
from tests.explorer import oracle
from tests.explorer.driving import PLATE, SEEN, wanted
from tests.support.standing import WHOLE
from tests.wall.driving import ASLEEP, AWAKE, LIVE

ESCAPE = "\ue00c"
CENTRE = """
const [selector, inner] = arguments;
const found = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length);
const target = found && inner ? found.querySelector(inner) : found;
if (!target) return null;
target.scrollIntoView({ block: "nearest", inline: "nearest" });
const box = target.getBoundingClientRect();
return [box.x + box.width / 2, box.y + box.height / 2];
"""
# What goes wrong in the page is kept in the page.
LISTEN = """
window.wrong = [];
addEventListener("error", (event) => wrong.push(event.message));
addEventListener("unhandledrejection", (event) => wrong.push(String(event.reason)));
addEventListener("securitypolicyviolation", (event) => wrong.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
CHOSEN = "'[aria-pressed=true], [aria-selected=true]'"
TABS = "return [...document.querySelectorAll('#page-slot [data-choice^=\"tab=\"]')].map((one) => one.dataset.choice)"


class Visitor:
    """Touches what is on screen, and knows what must be seen then."""

    def __init__(self, driver: Driver, url: str) -> None:
        self.driver = driver
        self.url = url

    def arrive(self, path: str) -> None:
        self.driver.open(self.url + path)
        self.driver.until(f"({LIVE}) && ({WHOLE})", 60)
        self.driver.ask(LISTEN)

    def touch(self, selector: str, inner: str = "") -> None:
        self.driver.until(f"(() => {{ {CENTRE.replace('arguments', repr([selector, inner]))} }})()")
        self.driver.touch(*self.driver.ask(CENTRE, selector, inner))

    def sees(self, at: str, part: str, side: str, language: str = "en") -> None:
        expected = wanted(at, part, side, language)
        del expected["query"]
        seen = {}
        for _ in range(200):
            seen = self.driver.ask(f"return ({SEEN})()")
            if all(seen[key] == value for key, value in expected.items()):
                return
        assert {key: seen[key] for key in expected} == expected

    def fares_well(self) -> None:
        assert self.driver.ask("return window.wrong") == []
        assert self.driver.ask("return document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(params=[Firefox, WebKit], ids=["firefox", "webkit"])
def visitor(request: pytest.FixtureRequest, app: str, tmp_path: Path) -> Iterator[Visitor]:
    kind = request.param
    if kind.missing():
        pytest.skip("needs: apt-get install firefox-esr webkit2gtk-driver xvfb")
    driver = kind(tmp_path, (1366, 768))
    yield Visitor(driver, app)
    driver.close()


def test_a22_the_story_of_a_visit(visitor: Visitor) -> None:
    """From the whole spine to a level, its nerve, its left side, its block and all that is told of it."""
    driver = visitor.driver
    visitor.arrive("/")
    driver.until("[...document.fonts].some((one) => one.family.includes('Lato') && one.status === 'loaded')")
    visitor.touch(f"{PLATE} [data-node='lumbar']")
    driver.until(f"document.querySelector('{PLATE}').dataset.plate === 'lateral-lumbar'")
    visitor.touch(f"{PLATE} [data-row='L4-5']", ".tag")
    visitor.sees("L4-5", "facet", "both")
    visitor.touch("#detail [data-choice='part=nerve']")
    visitor.sees("L4-5", "nerve", "both")
    visitor.touch("#detail [data-choice='side=left']")
    visitor.sees("L4-5", "nerve", "left")
    visitor.fares_well()
    visitor.touch("#detail [data-block]")
    driver.until("document.querySelector('#page-slot h1')")
    tabs = driver.ask(TABS)
    assert tabs
    for tab in tabs:
        visitor.touch(f"#page-slot [data-choice='{tab}']")
        driver.until(f"document.querySelector(`#page-slot [data-choice='{tab}']`)?.matches({CHOSEN})")
        driver.until("document.querySelector('#page-slot .page-body')?.innerText.length > 50")
        visitor.fares_well()
    driver.press(ESCAPE)
    driver.until("!location.search.includes('page=')")
    visitor.sees("L4-5", "nerve", "left")
    visitor.touch("#bar [lang=es]")
    visitor.sees("L4-5", "nerve", "left", "es")
    visitor.touch("#bar [data-do='reset']")
    driver.until("location.search === '' && document.documentElement.lang === 'en'")
    visitor.fares_well()


def test_a22_the_other_way_round_and_an_emergency(visitor: Visitor) -> None:
    driver = visitor.driver
    visitor.arrive("/?hurts=low-back.left,buttock.left")
    driver.until("document.querySelectorAll('[data-node][data-match]').length > 0")
    visitor.fares_well()
    visitor.arrive("/?hurts=saddle")
    driver.until("document.querySelector('#page-slot h1')")
    assert driver.ask("return document.querySelector('#page-slot h1').textContent") == oracle.word(
        "emergency.title", "en"
    )
    visitor.fares_well()


def test_a22_k3_a_touch_wakes_the_wall_screen(visitor: Visitor) -> None:
    visitor.arrive("/?kiosk=1")
    visitor.driver.until(ASLEEP)
    visitor.driver.touch(300, 300)
    visitor.driver.until(AWAKE)
    visitor.touch("[data-pick=lumbar]")
    visitor.driver.until("location.search.includes('at=lumbar')")
    visitor.fares_well()
