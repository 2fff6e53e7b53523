"""The visit, step by step: three chapters, short steps, nothing left out, what this block alone brings."""

from __future__ import annotations

import re
from typing import Any

import pytest

from catalog import Catalog, facts_of, steps_for
from catalog.checking.grade import sentences
from components.block.how import CHAPTERS
from tests.block import shown
from tests.block.test_pages import BLOCKS, EVERY

Pages = dict[str, dict[str, Any]]
MOST_SENTENCES = 3


def panel(made: dict[str, Any], block: str, step: int, name: str) -> str:
    """The text of a part (by its class) of one step."""
    found = shown.marked(made, made[f"block|{block}"], "className", name, tab="how", step=str(step))
    return " ".join(shown.words(made, one) for one in found)


def position_step(made: dict[str, Any], catalog: Catalog, block: str) -> str:
    steps = [step.step_id for step in steps_for(catalog, block)]
    return panel(made, block, steps.index("ST-09") + 1, "step-said")


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_a_step_has_at_most_three_sentences(pages: Pages, block: str, language: str) -> None:
    made = pages[language]
    told = {
        step: sentences(panel(made, block, step, "step-said")) for step in range(1, len(made[f"steps|{block}"]) + 1)
    }
    assert [step for step, sentences in told.items() if not sentences] == []
    assert {step: text for step, text in told.items() if len(text) > MOST_SENTENCES} == {}


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_words_of_a_step_are_left_out(pages: Pages, catalog: Catalog, language: str) -> None:
    made = pages[language]
    screens = {block: shown.tab(made, block, "how") for block in BLOCKS}
    for step in catalog.block_steps:
        for words in (step.title, step.general, step.text, step.time):
            assert any(words[language] in text for text in screens.values()), (step.step_id, words)
    for block in BLOCKS:
        told = facts_of(catalog, block)
        for name in (name for step in steps_for(catalog, block) for name in step.adds if name in told):
            assert told[name].text[language] in screens[block], (block, name)


@pytest.mark.parametrize("block", BLOCKS)
def test_each_step_is_counted_in_its_chapter_and_shows_no_other(pages: Pages, catalog: Catalog, block: str) -> None:
    steps = steps_for(catalog, block)
    chapters = [step.chapter for step in steps]
    assert chapters == sorted(chapters, key=CHAPTERS.index) and set(chapters) == set(CHAPTERS)
    for index, step in enumerate(steps):
        place = index - chapters.index(step.chapter) + 1
        counted = panel(pages["en"], block, index + 1, "crumb")
        assert counted == f"Step {place} of {chapters.count(step.chapter)}"
        assert step.text["en"] in panel(pages["en"], block, index + 1, "step-said")
        text = shown.tab(pages["en"], block, "how", step=str(index + 1))
        assert step.title["en"] in text
        assert [other.step_id for other in steps if other is not step and other.text["en"] in text] == []


@pytest.mark.parametrize("block", BLOCKS)
def test_the_bar_leads_to_the_first_step_of_each_chapter(pages: Pages, catalog: Catalog, block: str) -> None:
    made = pages["es"]
    chapters = [step.chapter for step in steps_for(catalog, block)]
    for step, now in enumerate(chapters, 1):
        (bar,) = shown.marked(made, made[f"block|{block}"], "className", "chapters", tab="how", step=str(step))
        buttons = shown.marked(made, bar, "data-go")
        assert [getattr(one, "data-go") for one in buttons] == [f"step={chapters.index(name) + 1}" for name in CHAPTERS]
        assert [getattr(one, "aria-current", "") for one in buttons] == ["step" if n == now else "" for n in CHAPTERS]


def test_beads_stand_for_the_steps_of_the_chapter(pages: Pages) -> None:
    made = pages["en"]
    names = [name for name in made if name.startswith("beads|")]
    assert len(names) > 20
    for name in names:
        place, count = (int(part) for part in name.split("|")[1:])
        looks = [getattr(one, "className", "") for one in shown.marked(made, made[name], "className")][1:]
        assert looks == ["is-past"] * place + ["is-now"] + [""] * (count - place - 1)


def test_what_a_block_brings_takes_the_place_of_the_general_words(pages: Pages, catalog: Catalog) -> None:
    step = next(step for step in catalog.block_steps if step.step_id == "ST-09")
    texts = {block: position_step(pages["en"], catalog, block) for block in ("L-FJ", "C-TFE", "X-CHEM")}
    for block in ("L-FJ", "C-TFE"):
        assert facts_of(catalog, block)["position"].text["en"] in texts[block]
        assert step.general["en"] not in texts[block]
    assert step.general["en"] in texts["X-CHEM"]
    assert all(step.text["en"] in text for text in texts.values())


def test_e4_a_step_of_one_purpose_says_so(pages: Pages, catalog: Catalog) -> None:
    named = [(step, *link) for step in catalog.block_steps for link in step.blocks.items() if link[0] in catalog.blocks]
    assert {purpose for *_, purpose in named} == {"test", "treatment", ""}
    for step, block, purpose in named:
        steps = steps_for(catalog, block)
        tag = panel(pages["en"], block, steps.index(step) + 1, "tag-line")
        assert tag == {"test": "For a test block", "treatment": "For a treatment", "": ""}[purpose]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a25_each_step_is_announced_by_chapter_number_and_title(pages: Pages, catalog: Catalog, language: str) -> None:
    for block in BLOCKS:
        for step, said in zip(steps_for(catalog, block), pages[language][f"steps|{block}"], strict=True):
            assert said.startswith(catalog.words[f"block.chapter.{step.chapter}"][language])
            assert re.search(r"\d+ (of|de) \d+", said) and step.title[language] in said
            assert len(said) <= 150
