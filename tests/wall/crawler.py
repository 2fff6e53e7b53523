"""A visitor who touches only what can be seen, the cheapest way first, until every page was found or nothing is left.

A place is what is open, whatever else was chosen: a page, a tab of a block, a level's joint or nerve, a part of the
body. Each new place is really touched; what leads to a place that is known is left out. A press of the button for more
counts as a touch; where there is none, a finger scrolls.

`python -m tests.wall.crawler` looks for all that a wall can show, in every language; it takes minutes.
"""

from __future__ import annotations

import heapq
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count, product
from typing import Any

from playwright.sync_api import Page

from tests.support.standing import enter
from tests.support.watched import until

# Every touch that can be seen now: how to find it again, what it would open, how often one presses for more before it.
TOUCHES = """() => {
  const same = (one) => "[" + one + "]";
  const pane = (one) => one.closest(".page-body, #detail, #side");
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]");
  const paged = [...document.querySelectorAll("#more-page, #more-answer")].some(shown);
  const presses = (one) => {
    const held = pane(one);
    if (!paged || !held || held.scrollHeight <= held.clientHeight + 4) return 0;
    const box = one.getBoundingClientRect();
    const middle = box.y + box.height / 2 - held.getBoundingClientRect().y + held.scrollTop;
    const last = held.scrollHeight - held.clientHeight;
    for (let times = 0; times < 60; times += 1) {
      const top = Math.min(times * held.clientHeight * 0.85, last);
      if (middle > top && middle < top + held.clientHeight) return times;
    }
    return null;
  };
  const opens = ({ node, part, pick, choice, go, toggle }) => {
    const now = spine.now();
    if (node || pick) return { at: node ?? pick, part: part ?? "", page: "explore", zone: "", hurts: now.hurts };
    if (choice) return Object.fromEntries([choice.split("=")]);
    if (toggle) return { hurts: [toggle], part: "", page: "explore" };
    const told = Object.fromEntries(new URLSearchParams(go));
    if ("hurts" in told) told.hurts = told.hurts.split(",").filter(Boolean);
    return told.page === "" ? { ...told, page: "explore" } : told;
  };
  const found = [];
  const marks = ["data-node", "data-pick", "data-go", "data-choice", "data-toggle"];
  for (const one of document.querySelectorAll(marks.map(same).join())) {
    if (one.getAttribute("aria-disabled") === "true" || !shown(one)) continue;
    const times = presses(one);
    if (times === null) continue;
    const attributes = [...marks, "data-part", "data-block"].filter((mark) => one.hasAttribute(mark));
    const selector = attributes.map((mark) => `[${mark}="${one.getAttribute(mark)}"]`).join("");
    const address = spine.write({ ...spine.now(), ...opens(one.dataset) });
    const { page, block, tab, at, part, zone, hurts } = spine.read(address.startsWith("?") ? address : "");
    const room = one.closest("#page-slot, #detail, #levels, #turn, #bar, #body, #spine-view")?.id;
    const state = { page, block, tab, at, part, zone, hurts: hurts.length > 0 };
    found.push({ selector: room ? `#${room} ${selector}` : selector, presses: times, state });
  }
  return found;
}"""
TOUCH = """async (selector) => {
  const one = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
  const target = one.querySelector(".catch") ?? one;
  const paged = [...document.querySelectorAll("#more-page, #more-answer")].some((more) => more.checkVisibility());
  if (!paged) one.scrollIntoView({ block: "nearest" }); // a finger scrolls where no button does
  const box = target.getBoundingClientRect();
  const inside = (x, y) => one.contains(document.elementFromPoint(x, y));
  for (const [x, y] of [[0.5, 0.5], [0.5, 0.25], [0.5, 0.75], [0.25, 0.5], [0.75, 0.5]]) {
    const at = [box.x + box.width * x, box.y + box.height * y];
    if (inside(...at)) return at;
  }
  return null;
}"""
DEEP = 12  # touches, when it is run by itself
TABS = ("what", "how", "after", "works", "risks", "options")
ADDRESS = "location.pathname + location.search"
OPEN = """(state) => {
  const now = spine.now();
  const inside = now.page !== "block" || (now.block === state.block && now.tab === state.tab);
  return now.page === state.page && now.at === state.at && inside;
}"""
SCROLLED = "[...document.querySelectorAll('.page-body, #detail, #side')].reduce((all, one) => all + one.scrollTop, 0)"
MORE = "#more-page:visible, #more-answer:visible"
Place = tuple[str, ...]
State = dict[str, Any]


def place(state: State) -> Place:
    """What is open in a state."""
    if state["page"] == "block":
        return "block", state["block"], state["tab"]
    if state["page"] == "options":
        return "options", state["at"]
    if state["page"] != "explore":
        return (state["page"],)
    if state["zone"]:
        return "zone", state["zone"]
    return ("hurts",) if state["hurts"] and not state["part"] else ("explore", state["at"], state["part"])


@dataclass
class Found:
    """`places`: how many touches each takes, the waking one included; `ways`: the same by what it was seen in."""

    places: dict[Place, int]
    ways: dict[tuple[str, Place], int]


def crawl(screen: Page, most: int, enough: Callable[[Found], bool] = lambda found: False) -> Found:
    """Touch from the view on screen, one touch after the waking one, until `enough` or nothing is left within `most`.

    Raises AssertionError for what is seen and cannot be touched, TimeoutError for what opens otherwise than it says.
    """
    start: str = screen.evaluate(ADDRESS)
    found = Found({("explore", "", ""): 1}, {})
    turn = count()
    waiting = [(1, next(turn), start, "explore")]
    while waiting and not enough(found):
        touches, _, here, kind = heapq.heappop(waiting)
        enter(screen, here)
        for touch in screen.evaluate(TOUCHES):
            cost = touches + touch["presses"] + 1
            there = place(touch["state"])
            if cost > most:
                continue
            found.ways[kind, there] = min(cost, found.ways.get((kind, there), cost))
            if there in found.places:
                continue
            enter(screen, here)
            press(screen, touch)
            found.places[there] = cost
            if cost < most:
                heapq.heappush(waiting, (cost, next(turn), screen.evaluate(ADDRESS), there[0]))
    return found


def press(screen: Page, touch: dict[str, Any]) -> None:
    """Touch one of `TOUCHES`, after as many presses for more as it takes.

    Raises as `crawl`.
    """
    for _ in range(touch["presses"]):
        more(screen)
    try:
        until(screen, f"async (selector) => Boolean(await ({TOUCH})(selector))", touch["selector"], seconds=5)
    except TimeoutError:
        raise AssertionError(f"{touch['selector']} cannot be touched at {screen.url}") from None
    at = screen.evaluate(TOUCH, touch["selector"])
    _as_one_would(screen, lambda: screen.touchscreen.tap(*at), OPEN, touch["state"])


def more(screen: Page) -> None:
    """Press the button for more, once."""
    before = screen.evaluate(SCROLLED)
    _as_one_would(screen, lambda: screen.locator(MORE).first.tap(), f"(before) => {SCROLLED} !== before", before)


def _as_one_would(screen: Page, tap: Callable[[], None], done: str, argument: object) -> None:
    """Tap; a second touch on a spot, soon after its view has changed, is none: then tap again."""
    tap()
    try:
        until(screen, done, argument, seconds=1)
    except TimeoutError:
        tap()
        until(screen, done, argument)


def main() -> int:
    """All that a wall can show, both ways up, in every language, against a server of its own; what is missing."""
    from tests.explorer import oracle
    from tests.support.chromium import chromium
    from tests.support.running import ServerProcess
    from tests.support.watched import Watched
    from tests.wall.driving import open_wall

    wanted: set[Place] = {("block", block, tab) for block in oracle.keyed("blocks", "block_id") for tab in TABS}
    wanted |= {("explore", level, part) for level in oracle.levels() for part in oracle.PARTS}
    wanted |= {("options", at) for at in (*oracle.regions(), *oracle.levels())}
    server = ServerProcess("--kiosk")
    server.start()
    missing: list[Place] = []
    try:
        with chromium() as browser:
            for size, language in product(("kiosk-landscape", "kiosk-portrait"), oracle.LANGUAGES):
                watched = Watched(browser, server.url)
                screen = enter(open_wall(watched, "/", size=size), f"/?lang={language}")
                found = crawl(screen, DEEP, lambda found: wanted <= set(found.places))
                new = sorted(wanted - set(found.places))
                watched.close()
                print(f"{size} {language}: {len(found.places)} places found, missing: {new}", flush=True)
                missing += new
    finally:
        server.stop()
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main())
