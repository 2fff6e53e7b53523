"""All 18 block pages, in both languages, hold everything that a choice needs."""

from __future__ import annotations

from typing import Any

import pytest

from catalog import Catalog, facts_of, risks_for, steps_for, terms_for
from components.block.options import OPTIONS
from components.block.positions import evidence, positions
from components.kit.voice import Voice
from tests.block import shown

LANGUAGES = ("en", "es")
BLOCKS = (
    "C-FJ C-MBB C-TFE T-FJ T-MBB T-TFE L-FJ L-MBB L-TFE C-RFA T-RFA L-RFA X-CRYO X-CHEM C-ILE T-ILE L-ILE L-CAU"
).split()
EVERY = [(block, language) for block in BLOCKS for language in LANGUAGES]
Pages = dict[str, dict[str, Any]]


def test_every_block_of_the_data_is_tested(catalog: Catalog) -> None:
    assert sorted(BLOCKS) == sorted(catalog.blocks)


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_e1_e10_a_page_has_all_its_parts(pages: Pages, catalog: Catalog, block: str, language: str) -> None:
    made = pages[language]
    page = made[f"block|{block}"]
    texts = {tab: shown.tab(made, block, tab) for tab in shown.TABS}
    assert all(len(text) > 200 for text in texts.values())
    assert catalog.blocks[block].name[language] in texts["what"]
    assert len(made[f"steps|{block}"]) == len(steps_for(catalog, block)) >= 24
    assert shown.marked(made, page, "className", "timeline", tab="after")
    numbers = shown.marked(made, page, "data-count", tab="works")
    assert numbers or catalog.words["number.none"][language] in texts["works"] or block == "L-RFA"
    assert shown.marked(made, page, "data-count", tab="risks")
    assert len(shown.marked(made, page, "className", "option-card", tab="options")) == len(OPTIONS)
    for row in catalog.aftercare:
        if row.aftercare_id != "AC-06":
            assert row.text[language].rstrip(".") in texts["after"], row.aftercare_id
    goes = {getattr(one, "data-go", "") for one in shown.marked(made, page, "data-go", tab="what")}
    assert "page=questions" in goes
    assert len(shown.marked(made, page, "className", "sources", tab="what")[0].children) >= 3


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_e3_other_options_are_one_touch_away_on_every_tab(pages: Pages, block: str, language: str) -> None:
    for tab in shown.TABS:
        choices = shown.marked(pages[language], pages[language][f"block|{block}"], "data-choice", tab=tab)
        assert "tab=options" in [getattr(one, "data-choice", "") for one in choices]


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_e4_test_and_treatment_stand_apart(pages: Pages, catalog: Catalog, block: str, language: str) -> None:
    made, told = pages[language], facts_of(catalog, block)
    halves = {
        name: shown.words(made, shown.marked(made, made[f"block|{block}"], "className", f"purpose-{name}")[0])
        for name in ("test", "treatment")
    }
    assert told["purpose_therapeutic"].text[language] in halves["treatment"]
    assert told["purpose_therapeutic"].text[language] not in halves["test"]
    if "purpose_diagnostic" in told:
        assert told["purpose_diagnostic"].text[language] in halves["test"]
        assert told["purpose_diagnostic"].text[language] not in halves["treatment"]
    else:
        assert catalog.words["block.no-test"][language] in halves["test"]


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_rare_serious_harms_are_read_without_a_touch(pages: Pages, catalog: Catalog, block: str, language: str) -> None:
    made = pages[language]
    rare = shown.marked(made, made[f"block|{block}"], "className", "rare", tab="risks")[0]
    assert not any(type(one).__name__ == "Details" for one in shown.nodes(made, rare))
    text = shown.words(made, rare)
    for risk in risks_for(catalog, block):
        if risk.category == "rare-serious":
            assert risk.risk[language].rstrip(".") in text


def test_every_position_and_number_stands_somewhere_for_clinicians(catalog: Catalog, voices: dict[str, Voice]) -> None:
    voice = voices["en"]
    guides, numbers = set(), set()
    for block in catalog.blocks.values():
        guides |= {guide.guideline_id for guide in positions(voice, block)}
        numbers |= {row.evidence_id for row in evidence(voice, block)}
    other = ("none",)  # about waiting, medicines, exercise or surgery
    assert guides == {guide.guideline_id for guide in catalog.guidelines if guide.block_types != other}
    assert numbers == {row.evidence_id for row in catalog.evidence if row.block_types != other}


def test_a_mid_back_page_shows_no_neck_or_low_back_number_as_its_own(
    catalog: Catalog, voices: dict[str, Voice]
) -> None:
    for row in evidence(voices["en"], catalog.blocks["T-TFE"]):
        assert row.region in ("thoracic", "all")


def test_e12_clinicians_see_for_and_against_with_year_and_strength(pages: Pages, catalog: Catalog) -> None:
    text = shown.tab(pages["en"], "L-RFA", "works", view="clinician")
    for name in ("GL-BMJ-1", "GL-NICE-RFD", "GL-VADOD-22"):
        guide = next(one for one in catalog.guidelines if one.guideline_id == name)
        assert all(str(part) in text for part in (guide.body, guide.year, guide.position, guide.strength))
    assert catalog.words["sources.unconfirmed"]["en"] in text
    assert "Busse" not in shown.tab(pages["en"], "L-RFA", "works", view="patient")


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_patients_read_a_few_sentences_on_what_experts_disagree_about(pages: Pages, block: str, language: str) -> None:
    made = pages[language]
    found = shown.marked(made, made[f"block|{block}"], "className", "experts", tab="works")
    text = shown.words(made, found[0]).replace("EE. UU.", "EE UU")
    assert 3 <= text.count(". ") + text.endswith(".") <= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_a35_a_term_is_explained_on_the_tab_that_uses_it(pages: Pages, catalog: Catalog, language: str) -> None:
    for block in BLOCKS:
        text = shown.tab(pages[language], block, "what")
        for term in terms_for(catalog, block):
            if not term.general:
                assert term.plain[language] in text, (block, term.term_id)
    assert catalog.glossary["GT-44"].plain[language] in shown.tab(pages[language], "L-FJ", "risks")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_diary_has_hours_0_to_24_and_days_to_14(pages: Pages, catalog: Catalog, language: str) -> None:
    text = shown.words(pages[language], pages[language]["diary"])
    for key, number in (("hour", 0), ("hour", 24), ("day", 2), ("day", 14)):
        assert catalog.words[f"diary.{key}"][language].format(number=number) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_can_be_ticked(pages: Pages, catalog: Catalog, language: str) -> None:
    made = pages[language]
    ticks = [getattr(one, "data-tick", "") for one in shown.marked(made, made["questions"], "data-tick")]
    assert ticks == sorted(ticks) or len(ticks) == len(set(ticks))
    assert set(ticks) == {question.question_id for question in catalog.questions}
