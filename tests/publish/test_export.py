"""The static site: copied into any folder of any server it is the app, sounds and all, and the same bytes each time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from publish.export import own_addresses
from server.beat import PATH
from tests.support.running import ROOT
from tests.support.watched import Watched, until

WHOLE = "document.documentElement.hasAttribute('data-whole')"
KEPT = "(async () => Boolean(navigator.serviceWorker.controller) && (await caches.keys()).length > 0)()"


def opened(browser: Browser, url: str) -> tuple[Watched, Page, list[str]]:
    """The site in a browser, and all that it asked for and did not get, however small."""
    watched = Watched(browser, url)
    failed: list[str] = []
    page = watched("", service_workers="allow", size="laptop")
    until(page, WHOLE, seconds=60)
    page.context.on("requestfailed", lambda one: failed.append(f"{one.url}: {one.failure}"))
    page.context.on("response", lambda one: failed.append(f"{one.url}: {one.status}") if one.status >= 400 else None)
    page.reload()
    until(page, WHOLE, seconds=60)
    return watched, page, failed


def headed(page: Page, words: str) -> None:
    until(page, f"document.querySelector('#page-slot h1, #detail h1')?.textContent === {words!r}")


@pytest.mark.browser
def test_r3_the_site_works_below_a_folder_and_without_its_server(browser: Browser, site_url: str) -> None:
    watched, page, failed = opened(browser, site_url)
    page.click("[data-pick=lumbar]")
    page.click("[data-pick='L4-5']")
    headed(page, "L4-L5")
    page.click("#detail [data-choice='part=nerve']")
    page.click("#turn [data-choice='look=back']")
    until(page, "document.querySelector('#spine-view > [data-plate=posterior-lumbar]')")
    page.click("#detail [data-block]")
    until(page, "document.querySelector('#page-slot article')")
    page.click("#page-slot [data-choice='tab=how']")
    until(page, "document.querySelector('#page-slot .scene-drawing svg')")
    page.click("#bar [lang=es]")
    until(page, "document.documentElement.lang === 'es'")
    page.click("#bar [data-do=reset]")
    until(page, f"location.href === {site_url!r} && document.documentElement.lang === 'en'")
    page.dispatch_event("[data-area='low-back'][data-side='left']", "click")
    until(page, "location.search.includes('hurts=low-back.left') || location.search.includes('zone=')")
    until(page, KEPT, seconds=60)
    assert failed == []
    watched.allow("net::ERR_(FAILED|INTERNET_DISCONNECTED)")  # the worker asks the server first, in vain from here on
    page.context.set_offline(True)
    page.goto(f"{site_url}?at=L4-5&lang=es")
    headed(page, "L4-L5")
    until(page, f"{WHOLE} && document.documentElement.lang === 'es'", seconds=60)
    assert watched.problems == []
    watched.close()


@pytest.mark.browser
def test_the_site_answers_in_the_language_that_is_asked_for(browser: Browser, site_url: str, site: Path) -> None:
    watched = Watched(browser, site_url)
    page = watched("?lang=es")
    until(
        page, "document.documentElement.lang === 'es' && document.querySelector('h1').textContent.includes('columna')"
    )
    assert watched.problems == []
    watched.close()
    assert '<html lang="es"' in (site / "spine" / "index.es.html").read_text(encoding="utf-8")


@pytest.mark.browser
def test_a31_the_site_can_be_heard(browser: Browser, site_url: str) -> None:
    watched, page, failed = opened(browser, site_url)
    with page.expect_response(re.compile(r"/spine/speech/en/[0-9a-f]{12}\.opus$")) as answer:
        page.click("#bar [data-wall=listen]")
    assert answer.value.status == 200
    until(page, "spine.speaking() && CSS.highlights.has('spoken')")
    assert failed == []
    assert watched.problems == []
    watched.close()


@pytest.mark.browser
def test_k15_a_wall_screen_without_a_server_sends_no_pulse(browser: Browser, site_url: str) -> None:
    watched = Watched(browser, site_url)
    page = watched("", ready=None)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{site_url}?kiosk=1")
    until(page, f"document.getElementById('attract')?.open && {WHOLE}", seconds=60)
    assert any(address.endswith("wall.mjs") or "/wall/wall" in address for address in asked)
    assert [address for address in asked if address.endswith(PATH)] == []
    assert watched.problems == []
    watched.close()


def test_every_address_in_the_site_is_found_from_where_it_stands(site: Path) -> None:
    start = (site / "spine" / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r'(?:src|href)="/', start)
    named = re.findall(r'"((?:content|assets|_dash-component-suites)/[^"?]+)', start)
    assert len(named) > 30
    missing = [address for address in named if not (site / "spine" / address).is_file()]
    assert missing == []
    worker = (site / "spine" / "sw.js").read_text(encoding="utf-8")
    kept = re.findall(r'"\./([^"?]+)', worker.splitlines()[0])
    assert len(kept) > 30
    assert [address for address in kept if not (site / "spine" / address).is_file()] == []


def test_what_belongs_to_a_running_process_is_not_in_the_site(site: Path) -> None:
    assert not any((site / "spine" / name).exists() for name in ("health", "alive", "wall"))


def test_a_page_that_is_missing_leads_to_the_site(site: Path) -> None:
    assert 'href="/spine/"' in (site / "spine" / "404.html").read_text(encoding="utf-8")


def test_a_rule_that_does_not_tell_its_addresses_cannot_be_left_out() -> None:
    class Page:
        server = Flask("small")

    Page.server.add_url_rule("/pictures/<name>", "pictures", lambda name: name)
    with pytest.raises(ValueError, match="/pictures/<name>"):
        own_addresses(Page())  # type: ignore[arg-type]


def test_two_starts_write_the_same_bytes(tmp_path: Path) -> None:
    def sums(seed: str) -> dict[str, str]:
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "app.py", "export", str(folder)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    first, second = sums("1"), sums("2")
    assert len(first) > 100
    assert {name for name in first | second if first.get(name) != second.get(name)} == set()
