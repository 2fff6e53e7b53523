"""What a screen reader is told: one live region, the page's language, title, headings and landmarks."""

from __future__ import annotations

from itertools import pairwise, product
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.explorer import oracle
from tests.explorer.driving import PLATE, differences, go, tap, tap_level
from tests.explorer.test_alone import PAGES, opened
from tests.support.standing import Standing
from tests.support.watched import until

pytestmark = pytest.mark.browser
LONGEST = 150
PATIENCE_MS = 500
# Collects what the live region says from now on, and when.
LISTEN = """() => {
  window.heard = [];
  const region = document.getElementById("announcer");
  let last = region.textContent;
  new MutationObserver(() => {
    if (region.textContent === last) return;
    last = region.textContent;
    window.heard.push([last, performance.now() - window.touched]);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  for (const name of ["click", "popstate"])
    addEventListener(name, () => { window.touched = performance.now(); window.heard = []; }, true);
}"""
OUTLINE = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((one) => one.getClientRects().length && !one.closest("[inert]"))
  .filter((one) => getComputedStyle(one).visibility !== "hidden")
  .map((one) => Number(one.tagName[1]))"""


def heard(page: Page) -> list[tuple[str, float]]:
    """What was said since the last touch: text, ms after it."""
    until(page, "window.heard.length > 0", seconds=5)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return [(text, late) for text, late in page.evaluate("window.heard")]


def test_a25_a_selection_is_spoken_once_and_soon(standing: Standing) -> None:
    screen = standing("/", size="tablet-landscape", touch=True)
    screen.evaluate(LISTEN)
    tap(screen, f"{PLATE} [data-node='lumbar']")
    (first,) = heard(screen)
    assert oracle.heading("lumbar", "en") in first[0]
    until(screen, f"!!document.querySelector(`{PLATE} [data-row='L4-5']`)")
    said = [first]
    for touch, name in (
        (lambda: tap_level(screen, "L4-5"), "L4-L5"),
        (lambda: tap(screen, "#detail [data-choice='part=nerve']"), oracle.word("part.nerve", "en")),
        (lambda: tap(screen, "#detail [data-choice='side=left']"), oracle.word("side.left.long", "en")),
        (lambda: tap(screen, "#levels [data-pick='SIJ']"), oracle.word("level.sij", "en")),
    ):
        touch()
        (one,) = heard(screen)
        assert name in one[0]
        said.append(one)
    assert [text for text, _ in said if len(text) > LONGEST] == []
    assert max(late for _, late in said) <= PATIENCE_MS
    speaking = screen.evaluate(
        "[...document.querySelectorAll('[aria-live], [role=status], [role=alert]')]"
        ".filter((one) => one.checkVisibility() && one.textContent).map((one) => one.id)"
    )
    assert speaking == ["announcer"]
    assert screen.get_attribute("#announcer", "aria-live") == "polite"


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_a25_every_announcement_names_its_level_and_is_short(standing: Standing, language: str) -> None:
    screen = standing(f"/?lang={language}", size="tablet-landscape")
    spoken = screen.evaluate("(language) => spine.words(language)", language)
    sides = spoken["sides"]
    for level, part in product(oracle.levels(), oracle.PARTS):
        for side in oracle.SIDES:
            text = spoken["announce"][f"{level}|{part}"].replace("{side}", sides[side])
            assert len(text) <= LONGEST, text
            assert oracle.heading(level, language) in text


def test_a26_the_language_of_the_page_and_its_title(standing: Standing) -> None:
    screen = standing("/", size="tablet-landscape", touch=True)
    app = {language: oracle.word("app.name", language) for language in oracle.LANGUAGES}
    for language in ("en", "es", "en"):
        if screen.evaluate("document.documentElement.lang") != language:
            until(screen, "spine.isCalm()")  # the same spot again
            tap(screen, "#bar [data-go^='lang=']")
        until(screen, "(lang) => document.documentElement.lang === lang", language)
        assert screen.evaluate("document.documentElement.dir") in ("", "ltr")
        until(screen, "(title) => document.title === title", app[language])
        for at in (*oracle.regions(), "L4-5", "SIJ"):
            go(screen, f"/?at={at}&lang={language}")
            until(screen, "(title) => document.title === title", f"{oracle.heading(at, language)} - {app[language]}")
        go(screen, f"/?lang={language}")


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_a26_the_first_html_has_the_language_that_was_asked_for(app: str, language: str) -> None:
    with urlopen(f"{app}/?lang={language}") as answer:
        assert f'<html lang="{language}"' in answer.read().decode()


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_a27_one_h1_no_skipped_heading_landmarks_and_the_same_tools(standing: Standing, language: str) -> None:
    screen = standing(f"/?lang={language}", size="tablet-landscape")
    problems = []
    tools: set[tuple[object, ...]] = set()

    def check(name: str) -> None:
        levels = screen.evaluate(OUTLINE)
        if levels.count(1) != 1:
            problems.append(f"{name}: {levels.count(1)} h1")
        if any(after > before + 1 for before, after in pairwise(levels)):
            problems.append(f"{name}: headings skip {levels}")
        if screen.evaluate("document.querySelectorAll('main, [role=main]').length") != 1:
            problems.append(f"{name}: not one main landmark")
        seen = screen.evaluate(
            "[...document.querySelectorAll('#bar button')].filter((one) => one.getClientRects().length)"
            ".map((one) => [one.textContent, one.getBoundingClientRect().x, one.getBoundingClientRect().y])"
        )
        tools.add(tuple(map(tuple, seen)))

    check("start")
    for at in (*oracle.regions(), "C1-2", "T6-7", "L4-5", "S1", "SIJ"):
        go(screen, f"/?at={at}&lang={language}")
        problems += differences(screen, {"heading": oracle.heading(at, language)})
        check(at)
    for name in PAGES:
        go(screen, f"/?at=L4-5&page={name}&lang={language}")
        problems += opened(screen, oracle.word(f"{name}.title", language))
        check(name)
    go(screen, f"/?at=L4-5&page=block&lang={language}")
    problems += opened(screen, oracle.block_title(oracle.blocks("L4-5", "facet")[0], "L4-5", language))
    check("block")
    assert not problems, "\n".join(problems)
    assert len(tools) == 1
    assert screen.evaluate("document.querySelector('a.skip').hash") == "#page"
    go(screen, f"/?at=L4-5&lang={language}")
    assert screen.evaluate("document.querySelector('a.skip').hash") == "#detail"
