"""Each safety rule by itself, in both languages: what must be seen first, and where it leads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest

from components import states
from components.kit.to_json import to_json
from components.kit.voice import Voice
from server.live import Live
from server.settings import Settings
from tests.explorer.driving import go, tap, whole
from tests.hurts import oracle
from tests.hurts.driving import first_signs, hurts
from tests.support.running import serving
from tests.support.standing import Standing
from tests.support.watched import Watched, until

HEART = ["heart", "aorta-lung"]
LEGS = {"ces-both-legs", "ces-bladder-bowel", "ces-saddle"}
CHEST_AND_BACK = "chest-upper chest-lower shoulder-blade-upper-corner shoulder-blade-inner shoulder-blade-flat mid-back"
ARM = "upper-arm-outer upper-arm-inner upper-arm-back forearm-thumb-side forearm-little-side forearm-back"
EMERGENCY = (
    "new URLSearchParams(location.search).get('page') === 'emergency' && document.querySelector('.page-alarm') !== null"
)


def chosen(screen: object, places: list[str], language: str) -> None:
    go(screen, f"/?hurts={','.join(places)}&lang={language}")  # type: ignore[arg-type]
    wanted = [place if "." in place else f"{place}.mid" for place in places]
    until(
        screen,  # type: ignore[arg-type]
        "(wanted) => [...document.querySelectorAll('#detail .chip')]"
        ".map((one) => one.dataset.toggle).join() === wanted",
        ",".join(wanted),
    )


@pytest.mark.browser
@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_saddle_goes_to_the_emergency_signs_at_once(standing: Standing, language: str) -> None:
    screen = standing(f"/?zone=low-back-hips&lang={language}", size="kiosk-portrait", touch=True)
    tap(screen, "[data-toggle='low-back.left']")
    until(screen, "location.search.includes('low-back.left')")
    tap(screen, "[data-toggle='saddle.mid']")
    until(screen, EMERGENCY)
    assert hurts(screen) == ["low-back.left", "saddle"]
    said = screen.inner_text("#page-slot")
    for flag in oracle.rows("red_flags"):
        if flag["kind"] == "red_flag" and flag["action"] in ("emergency", "urgent"):
            assert flag[f"flag_{language}"].rstrip(".") in said
    assert oracle.word("emergency.number", language) in said
    screen.click(f"text={oracle.word('emergency.no', language)}")
    until(screen, "!document.documentElement.hasAttribute('data-open')")
    assert oracle.word("hurt.saddle", language) in screen.inner_text("#detail") or "zone=" in screen.url


@pytest.mark.browser
@pytest.mark.parametrize(
    "address", ["/?hurts=saddle", "/?hurts=low-back.left,saddle", "/?hurts=saddle,foot-sole.right"]
)
def test_an_address_with_the_saddle_opens_the_emergency_signs(page: Watched, address: str) -> None:
    screen = whole(page(address, size="laptop"))
    until(screen, "document.querySelector('.page-alarm') !== null")


@pytest.mark.browser
def test_saddle_by_key_on_the_figure_opens_the_emergency_signs(standing: Standing) -> None:
    screen = standing("/", size="laptop")
    screen.focus("#body-view [data-face=front] [data-area=saddle]")
    screen.keyboard.press("Enter")
    until(screen, EMERGENCY)
    screen.keyboard.press("Escape")
    until(screen, "!document.documentElement.hasAttribute('data-open')")
    assert hurts(screen) == ["saddle"]


@pytest.mark.browser
@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_chest_upper_and_mid_back_and_left_arm_show_the_heart_first(standing: Standing, language: str) -> None:
    screen = standing("/", size="laptop")
    expected = [f"{slug}.{side}" for slug in CHEST_AND_BACK.split() for side in ("left", "right")]
    expected += [f"{slug}.left" for slug in ARM.split()]
    for place in expected:
        chosen(screen, [place], language)
        assert first_signs(screen) == HEART, place
    said = screen.inner_text("#detail .first-signs")
    assert oracle.text("red_flags", "id", "heart", f"flag_{language}").rstrip(".") in said
    assert oracle.word("emergency.number", language) in said
    before = "const [a, b] = ['.first-signs', '.found'].map((one) => document.querySelector(`#detail ${one}`));"
    after = "!!(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING)"
    assert screen.evaluate(f"(() => {{ {before} return {after}; }})()")
    for place in [f"{slug}.right" for slug in ARM.split()] + ["low-back.left", "calf.left", "head-back.left"]:
        chosen(screen, [place], language)
        assert first_signs(screen) == [], place


@pytest.mark.browser
@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_both_legs_and_arm_with_leg_show_their_signs_first(standing: Standing, language: str) -> None:
    screen = standing("/", size="laptop")
    for pair in (
        ["calf.left", "calf.right"],
        ["thigh-front.left", "foot-sole.right"],
        ["shin-outer.right", "foot-top.left"],
    ):
        chosen(screen, pair, language)
        assert set(first_signs(screen)) == LEGS, pair
    for pair in (["calf.right", "hand-middle.right"], ["upper-arm-back.right", "thigh-back.left"]):
        chosen(screen, pair, language)
        assert first_signs(screen) == ["myelopathy"], pair
        assert oracle.text("red_flags", "id", "myelopathy", f"flag_{language}") in screen.inner_text(".first-signs")
    chosen(screen, ["forearm-back.left", "calf.left", "calf.right"], language)
    assert set(first_signs(screen)) == {*HEART, *LEGS, "myelopathy"}
    for pair in (["calf.left", "thigh-back.left"], ["low-back.left", "low-back.right"]):
        chosen(screen, pair, language)
        assert first_signs(screen) == [], pair


@pytest.mark.browser
@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_e11_every_area_shows_its_signs_and_its_other_causes(standing: Standing, language: str) -> None:
    screen = standing("/", size="laptop")
    for place in oracle.places():
        if place == "saddle" or place.endswith(".right"):
            continue
        chosen(screen, [place], language)
        slug = place.split(".")[0]
        shown = {flag["id"] for flag in oracle.rows("red_flags") if {"all", slug} & set(flag["areas"].split())}
        seen = screen.evaluate(
            "[...document.querySelectorAll('#detail [data-flag], #detail [data-caution]')]"
            ".map((one) => one.dataset.flag ?? one.dataset.caution)"
        )
        assert shown <= set(seen), place
        assert len(seen) == len(set(seen)), place


@pytest.fixture
def clinic() -> Iterator[str]:
    """An app of a clinic that has set its emergency number, on a kiosk."""
    from app import build

    with serving(Live(build, Settings(kiosk=True, emergency_number="112"))) as url:
        yield url


@pytest.mark.browser
def test_the_button_in_the_bar_opens_all_signs_with_the_number_of_the_site(page: Watched, clinic: str) -> None:
    for language in oracle.LANGUAGES:
        screen = whole(page(f"/?hurts=chest-upper.left&lang={language}", url=clinic, size="kiosk-portrait", touch=True))
        assert "112" in screen.inner_text("#detail .first-signs")
        tap(screen, "#bar [data-go='page=emergency']")
        until(screen, EMERGENCY)
        assert "112" in screen.inner_text("#page-slot")


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_f4_no_text_of_the_answer_holds_a_forbidden_phrase(catalog: object, language: str) -> None:
    voice = Voice(catalog, language)  # type: ignore[arg-type]
    told = states.words(voice, "", "").pain
    pages = {key: tree for key, tree in states.pages(voice).items() if key.startswith(("compare", "search"))}
    texts = list(strings(json.loads(to_json([told, pages]))))
    assert len(texts) > 500
    for row in oracle.rows("forbidden_phrases"):
        if row["language"] != language:
            continue
        phrase = re.compile(rf"(?<!\w){re.escape(row['phrase'])}(?!\w)", re.IGNORECASE)
        harmless = [one.strip() for one in row["harmless_in"].split(";") if one.strip()]
        for text in texts:
            for one in harmless:
                text = re.sub(re.escape(one), " ", text, flags=re.IGNORECASE)
            assert not phrase.search(text), (row["phrase"], text)


def strings(tree: object) -> Iterator[str]:
    """Every text in a tree of components."""
    step: Callable[[object], Iterator[str]] = strings
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from step(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from step(value)
