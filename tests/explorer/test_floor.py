"""R8: the oldest browsers of the floor show the page; older ones show a sentence instead of a blank page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from catalog import Catalog
from publish import styles
from tests.explorer.driving import go, whole
from tests.support.old_browser import FLOOR, LAYERS, NEWER, NEWER_IN_SCRIPTS, OLD, age, names, seen_by_an_old_browser
from tests.support.pictures import dark
from tests.support.running import ROOT
from tests.support.watched import Watched, painted, until

SHEETS = ("first.css", "later.css", "clinician.css")
SCRIPTS = sorted([*(ROOT / "assets").rglob("*.js"), *(ROOT / "assets").rglob("*.mjs"), ROOT / "publish" / "worker.js"])
BOXES = """() => Object.fromEntries([...document.querySelectorAll(".screen [id]")]
  .map((one) => [one.id, one.getBoundingClientRect()])
  .filter(([, box]) => box.width)
  .map(([id, box]) => [id, [box.x, box.y, box.width, box.height].map(Math.round)]))"""
VIEWS = ("/?at=L4-5&part=nerve", "/?page=compare&at=C5-6", "/?page=block&block=L-TFE&tab=how", "/?page=options", "/")


def shown(page: Page, view: str) -> Page:
    go(page, view)
    until(page, "(view) => location.pathname + location.search === view", view)
    return painted(page)


@pytest.mark.parametrize("name", SHEETS)
def test_r8_style_sheets_use_only_what_is_known_to_be_old_or_newer(name: str) -> None:
    """A name that is on neither list: find out which browsers brought it, and write it to one."""
    css = styles.sheet(styles.FOLDER / name)
    assert len(names(css)) > 5
    assert names(seen_by_an_old_browser(css)) - OLD == {
        name for name in names(seen_by_an_old_browser(css)) if re.search(r"^[@:1]?x-?|^x", name)
    }


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_r8_scripts_use_nothing_that_came_after_the_floor_without_asking(path: object) -> None:
    script = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    newer = {line.strip() for line in script.splitlines() if re.search(NEWER_IN_SCRIPTS, line)}
    asks = "if (!CSS.highlights) return;"
    assert (not newer) or (asks in newer and all("ighlight" in line for line in newer)), newer


def test_r8_readme_and_guide_name_the_floor() -> None:
    named = ", ".join(f"{name} {version}" for name, version in FLOOR.items())
    for path in ("README.md", "docs/operator.md"):
        assert named in (ROOT / path).read_text(encoding="utf-8"), path
    assert all(newer.since > FLOOR["Chromium"] for newer in NEWER)
    assert LAYERS.since == FLOOR["Chromium"]


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_r8_an_old_browser_shows_the_page(page: Watched, browser: Browser, theme: str) -> None:
    """Every place is where it is today, and the drawings are no darker by more than a few lines."""
    new, old = page("/?page=staff"), page("/?page=staff", ready=None)
    age(old)
    old.reload()
    for each in (new, old):
        whole(each)
    assert "x-color-mix" in old.evaluate(
        "async () => (await (await fetch(document.querySelector('link[href*=first]').href)).text())"
    )
    for view in VIEWS:
        address = view + ("&" if "?" in view else "?") + f"theme={theme}"
        shown(new, address)
        shown(old, address)
        boxes = new.evaluate(BOXES)
        assert len(boxes) > 5
        assert old.evaluate(BOXES) == boxes, address
        drawn, aged = (each.screenshot(animations="disabled") for each in (new, old))
        assert dark(browser, aged) <= dark(browser, drawn) * 1.05 + 0.002, address


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_r8_below_the_floor_there_is_a_sentence_in_every_language(
    page: Watched, catalog: Catalog, scripts: bool
) -> None:
    old = page("/", ready=None, java_script_enabled=scripts)
    age(old, (LAYERS,))
    old.reload()
    for language, text in catalog.words["app.too-old"].items():
        sentence = old.locator(f"#too-old [lang={language}]")
        sentence.wait_for(state="visible")
        assert sentence.inner_text() == text
    assert not old.locator(".word").first.is_visible()


@pytest.mark.browser
def test_r8_nobody_else_sees_that_sentence(page: Watched) -> None:
    for scripts in (True, False):
        new = page("/", ready=None, java_script_enabled=scripts)
        new.locator("#spine").wait_for(state="visible")
        assert not new.locator("#too-old").is_visible()
        assert new.locator(".word").first.is_visible()
