"""From finger up to the painted answer, both ways: from the spine to the pain, and from the pain to the spine."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from benchmarks.first_view import SCREEN, open_page
from catalog import explored, load
from server.settings import DATA
from tests.explorer.driving import go
from tests.support.watched import until

PLACES_OF_A_ZONE = 3
PARTS_OF_THE_BODY_A_PAGE = 3  # of eight


@dataclass(frozen=True)
class Taps:
    """Milliseconds of each touch: to the first frame that shows a change, and to the one that shows the answer. `inp`:
    the page's longest interaction as browsers report it (8 ms steps).
    """

    first: tuple[float, ...]
    answer: tuple[float, ...]
    inp: float


def touch(page: Page, selector: str) -> None:
    """Press and release on `selector`, then wait until the answer is painted. A touch without an answer is an error."""
    until(page, "selector => __probe.pointOf(selector) !== null", selector, seconds=60)
    point = page.evaluate("selector => __probe.pointOf(selector)", selector)
    before = page.evaluate("__probe.taps.length")
    page.mouse.click(point["x"], point["y"])
    until(page, "count => __probe.taps.length > count", before, seconds=60)


def levels(region: str) -> list[str]:
    """Levels of a region that have a joint of their own: each can be touched in the enlarged view."""
    return [level.id for level in load(DATA).levels.values() if level.region == region and level.kind == "facet"]


def forward(page: Page, url: str) -> Iterator[None]:
    """Open each region, touch each of its levels, switch between joint and nerve. Pauses before each page ends."""
    for region in explored(load(DATA)):
        page.goto(url, wait_until="networkidle")
        touch(page, f'[data-node="{region}"]')
        for level in levels(region):
            touch(page, f'[data-node="{level}"]:not([data-part])')
            for part in ("nerve", "facet"):
                other = f'[data-choice="part={part}"][aria-pressed="false"]'
                if page.evaluate("selector => __probe.pointOf(selector) !== null", other):
                    touch(page, other)
        yield


def _choose(page: Page) -> None:
    """In an open part of the body: choose places, ask for the levels, take one place away."""
    for _ in range(PLACES_OF_A_ZONE):
        touch(page, '#detail .sides [data-toggle][aria-pressed="false"]')
    touch(page, "#detail .foot [data-go]:last-child")
    touch(page, "#detail .chip")


def backward(page: Page, url: str) -> Iterator[None]:
    """Open each part of the body in the list, choose some of its places, ask for the levels, take one place away.
    As many page loads as forward, since a page's first touches are its slowest. Pauses before each page ends.
    """
    groups = list(load(DATA).area_groups)
    for first in range(0, len(groups), PARTS_OF_THE_BODY_A_PAGE):
        page.goto(url, wait_until="networkidle")
        for group in groups[first : first + PARTS_OF_THE_BODY_A_PAGE]:
            go(page, f"/?zone={group}")
            _choose(page)
        yield


def measure(browser: Browser, url: str, slow_down: int, way: Callable[[Page, str], Iterator[None]]) -> Taps:
    """Go one `way` with the processor slowed down so many times."""
    context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type]
    page = open_page(context, slow_down)
    times: list[tuple[float, float]] = []
    longest = 0.0
    for _ in way(page, url):
        times += page.evaluate("__probe.taps.map(({ first, answer }) => [first, answer])")
        longest = max([longest, *page.evaluate("Object.values(__probe.interactions)")])
    context.close()
    first, answer = zip(*times, strict=True)
    return Taps(first, answer, longest)
