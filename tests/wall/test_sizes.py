"""Big enough for a finger, low enough for a seated person, readable at arm's length."""

from __future__ import annotations

import random
from itertools import product

import pytest

from catalog import Catalog, explored
from components.frame.wall import CAPITAL_OF_LATO, sizes
from tests.explorer import geometry
from tests.support.standing import Standing, enter
from tests.support.watched import Watched, until
from tests.wall.driving import open_wall, sleeping, touch, wake

PX_PER_MM = 4.03  # 21.5 inch, 1920 x 1080
SCATTER_MM = 3.4
PLACES = ("/?kiosk=1&at=lumbar", "/?kiosk=1&at=L4-5&part=facet", "/?kiosk=1&at=thoracic", "/?kiosk=1&page=emergency")
BUTTONS = """() => [...document.querySelectorAll("button, .plate .hit:not(.hit-part)")]
  .filter((one) => !one.closest("[inert]") && one.checkVisibility({ visibilityProperty: true }))
  .map((one) => {
    const clip = one.closest("#detail, #levels, .page-body")?.getBoundingClientRect();
    const { top, bottom, width, height } = one.getBoundingClientRect();
    const name = one.textContent.trim() || one.getAttribute("aria-label") || one.id;
    const seen = !clip || (top < clip.bottom && bottom > clip.top);
    return { name, top, width, height, seen, html: one.tagName === "BUTTON", bar: Boolean(one.closest("#top")) };
  })
  .filter((one) => one.width && one.seen)"""
LETTERS = """() => [...document.querySelectorAll("body *")]
  .filter((one) => [...one.childNodes].some((text) => text.nodeType === 3 && text.data.trim()))
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".visually-hidden, .skip"))
  .map((one) => {
    const scale = one.ownerSVGElement ? one.getScreenCTM().a : 1;
    return [parseFloat(getComputedStyle(one).fontSize) * scale, one.textContent.trim().slice(0, 30)];
  })"""

WHOLE_REGIONS = """() => [...document.querySelectorAll("#screen .list-regions [data-pick]")]
  .filter((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const whole = (down) => one.contains(document.elementFromPoint(left + width / 2, top + down));
    return whole(2) && whole(height - 2);
  })
  .map((one) => one.dataset.pick)"""


@pytest.mark.browser
@pytest.mark.parametrize("size", ["kiosk-portrait", "kiosk-landscape"])
def test_a2_every_control_is_20_mm(page: Watched, size: str) -> None:
    opened = open_wall(page, size=size)
    small = []
    for place in ("/?kiosk=1", *PLACES):
        enter(opened, place)
        small += [
            f"{place} {one['name']}: {one['width']:.0f} x {one['height']:.0f}"
            for one in opened.evaluate(BUTTONS)
            if one["html"] and min(one["width"], one["height"]) < 20 * PX_PER_MM - 1
        ]
    assert small == []


def test_a2_a_screen_of_another_density_gets_its_own_sizes() -> None:
    assert "calc(81px/var(--dpr,1)));--root:max(17px,calc(28px/" in sizes(4.03)
    assert "calc(73px/var(--dpr,1)));--root:max(17px,calc(25px/" in sizes(3.65)
    assert "--sx-target:max(44px," in sizes(2.0)


@pytest.mark.browser
@pytest.mark.parametrize("size", ["kiosk-portrait", "kiosk-landscape"])
def test_a18_capital_letters_are_4_8_mm_high(page: Watched, size: str) -> None:
    opened = sleeping(page, size=size)
    smallest = 4.8 * PX_PER_MM / CAPITAL_OF_LATO
    letters = opened.evaluate(LETTERS)
    wake(opened)
    for place in ("/?kiosk=1", *PLACES):
        enter(opened, place)
        letters += opened.evaluate(LETTERS)
    assert sorted({(round(size), text) for size, text in letters if size < smallest - 0.2}) == []


@pytest.mark.browser
@pytest.mark.parametrize("size", ["kiosk-portrait", "kiosk-landscape"])
def test_a2_the_regions_are_whole_with_larger_letters_too(page: Watched, catalog: Catalog, size: str) -> None:
    opened = open_wall(page, size=size)
    for language, text in product(catalog.languages, (100, 125, 150)):
        enter(opened, f"/?lang={language}&text={text}&kiosk=1")
        assert opened.evaluate(WHOLE_REGIONS) == list(explored(catalog)), (language, text)


@pytest.mark.browser
@pytest.mark.parametrize("text", [100, 125])
def test_a2_the_regions_are_whole_on_an_upright_tablet_too(standing: Standing, catalog: Catalog, text: int) -> None:
    for language in catalog.languages:
        opened = standing(f"/?lang={language}&text={text}", size="tablet-portrait", touch=True)
        assert opened.evaluate(WHOLE_REGIONS) == list(explored(catalog)), language


@pytest.mark.browser
def test_a30_in_portrait_every_control_is_in_the_lower_55_percent(page: Watched) -> None:
    opened = open_wall(page, size="kiosk-portrait")
    high = []
    for place in ("/?kiosk=1", *PLACES[:3]):
        enter(opened, place)
        high += [one["name"] for one in opened.evaluate(BUTTONS) if one["html"] and not one["bar"] and one["top"] < 864]
    assert high == []


@pytest.mark.browser
def test_a30_in_landscape_a_button_below_brings_the_controls_down(page: Watched) -> None:
    opened = open_wall(page, size="kiosk-landscape")
    box = opened.locator("#bar [data-wall=reach]").bounding_box()
    assert box
    assert box["y"] > 1080 * 0.7
    touch(opened, "[data-wall=reach]")
    until(opened, "document.documentElement.hasAttribute('data-low')")
    high = []
    for place in ("/?kiosk=1", "/?kiosk=1&at=cervical", *PLACES):
        enter(opened, place)
        high += [
            f"{place} {one['name']} {one['top']:.0f}"
            for one in opened.evaluate(BUTTONS)
            if one["html"] and not one["bar"] and one["top"] < 1080 * 0.45 - 2
        ]
    assert high == []
    assert opened.locator("[data-wall=reach]").get_attribute("aria-pressed") == "true"
    touch(opened, "#bar [data-do=reset]")
    until(opened, "!document.documentElement.hasAttribute('data-low')")


@pytest.mark.browser
def test_a15_forced_colours_show_what_is_chosen(page: Watched) -> None:
    opened = open_wall(page, forced_colors="active")
    touch(opened, "[data-pick=lumbar]")
    touch(opened, "[data-pick='L4-5']")
    until(opened, "document.querySelector(\"[data-pick='L4-5'][aria-pressed=true]\")")
    colour = "(pick) => getComputedStyle(document.querySelector(`[data-pick='${pick}']`)).backgroundColor"
    assert opened.evaluate(colour, "L4-5") != opened.evaluate(colour, "L3-4")


@pytest.mark.browser
@pytest.mark.parametrize("size", ["kiosk-portrait", "kiosk-landscape"])
def test_a4_a2_shaky_fingers_hit_the_right_level_on_the_wall(page: Watched, size: str) -> None:
    opened = open_wall(page, size=size)
    scatter = random.Random(20)
    offsets = [(scatter.gauss(0, SCATTER_MM * PX_PER_MM), scatter.gauss(0, SCATTER_MM * PX_PER_MM)) for _ in range(500)]
    missed, tried = {}, 0
    for region, look in product(("cervical", "thoracic", "lumbar"), ("side", "back")):
        enter(opened, f"/?kiosk=1&at={region}&look={look}")
        assert opened.evaluate("document.documentElement.hasAttribute('data-kiosk')")
        for level, share in opened.evaluate(geometry.HITS, offsets):
            tried += 1
            if share < 0.98:
                missed[region, look, level] = share
    assert missed == {}
    assert tried > 40
