"""A8 to A12: everything works with keys alone, focus is always seen and never lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Page

from tests.explorer import oracle
from tests.explorer.driving import PLATE, differences, go, wanted, whole
from tests.support.watched import Watched, until

pytestmark = pytest.mark.browser

# A name for the focused element that does not change when it is drawn again.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "nothing";
  const { node, part, pick, area, side, choice, go, do: deed } = one.dataset;
  const named = (kind, name) => `${kind} ${name}`;
  if (node) return named("node", part ? `${node}|${part}` : node);
  if (area) return named("area", `${area}.${side}`);
  if (pick) return named("pick", pick);
  if (choice) return named("choice", choice);
  if (go !== undefined) return named("go", go);
  return deed ? named("do", deed) : one.id ? `#${one.id}` : `${one.tagName.toLowerCase()}.${one.getAttribute("class")}`;
}"""
# Everything on screen that Tab must reach: what can be focused, is seen and is not switched off.
REACHABLE = """() => [...document.querySelectorAll("a[href], button, [tabindex='0'], summary")]
  .filter((one) => one.tabIndex >= 0 && one.getClientRects().length && !one.closest("[inert]") && !one.disabled)
  .filter((one) => getComputedStyle(one).visibility !== "hidden").length"""
# How the focused element shows its focus: outline or stroke width in px on screen.
RING = """() => {
  const one = document.activeElement;
  const outline = getComputedStyle(one);
  if (outline.outlineStyle !== "none") return parseFloat(outline.outlineWidth);
  const shape = one.querySelector?.(".catch") ?? one;
  const drawn = getComputedStyle(shape);
  const scale = shape.getScreenCTM?.()?.a ?? 1;
  return drawn.stroke && drawn.stroke !== "none" ? parseFloat(drawn.strokeWidth) * scale : 0;
}"""


def focused(page: Page) -> str:
    return str(page.evaluate(FOCUSED))


def focus(page: Page, selector: str) -> None:
    page.evaluate("(selector) => document.querySelector(selector).focus()", selector)


def press(page: Page, *keys: str) -> str:
    for key in keys:
        page.keyboard.press(key)
    return focused(page)


def tour(page: Page) -> list[tuple[str, float]]:
    """Press Tab from the top until the page is left; the stops and the width of their rings."""
    stops: list[tuple[str, float]] = []
    page.evaluate(
        "document.body.prepend(Object.assign(document.createElement('i'), { tabIndex: -1, id: 'top-of-page' }))"
    )
    focus(page, "#top-of-page")
    for _ in range(120):
        here = press(page, "Tab")
        if here == "nothing" or (stops and page.evaluate("document.activeElement === window.firstStop")):
            return stops
        if not stops:
            page.evaluate("window.firstStop = document.activeElement")
        stops.append((here, page.evaluate(RING)))
    raise AssertionError(f"Tab never leaves: {stops[-5:]}")


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?at=lumbar",
        "/?at=L4-5&part=facet",
        "/?at=C5-6&part=nerve&look=back",
        "/?page=emergency",
        "/?page=display",
    ],
)
def test_a8_a9_tab_reaches_everything_once_and_shows_where_it_is(page: Watched, address: str) -> None:
    screen = whole(page(address, size="laptop"))
    stops = tour(screen)
    names = [name for name, _ in stops]
    assert len(stops) == screen.evaluate(REACHABLE), names
    assert [stop for stop in stops if stop[1] < 2] == []
    assert names[0] == "a.skip"
    assert len(set(names)) == len(names) or "page=" in address
    if "page=" not in address:
        assert sum(name.startswith("node") for name in names) == 1
        assert sum(name.startswith("area") for name in names) == 2


def test_a12_arrows_step_through_levels_and_their_structures(page: Watched) -> None:
    screen = whole(page("/?at=lumbar", size="laptop"))
    levels = oracle.levels("lumbar")
    focus(screen, f"{PLATE} [data-node='{levels[0]}']")
    for level in levels[1:]:
        assert press(screen, "ArrowDown") == f"node {level}"
    assert press(screen, "ArrowUp") == f"node {levels[-2]}"
    assert press(screen, "Home") == f"node {levels[0]}"
    assert press(screen, "End") == f"node {levels[-1]}"
    focus(screen, f"{PLATE} [data-node='L4-5']")
    along = [press(screen, "ArrowRight") for _ in range(3)]
    assert sorted(along) == ["node L4-5", "node L4-5|facet", "node L4-5|nerve"]
    assert screen.evaluate(f"document.querySelectorAll(`{PLATE} [tabindex='0']`).length") == 1


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a11_keys_choose_a_region_a_level_and_a_structure(page: Watched, key: str) -> None:
    screen = whole(page("/", size="laptop"))
    focus(screen, f"{PLATE} [data-node='cervical']")
    press(screen, "ArrowDown", "ArrowDown", key)
    assert differences(screen, {"heading": oracle.heading("lumbar", "en"), "query": {"at": "lumbar"}}) == []
    until(screen, "document.activeElement !== document.body", seconds=3)
    assert focused(screen).startswith("node L")
    press(screen, "Home", "ArrowDown", "ArrowDown", "ArrowDown", key)
    assert differences(screen, wanted("L4-5", "facet", "both")) == []
    assert focused(screen) == "node L4-5"
    focus(screen, f"{PLATE} [data-node='L4-5'][data-part=nerve]")
    press(screen, key)
    assert differences(screen, wanted("L4-5", "nerve", "both", query={"part": "nerve"})) == []


def test_a8_escape_goes_up_one_step_at_a_time(page: Watched) -> None:
    screen = whole(page("/?at=L4-5&page=emergency", size="laptop"))
    for at in ("L4-5", "lumbar", ""):
        press(screen, "Escape")
        until(screen, "(at) => spine.now().at === at && spine.now().page === 'explore'", at)


@pytest.mark.parametrize(
    "opener", ["#detail [data-block='L-FJ']", "#detail [data-go='page=options']", "#bar [data-go='page=emergency']"]
)
def test_a8_focus_goes_to_the_page_and_back_to_its_opener(page: Watched, opener: str) -> None:
    screen = whole(page("/?at=L4-5", size="laptop"))
    screen.wait_for_selector(opener)
    focus(screen, opener)
    before = press(screen, "Enter") and screen.evaluate("location.search")
    assert "page=" in before
    until(screen, "document.activeElement === document.querySelector('#page-slot h1')", seconds=5)
    press(screen, "Escape")
    until(screen, "(opener) => document.activeElement === document.querySelector(opener)", opener, seconds=5)


def test_a8_focus_stays_when_a_choice_is_pressed(page: Watched) -> None:
    screen = whole(page("/?at=lumbar", size="laptop"))
    focus(screen, "#levels [data-pick='L4-5']")
    press(screen, "Enter")
    assert differences(screen, wanted("L4-5", "facet", "both")) == []
    assert focused(screen) == "pick L4-5"
    focus(screen, "#detail [data-choice='part=nerve']")
    press(screen, "Enter")
    assert differences(screen, wanted("L4-5", "nerve", "both", query={"part": "nerve"})) == []
    assert focused(screen) == "choice part=nerve"


def tree(session: CDPSession) -> list[dict[str, object]]:
    """Every control of the accessibility tree: role and name."""
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        {"role": node["role"]["value"], "name": node.get("name", {}).get("value", "")}
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in {"button", "link", "group", "navigation", "region"}
    ]


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_a10_a11_everything_has_its_own_name_in_the_tree(page: Watched, language: str) -> None:
    screen = whole(page(f"/?lang={language}", size="laptop"))
    session = screen.context.new_cdp_session(screen)
    for at in ("", *oracle.regions(), "L4-5"):
        go(screen, f"/?at={at}&lang={language}")
        if at:
            assert differences(screen, {"heading": oracle.heading(at, language)}) == []
        found = tree(session)
        assert [one for one in found if not str(one["name"]).strip()] == [], at or "start"
        names = screen.evaluate(
            f"[...document.querySelectorAll(`{PLATE} [data-node], #body-view [data-area]`)].map((one) => one.ariaLabel)"
        )
        assert len(set(names)) == len(names), at or "start"
        assert set(names) <= {one["name"] for one in found if one["role"] == "button"}
        assert screen.evaluate(f"document.querySelector('{PLATE}').getAttribute('role')") == "group"
