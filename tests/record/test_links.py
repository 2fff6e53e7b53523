"""The links that docs/record-system.md tells of: each opens what it names, and every state has one."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page

from tests.support.running import ROOT
from tests.support.standing import Standing, enter
from tests.support.watched import until

pytestmark = pytest.mark.browser
PAGE = (ROOT / "docs" / "record-system.md").read_text(encoding="utf-8")
LINKS = re.findall(r"^\|[^|]*\| `(/[^`]*)` \|$", PAGE, re.MULTILINE)
STATE = """(link) => {
  const state = spine.read(link.slice(1));
  return { unknown: state.unknown, written: spine.write(state), state };
}"""


def given(link: str) -> dict[str, str]:
    return dict(parse_qsl(link.partition("?")[2]))


def test_the_page_has_its_links() -> None:
    assert len(LINKS) > 30
    assert len(set(LINKS)) == len(LINKS)


def opened(screen: Page, link: str) -> list[str]:
    found = screen.evaluate(STATE, link)
    lost = {key: value for key, value in given(link).items() if found["state"][key] not in (value, value.split(","))}
    wrong = [f"it says {lost}, which is not read"] if lost else []
    enter(screen, link)
    until(screen, "document.getElementById('detail').textContent.trim() !== ''")
    if found["unknown"] or screen.evaluate("spine.now().unknown"):
        wrong.append("a part of it is not known")
    shown = "page-slot" if given(link).get("page") else "detail"
    if not screen.inner_text(f"#{shown} h1, #{shown} h2").strip():
        wrong.append("nothing is on screen")
    return [f"{link}: {problem}" for problem in wrong]


def test_each_link_opens_what_it_names(standing: Standing) -> None:
    screen = standing("/", size="laptop")
    shown = [link for link in LINKS if "kiosk" not in link]  # a wall screen is loaded anew
    assert [problem for link in shown for problem in opened(screen, link)] == []


def test_every_page_and_every_key_has_a_link(standing: Standing) -> None:
    screen = standing("/", size="laptop")
    site = screen.evaluate("spine.site")
    pages = {given(link).get("page", "") for link in LINKS}
    assert {*site["pages"], *site["wing"]["pages"], *site["wing"]["shared"]} - pages == set()
    keys = {key for link in LINKS for key in given(link)}
    assert set(screen.evaluate("Object.keys(spine.now())")) - keys - {"unknown", "search"} == set()
