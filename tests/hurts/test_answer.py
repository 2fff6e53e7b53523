"""What the page answers equals what the CSV files say, alone and together, both ways."""

from __future__ import annotations

from itertools import product

import pytest

from tests.explorer.driving import go, whole
from tests.hurts import oracle
from tests.hurts.driving import answers
from tests.support.standing import Standing
from tests.support.watched import Watched, until

pytestmark = pytest.mark.browser
MARKS = """() => Object.fromEntries([...document.querySelectorAll("#body-view [data-area][data-strength]")]
  .map((one) => [one.dataset.area, one.dataset.strength]))"""


def check(standing: Standing, choices: list[list[str]]) -> None:
    screen = standing("/", size="phone")
    problems = []
    for hurts, seen in zip(choices, answers(screen, choices), strict=True):
        some = oracle.word("hurt.some", "en")
        shown = [
            ("some" if row["title"] == some else "all", row["node"], row["part"], row["mark"]) for row in seen["rows"]
        ]
        expected = oracle.answer(hurts)
        if sorted(shown) != expected:
            problems.append(f"{hurts}: rows {shown} for {expected}")
        if [row[0] for row in shown] != sorted(row[0] for row in shown):
            problems.append(f"{hurts}: those that match some stand before those that match all")
        if seen["pins"].keys() - {f"{node}|{part}" for _, node, part, _ in expected}:
            problems.append(f"{hurts}: pins at {seen['pins']}")
        if any(seen["pins"].get(f"{node}|{part}", mark) != mark for _, node, part, mark in expected):
            problems.append(f"{hurts}: marks {seen['pins']}")
        if expected and not (seen["nodes"] and set(seen["nodes"]) <= {row[1] for row in expected}):
            problems.append(f"{hurts}: marked levels {seen['nodes']}")
        if len(seen["said"]) > 150:
            problems.append(f"{hurts}: says {len(seen['said'])} characters")
    assert not problems, "\n".join(problems)


def test_every_area_and_side_alone(standing: Standing) -> None:
    check(standing, [[place] for place in oracle.places() if place != "saddle"])


def test_300_random_sets(standing: Standing) -> None:
    check(standing, oracle.sets(300, seed=20261122))


def test_typical_comes_before_sometimes_within_joint_and_nerve(standing: Standing) -> None:
    screen = standing("/", size="phone")
    choices = [[place] for place in oracle.places()[::5] if place != "saddle"] + oracle.sets(20, seed=7)
    some = oracle.word("hurt.some", "en")
    for hurts, seen in zip(choices, answers(screen, choices), strict=True):
        lines: dict[tuple[str, str, str], list[int]] = {}
        for row in seen["rows"]:
            group = "some" if row["title"] == some else "all"
            level = oracle.text("levels", "segment", row["node"], "region")
            home = "lumbar" if level == "sacral" else level
            found = oracle.rank(hurts, (group, row["node"], row["part"], row["mark"]))
            lines.setdefault((group, home, row["part"]), []).append(found)
        assert all(line == sorted(line) for line in lines.values()), (hurts, lines)


def test_forward_and_backward_agree_for_every_level_and_area(standing: Standing) -> None:
    screen = standing("/", size="phone")
    alone = [[place] for place in oracle.places() if not place.endswith(".right") and place != "saddle"]
    backward = {
        (row["node"], row["part"], hurts[0].split(".")[0], row["mark"])
        for hurts, seen in zip(alone, answers(screen, alone), strict=True)
        for row in seen["rows"]
    }
    forward = set()
    levels = [row["segment"] for row in oracle.rows("levels") if row["kind"] != "context"]
    for level, part in product(levels, ("facet", "nerve")):
        go(screen, f"/?at={level}&part={part}")
        found = screen.evaluate(MARKS)
        forward |= {(level, part, slug, strength) for slug, strength in found.items()}
    assert len(forward) > 200
    assert forward == backward


@pytest.mark.parametrize("language", oracle.LANGUAGES)
def test_f4_it_says_can_and_what_the_area_cannot_tell(standing: Standing, language: str) -> None:
    screen = standing(f"/?hurts=low-back.left&lang={language}", size="laptop")
    said = screen.inner_text("#detail")
    for key in ("hurt.can", "hurt.share", "hurt.doubt.lumbar", "hurt.other"):
        assert oracle.word(key, language) in said
    assert oracle.text("red_flags", "id", "c-low-back", f"may_mean_{language}").rstrip(".") in said
    go(screen, f"/?hurts=hand-ring-little.left&lang={language}")
    until(screen, "document.querySelectorAll('#detail .fit').length === 1")
    said = screen.inner_text("#detail")
    assert oracle.word("hurt.single", language) in said
    assert oracle.word("hurt.doubt.lumbar", language) not in said


def test_other_causes_stand_in_sight_without_scrolling_on_the_kiosk(standing: Standing) -> None:
    screen = standing("/?hurts=low-back.left", size="kiosk-portrait")
    box = screen.locator("#detail .other").bounding_box()
    more = screen.locator("#more-answer").bounding_box()
    assert box and more
    assert box["y"] + box["height"] <= more["y"]


def test_a_row_leads_to_its_level_and_the_way_back_is_kept(standing: Standing) -> None:
    screen = standing("/?hurts=low-back.left,buttock.left", size="kiosk-landscape")
    screen.click("#detail .fit[data-pick='L4-5'][data-part=facet]")
    until(screen, "document.querySelector('#body-view').dataset.part === 'facet'")
    assert "hurts=low-back.left,buttock.left" in screen.url
    screen.click("#detail [data-do=places]")
    until(screen, "document.querySelectorAll('#detail .chip').length === 2")


def test_r1_choosing_areas_asks_the_server_for_nothing(page: Watched) -> None:
    screen = whole(page("/", size="kiosk-landscape"))
    asked: list[str] = []
    screen.on("request", lambda request: asked.append(request.url) if request.url.startswith("http") else None)
    answers(screen, oracle.sets(10, seed=3))
    for address in ("/?zone=hand", "/?zone=front-hand-left", "/?at=L4-5&page=compare", "/?page=search"):
        go(screen, address)
        until(screen, "document.documentElement.hasAttribute('data-live')")
    assert asked == []
