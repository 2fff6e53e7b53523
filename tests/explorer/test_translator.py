"""The browser's own translator changes the page behind its back; the page survives it and goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.explorer.driving import tap, whole
from tests.support.watched import Watched, painted, until

pytestmark = pytest.mark.browser

# As Chromium's translator does: every text becomes two <font> with other words, also of what comes later; what is
# marked is left alone; the page's language is changed.
TRANSLATE = """() => {
  const leave = "[translate=no], .notranslate, script, style, font, svg";
  const wrap = (text) => {
    if (!text.data.trim() || text.parentElement.closest(leave)) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    for (const one of [outer, inner]) one.style.setProperty("vertical-align", "inherit");
    outer.append(inner);
    inner.append(`«${text.data}»`);
    text.replaceWith(outer);
  };
  const all = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(wrap);
  };
  const look = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target.nodeType === 3) target.parentElement && wrap(target);
      for (const one of [...addedNodes].filter((node) => node.isConnected)) one.nodeType === 3 ? wrap(one) : all(one);
    }
  });
  all(document.body);
  look.observe(document.body, { childList: true, subtree: true, characterData: true });
  document.documentElement.lang = "pl";
  document.documentElement.classList.add("translated-ltr");
}"""
# The words of a pane as the visitor reads them, without the translator's marks.
READ = "(pane) => document.querySelector(pane).innerText.replace(/[«»]/g, '').replace(/\\s+/g, ' ').trim()"
STORY = (
    ("#levels [data-pick=lumbar]", "", "at=lumbar"),
    ("#levels [data-pick='L4-5']", "", "at=L4-5"),
    ("#detail [data-choice='part=nerve']", "", "part=nerve"),
    ("#detail [data-choice='side=left']", "", "side=left"),
    ("[data-go='at=']", "", "?side=left"),
    ("#body-view [data-face=back] [data-area=low-back]", "", "zone="),
    ("[data-inset] [data-area=low-back][data-side=left]", "", "hurts=low-back.left"),
    ("[data-inset] [data-area=buttock][data-side=left]", "", "buttock.left"),
    ("[data-inset] [data-area=low-back][data-side=left]", "", "hurts=buttock.left"),
    ("#bar [data-do=back]", "", "low-back.left"),
    ("#bar [data-go='page=emergency']", "", "page=emergency"),
    ("#bar [data-do=back]", "", "hurts="),
    ("#bar [data-go='lang=es']", "", "lang=es"),
    ("#bar [data-do=reset]", "", ""),
)
PANES = ("#levels", "#detail", "#turn", "#page-slot", "#bar")


def shown(screen: Page) -> dict[str, str]:
    return {pane: screen.evaluate(READ, pane) for pane in PANES}


def test_the_page_goes_on_while_the_browser_translates_it(page: Watched) -> None:
    """Each view reads as on a page that nobody translates, but for the words of the translator."""
    plain, translated = (painted(whole(page("/", touch=True, size="kiosk-portrait"))) for _ in range(2))
    translated.evaluate(TRANSLATE)
    for selector, inner, query in STORY:
        for screen in (plain, translated):
            tap(screen, selector, inner)
            until(screen, "(wanted) => location.search.includes(wanted)", query)
            painted(screen)
        wanted = shown(plain)
        until(
            translated,
            f"(wanted) => Object.entries(wanted).every(([pane, words]) => ({READ})(pane) === words)",
            wanted,
        )
        if "lang=es" not in translated.url and query:
            assert translated.evaluate("document.documentElement.lang") == "pl"


def test_names_of_levels_and_languages_are_never_translated(page: Watched) -> None:
    screen = painted(whole(page("/?at=lumbar", touch=True)))
    screen.evaluate(TRANSLATE)
    kept = "#levels [data-pick='L4-5'], #top .pill, #bar [data-go='lang=es'] span"
    assert screen.locator(f":is({kept}) font").count() == 0
    assert screen.locator("#detail font").count() > 0


def test_a_wall_screen_is_not_translated_at_all(page: Watched) -> None:
    screen = page("/?kiosk=1", touch=True)
    until(screen, "document.documentElement.translate === false")
    assert not painted(whole(page("/"))).evaluate("document.documentElement.translate === false")
