"""Help from people is one touch away, and no chart brings a toolbar of its own to the wall."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from catalog import Catalog
from tests.support.running import ServerProcess
from tests.support.watched import Watched, resize, until
from tests.wall.driving import open_wall, touch

pytestmark = pytest.mark.browser


def test_a33_a22_staff_are_one_touch_away_with_the_clinics_own_words(
    page: Watched, server_process: Callable[..., ServerProcess], catalog: Catalog
) -> None:
    server = server_process("--kiosk", "--staff-text", "Ring the bell at desk 2.")
    server.start()
    opened = open_wall(page, "/", url=server.url)
    for size in ("kiosk-portrait", "kiosk-landscape"):
        resize(opened, size)
        touch(opened, "#bar [data-do=reset]")
        until(opened, "!document.querySelector('#page-slot h1')")
        touch(opened, "#bar [data-go='page=staff']")
        until(opened, "document.querySelector('#page-slot h1')")
        told = opened.locator("#page-slot").inner_text()
        assert "Ring the bell at desk 2." in told
        assert catalog.words["staff.same"]["en"] in told


def test_k6_no_chart_brings_its_own_toolbar(page: Watched) -> None:
    opened = open_wall(page)
    touch(opened, "[data-pick=lumbar]")
    touch(opened, "[data-pick='L4-5']")
    until(opened, "document.querySelector('#detail [data-block]')")
    assert opened.evaluate("document.querySelectorAll('.modebar, .modebar-btn').length") == 0
    assert opened.evaluate("typeof window.Plotly") == "undefined"
