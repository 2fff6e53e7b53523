"""The project's own app, behind the server: size, policy, export, and its life as a process."""

import re
import urllib.request
from collections.abc import Callable

import pytest
from werkzeug.test import Client

from publish.vendor import font_files
from server import dash_page
from server.live import Live
from tests.support.running import ServerProcess
from tests.support.watched import Watched

BUDGET_BYTES = {"br": 400_000, "gzip": 450_000}


@pytest.fixture
def visitor(live: Live) -> Client:
    return Client(live)


@pytest.mark.parametrize("coding", BUDGET_BYTES)
def test_p4_first_view_fits_the_budget(live: Live, visitor: Client, coding: str) -> None:
    page = visitor.get("/").text
    sizes = {}
    for address in ["/", "/_dash-layout", "/_dash-dependencies", *dash_page.links(page), *font_files()]:
        body = live.shown.built.find(address.partition("?")[0], "")
        assert body, address
        sizes[address] = len(getattr(body.smallest(), coding) or body.plain)
    assert not any("plotly" in address for address in sizes)
    assert sum(sizes.values()) <= BUDGET_BYTES[coding], sizes


def test_s6_no_version_of_dash_in_the_page(visitor: Client) -> None:
    page = visitor.get("/").text
    assert not re.search(r"dash_version|python_version|\.v\d+_\d+", page)


def test_a26_the_page_speaks_the_asked_language(visitor: Client) -> None:
    assert re.search(r'<html[^>]* lang="en"', visitor.get("/").text)
    assert re.search(r'<html[^>]* lang="es"', visitor.get("/?lang=es").text)


def test_s1_the_page_opens_without_a_problem(page: Watched) -> None:
    assert page("/?at=L4-5&part=facet").inner_text("h1")


def test_r5_r2_the_process_starts_dies_starts_again_and_ends_well(
    server_process: Callable[..., ServerProcess],
) -> None:
    process = server_process()
    process.start()
    process.kill()
    assert not process.healthy()
    process.start()  # on the same port, at once
    with urllib.request.urlopen(f"{process.url}/?at=L4-5", timeout=10) as answer:
        assert answer.status == 200
        assert "Server" not in answer.headers
    assert process.stop() == 0
