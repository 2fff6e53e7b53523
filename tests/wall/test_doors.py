"""Every page is reached by touch alone, every block in a few touches; a page that loses its last door is missed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.explorer import oracle
from tests.support.standing import WHOLE, enter
from tests.support.watched import Watched, until
from tests.wall import crawler
from tests.wall.crawler import Found, Place
from tests.wall.driving import open_wall

pytestmark = pytest.mark.browser
MOST = 5  # touches to a block from the attract view
DEEPEST = 7  # to any other page
BLOCKS = {("block", row["block_id"], "what") for row in oracle.rows("blocks")}
DOORS = {(kind, block) for kind in ("explore", "options") for block in BLOCKS}
ELSEWHERE = {"search", "display"}  # a wall has no field to type in, and room for its tools


def pages(screen: Page, left_out: set[str]) -> set[Place]:
    """The pages of one place each."""
    return {(name,) for name in set(screen.evaluate("spine.site.pages")) - {"block", "options"} - left_out}


def too_far(found: Found) -> list[object]:
    """Blocks that take more touches from a level, or from the options, than they may."""
    return sorted(way for way in DOORS if found.ways.get(way, MOST + 1) > MOST)


def test_d3_every_page_is_reached_by_touch_and_every_block_in_five(page: Watched) -> None:
    screen = open_wall(page, size="kiosk-landscape")
    wanted = pages(screen, ELSEWHERE)
    found = crawler.crawl(screen, DEEPEST, lambda found: not (wanted - set(found.places) or too_far(found)))
    assert sorted(wanted - set(found.places)) == []
    assert too_far(found) == []


def test_d3_a_phone_reaches_the_pages_that_a_wall_has_not(page: Watched) -> None:
    screen = page("/", size="phone", touch=True)
    until(screen, WHOLE, seconds=60)
    wanted: set[Place] = {(name,) for name in ELSEWHERE}
    found = crawler.crawl(screen, MOST, lambda found: wanted <= set(found.places))
    assert wanted <= set(found.places)


def test_d3_a_block_that_loses_its_last_door_is_missed(page: Watched) -> None:
    screen = open_wall(page, size="kiosk-landscape")
    last = oracle.blocks("L5-S1", "facet")[-1]
    screen.add_style_tag(content=f"[data-block='{last}'] {{ display: none }}")
    enter(screen, "/?kiosk=1&at=L5-S1")
    found = crawler.crawl(screen, 3)
    places = [("block", block, "what") for block in oracle.blocks("L5-S1", "facet")]
    assert [place for place in places if place not in found.places] == [places[-1]]
