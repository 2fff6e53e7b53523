"""Places with words of their own: the saddle, where nothing stands between alarm and signs, and the tailbone."""

from __future__ import annotations

import pytest

from tests.hurts import oracle
from tests.support.standing import Standing

pytestmark = pytest.mark.browser
TOLD = """() => [...document.querySelectorAll('#detail > *')].flatMap((one) =>
  one.matches('.sx-alert, .signs, h2') || one.tagName === 'P' || one.tagName === 'SECTION'
    ? [[one.tagName + '.' + one.className.split(' ')[0], one.innerText]] : [])"""


@pytest.mark.parametrize("language", oracle.LANGUAGES)
@pytest.mark.parametrize("places", ["saddle", "saddle,low-back.left"])
def test_e11_nothing_stands_between_the_alarm_of_the_saddle_and_its_signs(
    standing: Standing, language: str, places: str
) -> None:
    told = standing(f"/?hurts={places}&page=explore&lang={language}").evaluate(TOLD)
    assert oracle.word("hurt.saddle", language) in told[0][1]
    assert told[1][1] == oracle.word("hurt.new", language)
    assert told[3][0] == "UL.signs"
    assert oracle.text("red_flags", "id", "ces-saddle", f"flag_{language}") in told[3][1]
    nerves = [text for _, text in told].index(oracle.word("hurt.none.saddle", language))
    assert nerves > 3
    assert oracle.word("hurt.none", language) not in [text for _, text in told]


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_the_tailbone_itself_comes_first(standing: Standing, language: str) -> None:
    screen = standing(f"/?hurts=tailbone&lang={language}")
    told = screen.evaluate(TOLD)
    assert told[0][1] == oracle.word("hurt.tailbone", language)
    cautions = screen.evaluate(
        "[...document.querySelectorAll('#detail [data-caution]')].map((one) => one.dataset.caution)"
    )
    assert cautions[:2] == ["c-tailbone", "c-low-back"]


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_a_warning_says_what_it_may_mean_and_that_the_neck_is_not_moved(standing: Standing, language: str) -> None:
    """On the emergency page, and where a place that hurts brings it."""
    for address, selector in (("/?page=emergency", "#page-slot"), ("/?hurts=neck-middle-back.left", "#detail")):
        screen = standing(f"{address}&lang={language}")
        text = screen.inner_text(selector)
        for flag in oracle.rows("red_flags"):
            if flag["kind"] == "red_flag" and flag[f"flag_{language}"].rstrip(".") in text:
                assert flag[f"may_mean_{language}"].rstrip(".") in text, flag["id"]
        assert oracle.text("red_flags", "id", "trauma", f"action_text_{language}") in text
