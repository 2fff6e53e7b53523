"""The app without its server: kept in the browser, renewed within one reload, and honest about what is missing."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from werkzeug.test import Client

from server.kept import Kept
from server.live import Live
from server.settings import DATA, Settings
from tests.support.running import ROOT, ServerProcess, serving
from tests.support.watched import Watched, until
from tests.wall.driving import ASLEEP, LIVE, sleeping, touch, wake

pytestmark = pytest.mark.browser
KEPT = "(async () => Boolean(navigator.serviceWorker.controller) && (await caches.keys()).length > 0)()"
RELEASES = "caches.keys().then((names) => names.filter((name) => !name.startsWith('spine-speech ')))"
SHOWN = "document.querySelector('#detail h1')?.textContent === 'L4-L5'"


def kept(opened: Page) -> Page:
    """Wait until the browser keeps the whole app."""
    until(opened, KEPT, seconds=60)
    return opened


def test_r3_k14_reload_with_the_server_dead_opens_the_app(
    page: Watched, server_process: Callable[..., ServerProcess]
) -> None:
    server = server_process()
    server.start()
    opened = kept(page("/", url=server.url, service_workers="allow"))
    server.kill()
    opened.reload()
    until(opened, LIVE)
    opened.goto(f"{server.url}/?at=L4-5&lang=es")
    until(opened, SHOWN)
    assert opened.evaluate("document.documentElement.lang") == "es"
    assert opened.evaluate(
        "document.fonts.check('900 30px Lato') && [...document.fonts].some((one) => one.status === 'loaded')"
    )


def test_r3_a_new_release_replaces_the_old_within_one_reload(page: Watched, tmp_path: Path, cache: Path) -> None:
    from app import build

    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    live = Live(build, Settings(data=data), kept=Kept(cache, "offline", "tests"), every=3600)  # renewed below
    with serving(live) as url:
        opened = kept(page("/", url=url, service_workers="allow"))
        before = opened.evaluate(RELEASES)
        words = data / "words.csv"
        words.write_text(
            words.read_text(encoding="utf-8").replace("Explore your spine", "See your spine"), encoding="utf-8"
        )
        live.renew()
        opened.reload()
        until(opened, f"{LIVE} && document.querySelector('h1').textContent === 'See your spine'")
        until(opened, f"({RELEASES}).then((names) => names.length === 1 && names[0] !== '{before[0]}')", seconds=30)


def test_r3_what_is_kept_is_all_that_the_page_asks_for(live: Live) -> None:
    client = Client(live)
    told = re.match(r"const MADE = (.*);", client.get("/sw.js").text)
    assert told
    addresses = json.loads(told[1])["kept"]
    assert {"./", "./_dash-layout", "./_dash-dependencies", "./manifest.webmanifest", "./?lang=es"} <= set(addresses)
    assert sum(address.endswith(".woff2") for address in addresses) == 3
    scenes = {f"./assets/spine_svg/{path.name}" for path in (ROOT / "assets" / "spine_svg").glob("scene-*.svg")}
    assert scenes and scenes <= set(addresses)
    for address in addresses:
        with client.get(address.removeprefix(".")) as answer:
            assert answer.status_code == 200, address


def test_r3_the_worker_is_asked_for_again_on_each_visit(live: Live) -> None:
    answer = Client(live).get("/sw.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_r2_a_missing_part_is_told_calmly_and_comes_without_a_reload(page: Watched) -> None:
    page.allow("ERR_FAILED")
    opened = page("/health", ready=None)
    page.allow("404")
    opened.route("**/content/words.es*", lambda route: route.abort())
    opened.goto(opened.url.replace("/health", "/"))
    until(opened, LIVE)
    assert not opened.locator("#offline").is_visible()
    touch_language(opened)
    until(opened, "document.documentElement.hasAttribute('data-missing')")
    assert opened.locator("#offline").is_visible()
    assert opened.locator("#detail").is_visible()
    opened.unroute("**/content/words.es*")
    until(opened, "document.querySelector('h1').textContent === 'Explore su columna'", seconds=5)
    assert not opened.locator("#offline").is_visible()


def touch_language(opened: Page) -> None:
    opened.locator("#bar [lang=es]").click()


def test_k14_r2_the_wall_screen_lives_on_without_any_network(page: Watched) -> None:
    page.allow("net::ERR_(FAILED|INTERNET_DISCONNECTED)")  # Chromium's own words on what is fetched ahead, in vain here
    opened = kept(sleeping(page, service_workers="allow"))
    opened.context.set_offline(True)
    opened.reload()
    until(opened, f"{LIVE} && {ASLEEP}")
    wake(opened)
    touch(opened, "[data-pick=lumbar]")
    touch(opened, "[data-pick='L4-5']")
    until(opened, SHOWN)
    touch(opened, "[data-go='page=emergency']")
    until(opened, "document.querySelector('#page-slot h1')")
