"""The plan on screen: what is read there is what the oracle says, by touch, by keys, in both languages."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from catalog import Catalog
from tests.clinician import plan_oracle as oracle
from tests.explorer.driving import tap, tap_level
from tests.support.accessibility import violations
from tests.support.standing import Standing
from tests.support.watched import until

PLAN = "/?view=clinician&page=plan"
# Everything that a plan decides, read from the page and from the drawing.
READ = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const on = ({ dataset: { side } }, wanted) => side === "both" || side === wanted;
  const targets = (side) => all(".plan-targets li").filter((one) => on(one, side)).map(({ dataset }) =>
    dataset.nerve ? (dataset.bone.includes("-") && dataset.nerve !== "TON" ? dataset.nerve
      : /^S\\d$/.test(dataset.nerve) ? dataset.nerve : `${dataset.nerve}@${dataset.bone}`) : dataset.plan).sort();
  return {
    counts: document.querySelector(".plan-counts")?.textContent ?? "",
    left: targets("left"),
    right: targets("right"),
    codes: Object.fromEntries(all("[data-code]").map(({ dataset }) => [dataset.code, Number(dataset.units)])),
    completed: all("[data-completes]").map(({ dataset }) => `${dataset.completes}.${dataset.side}`).sort(),
    refused: all("[data-refused]").map(({ dataset }) => dataset.refused).sort(),
    flags: all("[data-flag]").map(({ dataset }) => dataset.flag),
    drawn: all("#spine-view .plan-point").length,
    listed: all(".plan-tick[aria-pressed=true]").map(({ dataset }) => dataset.plan),
    nodes: all("#spine-view .hit:not(.hit-part)[aria-pressed=true]").map(({ dataset }) => dataset.node),
    sides: all(".plan-sides [aria-pressed=true]").map(({ dataset }) => dataset.side),
  };
}"""


def read(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(READ)
    return found


def query(page: Page) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def counted(kind: str, found: dict[str, Any]) -> str:
    """`3 joints, 4 nerves, 4 needles`"""
    nerves = len(set(found["left"]) | set(found["right"]))
    parts = [(found["levels"], "root" if kind == "root" else "joint")]
    parts += [(nerves, "nerve")] if kind in ("mbb", "rfa") else []
    parts += [(found["needles"], "needle")]
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in parts)


@pytest.mark.parametrize(
    ("kind", "plan", "words"),
    [
        ("mbb", "L3-4.right,L4-5.right,L5-S1.right", "3 joints, 4 nerves, 4 needles"),
        ("mbb", "L3-4.right,L5-S1.right", "2 joints, 4 nerves, 4 needles"),
        ("rfa", "L3-4.right,L4-5.both,L5-S1.left", "3 joints, 4 nerves, 6 needles"),
        ("mbb", "C2-3.both,C3-4.both,C7-T1.left", "3 joints, 5 nerves, 8 needles"),
        ("joint", "L4-5.both,L5-S1.left", "2 joints, 3 needles"),
        ("root", "L5-S1.both,S1.right,SIJ.left", "2 roots, 3 needles"),
        ("mbb", "C1-2.right,C5-6.right", "1 joint, 2 nerves, 2 needles"),
    ],
)
def test_e12_a_plan_is_on_screen_as_the_oracle_reckons_it(standing: Standing, kind: str, plan: str, words: str) -> None:
    page = standing(f"{PLAN}&kind={kind}&plan={plan}", size="laptop", touch=True)
    until(page, "document.querySelector('#spine-view .plan-point') !== null")
    chosen = oracle.parse(plan)
    wanted: dict[str, Any] = oracle.reckon(kind, chosen)
    seen = read(page)
    assert seen["counts"] == words == counted(kind, wanted)
    for name in ("left", "right", "codes", "completed", "refused"):
        assert seen[name] == wanted[name], name
    assert seen["drawn"] == wanted["needles"]
    assert seen["listed"] == list(chosen)
    assert seen["sides"] == [side for level, side in chosen.items() if level not in wanted["refused"]]
    assert seen["nodes"] == [level for level in chosen if page.locator(f"#spine-view [data-node='{level}']").count()]


def test_e12_the_patients_own_sides_are_written_and_the_points_lie_on_them(standing: Standing) -> None:
    page = standing(f"{PLAN}&plan=L4-5.left,L5-S1.right", size="laptop", touch=True)
    until(page, "document.querySelectorAll('#spine-view .plan-point').length === 4")
    assert page.locator(".plan-own").all_text_contents() == ["Patient'sleft", "Patient'sright"]  # two lines each
    middle = "(() => { const { x, width } = document.querySelector('#spine-view svg.sp').getBoundingClientRect(); "
    middle += "return x + width / 2; })()"
    for side, sign in (("left", -1), ("right", 1)):
        box = page.locator(f".plan-own[data-side={side}]").bounding_box()
        assert box
        assert (box["x"] + box["width"] / 2 - page.evaluate(middle)) * sign > 0
        for point in page.locator(f".plan-point[data-side={side}]").all():
            at = point.bounding_box()
            assert at
            assert (at["x"] + at["width"] / 2 - page.evaluate(middle)) * sign > 0
    heights = [box["y"] for one in page.locator(".plan-point[data-side=left]").all() if (box := one.bounding_box())]
    assert heights == sorted(heights)


def test_a_level_is_taken_on_the_drawing_and_in_the_list_and_each_has_its_side(standing: Standing) -> None:
    page = standing(f"{PLAN}&at=lumbar&side=right", size="laptop", touch=True)
    until(page, "document.querySelector('.plan-empty') !== null")
    tap_level(page, "L4-5")
    until(page, "spine.now().plan === 'L4-5.right'")
    tap(page, ".plan-tick[data-plan='L5-S1']")
    until(page, "spine.now().plan === 'L4-5.right,L5-S1.right'")
    until(page, "document.querySelectorAll('.plan-sides').length === 2")
    tap(page, ".plan-level:has([data-plan='L5-S1']) [data-side=both]")
    until(page, "spine.now().plan === 'L4-5.right,L5-S1.both'")
    until(page, "document.querySelectorAll('#spine-view .plan-point').length === 5")
    tap(page, "[data-choice='kind=rfa']")
    until(page, "document.querySelector('[data-code=\"64635\"]') !== null")
    assert query(page)["plan"] == "L4-5.right,L5-S1.both"
    tap_level(page, "L4-5")
    until(page, "spine.now().plan === 'L5-S1.both'")
    tap(page, ".plan-ways [data-go='plan=']")
    until(page, "document.querySelector('.plan-empty') !== null")
    assert page.locator(".plan-ways [data-go='plan=']").get_attribute("aria-disabled") == "true"
    page.evaluate("history.back()")
    until(page, "spine.now().plan === 'L5-S1.both'")


def test_a_plan_is_made_with_keys_alone(standing: Standing) -> None:
    page = standing(f"{PLAN}&at=lumbar&side=left", size="laptop", touch=True)
    until(page, "document.querySelector('.plan-empty') !== null")
    for selector, plan in (
        (".plan-tick[data-plan='L4-5']", "L4-5.left"),
        (".plan-sides [data-side=right]", "L4-5.right"),
        ("#spine-view [data-node='L5-S1']:not([data-part])", "L4-5.right,L5-S1.right"),
    ):
        page.locator(selector).first.focus()
        page.keyboard.press("Enter")
        until(page, "(plan) => spine.now().plan === plan", plan)
        until(page, "(plan) => document.querySelectorAll('.plan-sides').length === plan.split(',').length", plan)
        assert page.evaluate("document.activeElement !== document.body"), "the focus stays where it was"
    assert read(page)["counts"] == "2 joints, 3 nerves, 3 needles"


@pytest.mark.parametrize("language", ["en", "es"])
def test_e12_what_is_not_reached_is_refused_with_the_reason_of_the_data(
    standing: Standing, catalog: Catalog, language: str
) -> None:
    for kind, family in (("mbb", "facet"), ("rfa", "facet"), ("joint", "facet"), ("root", "nerve")):
        levels = [level for level in catalog.levels if oracle.refused(kind, level)]
        plan = ",".join(f"{level}.both" for level in levels)
        page = standing(f"{PLAN}&kind={kind}&plan={plan}&lang={language}", size="laptop", touch=True)
        until(page, "(count) => document.querySelectorAll('[data-refused]').length === count", len(levels))
        assert read(page)["codes"] == {}
        for level in levels:
            (why,) = [one for one in catalog.block_matches if (one.level, one.part, one.order) == (level, family, 0)]
            told = page.locator(f"[data-refused='{level}']").inner_text()
            assert why.short[language] in told
            assert (catalog.words["sources.unconfirmed"][language] in told) == (not why.confirmed)


def test_e7_where_sources_differ_each_sentence_has_its_source(standing: Standing, catalog: Catalog) -> None:
    page = standing(f"{PLAN}&plan=T12-L1.both,L1-2.left,L3-4.left", size="laptop", touch=True)
    until(page, "document.querySelector('[data-flag]') !== null")
    seen = read(page)["flags"]
    assert {"both-sides", "sides-differ", "third-level", "two-regions"} <= set(seen)
    for flag in seen:
        says = page.locator(f"[data-flag='{flag}'] li")
        positions = [one for one in catalog.plan_positions if one.flag == flag]
        assert says.count() == len(positions)
        for shown, position in zip(says.all(), positions, strict=True):
            assert position.text["en"] in shown.inner_text()
            assert catalog.sources[position.source_id].authors in shown.locator("cite").inner_text()
            assert (catalog.words["sources.unconfirmed"]["en"] in shown.inner_text()) == (not position.confirmed)


def test_the_sentence_for_the_note_is_copied(standing: Standing) -> None:
    page = standing(f"{PLAN}&plan=L3-4.right,L5-S1.right", size="laptop", touch=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    until(page, "document.querySelector('[data-copy]') !== null")
    tap(page, "[data-copy]")
    until(page, "document.querySelector('.plan-copied').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Nerve block. Right: L2 medial branch, L3 transverse process; L3 medial branch, L4 transverse process; "
        "L4 medial branch, L5 transverse process; L5 dorsal ramus, sacral ala. For the facet joints L3-L4, L5-S1. "
        "Also completes L4-L5 (right): all of its nerves are reached."
    )


def test_where_nothing_may_be_copied_the_sentence_is_selected(standing: Standing) -> None:
    page = standing(f"{PLAN}&plan=L4-5.left", size="laptop", touch=True)
    until(page, "document.querySelector('[data-copy]') !== null")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    tap(page, "[data-copy]")
    until(page, "document.querySelector('.plan-copied').textContent.startsWith('Selected')")
    assert page.evaluate("getSelection().toString()") == page.locator(".plan-sentence").inner_text()
    page.evaluate("delete navigator.clipboard")


def test_what_a_plan_in_the_address_says_wrong_is_left_out_and_told(standing: Standing, catalog: Catalog) -> None:
    page = standing(f"{PLAN}&kind=surgery&plan=L9-9.left,L4-5.up,l5-s1.left", size="laptop", touch=True)
    until(page, "document.querySelector('.plan-counts') !== null")
    told = page.evaluate("spine.now()")
    assert (told["plan"], told["kind"], told["unknown"], told["at"]) == ("L5-S1.left", "mbb", True, "lumbar")
    assert read(page)["counts"] == "1 joint, 2 nerves, 2 needles"
    assert page.locator(".plan-told .honest").inner_text() == catalog.words["app.unknown"]["en"]
    standing(f"{PLAN}&plan=L5-S1.left", size="laptop", touch=True)
    until(page, "document.querySelector('.plan-told .honest') === null")


def test_what_a_plan_takes_is_announced(standing: Standing) -> None:
    page = standing(f"{PLAN}&plan=L4-5.left", size="laptop", touch=True)
    said = "(text) => document.querySelector('#announcer').textContent === text"
    until(page, said, "Nerve block: left L4-L5. 1 joint, 2 nerves, 2 needles.")
    tap(page, ".plan-tick[data-plan='L5-S1']")
    until(page, said, "Nerve block: left L4-L5, L5-S1. 2 joints, 3 nerves, 3 needles.")


def test_e12_another_language_page_or_voice_keeps_the_plan(standing: Standing) -> None:
    page = standing(f"{PLAN}&plan=L4-5.left&kind=root", size="laptop", touch=True)
    tap(page, "#bar [data-go='lang=es']")
    until(page, "document.querySelector('.plan-counts')?.textContent === '1 raíz, 1 aguja'")
    tap(page, "#bar [data-choice='page=explore']")
    until(page, "spine.now().page === 'explore'")
    assert page.evaluate("document.querySelector('.plan-layer') === null"), "the numbers stay on the plan's page"
    tap(page, "#bar [data-choice='page=plan']")
    until(page, "document.querySelector('.plan-counts')?.textContent === '1 raíz, 1 aguja'")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", ["laptop", "kiosk-landscape", "tablet-landscape", "phone"])
def test_a28_the_plan_has_nothing_that_axe_finds(standing: Standing, size: str, theme: str) -> None:
    page = standing(f"{PLAN}&plan=L3-4.right,L5-S1.both,C1-2.left&theme={theme}", size=size, touch=True)
    until(page, "document.querySelector('.plan-counts') !== null")
    assert violations(page, within="#page") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_c1_on_paper_stands_what_the_plan_takes_and_nothing_is_cut(standing: Standing) -> None:
    page = standing(f"{PLAN}&plan=L3-4.both,L5-S1.both,C1-2.left", size="laptop", touch=True)
    until(page, "document.querySelector('.plan-counts') !== null")
    try:
        page.emulate_media(media="print")
        assert not page.locator(".plan-choose").is_visible()
        assert not page.locator("[data-copy]").is_visible()
        assert page.locator(".plan-flags").is_visible()
        cut = "[...document.querySelectorAll('.plan, .plan-told')].filter((one) => one.scrollHeight > one.clientHeight)"
        assert page.evaluate(f"{cut}.map((one) => one.className)") == []
    finally:
        page.emulate_media(media="screen")


def test_the_plan_leads_to_the_handout_of_its_first_level(standing: Standing) -> None:
    page = standing(f"{PLAN}&plan=C1-2.left,L4-5.left,L5-S1.both&kind=root", size="laptop", touch=True)
    until(page, "document.querySelector('.plan-counts') !== null")
    if not page.evaluate("spine.read('?page=handout').page === 'handout'"):
        pytest.skip("the handout is not there yet")
    tap(page, ".plan-ways [data-go^='page=handout']")
    until(page, "spine.now().page === 'handout'")
    told = page.evaluate("spine.now()")
    assert [told[key] for key in ("at", "part", "side", "plan")] == [
        "L4-5",
        "nerve",
        "left",
        "C1-2.left,L4-5.left,L5-S1.both",
    ]
