"""Drive the page as a person does, and read off it what a person sees."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.explorer import oracle
from tests.support.standing import WHOLE
from tests.support.watched import until

# Everything that the choice of a level decides, in one plain object.
SEEN = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const marks = {};
  for (const one of all("#body-view [data-area]")) {
    const key = `${one.dataset.area}.${one.dataset.side}`;
    const strength = one.dataset.strength ?? "";
    marks[key] = key in marks && marks[key] !== strength ? "differs between front and back" : strength;
  }
  return {
    marks: Object.fromEntries(Object.entries(marks).filter(([, strength]) => strength)),
    heading: document.querySelector("#detail h1")?.textContent ?? "",
    blocks: all("#detail [data-block]").map((one) => one.dataset.block),
    nerves: all("#detail [data-nerve]").map((one) => `${one.dataset.nerve} ${one.dataset.bone} ${one.textContent}`),
    links: all("#detail [data-block]").map((one) => one.dataset.go),
    note: document.querySelector("#detail .card-note .card-words")?.textContent ?? "",
    nodes: all("#spine-view [data-node][aria-pressed=true]")
      .map((one) => one.dataset.node + (one.dataset.part ? `|${one.dataset.part}` : "")).sort(),
    picks: all("#levels [data-pick][aria-pressed=true]").map((one) => one.dataset.pick),
    choices: all("#detail [data-choice][aria-pressed=true]").map((one) => one.dataset.choice).sort(),
  };
}"""
SETTLED = (
    "async ([wanted, keys, patience]) => { const seen = "
    + SEEN
    + """;
  const plain = (value) => Array.isArray(value) || typeof value !== "object";
  const sorted = (value) => (plain(value) ? value : Object.fromEntries(Object.entries(value).sort()));
  const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
  const begun = performance.now();
  for (;;) {
    const now = seen();
    now.query = Object.fromEntries(new URLSearchParams(location.search));
    if (keys.every((key) => same(now[key], wanted[key])) || performance.now() - begun > patience) return now;
    await new Promise(requestAnimationFrame);
  }
}"""
)
# Words come some frames after the choice that asked for them; `scheduler` runs on when a test stops the clock.
CENTRE = """async ([selector, inner]) => {
  const find = () => [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length);
  let outer = find();
  for (let look = 0; !outer && look < 300; look += 1) {
    await scheduler.postTask(() => {}, { delay: 15 });
    outer = find();
  }
  if (!outer) return null;
  const target = inner ? outer.querySelector(inner) : outer;
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
  const box = target.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
PLATE = "#spine-view > [data-plate]"


def whole(page: Page) -> Page:
    """Wait until everything is fetched that the page will ever fetch."""
    until(page, WHOLE, seconds=60)
    return page


def go(page: Page, address: str) -> None:
    """Enter an address by the door of Back and Forward: no reload."""
    page.evaluate(
        "(address) => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }", address
    )


def tap(page: Page, selector: str, inner: str = "") -> None:
    """Touch the middle of the first visible match (or of `inner` in it) with a finger, as soon as there is one."""
    centre = page.evaluate(CENTRE, [selector, inner])
    assert centre, f"nothing to touch at {selector}"
    page.touchscreen.tap(*centre)


def tap_level(page: Page, level: str) -> None:
    """Touch the middle of a level's name beside the drawing; the name's own tag takes no touches."""
    tap(page, f"{PLATE} [data-row='{level}']", ".tag")


def wanted(at: str, part: str, side: str, language: str = "en", query: dict[str, str] | None = None) -> dict[str, Any]:
    """What the data say must be seen; `query` = what stands in the URL beside `at`."""
    found = oracle.blocks(at, part)
    targets = [at] + [f"{at}|{part}"] * (part in oracle.structures(at))
    return {
        "query": {"at": at, **(query or {})},
        "marks": oracle.marks(at, part, side),
        "heading": oracle.heading(at, language),
        "blocks": found,
        "nerves": oracle.nerves(at, part, language),
        "links": [f"page=block&block={block}" for block in found],
        "note": "" if found else oracle.why_no_block(at, part, language),
        "nodes": sorted(targets),
        "picks": [at],
        "choices": sorted([f"part={part}", f"side={side}"]),
    }


def differences(page: Page, expected: dict[str, Any], patience: float = 5.0) -> list[str]:
    """Wait until the page shows what is expected; one line for each thing that still differs after `patience` s."""
    seen = page.evaluate(SETTLED, [expected, list(expected), patience * 1000])
    return [f"{key}: seen {seen[key]!r}, data say {value!r}" for key, value in expected.items() if seen[key] != value]
