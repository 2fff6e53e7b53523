"""The page that compares, in a browser: both ways in sight, on one scale; any level can be chosen and is kept."""

from __future__ import annotations

import pytest

from catalog import Catalog
from tests.explorer.driving import tap
from tests.support.accessibility import violations
from tests.support.standing import Standing
from tests.support.watched import until


def test_a28_on_a_laptop_both_ways_stand_beside_each_other(standing: Standing) -> None:
    page = standing("/?view=clinician&page=compare&at=L4-5", size="laptop", touch=True)
    until(page, "document.querySelectorAll('.two-ways .scene-drawing svg').length === 2")
    until(page, "document.querySelectorAll('.two-ways .map-figure [data-strength=typical]').length > 3")
    boxes = page.evaluate(
        "[...document.querySelectorAll('.side-pictures')].map((one) => one.getBoundingClientRect().toJSON())"
    )
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    assert max(box["y"] + box["height"] for box in boxes) < 500
    assert page.evaluate("document.querySelector('.page-body').scrollWidth <= innerWidth")
    assert page.locator(".two-ways [data-nerve=L3]").first.get_attribute("data-bone") == "L4"
    assert violations(page, within="#page") == []
    page.locator(".page-body").evaluate("(body) => body.scrollTo(0, body.scrollHeight)")
    assert page.locator(".two-ways thead .map-nerve").is_visible()
    top = page.evaluate("document.querySelector('.two-ways thead .map-nerve').getBoundingClientRect().top")
    assert 0 < top < 200, "the heads stay in sight"
    page.locator(".side-steps [data-go='at=L5-S1']").click()
    until(page, "spine.now().at === 'L5-S1' && document.querySelector('.two-ways [data-root=L5]') !== null")
    standing("/?page=compare&at=L5-S1", size="laptop", touch=True)
    assert page.locator(".page-compare .maps").is_visible(), "patients keep their own page"


def test_a_millimetre_is_as_long_on_both_pictures(standing: Standing) -> None:
    """The drawings of all targets have ten units a millimetre."""
    page = standing("/?view=clinician&at=C5-6&page=compare", size="laptop", touch=True)
    until(page, "document.querySelectorAll('.side-scene svg.sc').length === 2")
    scales = page.eval_on_selector_all(
        ".side-scene svg.sc", "(all) => all.map((one) => one.getBoundingClientRect().width / one.viewBox.baseVal.width)"
    )
    assert scales[0] == pytest.approx(scales[1], rel=0.01)


def test_without_a_level_every_level_can_be_chosen(standing: Standing, catalog: Catalog) -> None:
    page = standing("/?view=clinician&page=compare", size="laptop", touch=True)
    until(page, "document.querySelectorAll('#page [data-go^=\"at=\"]').length > 0")
    offered = page.eval_on_selector_all("#page [data-go^='at=']", "(all) => all.map((one) => one.dataset.go)")
    assert sorted(offered) == sorted(f"at={level}" for level in catalog.levels)
    tap(page, "#page [data-go='at=C2-3']")
    until(page, "document.querySelector('.two-ways [data-root=C3]') !== null")


def test_e12_compare_keeps_what_is_chosen_in_both_voices(standing: Standing) -> None:
    page = standing("/?view=clinician&at=C5-6&part=nerve&side=left&page=compare", size="laptop", touch=True)
    until(page, "document.querySelectorAll('#page .two-ways [data-figure] svg').length === 4")
    chosen = "(({ at, part, side, page }) => [at, part, side, page])(spine.now())"
    assert page.evaluate(chosen) == ["C5-6", "nerve", "left", "compare"]
    tap(page, "#bar [data-choice='view=patient']")
    until(page, "document.querySelector('#page .page-compare') !== null && spine.now().view === 'patient'")
    assert page.evaluate(chosen) == ["C5-6", "nerve", "left", "compare"]
