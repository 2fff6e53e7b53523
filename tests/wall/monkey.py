"""Random touches, the same ones for the same seed: nothing breaks, nothing leads out, home is never far.

`python -m tests.wall.monkey 10000` starts the app and touches it 10 000 times, about 2 000 visits.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from playwright.sync_api import CDPSession, Page

from tests.support.watched import painted, until

HERE = """({
  origin: location.origin,
  scale: visualViewport.scale,
  live: Boolean(document.querySelector("#bar .tool")),
})"""
HOME = "!new URLSearchParams(location.search).has('at') && !new URLSearchParams(location.search).has('page')"
TOUCHES_OF_A_VISIT = (1, 9)
# What is made once and kept is made before the first measurement: words of each language, names on each drawing.
LOOKS = product(("", "cervical", "thoracic", "lumbar"), ("side", "back"))
MADE_ONCE = (
    *(f"at={at}&look={look}" for at, look in LOOKS),
    *(f"page=block&block=L-FJ&tab=how&lang={language}" for language in ("en", "es")),
    *(f"zone=hand&lang={language}" for language in ("en", "es")),
    "page=compare&at=L4-5",
)
LAST = ("page=about", "")  # React keeps what was drawn before: the same at each measurement


@dataclass
class Report:
    """What a run found. `before` and `after`: heap bytes, DOM nodes, listeners, after garbage collection."""

    touches: int = 0
    visits: int = 0
    faults: list[str] = field(default_factory=list)
    before: dict[str, float] = field(default_factory=dict)
    after: dict[str, float] = field(default_factory=dict)


def show(page: Page, queries: Iterable[str]) -> None:
    """Go through these views, without a touch."""
    for query in queries:
        page.evaluate("(query) => spine.go({ ...spine.read(query), kiosk: spine.now().kiosk })", query)
        painted(page)


def measure(page: Page, session: CDPSession) -> dict[str, float]:
    """Heap in bytes, DOM nodes, event listeners."""
    show(page, LAST)
    session.send("HeapProfiler.collectGarbage")
    told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return {name: told[name] for name in ("JSHeapUsedSize", "Nodes", "JSEventListeners")}


def go_home(page: Page) -> int:
    """Start over as a visitor would; how many touches that took."""
    for taken in range(1, 4):
        if page.evaluate("Boolean(document.querySelector('dialog[open]'))"):
            page.touchscreen.tap(*page.evaluate(MIDDLE, "dialog[open] button, dialog[open]"))
        elif page.evaluate(HOME):
            return taken - 1
        else:
            page.touchscreen.tap(*page.evaluate(MIDDLE, "#bar [data-do=reset]"))
    return 3


MIDDLE = """(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""


def run(page: Page, count: int, seed: int) -> Report:
    """Touch `page`, an open wall screen, `count` times."""
    dice = random.Random(seed)
    report = Report()
    size = page.viewport_size
    assert size
    home = page.evaluate(HERE)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    show(page, MADE_ONCE)
    visit(page, dice, report, size["width"], size["height"], 40)
    report.before = measure(page, session)
    while report.touches < count:
        visit(page, dice, report, size["width"], size["height"], dice.randint(*TOUCHES_OF_A_VISIT))
        if page.evaluate(HERE) != home:
            report.faults.append(f"after {report.touches} touches: {page.evaluate(HERE)} at {page.url}")
    report.after = measure(page, session)
    return report


def visit(page: Page, dice: random.Random, report: Report, width: int, height: int, touches: int) -> None:
    """Some touches anywhere, then home."""
    for _ in range(touches):
        page.touchscreen.tap(dice.uniform(1, width - 1), dice.uniform(1, height - 1))
    report.touches += touches
    report.visits += 1
    if (taken := go_home(page)) > 2:
        report.faults.append(f"after {report.touches} touches home was {taken} touches away from {page.url}")


def grown(report: Report) -> list[str]:
    """What grew more than standard R6 allows: 5 MB of heap in 1,000 visits, 2 % of nodes and listeners."""
    allowed = {"JSHeapUsedSize": 5e6 * max(1.0, report.visits / 1000)}
    allowed |= {name: 0.02 * report.before[name] for name in ("Nodes", "JSEventListeners")}
    return [
        f"{name} grew from {report.before[name]:,.0f} to {report.after[name]:,.0f}"
        for name, most in allowed.items()
        if report.after[name] - report.before[name] > most
    ]


def main(count: int, seed: int) -> int:
    """A run of its own, against a server of its own; the report as JSON."""
    from tests.support.chromium import chromium
    from tests.support.running import ServerProcess
    from tests.support.watched import Watched
    from tests.wall.driving import open_wall

    server = ServerProcess("--kiosk")
    server.start()
    try:
        with chromium() as browser:
            watched = Watched(browser, server.url)
            opened = open_wall(watched, "/", size="kiosk-portrait")
            report = run(opened, count, seed)
            until(opened, "Boolean(document.querySelector('#bar .tool'))")
            report.faults += watched.problems + grown(report)
            watched.close()
    finally:
        server.stop()
    print(json.dumps(vars(report), indent=1))
    return bool(report.faults)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
