"""What this tool cannot do is in sight beside the drawings at every size, and the page that says it is never far."""

from __future__ import annotations

import pytest

from components.states import LONG_PAGES, SHORT_PAGES
from tests.explorer import oracle
from tests.explorer.driving import tap
from tests.support.standing import Standing
from tests.support.watched import until

pytestmark = pytest.mark.browser
SIZES = ("kiosk-landscape", "kiosk-portrait", "laptop", "tablet-portrait", "phone")
PLACES = ("/?", "/?at=cervical", "/?at=C5-6&part=nerve", "/?hurts=low-back.left", "/?zone=leg")
WORDS = oracle.keyed("words", "key")
# The whole line is on screen, nothing covers any of its words, and it is as tall as its words.
IN_SIGHT = """(selector) => {
  const line = document.querySelector(selector);
  const words = document.createRange();
  words.selectNodeContents(line);
  const shown = line.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const over = [...words.getClientRects()].filter((box) => {
    const top = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)[0];
    const inside = box.x >= 0 && box.y >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight;
    const covering = top && top !== line && top.closest("button, #side, #turn, #top p, .page-body");
    return !inside || covering;
  });
  return [shown, line.innerText, over.map((box) => [box.x, box.y, box.width, box.height])];
}"""


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", SIZES)
def test_the_limits_stand_beside_the_drawings_at_every_size(standing: Standing, size: str, language: str) -> None:
    for place in PLACES:
        screen = standing(f"{place}&lang={language}", size=size, touch=True)
        assert screen.evaluate(IN_SIGHT, "#note p") == [True, WORDS["app.note"][language], []], place


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_line_says_what_the_tool_does_not_do_in_each_language(language: str) -> None:
    """It does not examine, names no cause, replaces no doctor."""
    said = WORDS["app.note"][language]
    for word in {"en": ("examine", "cause", "replace"), "es": ("examina", "causa", "reemplaza")}[language]:
        assert word in said and word in WORDS["about.text"][language]


@pytest.mark.parametrize("size", SIZES)
def test_every_page_stands_above_the_limits_and_leads_to_them(standing: Standing, size: str) -> None:
    pages = [f"page={name}" for name in (*SHORT_PAGES, *LONG_PAGES) if name not in ("about", "block")]
    for page in [*pages, "page=block&block=L-TFE&tab=risks", "page=block&block=X-CHEM&tab=what"]:
        screen = standing(f"/?{page}", size=size, touch=True)
        assert screen.evaluate(IN_SIGHT, "#page-note") == [True, WORDS["app.note"]["en"], []], page
        tap(screen, "#page-slot .limits [data-go='page=about']")
        until(screen, "new URLSearchParams(location.search).get('page') === 'about'")
        until(
            screen, "(text) => document.querySelector('#page-slot').innerText.includes(text)", WORDS["about.text"]["en"]
        )


def test_every_answer_leads_to_the_limits(standing: Standing) -> None:
    for place in ("/?at=lumbar", "/?at=L4-5&part=facet", "/?at=SIJ&part=facet", "/?hurts=calf.left"):
        screen = standing(place, size="kiosk-portrait", touch=True)
        tap(screen, "#detail [data-go='page=about']")
        until(screen, "new URLSearchParams(location.search).get('page') === 'about'")
