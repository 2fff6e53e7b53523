"""The physician's wing: one switch away, never on the wall, and nothing of it is fetched before."""

from __future__ import annotations

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, Request

from components.clinician.shortcuts import SHORTCUTS
from tests.explorer.driving import tap
from tests.support.standing import WHOLE, Standing
from tests.support.watched import Watched, until

CHOSEN = "at=L4-5&part=nerve&side=left"
IN_CLINICIANS_VOICE = "document.querySelector('#bar [data-choice=\"view=clinician\"][aria-pressed=true]') !== null"


def query(page: Page) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def test_nothing_of_the_wing_is_fetched_before_its_first_use(page: Watched) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    opened = page("/?" + CHOSEN, touch=True)
    opened.context.on("request", note)  # the service worker's too
    until(opened, WHOLE, seconds=60)
    kept = opened.request.get(urljoin(opened.url, "/sw.js")).text()
    ours = ("/wing/", "/content/modules/clinician/")
    assert [one for one in asked if one.startswith(ours)] == []
    assert [one for one in ours if one in kept] == []
    tap(opened, "#bar [data-choice='view=clinician']")
    until(opened, IN_CLINICIANS_VOICE)
    assert [one for one in asked if one.startswith(ours[0])]


def test_e12_the_switch_of_voices_keeps_what_is_chosen(standing: Standing) -> None:
    page = standing(f"/?{CHOSEN}&lang=es", size="laptop", touch=True)
    tap(page, "#bar [data-choice='view=clinician']")
    until(page, IN_CLINICIANS_VOICE)
    assert query(page) == {"at": "L4-5", "part": "nerve", "side": "left", "lang": "es", "view": "clinician"}
    assert page.locator("#detail h1").inner_text() == "L4-L5"
    tap(page, "#bar [data-choice='view=patient']")
    until(page, f"!({IN_CLINICIANS_VOICE})")
    assert query(page) == {"at": "L4-5", "part": "nerve", "side": "left", "lang": "es"}


def test_a_wall_screen_has_no_other_voice(standing: Standing) -> None:
    page = standing(f"/?{CHOSEN}&kiosk=1&view=clinician&page=keys&plan=L4-5.left&kind=rfa&chart=x&sheet=es")
    told = page.evaluate("spine.now()")
    assert [told[key] for key in ("view", "page", "plan", "chart", "sheet")] == ["patient", "explore", "", "", ""]
    assert not page.locator(".views").first.is_visible()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("L5-S1.left,L3-4.right", "L3-4.right,L5-S1.left"),
        ("l5-s1", "L5-S1.both"),
        ("L4-5.left,L4-5.right", "L4-5.both"),
        ("L4-5.left,L4-5.left", "L4-5.left"),
        ("L9-10.left,L4-5.up,L4-5.left", "L4-5.left"),
        (",,", ""),
    ],
)
def test_a_plan_is_written_from_the_neck_down(standing: Standing, written: str, read: str) -> None:
    page = standing(f"/?view=clinician&plan={written}", size="laptop", touch=True)
    assert page.evaluate("spine.now().plan") == read
    assert page.evaluate("spine.now().unknown") is ("L9-10" in written)
    standing("/?view=patient&plan=L4-5.left", size="laptop", touch=True)
    assert page.evaluate("spine.now().plan") == ""


def test_each_key_does_what_its_tool_does(standing: Standing) -> None:
    page = standing(f"/?{CHOSEN}&view=clinician", size="laptop", touch=True)
    for key, told in SHORTCUTS.items():
        name, _, value = told.partition("=")
        standing(f"/?{CHOSEN}&view=clinician", size="laptop", touch=True)
        page.keyboard.press(key)
        until(page, "([name, value]) => spine.now()[name] === value", [name, value])
