"""Warnings, blocks and what belongs to a block."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

import catalog
from catalog import Catalog
from catalog.rows.cells import Number, Signed
from components.kit.citations import cite

HEART_AREAS = ["chest-upper", "chest-lower", "ribs-side", "mid-back", "shoulder-blade-inner", "upper-arm-inner"]


def test_e11_every_area_shows_a_red_flag_and_a_caution(facts: Catalog) -> None:
    for slug in facts.areas:
        assert catalog.red_flags_for(facts, [slug])
        if slug != "saddle":
            assert catalog.cautions_for(facts, [slug]), slug


def test_e11_saddle_leads_to_the_emergency_first(facts: Catalog) -> None:
    first = catalog.red_flags_for(facts, ["saddle"])[0]
    assert first.action == "emergency"
    assert first.id.startswith("ces-")


@pytest.mark.parametrize("slug", HEART_AREAS)
def test_e11_chest_back_and_arm_show_the_heart_warning(facts: Catalog, slug: str) -> None:
    assert "heart" in {flag.id for flag in catalog.red_flags_for(facts, [slug])}


def test_warnings_that_go_with_every_area_are_shown_with_none(facts: Catalog) -> None:
    ids = {flag.id for flag in catalog.red_flags_for(facts, [])}
    assert ids == {"progressive-weakness", "infection", "infection-after-shot", "cancer", "trauma"}


def test_warnings_are_told_once_and_emergencies_first(facts: Catalog) -> None:
    flags = catalog.red_flags_for(facts, list(facts.areas))
    assert len(flags) == sum(flag.kind == "red_flag" for flag in facts.red_flags) == len(set(f.id for f in flags))
    actions = [flag.action for flag in flags]
    assert actions == sorted(actions, key=["emergency", "urgent", "see_doctor"].index)


@pytest.mark.parametrize("block", ["C-FJ", "C-TFE", "T-FJ", "T-TFE", "L-FJ", "L-TFE"])
def test_e1_e3_each_block_of_a_level_has_what_a_choice_needs(facts: Catalog, block: str) -> None:
    told = catalog.facts_of(facts, block)
    needed = ["target", "purpose_diagnostic", "purpose_therapeutic", "may_suit", "feels_like", "alternatives"]
    needed += ["main_risk_headline", "evidence_line", "duration_relief", "going_home", "next_step"]
    for attribute in needed:
        assert told[attribute].text["en"], attribute
        assert told[attribute].text["es"], attribute


def test_e3_every_block_names_other_options(facts: Catalog) -> None:
    for block in facts.blocks:
        assert catalog.facts_of(facts, block)["alternatives"].text["en"]


def test_risks_belong_to_their_region_and_procedure(facts: Catalog) -> None:
    neck = {risk.id for risk in catalog.risks_for(facts, "C-TFE")}
    mid = {risk.id for risk in catalog.risks_for(facts, "T-FJ")}
    low = {risk.id for risk in catalog.risks_for(facts, "L-FJ")}
    assert "RK-24" in neck - mid - low  # stroke: neck roots only
    assert "RK-28" in mid - neck - low  # collapsed lung: mid back only
    assert "RK-20" in neck & mid & low  # deep infection: all


def test_steps_come_in_order_and_heat_belongs_to_heat(facts: Catalog) -> None:
    steps = catalog.steps_for(facts, "L-RFA")
    heat = [step.id for step in steps]
    joint = [step.id for step in catalog.steps_for(facts, "L-FJ")]
    assert steps == tuple(sorted(steps, key=lambda step: step.order or 0))
    assert "ST-18" in heat
    assert "ST-18" not in joint


def test_codes_and_terms_go_with_the_block(facts: Catalog) -> None:
    assert {"64493", "64494", "64495"} <= {code.code for code in catalog.codes_for(facts, "L-FJ")}
    assert "64490" not in {code.code for code in catalog.codes_for(facts, "L-FJ")}
    assert not catalog.terms_for(facts, "L-FJ")[0].general


def test_e7_a_source_links_to_doi_or_pubmed_and_never_to_a_copy(facts: Catalog) -> None:
    for source in facts.sources.values():
        assert source.citation
        if source.seen_is != "original" and not source.doi and not source.pmid:
            assert source.link == ""
        if source.doi:
            assert source.link == f"https://doi.org/{source.doi}"
        elif source.seen_is == "original" and not source.pmid:
            assert source.link == source.seen_at
    assert facts.sources["isncsci"].link == ""


def test_e7_what_a_source_links_to_is_what_is_cited(facts: Catalog) -> None:
    for source in facts.sources.values():
        cited = [part.href for part in cite(source) if hasattr(part, "href")]
        assert cited == [source.link] * bool(source.link), source.source_id


def test_s11_a_number_without_a_sign_has_none_and_an_interval_may() -> None:
    assert TypeAdapter(Number).validate_python("3,5") == 3.5
    assert TypeAdapter(Signed).validate_python("-3.5") == -3.5
    with pytest.raises(ValidationError, match="is not a number"):
        TypeAdapter(Number).validate_python("-3")
