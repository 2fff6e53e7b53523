"""The first HTML as the server sends it, before any script runs."""

from __future__ import annotations

import json
import re

import pytest
from werkzeug.test import Client

from server.current import Current
from server.live import Live
from server.settings import DATA

CATALOG = Current(DATA).catalog


@pytest.fixture(params=CATALOG.languages)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def html(live: Live, language: str) -> str:
    return Client(live).get(f"/?lang={language}").get_data(as_text=True)


def test_the_document_is_in_the_language_that_the_address_asks_for(html: str, language: str) -> None:
    assert f'<html lang="{language}"' in html
    assert f"<title>{CATALOG.words['app.name'][language]}</title>" in html


def test_the_viewport_is_told_once(html: str) -> None:
    assert re.findall(r'<meta name="viewport" content="([^"]*)"', html) == ["width=device-width, initial-scale=1"]


def test_no_placeholder_of_a_template_is_left(html: str) -> None:
    body = re.sub(r"<(script|style).*?</\1>", "", html, flags=re.DOTALL)
    assert not re.search(r"\{[{%#]|[}%#]\}", body)


def test_every_mark_is_named_and_has_its_words(html: str) -> None:
    """What the scripts write again in another language is right before they run."""
    marks = re.findall(r"<[^>]*data-say=[^>]*>", html)
    assert len(marks) >= 10
    assert [mark for mark in marks if 'aria-label=""' in mark or "aria-label" not in mark] == []
    assert re.findall(r'data-t="[^"]*"[^>]*></', html) == []


def test_the_words_of_every_mark_are_sent_in_every_language(live: Live, html: str, language: str) -> None:
    site = json.loads(re.search(r'id="site">(.*?)</script>', html, re.DOTALL)[1])  # type: ignore[index]
    words = Client(live).get(site["files"]["content"][language]).get_json()
    assert set(re.findall(r'data-t="([^"]+)"', html)) <= words["t"].keys()
    assert set(re.findall(r'data-say="([^"]+)"', html)) <= words["say"].keys()
