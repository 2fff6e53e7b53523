"""Once loaded the page needs nobody: no request, no other host, nothing kept, and a dead server changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Route

from tests.explorer import oracle
from tests.explorer.driving import PLATE, differences, go, tap, tap_level, wanted, whole
from tests.support.running import ServerProcess
from tests.support.watched import Watched, until

pytestmark = pytest.mark.browser
PAGES = ("emergency", "staff", "options", "questions", "sources", "about", "display")
KEPT = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
  databases: (await indexedDB.databases()).length,
})"""


def asked(page: Page) -> list[str]:
    """From now on collects what the page asks for."""
    seen: list[str] = []

    def on_request(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            seen.append(f"{request.method} {request.url}")

    page.on("request", on_request)
    return seen


def story(page: Page) -> list[str]:
    """A whole visit: regions, levels, structures, sides, views, blocks, pages, the other language."""
    problems: list[str] = []
    for region in oracle.regions():
        go(page, "/")
        problems += differences(page, {"query": {}, "nodes": []})
        tap(page, f"{PLATE} [data-node='{region}']")
        problems += differences(page, {"query": {"at": region}, "heading": oracle.heading(region, "en")})
        for level in oracle.levels(region)[1::4]:
            tap_level(page, level)
            problems += differences(page, {"heading": oracle.heading(level, "en"), "picks": [level]})
        tap(page, "#detail [data-choice='part=nerve']")
        tap(page, "#detail [data-choice='side=left']")
        problems += differences(page, wanted(level, "nerve", "left", query={"part": "nerve", "side": "left"}))
        tap(page, "#turn [data-choice='look=back']")
        until(page, f"document.querySelector('{PLATE}').dataset.plate === 'posterior-{region}'")
        for block in oracle.blocks(level, "nerve")[:1]:
            tap(page, f"#detail [data-block='{block}']")
            problems += opened(page, f"{oracle.block_title(block, level, 'en')}, left side")
    for name in PAGES:
        go(page, f"/?at=L4-5&page={name}")
        problems += opened(page, oracle.word(f"{name}.title", "en"))
    tap(page, "#bar [data-go='lang=es']")
    problems += opened(page, oracle.word(f"{name}.title", "es"))
    go(page, "/?at=L4-5&lang=es")
    expected = wanted("L4-5", "facet", "both", "es", {"lang": "es"})
    return problems + differences(page, expected)


def opened(page: Page, title: str) -> list[str]:
    """Wait for a page with this title."""
    try:
        until(page, "(title) => document.querySelector('#page-slot h1')?.textContent === title", title, seconds=5)
    except TimeoutError:
        return [f"no page {title}"]
    return []


def test_r1_k14_s13_a_whole_visit_asks_nobody_and_keeps_nothing(page: Watched) -> None:
    screen = whole(page("/", size="laptop", touch=True))
    seen = asked(screen)
    assert story(screen) == []
    assert seen == []
    assert screen.evaluate(KEPT) == {"local": 0, "session": 0, "cookie": "", "databases": 0}
    assert screen.context.cookies() == []


def test_r2_a_killed_server_changes_nothing(page: Watched, server_process: Callable[..., ServerProcess]) -> None:
    server = server_process()
    server.start()
    screen = whole(page("/", size="laptop", touch=True, url=server.url))
    server.kill()
    assert not server.healthy()
    assert story(screen) == []


@pytest.mark.parametrize("name", ["content/words.es", "posterior-lumbar", "scene-prone", "search.mjs", "later.css"])
def test_r2_what_never_answers_is_asked_for_again(page: Watched, name: str) -> None:
    """Of what the page fetches in the background, one answer stays out for good; the second try is answered."""
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.fallback()
        else:
            held.append(route)

    page.allow("404")
    screen = page("/no-page-yet", ready=None)
    screen.clock.install()
    screen.route(f"**/*{name}*", hold_the_first)
    with screen.expect_request(lambda request: name in request.url, timeout=30_000):
        screen.goto(screen.url.replace("/no-page-yet", "/"))
    assert not screen.evaluate("document.documentElement.hasAttribute('data-whole')")
    screen.clock.fast_forward(15_000)  # patience ends ...
    screen.clock.fast_forward(5_000)  # ... and everything that is not there is asked for again
    whole(screen)
    assert held


def test_the_first_touch_need_not_wait_for_everything(page: Watched) -> None:
    """A touch before the background has fetched all is answered too."""
    screen = page("/", size="laptop", touch=True)
    until(screen, "document.documentElement.hasAttribute('data-live')")
    tap(screen, f"{PLATE} [data-node='thoracic']")
    assert differences(screen, {"heading": oracle.heading("thoracic", "en")}) == []
    until(screen, f"document.querySelector('{PLATE}').dataset.plate === 'lateral-thoracic'")
    tap_level(screen, "T6-7")
    assert differences(screen, wanted("T6-7", "facet", "both")) == []
