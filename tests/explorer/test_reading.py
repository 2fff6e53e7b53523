"""Big enough to touch, big enough to read, nothing cut off, nothing in motion."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

from tests.explorer import layout, oracle
from tests.explorer.driving import differences, go, whole
from tests.explorer.test_alone import opened
from tests.support.standing import Standing
from tests.support.watched import Watched, until

pytestmark = pytest.mark.browser
ASSETS = Path(__file__).resolve().parents[2] / "assets"
FINGER = {"kiosk-portrait": 81, "kiosk-landscape": 81, "tablet-portrait": 44, "laptop": 44, "phone": 44}
EXCEPTIONS = (
    ".skip",  # seen only while it has the focus of a keyboard
    "[data-area]",  # as large as the body part; the list of places holds equal buttons
    "[data-part]",  # as large as the joint or nerve; the switch in the answer is its equal
    ".outside",  # a link inside a citation; a wall screen has no links out
)
VIEWS = {
    "": "",
    "at=thoracic": "",
    "at=L4-5": "",
    "at=L4-5&page=emergency": "emergency.title",
    "at=L4-5&page=options": "options.title",
    "at=L4-5&page=display": "display.title",
}
CAPITAL_MM, PIXELS_PER_MM = 4.8, 4.03


def show(page: Page, query: str, language: str = "en", **more: str) -> None:
    """Show a view of VIEWS and wait until it is there."""
    rest = "".join(f"&{key}={value}" for key, value in more.items())
    go(page, f"/?{query}&lang={language}{rest}")
    at = dict(part.split("=") for part in query.split("&") if part).get("at", "")
    if at:
        assert differences(page, {"heading": oracle.heading(at, language)}) == []
    if VIEWS[query]:
        assert opened(page, oracle.word(VIEWS[query], language)) == []
    until(page, "(text) => document.documentElement.dataset.text === text", more.get("text", "100"))
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("size", list(FINGER))
def test_a1_a2_every_control_is_wide_enough_for_a_finger(standing: Standing, size: str) -> None:
    screen = standing("/", size=size)
    problems = []
    for query in VIEWS:
        for language in oracle.LANGUAGES:
            show(screen, query, language)
            small = screen.evaluate(layout.SMALL, [FINGER[size], EXCEPTIONS])
            problems += [f"{query or 'start'} {language}: {name} {width} x {height}" for name, width, height in small]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("size", ["laptop", "kiosk-portrait", "kiosk-landscape", "phone"])
def test_a19_no_letter_is_cut_at_any_text_size(standing: Standing, size: str) -> None:
    screen = standing("/", size=size)
    problems = []
    for text in ("100", "125", "150", "200"):
        for query in VIEWS:
            language = "es" if text in ("100", "200") else "en"  # Spanish words are longer
            show(screen, query, language, text=text)
            problems += [f"{text} % {query or 'start'}: {line}" for line in screen.evaluate(layout.CUT)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("size", [(320, 640), (320, 256)])
def test_a20_no_sideways_scroll_at_320_px(standing: Standing, size: tuple[int, int]) -> None:
    screen = standing("/", size=size)
    problems = []
    for query in VIEWS:
        show(screen, query, "es")
        width = screen.evaluate("document.scrollingElement.scrollWidth")
        problems += [f"{query or 'start'}: {width} px wide"] if width > 320 else []
        problems += [f"{query or 'start'}: {line}" for line in screen.evaluate(layout.CUT)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_a21_wider_spacing_cuts_nothing(page: Watched, size: str) -> None:
    screen = whole(page("/", size=size))
    screen.add_style_tag(content=layout.SPACING)
    problems = []
    for query in VIEWS:
        show(screen, query)
        problems += [f"{query or 'start'}: {line}" for line in screen.evaluate(layout.CUT)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("size", ["kiosk-portrait", "kiosk-landscape"])
def test_a18_capitals_are_tall_enough_on_a_wall(standing: Standing, size: str) -> None:
    font = TTFont(next((ASSETS / "vendor").glob("lato-400.*.woff2")))
    least = CAPITAL_MM * PIXELS_PER_MM * font["head"].unitsPerEm / font["OS/2"].sCapHeight
    assert 26 < least < 28
    screen = standing("/", size=size)
    found: dict[str, float] = {}
    for query in VIEWS:
        show(screen, query)
        found |= screen.evaluate(layout.SMALL_TEXT, least - 0.5)
    assert found == {}


def test_a24_reduced_motion_stops_what_moves(page: Watched) -> None:
    screen = whole(page("/", size="laptop", reduced_motion="reduce"))
    for query in VIEWS:
        show(screen, query)
        assert screen.evaluate(layout.MOVING, 200) == []
        assert screen.evaluate("document.getAnimations().length") == 0


def tokens(theme: str) -> dict[str, str]:
    """The colours of a theme; what it leaves out is as in the light one."""
    text = re.sub(r"/\*.*?\*/", "", (ASSETS / "css" / "tokens" / "themes.css").read_text(encoding="utf-8"), flags=re.S)
    block = re.search(rf'\[data-bs-theme="{theme}"\]\s*\{{(.*?)\}}', text, re.S)
    assert block, theme
    found = dict(re.findall(r"--sx-([\w-]+):\s*(#[0-9a-fA-F]{3,6})\b", block.group(1)))
    return found if theme == "light" else tokens("light") | found


def brightness(colour: str) -> float:
    """Relative luminance of #rgb or #rrggbb (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


WORDS = [
    *(f"{ink} {ground}" for ink in ("ink", "ink-2", "act", "alert") for ground in ("paper", "surface")),
    *("on-act act", "on-act-soft act-soft", "on-joint joint", "on-nerve nerve", "on-alert alert"),
    *("ink alert-soft", "neck-ink neck-wash", "mid-ink mid-wash", "low-ink low-wash"),
]
EDGES = [
    "line paper",
    "line surface",
    "act surface",
    "joint surface",
    "nerve surface",
    "joint fig",
    "nerve fig",
    "picked fig",
]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a15_a17_contrast_of_the_tokens(theme: str) -> None:
    colours = tokens(theme)

    def weak(pairs: list[str], least: float) -> list[str]:
        ratios = {pair: contrast(*(colours[name] for name in pair.split())) for pair in pairs}
        return [f"{pair}: {ratio:.2f}" for pair, ratio in ratios.items() if ratio < least]

    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert weak(WORDS, 7.0) == []
    assert weak(EDGES, 3.0) == []
