"""From finger up to the painted answer: open a region, choose each of its levels, switch between joint and nerve."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from benchmarks.first_view import SCREEN, open_page
from catalog import load
from server.site import DATA
from tests.support.watched import until

REGIONS = ("cervical", "thoracic", "lumbar")


@dataclass(frozen=True)
class Taps:
    """Milliseconds of each touch, and the page's longest interaction as browsers report it (INP, 8 ms steps)."""

    times: tuple[float, ...]
    inp: float


def _touch(page: Page, selector: str) -> None:
    """Press and release on `selector`, then wait until the answer is painted. A touch without an answer is an error."""
    point = page.evaluate("selector => __probe.pointOf(selector)", selector)
    if point is None:
        raise LookupError(f"Nothing on the page can be touched as {selector}")
    before = page.evaluate("__probe.taps.length")
    page.mouse.click(point["x"], point["y"])
    until(page, "count => __probe.taps.length > count", before)


def _levels(region: str) -> list[str]:
    """Levels of a region that have a joint of their own: each can be touched in the enlarged view."""
    return [level.id for level in load(DATA).levels.values() if level.region == region and level.kind == "facet"]


def measure(browser: Browser, url: str, slow_down: int) -> Taps:
    """Touch every level of every region once, and its other half, at the given slow-down of the processor."""
    context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type]
    times: list[float] = []
    longest = 0.0
    for region in REGIONS:
        page = open_page(context, slow_down)
        page.goto(url, wait_until="networkidle")
        _touch(page, f'[data-node="{region}"]')
        for level in _levels(region):
            selector = f'[data-node="{level}"]:not([data-part])'
            until(page, "selector => __probe.pointOf(selector) !== null", selector)  # the enlarged view has come
            _touch(page, selector)
            for part in ("nerve", "facet"):
                other = f'[data-choice="part={part}"][aria-pressed="false"]'
                if page.evaluate("selector => __probe.pointOf(selector) !== null", other):
                    _touch(page, other)
        times += page.evaluate("__probe.taps")
        longest = max([longest, *page.evaluate("Object.values(__probe.interactions)")])
        page.close()
    context.close()
    return Taps(tuple(times), longest)
