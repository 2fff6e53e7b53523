"""The facts that the project began with are read on a wall's screen by touch alone; one that is hidden is missed."""

from __future__ import annotations

import pytest

from catalog import Catalog
from tests.block import seed
from tests.support.standing import enter
from tests.support.watched import Watched
from tests.wall.driving import open_wall
from tests.wall.reader import Reader, unread, wanted

pytestmark = pytest.mark.browser
EVERY = {row["seed_id"] for row in seed.table("seed_coverage")}


def test_every_fact_of_the_seed_is_touched_and_read(page: Watched, catalog: Catalog) -> None:
    """One row of each fact; `python -m tests.wall.reader` looks for all, in every language and both ways up."""
    every = wanted(catalog, "en", EVERY)
    assert {fact for fact, _, _ in every} == EVERY - seed.NOT_SHOWN
    firsts = {fact: row for row in reversed(every) for fact in row[:1]}
    rows = {row: every[row] for row in firsts.values()}
    assert unread(Reader(open_wall(page, size="kiosk-landscape")), rows) == []


def test_a_fact_that_is_hidden_is_missed(page: Watched, catalog: Catalog) -> None:
    screen = enter(open_wall(page, size="kiosk-portrait"), "/?kiosk=1&lang=es")
    rows = wanted(catalog, "es", {"SD-47"})
    assert unread(Reader(screen), rows) == []
    screen.add_style_tag(content="#page-slot .page-body > p:first-child { visibility: hidden }")
    assert unread(Reader(enter(screen, "/?kiosk=1&lang=es")), rows) == list(rows)
