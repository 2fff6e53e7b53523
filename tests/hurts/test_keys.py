"""Without a finger: keyboard, focus and headings on every view, at every size, in both languages."""

from __future__ import annotations

import pytest

from tests.explorer.driving import go
from tests.hurts import oracle
from tests.hurts.driving import hurts
from tests.support.standing import Standing
from tests.support.watched import resize, until

pytestmark = pytest.mark.browser
VIEWS = {
    "zone=body": ".foot",
    "zone=shoulder-arm": ".sides",
    "zone=front-hand-left": ".inset svg [data-area]",
    "zone=back-seat&hurts=buttock.left": ".inset svg [aria-pressed=true]",
    "hurts=low-back.left": ".found",
    "hurts=low-back.left,calf.left,calf.right": ".first-signs",
    "hurts=chest-upper.left&at=": ".first-signs",
    "hurts=buttock.left&at=L4-5&part=nerve": ".back-to-places",
}
CUT = """() => [...document.querySelectorAll("#detail button, #detail .sides span, #detail h1, #detail p:not(.so-far)")]
  .filter((one) => one.getClientRects().length && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => getComputedStyle(one).display !== "inline")
  .map((one) => one.textContent)"""


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_nothing_is_cut_at_any_size(standing: Standing, language: str) -> None:
    zones = [row["group"] for row in oracle.rows("area_groups")]
    screen = standing("/")
    for size in ("kiosk-portrait", "kiosk-landscape", "tablet-portrait", "laptop", "phone"):
        resize(screen, size)
        for query in [f"zone={zone}" for zone in zones] + ["zone=body", "hurts=low-back.left,hand-ring-little.right"]:
            go(screen, f"/?{query}&lang={language}")
            until(screen, "document.querySelector('#detail .foot, #detail .places') !== null")
            assert screen.evaluate(CUT) == [], (size, query)


def test_a27_one_h1_on_each_view(standing: Standing) -> None:
    screen = standing("/", size="kiosk-portrait")
    for query, ready in VIEWS.items():
        go(screen, f"/?{query}")
        until(screen, "(ready) => document.querySelector(`#detail ${ready}`) !== null", ready)
        assert screen.evaluate("document.querySelectorAll('#side h1').length") == 1, query


def test_a8_areas_are_chosen_and_taken_away_with_keys_alone(standing: Standing) -> None:
    screen = standing("/", size="laptop")
    screen.focus("#body-view [data-face=back] [tabindex='0']")
    screen.keyboard.press("End")
    screen.keyboard.press("Enter")
    until(screen, "document.querySelector('#detail .chip') !== null")
    [place] = hurts(screen)
    screen.keyboard.press("ArrowUp")
    screen.keyboard.press(" ")
    until(screen, "document.querySelectorAll('#detail .chip').length === 2")
    screen.focus(f"#detail .chip[data-toggle='{place}']")
    screen.keyboard.press("Enter")
    until(screen, "document.querySelectorAll('#detail .chip').length === 1")
    screen.focus("#detail .fit")
    screen.keyboard.press("Enter")
    until(screen, "document.querySelector('#body-view').dataset.part !== undefined")
    screen.keyboard.press("Escape")
    until(screen, "document.querySelector('#detail .chip') !== null")


def test_a12_an_inset_has_one_tab_stop_and_arrows(standing: Standing) -> None:
    screen = standing("/?zone=front-hand-left", size="laptop")
    until(screen, "document.querySelectorAll('.inset [tabindex=\"0\"]').length === 1")
    screen.focus(".inset [tabindex='0']")
    names = set()
    for _ in range(4):
        screen.keyboard.press("ArrowDown")
        names.add(screen.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(names) == 4
    screen.keyboard.press("Enter")
    until(screen, "document.querySelector('.inset [aria-pressed=true]') !== null")


def test_a25_a_choice_is_spoken_in_one_short_sentence(standing: Standing) -> None:
    screen = standing("/?zone=low-back-hips", size="laptop")
    screen.click("[data-toggle='low-back.left']")
    until(screen, "document.getElementById('announcer').textContent.includes('Lower back, left')")
    assert len(screen.inner_text("#announcer")) <= 150


def test_back_closes_the_part_and_escape_leads_out(standing: Standing) -> None:
    screen = standing("/?zone=hand", size="laptop")
    screen.click("#bar [data-do=back]")
    until(screen, "!location.search.includes('zone')")
    go(screen, "/?zone=hand")
    screen.keyboard.press("Escape")
    until(screen, "!location.search.includes('zone')")
