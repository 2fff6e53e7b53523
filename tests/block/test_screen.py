"""Block pages in a real browser: steps, tabs, time, ticks, options; by touch and keys, offline, in every size."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page

from tests.block.shown import TABS
from tests.explorer.driving import go, tap, whole
from tests.support.watched import Watched, until

pytestmark = pytest.mark.browser
SIZES = ("kiosk-landscape", "kiosk-portrait", "laptop", "tablet-portrait", "phone")
SMALL = """() => [...document.querySelectorAll('#page-slot :is(button,summary,input,a:not([data-kiosk] a))')]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.innerText.slice(0, 30), one.getBoundingClientRect()])
  .filter(([, box]) => (box.height < LEAST - 0.5 || box.width < LEAST - 0.5))
  .map(([text, box]) => `${text}: ${Math.round(box.width)}x${Math.round(box.height)}`)"""
WIDE = """() => [...document.querySelectorAll('#page-slot .page-body, #page-slot .page-body *')]
  .filter((one) => !one.closest('.scroll') && one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 1
    && ['block', 'flex', 'grid'].includes(getComputedStyle(one).display) && !one.closest('svg'))
  .map((one) => `${one.tagName}.${one.className}: ${one.scrollWidth} in ${one.clientWidth}`)"""


def query(screen: Page) -> dict[str, str]:
    return dict(parse_qsl(screen.evaluate("location.search.slice(1)")))


def heading(screen: Page, text: str) -> None:
    until(screen, "(text) => document.querySelector('#page-slot .tab-how h2')?.textContent === text", text)


def test_steps_by_keys_alone_and_back_again(page: Watched) -> None:
    screen = page("/?page=block&block=L-FJ&tab=how", size="laptop")
    heading(screen, "Talk and decide")
    screen.locator(".turns .btn-first").focus()
    for title in ("Tell the team your health facts", "Blood thinners: never stop on your own"):
        screen.keyboard.press("Enter")
        heading(screen, title)
        until(screen, "() => document.activeElement.matches('.turns .btn-first')")
    assert query(screen)["step"] == "3"
    until(screen, "() => document.getElementById('announcer').textContent.startsWith('Before. Step 3 of 6.')")
    screen.go_back()
    heading(screen, "Tell the team your health facts")
    go(screen, "/?page=block&block=L-MBB&tab=how&step=30")
    heading(screen, "Use the better time")
    assert screen.locator(".turns button").count() == 1


def test_r1_every_tab_of_every_block_works_offline(page: Watched) -> None:
    screen = whole(page("/", size="kiosk-portrait", touch=True))
    screen.context.set_offline(True)
    for block in ("L-FJ", "C-TFE", "X-CHEM"):
        for tab in TABS:
            go(screen, f"/?page=block&block={block}&tab={tab}")
            until(screen, "(tab) => !!document.querySelector(`#page-slot .tab-${tab}`)", tab)
            assert screen.locator("#page-slot .page-body > section").count() == 1
    go(screen, "/?page=block&block=C-TFE&tab=how&step=15")
    screen.wait_for_selector(".scene [data-layer=contrast]")
    assert screen.locator(".scene [data-layer=medicine]").first.is_hidden()
    for name in ("options", "diary", "questions"):
        go(screen, f"/?page={name}")
        until(screen, "() => !document.querySelector('#page-slot .page-block')")
    screen.context.set_offline(False)


def then(screen: Page, title: str, time: str) -> None:
    until(screen, "(text) => document.querySelector('.tl-words h3')?.textContent === text", title)
    assert query(screen).get("time", "1") == time


def test_a6_a_time_is_chosen_by_touch_without_dragging(page: Watched) -> None:
    screen = page("/?page=block&block=L-FJ&tab=after", size="phone", touch=True)
    screen.wait_for_selector(".slider input")
    box = screen.locator(".slider").bounding_box()
    assert box
    screen.touchscreen.tap(box["x"] + box["width"] * 2.5 / 6, box["y"] + box["height"] / 2)
    then(screen, "On days 2 and 3", "3")
    assert "Pain may go up a little" in screen.inner_text(".tl-words")
    assert screen.inner_text(".marks .is-now") == "Days 2 and 3"
    tap(screen, ".tl-later")
    then(screen, "From day 4 to one week", "4")
    tap(screen, ".tl-earlier")
    then(screen, "On days 2 and 3", "3")
    screen.go_back()
    then(screen, "From day 4 to one week", "4")


def test_a8_a_time_is_chosen_with_keys_alone(page: Watched) -> None:
    screen = page("/?page=block&block=L-FJ&tab=after", size="kiosk-landscape")
    screen.wait_for_selector(".slider input")
    screen.locator(".slider input").focus()
    for key, title, time in (
        ("ArrowRight", "Later on the first day", "2"),
        ("End", "From 2 weeks to 3 months", "6"),
        ("ArrowLeft", "In the second week", "5"),
        ("Home", "In the first 8 hours", "1"),
    ):
        screen.keyboard.press(key)
        then(screen, title, time)
        until(screen, "(text) => document.activeElement.getAttribute('aria-valuetext') === text", title)
    screen.locator(".tl-later").focus()
    screen.keyboard.press("Enter")
    then(screen, "Later on the first day", "2")
    until(screen, "() => document.activeElement.matches('.tl-later')")


def test_e8_s13_ticks_stay_in_memory_and_start_over_forgets_them(page: Watched) -> None:
    screen = page("/?page=questions", size="kiosk-landscape", touch=True)
    screen.wait_for_selector("[data-tick]")
    tap(screen, "[data-tick='QU-01']")
    until(screen, "() => document.querySelector('[data-tick=QU-01]').getAttribute('aria-pressed') === 'true'")
    go(screen, "/?page=options")
    screen.wait_for_selector("[data-tick='row-risks']")
    tap(screen, "[data-tick='row-risks']")
    first = "document.querySelector('.option-card .option-cell')"
    until(screen, f"() => {first}.dataset.matter === 'row-risks' && {first}.classList.contains('is-marked')")
    go(screen, "/?page=questions")
    until(screen, "() => document.querySelector('[data-tick=QU-01]')?.getAttribute('aria-pressed') === 'true'")
    assert screen.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    tap(screen, "#bar [data-do='reset']")
    assert screen.evaluate("spine.ticks.size") == 0


def test_a_term_opens_where_it_stands(page: Watched) -> None:
    screen = page("/?page=block&block=L-FJ", size="laptop")
    screen.wait_for_selector(".term")
    screen.locator(".term summary").first.focus()
    screen.keyboard.press("Enter")
    assert screen.locator(".term[open] p").first.is_visible()
    assert query(screen) == {"page": "block", "block": "L-FJ"}


def test_k5_the_wall_screen_prints_nothing(page: Watched) -> None:
    screen = page("/?page=diary", size="laptop")
    screen.wait_for_selector(".print-btn")
    assert screen.locator(".print-btn").is_visible()
    go(screen, "/?page=diary&kiosk=1")
    until(screen, "() => document.documentElement.hasAttribute('data-kiosk')")
    assert not screen.locator(".print-btn").is_visible()


def test_the_diary_prints_alone(page: Watched) -> None:
    screen = page("/?page=diary", size="laptop")
    screen.wait_for_selector(".diary")
    screen.emulate_media(media="print")
    assert screen.locator(".diary").is_visible()
    assert not any(screen.locator(hidden).is_visible() for hidden in ("#bar", "#spine", ".print-btn"))


@pytest.mark.parametrize(
    ("size", "language"), [*((size, "en") for size in SIZES), ("kiosk-portrait", "es"), ("phone", "es")]
)
def test_a1_a2_a20_targets_and_width(page: Watched, size: str, language: str) -> None:
    screen = whole(page(f"/?lang={language}", size=size))
    least = 81 if size.startswith("kiosk") else 44
    for tab in TABS:
        go(screen, f"/?page=block&block=C-TFE&tab={tab}&lang={language}")
        until(screen, "(tab) => !!document.querySelector(`#page-slot .tab-${tab}`)", tab)
        assert screen.evaluate(SMALL.replace("LEAST", str(least))) == [], tab
        assert screen.evaluate(WIDE) == [], tab


@pytest.mark.parametrize("size", ["kiosk-landscape", "kiosk-portrait", "phone"])
def test_a19_the_largest_letters_leave_room_to_read(page: Watched, size: str) -> None:
    """What stays in sight must not push the text out, and nothing runs out at the side."""
    screen = whole(page("/?text=200", size=size))
    for tab in TABS:
        go(screen, f"/?page=block&block=L-RFA&tab={tab}&text=200")
        until(screen, "(tab) => !!document.querySelector(`#page-slot .tab-${tab}`)", tab)
        room = screen.evaluate("document.querySelector('.page-body').clientHeight / innerHeight")
        assert room > 0.3, (tab, room)
        screen.evaluate("document.querySelectorAll('#page-slot details').forEach((one) => (one.open = true))")
        assert screen.evaluate(WIDE) == [], tab


def test_a8_each_way_through_the_steps_keeps_the_focus_and_begins_at_the_top(page: Watched) -> None:
    screen = page("/?page=block&block=L-FJ&tab=how&step=3", size="phone")
    heading(screen, "Blood thinners: never stop on your own")
    at_top = "() => document.querySelector('#page-slot .page-body').scrollTop === 0"
    for pressed, title, heir in (
        (".turns .sx-btn:not(.btn-first)", "Tell the team your health facts", ".turns .sx-btn:not(.btn-first)"),
        (".turns .sx-btn:not(.btn-first)", "Talk and decide", ".turns .btn-first"),
        (".step-list li:nth-child(2) .sx-btn", "Tell the team your health facts", ".turns .btn-first"),
        (".chapters .half:last-child", "Strange or weak feeling", ".chapters [aria-current]"),
    ):
        screen.evaluate("document.querySelectorAll('#page-slot details').forEach((one) => (one.open = true))")
        screen.evaluate("document.querySelector('#page-slot .page-body').scrollTo(0, 400)")
        screen.locator(f"#page-slot {pressed}").first.focus()
        screen.keyboard.press("Enter")
        heading(screen, title)
        until(screen, "(heir) => document.activeElement.matches(heir)", heir)
        until(screen, at_top)
