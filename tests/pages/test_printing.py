"""Every page on paper: black on white whatever the theme, complete, and never an empty sheet."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.support.standing import Standing
from tests.support.watched import painted

# What is looked at, and words that must be on its paper.
VIEWS = {
    "": "Explore your spine",
    "at=lumbar": "Low back",
    "at=L4-5&part=facet": "Can often hurt here",
    "at=C5-6&part=nerve&side=left&look=back&lang=es": "A menudo puede doler",
    "hurts=calf.left,low-back.left": "You touched",
    "page=emergency": "Emergency signs",
    "page=diary": "Day 14",
    "page=questions": "Who do I call if I get worse at night?",
    "page=options": "Other options",
    "page=sources&at=L4-5": "Sources",
    "page=compare&at=L4-5": "L4-L5",
    "page=about": "About this page",
    "at=L4-5&part=facet&page=block&tab=what": "two tiny nerves",
    "at=L4-5&part=facet&page=block&tab=after": "What is normal",
    "at=L4-5&view=clinician": "L4-L5",
    "page=plan&view=clinician&plan=L3-4.right,L4-5.both": "64493",
    "page=evidence&view=clinician": "Evidence",
    "at=L4-5&page=handout": "Your questions",
}
THEMES = ("light", "dark", "contrast")


def on_paper(page: Page) -> str:
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages)


@pytest.mark.parametrize("query", VIEWS)
def test_a_page_is_printed_with_its_words(standing: Standing, query: str) -> None:
    page = painted(standing(f"/?{query}&theme=contrast", size="laptop"))
    assert " ".join(VIEWS[query].split()) in " ".join(on_paper(page).split())


COLOURS = """() => {
  const inks = new Set();
  for (const one of document.querySelectorAll("body, body *")) {
    if (!one.getClientRects().length || one.closest("svg")) continue;
    const { color, backgroundColor } = getComputedStyle(one);
    inks.add(`${color} on ${backgroundColor}`);
  }
  return [...inks].sort();
}"""


@pytest.mark.parametrize("query", ["at=L4-5&part=facet", "page=diary", "page=emergency", "at=L4-5&page=handout"])
def test_k9_paper_is_the_same_in_every_theme(standing: Standing, query: str) -> None:
    seen = {}
    for theme in THEMES:
        page = painted(standing(f"/?{query}&theme={theme}", size="laptop"))
        page.emulate_media(media="print")
        seen[theme] = painted(page).evaluate(COLOURS)
        page.emulate_media(media="screen")
    assert seen["dark"] == seen["light"]
    assert seen["contrast"] == seen["light"]
    assert not [ink for ink in seen["light"] if ink.startswith("rgb(255, 255, 255) on rgba(0, 0, 0, 0)")]


def test_the_diary_has_its_lines_in_every_theme(standing: Standing) -> None:
    line = "getComputedStyle(document.querySelector('.diary td')).borderTopColor"
    for theme in THEMES:
        page = painted(standing(f"/?page=diary&theme={theme}", size="laptop"))
        page.emulate_media(media="print")
        assert page.evaluate(line) == "rgb(85, 85, 85)"
        page.emulate_media(media="screen")
