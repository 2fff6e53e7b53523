"""The handout on paper: one page, letters that can be read, words of its level, a code that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.clinician.paper import FITS, LEAST, PAPERS, PUBLIC, printed, public, show
from tests.explorer import oracle
from tests.support.standing import WHOLE
from tests.support.watched import Watched, painted, resize, until

# Long and short ones, each part and region, with and without a block.
SPOTS = [
    ("C5-6", "nerve"),
    ("T5-6", "facet"),
    ("L4-5", "facet"),
    ("L5-S1", "nerve"),
    ("C0-1", "facet"),
    ("SIJ", "nerve"),
]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with public() as url:
        yield url


@pytest.fixture(scope="module")
def opener(browser: Browser, site: str) -> Iterator[Watched]:
    made = Watched(browser, site)
    yield made
    made.close()
    assert not made.problems


@pytest.fixture(scope="module")
def page(opener: Watched) -> Page:
    opened = opener("/", size="laptop")
    until(opened, WHOLE, seconds=90)
    return opened


@pytest.mark.parametrize("language", oracle.LANGUAGES)
@pytest.mark.parametrize(("level", "part"), SPOTS)
def test_a_handout_is_one_page_of_letters_that_can_be_read(page: Page, level: str, part: str, language: str) -> None:
    for block in [*oracle.blocks(level, part)[-1:], ""]:
        show(page, level, part, language, block=block, theme="contrast")
        assert page.evaluate(FITS)
        for paper in PAPERS:
            found = printed(page, paper)
            assert found.pages == 1
            assert found.letters > LEAST - 0.01
            assert oracle.heading(level, language) in found.text


def test_the_back_page_comes_when_it_is_wished(page: Page) -> None:
    show(page, "L4-5", "facet", "es")
    tick = page.locator(".handout-tools [data-tick]")
    tick.click()
    until(page, "document.querySelector('#handout .back').hidden === false")
    found = printed(page, "Letter")
    assert found.pages == 2
    assert found.letters > LEAST - 0.01
    last = oracle.rows("questions")[-1]["question_es"]
    assert " ".join(last.split()) in " ".join(found.text.split())
    tick.click()
    until(page, "document.querySelector('#handout .back').hidden")


def test_the_ticked_questions_stand_on_it_and_at_most_four(page: Page) -> None:
    shown = (
        "[...document.querySelectorAll('#handout [data-question]:not([hidden])')].map((one) => one.dataset.question)"
    )
    ids = [row["question_id"] for row in oracle.rows("questions")]
    first = sorted(
        (row for row in oracle.rows("questions") if row["handout_order"]), key=lambda row: row["handout_order"]
    )
    show(page, "L4-5", "facet", "en")
    assert page.evaluate(shown) == [row["question_id"] for row in first]
    ticked = ids[-6:]
    for number, name in enumerate(ticked):
        page.evaluate("(name) => spine.tick(name)", name)
        until(
            page,
            f"(count) => {shown}.length === count && {shown}.every((one) => spine.ticks.has(one))",
            min(number + 1, 4),
        )
    assert set(page.evaluate(shown)) <= set(ticked)
    page.evaluate("(names) => names.forEach(spine.tick)", ticked)
    until(page, f"(names) => String({shown}) === String(names)", [row["question_id"] for row in first])


@pytest.mark.parametrize(
    ("at", "part", "side", "language"), [("L4-5", "facet", "both", "en"), ("C5-6", "nerve", "left", "es")]
)
def test_the_code_leads_a_phone_to_what_is_shown(
    page: Page, opener: Watched, site: str, at: str, part: str, side: str, language: str
) -> None:
    show(page, at, part, language, side=side)
    code = page.locator("#qr svg")
    box = code.bounding_box()
    assert box is not None
    assert box["width"] >= 25 * 96 / 25.4  # mm at 96 px an inch
    found = zxingcpp.read_barcodes(Image.open(BytesIO(code.screenshot())))
    assert len(found) == 1
    assert found[0].text.startswith(f"{PUBLIC}/?")
    told = {key: values[0] for key, values in parse_qs(urlsplit(found[0].text).query).items()}
    assert told == {"at": at, "part": part, "side": side, "lang": language}
    phone = opener(f"/?{urlsplit(found[0].text).query}", size="phone", touch=True)
    until(phone, "document.querySelector('#detail h1') !== null")
    state = phone.evaluate("spine.now()")
    assert {key: state[key] for key in (*told, "view", "page")} == {**told, "view": "patient", "page": "explore"}
    assert phone.locator("html").get_attribute("lang") == language
    phone.close()


def test_a_handout_is_five_touches_away(page: Page, opener: Watched) -> None:
    fresh = opener("/", size="laptop", touch=True)
    until(fresh, WHOLE, seconds=90)
    for touch in (
        "[data-pick='lumbar']",
        "[data-pick='L4-5']",
        "#bar [data-choice='view=clinician']",
        "#bar [data-choice='page=handout']",
        ".handout-tools [data-print]",
    ):
        fresh.locator(touch).first.tap()
    assert fresh.evaluate("spine.now().at") == "L4-5"
    fresh.close()


def test_letters_grow_smaller_only_when_they_must(page: Page) -> None:
    show(page, "C0-1", "facet", "en")
    assert page.locator("#handout .front").get_attribute("data-letters") == "11"
    show(page, "C5-6", "nerve", "es")
    assert page.evaluate(FITS)
    resize(page, "phone")
    painted(page)
    assert page.evaluate(FITS)
    resize(page, "laptop")
