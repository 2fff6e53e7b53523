"""The drawings in a real browser: what a finger hits, what a mark looks like."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from shapely.ops import polylabel

from illustrator.body.reading import Area

pytestmark = pytest.mark.browser
TOKENS = (
    ":root{--sx-fig:#f3ebdd;--sx-paper:#ffffff;--sx-joint:#aa0000;--sx-joint-soft:#cc8888;"
    "--sx-nerve:#0000aa;--sx-picked:#00aaaa}"
)
HIT = """([x, y]) => { const e = document.elementFromPoint(x, y)
    return e && e.dataset.area ? e.dataset.area + '.' + e.dataset.side : null }"""


@pytest.fixture(scope="module")
def sheet(browser: Browser, drawings: dict[str, Path], stylesheet: str) -> Iterator[Page]:
    """Both figures side by side, one unit a pixel, inside a block that says which part is meant."""
    page = browser.new_page(viewport={"width": 1100, "height": 1000})
    figures = "".join(path.read_text("utf-8") for path in drawings.values())
    style = f"<style>{TOKENS}{stylesheet} body{{margin:0}} #p{{display:flex}} .bf{{width:512px;height:980px}}</style>"
    page.set_content(f"<!doctype html>{style}<div id=p data-part=facet>{figures}</div>")
    yield page
    page.close()


def _place(view: str, x: float, y: float) -> list[float]:
    return [x - 44 + (512 if view == "back" else 0), y - 4]


@pytest.mark.parametrize("view", ["front", "back"])
def test_a4_a_touch_in_an_area_hits_it_and_no_other(view: str, sheet: Page, drawn: dict[str, list[Area]]) -> None:
    wrong = {}
    for area in drawn[view]:
        point = polylabel(area.seen, 0.5)
        found = sheet.evaluate(HIT, _place(view, point.x, point.y))
        if found != f"{area.slug}.{area.side}":
            wrong[f"{area.slug}.{area.side}"] = found
    assert not wrong


@pytest.mark.parametrize("view", ["front", "back"])
def test_a4_a_near_miss_hits_the_nearest_area(view: str, sheet: Page, drawn: dict[str, list[Area]]) -> None:
    """Points 5 units outside the outline of hands, feet, forearms and shins."""
    missed, tried = [], 0
    for area in drawn[view]:
        if not area.slug.startswith(("hand", "foot", "forearm", "shin")):
            continue
        air = area.touched.difference(area.seen.buffer(4))
        if air.area < 20:
            continue
        point = polylabel(max(getattr(air, "geoms", [air]), key=lambda part: part.area), 0.5)
        tried += 1
        if sheet.evaluate(HIT, _place(view, point.x, point.y)) != f"{area.slug}.{area.side}":
            missed.append(area.slug)
    assert tried >= 12 and not missed


def test_art_clothes_and_lower_face_cannot_be_touched(sheet: Page) -> None:
    assert sheet.evaluate(HIT, _place("front", 300, 113)) is None
    assert sheet.evaluate(HIT, _place("front", 300, 950)) is None, "the ground"
    assert sheet.evaluate(HIT, _place("front", 320, 420)) == "belly-lower.left", "not the shorts"
    untouchable = "[...document.querySelectorAll('.bf-art, .bf-edge')].map(e => getComputedStyle(e).pointerEvents)"
    assert sheet.evaluate(untouchable) == ["none"] * 4, "the pen line on top would take touches from the areas"


def _mark(page: Page, marks: dict[str, str], part: str) -> None:
    page.evaluate(
        """([marks, part]) => { document.getElementById('p').dataset.part = part
        for (const e of document.querySelectorAll('[data-area]')) {
          delete e.dataset.strength; e.removeAttribute('aria-pressed')
          const m = marks[e.dataset.area + '.' + e.dataset.side]
          if (m === 'picked') e.setAttribute('aria-pressed', 'true'); else if (m) e.dataset.strength = m } }""",
        [marks, part],
    )


def _style(page: Page, slug: str, side: str, name: str, view: str = "back") -> str:
    return str(
        page.evaluate(
            "([q, name]) => getComputedStyle(document.querySelector(q))[name]",
            [f'.bf-{view} [data-area="{slug}"][data-side="{side}"]', name],
        )
    )


@pytest.mark.parametrize(("part", "colour"), [("facet", "rgb(170, 0, 0)"), ("nerve", "rgb(0, 0, 170)")])
def test_a14_marks_follow_the_part_and_the_hatch_the_side(sheet: Page, part: str, colour: str) -> None:
    thighs = {"thigh-back.left": "sometimes", "thigh-back.right": "sometimes"}
    _mark(sheet, {"buttock.left": "typical", "calf.left": "picked", **thighs}, part)
    assert _style(sheet, "buttock", "left", "fill") == colour
    assert f"bf-hatch-{part}-bm" in _style(sheet, "thigh-back", "left", "fill")
    assert f'bf-hatch-{part}-b"' in _style(sheet, "thigh-back", "right", "fill")
    assert _style(sheet, "thigh-back", "left", "stroke") == colour
    assert _style(sheet, "calf", "left", "fill") == "rgb(0, 170, 170)"
    assert _style(sheet, "buttock", "right", "fill") == "rgba(0, 0, 0, 0)"


def test_a14_the_gap_line_is_not_covered_by_a_neighbour(sheet: Page, drawn: dict[str, list[Area]]) -> None:
    """Whichever of two marked neighbours is painted later, paper shows on the typical one's side of their border."""
    for typical, other in (("buttock", "thigh-back"), ("thigh-back", "buttock")):
        _mark(sheet, {f"{typical}.right": "typical", f"{other}.right": "sometimes"}, "facet")
        one, two = (next(a for a in drawn["back"] if (a.slug, a.side) == (slug, "right")) for slug in (typical, other))
        border = one.seen.buffer(0.05).intersection(two.seen.buffer(0.05)).representative_point()
        x, y = _place("back", border.x, border.y)
        png = sheet.screenshot(clip={"x": x - 4, "y": y - 4, "width": 8, "height": 8})
        pixels = sheet.evaluate(
            """async b => { const i = new Image(); i.src = 'data:image/png;base64,' + b; await i.decode()
            const c = new OffscreenCanvas(i.width, i.height).getContext('2d'); c.drawImage(i, 0, 0)
            return [...c.getImageData(0, 0, i.width, i.height).data] }""",
            base64.b64encode(png).decode(),
        )
        lightest = max(pixels[k] + pixels[k + 1] + pixels[k + 2] for k in range(0, len(pixels), 4))
        assert lightest > 600, f"no paper between {typical} and {other}: {lightest}"


def test_every_area_element_is_found_by_the_names_that_never_change(sheet: Page, drawn: dict[str, list[Area]]) -> None:
    names = "[...document.querySelectorAll('use.bf-area')].map(e => e.dataset.area + '.' + e.dataset.side)"
    found = sheet.evaluate(names)
    assert found == [f"{a.slug}.{a.side}" for view in ("front", "back") for a in drawn[view]]
