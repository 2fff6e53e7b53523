"""A visitor who touches their way to a page and reads it: press by press, fold by fold, step by step.

`python -m tests.wall.reader` looks for every fact of the seed on a wall of both ways up, in every language.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import count, product

from playwright.sync_api import Page

from catalog import Catalog
from tests.block import seed
from tests.explorer import oracle
from tests.support.standing import enter
from tests.support.watched import until
from tests.wall import crawler
from tests.wall.crawler import ADDRESS, TABS, TOUCHES, Place, place

# The words of an open page that stand inside its pane now and are not covered, in reading order.
WORDS = """() => {
  const pane = document.querySelector("#page-slot .page-body");
  const head = pane.parentElement.querySelector(".page-head");
  const seen = [];
  for (const room of [head, pane]) {
    const edge = room === head ? { top: 0, bottom: innerHeight } : room.getBoundingClientRect();
    const walk = document.createTreeWalker(room, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode;
      if (!text.data.trim() || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = [...range.getClientRects()].filter((box) => box.width > 2 && box.height > 2);
      if (lines.some((box) => box.bottom > edge.top && box.top < edge.bottom)) seen.push(text.data);
    }
  }
  return seen.join(" ");
}"""
END = """() => {
  const pane = document.querySelector("#page-slot .page-body");
  return pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 4;
}"""
# A word that is explained: in sight, and still folded.
FOLD = """() => {
  const pane = document.querySelector("#page-slot .page-body").getBoundingClientRect();
  for (const fold of document.querySelectorAll("#page-slot details:not([open]) > summary")) {
    const box = fold.getBoundingClientRect();
    const at = [box.x + box.width / 2, box.y + box.height / 2];
    const over = fold.checkVisibility() && document.elementFromPoint(...at);
    if (over && fold.contains(over) && at[1] > pane.top && at[1] < pane.bottom) return at;
  }
  return null;
}"""
OPENED = "(at) => document.elementFromPoint(...at)?.closest('details')?.open"
STEP = "document.querySelector('#page-slot .tab-how h2')?.textContent"
# A touch changes the address at once and the words some frames later.
HEAR = """() => {
  window.drawn = false;
  const deafen = spine.hearShown(() => {
    deafen();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = true; }));
  });
}"""
# How many times the slider of a page has, where a finger sets one of them, and whether it is set.
TIMES = "Number(document.querySelector('#page-slot .slider input')?.max ?? 0)"
TIME = """(part) => {
  const slider = document.querySelector("#page-slot .slider input");
  const box = slider.getBoundingClientRect();
  return [box.x + (box.width * (part + 0.5)) / Number(slider.max), box.y + box.height / 2];
}"""
SET = "(part) => document.querySelector('#page-slot .slider input').value === String(part + 1)"
Looked = Callable[[str], bool]  # takes the words in sight; whether all was found that is looked for


class Reader:
    """Walks on one open wall that somebody has just touched, and knows the ways that were walked before."""

    def __init__(self, screen: Page) -> None:
        self.screen = screen
        self._reached: dict[tuple[Place, ...], str] = {(): screen.evaluate(ADDRESS)}

    def walk(self, way: tuple[Place, ...]) -> None:
        """Touch from the start through each place of `way`. Raises AssertionError where there is no door."""
        if way in self._reached:
            enter(self.screen, self._reached[way])
            return
        self.walk(way[:-1])
        doors = [touch for touch in self.screen.evaluate(TOUCHES) if place(touch["state"]) == way[-1]]
        assert doors, f"no door to {way[-1]} at {self.screen.url}"
        self.screen.evaluate(HEAR)
        crawler.press(self.screen, min(doors, key=lambda touch: touch["presses"]))
        until(self.screen, "window.drawn")
        self._reached[way] = self.screen.evaluate(ADDRESS)

    def read(self, looked: Looked, *, folds: bool = False) -> bool:
        """Read the open page to its end, every step of it, `folds` opened; or until all is found."""
        return any(looked(" ".join(text.split())) for text in self._pieces(folds))

    def _pieces(self, folds: bool) -> Iterator[str]:
        """What is in sight, one look after the other: the page, its times one by one, and the steps that follow."""
        yield from self._down(folds)
        for part in range(self.screen.evaluate(TIMES)):
            self._up()
            self.screen.touchscreen.tap(*self.screen.evaluate(TIME, part))
            until(self.screen, SET, part)
            yield from self._down(folds)
        for step in count(2):
            self._up()
            further = [touch for touch in self.screen.evaluate(TOUCHES) if f'"step={step}"' in touch["selector"]]
            if not further:
                return
            before = self.screen.evaluate(STEP)
            crawler.press(self.screen, further[0])
            until(self.screen, f"(before) => {STEP} !== before", before)
            yield from self._down(folds)

    def _down(self, folds: bool) -> Iterator[str]:
        yield self.screen.evaluate(WORDS)
        while True:
            while folds and (at := self.screen.evaluate(FOLD)):
                self.screen.touchscreen.tap(*at)
                until(self.screen, OPENED, at)
                yield self.screen.evaluate(WORDS)
            if self.screen.evaluate(END):
                return
            crawler.more(self.screen)
            yield self.screen.evaluate(WORDS)

    def _up(self) -> None:
        """The button for more leads from the end to the beginning."""
        if self.screen.evaluate(crawler.SCROLLED):
            crawler.more(self.screen)


def places_of(file: str, key: str, block: str) -> list[Place]:
    """Where the words of a row may stand; `block`: on whose pages those stand that go with every block."""
    if file == "words.csv":
        return [("about",)]
    if file == "sources.csv":
        return [("sources",)]
    own = {"block_facts.csv": key.split("|")[0], "blocks.csv": key}.get(file, block)
    return [("block", own, tab) for tab in TABS]


def way_to(goal: Place) -> tuple[Place, ...]:
    """The places on the way: a block is reached from the first level that it fits."""
    if goal[0] != "block":
        return (("explore", oracle.regions()[0], ""), goal)
    level, part = next(
        (row["level"], row["part"]) for row in oracle.rows("block_matches") if row["block_id"] == goal[1]
    )
    steps = [
        ("explore", oracle.home(level), ""),
        ("explore", level, oracle.first_part(level)),
        ("explore", level, part),
    ]
    return (*dict.fromkeys(steps), *dict.fromkeys([("block", goal[1], TABS[0]), goal]))


def wanted(catalog: Catalog, language: str, facts: Iterable[str]) -> dict[seed.Row, tuple[list[Place], list[str]]]:
    """Where to look for each row that carries one of `facts`, and its words. Studies' rows are for clinicians."""
    found = {}
    for fact, file, key in seed.rows():
        if fact in facts and file != "evidence.csv":
            home = next((other.split("|")[0] for one, _, other in seed.rows() if one == fact and "|" in other), "L-FJ")
            found[fact, file, key] = places_of(file, key, home), seed.text_of(catalog, file, key, language)
    return found


def unread(reader: Reader, rows: Mapping[seed.Row, tuple[list[Place], list[str]]]) -> list[seed.Row]:
    """Walk to every place where one of the rows may stand, folds opened the second time; the rows not found."""
    left = {row: {" ".join(text.split()) for text in words} for row, (_, words) in rows.items()}

    def looked(sight: str, here: list[seed.Row]) -> bool:
        for row in here:
            left[row] = {text for text in left[row] if text not in sight}
        return not any(left[row] for row in here)

    for folds in (False, True):
        for goal in dict.fromkeys(goal for places, _ in rows.values() for goal in places):
            here = [row for row, (places, _) in rows.items() if goal in places and left[row]]
            if here:
                reader.walk(way_to(goal))
                reader.read(partial(looked, here=here), folds=folds)
    return [row for row, texts in left.items() if texts]


def main() -> int:
    """Every fact of the seed, on a wall of both ways up, in every language; what was not found."""
    import catalog as facts
    from server.settings import DATA
    from tests.support.chromium import chromium
    from tests.support.running import ServerProcess
    from tests.support.watched import Watched
    from tests.wall.driving import open_wall

    known = facts.load(DATA)
    every = {row["seed_id"] for row in seed.table("seed_coverage")}
    server = ServerProcess("--kiosk")
    server.start()
    missing: list[seed.Row] = []
    try:
        with chromium() as browser:
            for size, language in product(("kiosk-landscape", "kiosk-portrait"), oracle.LANGUAGES):
                watched = Watched(browser, server.url)
                reader = Reader(enter(open_wall(watched, "/", size=size), f"/?lang={language}"))
                rows = wanted(known, language, every)
                missing += (new := unread(reader, rows))
                watched.close()
                read = {fact for fact, _, _ in rows} - {fact for fact, _, _ in new}
                print(f"{size} {language}: {len(rows)} rows of {len(read)} facts, not found: {new}", flush=True)
    finally:
        server.stop()
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main())
