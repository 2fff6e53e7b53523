"""What the experts say: three sentences for patients; every position and every number for clinicians."""

from __future__ import annotations

from dash import html

from catalog import Block, Evidence, Guideline, opens_with
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice

JOINT, BRANCH, ROOT, EPIDURAL = "facet_joint", "medial_branch", "nerve_root", "epidural"
HEAT, COLD, CHEMICAL = "neurolysis_heat", "neurolysis_cold", "neurolysis_chemical"
FACET = (JOINT, BRANCH, HEAT)
NERVE = (ROOT, EPIDURAL)
EVERY = (*FACET, *NERVE, COLD, CHEMICAL)

# Which kinds of block a position is about.
POSITIONS: dict[str, tuple[str, ...]] = {
    "GL-BMJ-1": (HEAT,),
    "GL-BMJ-2": NERVE,
    "GL-BMJ-3": (JOINT, BRANCH),
    "GL-BMJ-4": NERVE,
    "GL-BMJ-5": (ROOT,),
    "GL-BMJ-6": NERVE,
    "GL-BMJ-REB": (*FACET, *NERVE),
    "GL-NICE-INJ": (JOINT, BRANCH),
    "GL-NICE-RFD": (BRANCH, HEAT),
    "GL-NICE-EPI": NERVE,
    "GL-AOMRC": (JOINT, BRANCH),
    "GL-HNY": (BRANCH, HEAT),
    "GL-LUM-CONS": FACET,
    "GL-LUM-IMG": FACET,
    "GL-LUM-MBB": (JOINT, BRANCH),
    "GL-LUM-NUM": (BRANCH, HEAT),
    "GL-LUM-IA": (JOINT,),
    "GL-CER-CONS": FACET,
    "GL-CER-IMG": FACET,
    "GL-CER-RFA": (BRANCH, HEAT),
    "GL-ASIPP-1": (JOINT, BRANCH),
    "GL-ASIPP-2": FACET,
    "GL-AANS": (JOINT, BRANCH, HEAT),
    "GL-AAN": NERVE,
    "GL-COCH-EPI": NERVE,
    "GL-COCH-RF": (HEAT,),
    "GL-COCH-IA": (JOINT,),
    "GL-ACP": (*FACET, *NERVE),
    "GL-VADOD-17": (JOINT, HEAT, *NERVE),
    "GL-VADOD-22": (JOINT, HEAT),
    "GL-NASS": (ROOT,),
    "GL-FDA": NERVE,
    "GL-SUI": NERVE,
    "GL-IPSIS-CIL": (EPIDURAL,),
    "GL-ASRA-18": EVERY,
    "GL-ASRA-25": EVERY,
    "GL-SIS-AC": EVERY,
    "GL-CMS": FACET,
    "GL-CMS-ESI": NERVE,
    "GL-MPW": (HEAT,),
    "GL-ASRA-18-SRC": EVERY,
    "GL-ACR": (*FACET, *NERVE),
}
# Which kinds of block a group of numbers is about.
GROUPS: dict[str, tuple[str, ...]] = {
    "diagnostic_false_positive": (JOINT, BRANCH),
    "diagnostic_positive_rate_facts": (JOINT, BRANCH),
    "facet_block_vs_placebo_1month": (JOINT, BRANCH),
    "rfa_after_block_type": FACET,
    "rfa_responders_by_selection": FACET,
    "rfa_success_by_number_of_blocks": (BRANCH, HEAT),
    "success_per_person_started_by_number_of_blocks": (BRANCH, HEAT),
    "lumbar_rfa_by_selection_and_technique": (HEAT,),
    "cervical_block_spread": (BRANCH,),
    "therapeutic_medial_branch_no_placebo": (BRANCH,),
    "facet_steroid_vs_control": (JOINT,),
    "uncontrolled_series": (JOINT, HEAT),
    "facet_steroid_vs_rfa": (JOINT, HEAT),
    "rfa_vs_sham": (HEAT,),
    "rfa_pain_free": (HEAT,),
    "number_needed_to_treat": (HEAT, ROOT),
    "rfa_success_selected": (HEAT,),
    "mint_2017": (HEAT,),
    "rfa_review": (HEAT,),
    "cryo_course": (COLD,),
    "cryo_vs_rfa": (COLD,),
    "bmj2025_axial_vs_sham": (*FACET, EPIDURAL),
    "bmj2025_radicular_vs_sham": NERVE,
    "bmj2025_harms": (*FACET, *NERVE),
    "ghahreman_2010_responders": (ROOT,),
    "riew_surgery_avoided": (ROOT,),
    "riew_five_year": (ROOT,),
    "tfesi_vs_saline": (ROOT,),
    "epidural_vs_placebo": NERVE,
    "aan2025_radiculopathy": NERVE,
    "aan2025_stenosis": NERVE,
    "aan2025_harms": NERVE,
    "less_2014": (EPIDURAL,),
    "nerves_2021": (ROOT,),
    "tfesi_success_cohorts_lumbar": (ROOT,),
    "tfesi_success_cohorts_cervical": (ROOT,),
    "particulate_vs_not": (ROOT,),
    "surgery_sparing": NERVE,
    "epidural_steroid_vs_anaesthetic_stenosis": (EPIDURAL,),
    "intravascular_by_region": (ROOT,),
    "intravascular_by_route": NERVE,
    "vasovagal_by_procedure": (BRANCH, ROOT),
    "serious_events_large_series": EVERY,
    "anticoagulant_continue_vs_stop": (BRANCH, ROOT),
    "glucose_rise": NERVE,
    "radiation_dose": (JOINT, ROOT),
    "ultrasound_vs_xray": (BRANCH,),
    "selection_effect_cervical": (HEAT,),
    "infection_review": NERVE,
}


def experts(voice: Voice, block: Block) -> list[Node]:
    """Three sentences: who is for, who is against, what is open."""
    return [html.H2(voice("experts.title")), html.P(voice(f"experts.{_family(block)}"), className="experts")]


def for_clinicians(voice: Voice, block: Block) -> list[Node]:
    """The whole tables, for `view=clinician` only; what no page confirmed is marked."""
    guides = [f"position|{guide.guideline_id}" for guide in positions(voice, block)]
    numbers = [f"evidence|{row.evidence_id}" for row in evidence(voice, block)]
    return [
        html.Section(
            [
                html.H2(voice("positions.clinician.title")),
                _table(voice, ("body", "year", "about", "position", "strength", "said", "against"), guides),
                html.H2(voice("evidence.clinician.title")),
                _table(voice, ("study", "compared", "people", "outcome", "result", "limits"), numbers),
            ],
            className="clinic",
            **attrs(data_when="view=clinician"),
        )
    ]


def shared(voice: Voice) -> dict[str, html.Tr]:
    """Every row of both tables, once."""
    made = {f"position|{guide.guideline_id}": _guide(voice, guide) for guide in voice.catalog.guidelines}
    return made | {f"evidence|{row.evidence_id}": _number(voice, row) for row in voice.catalog.evidence}


def positions(voice: Voice, block: Block) -> list[Guideline]:
    return [
        guide
        for guide in voice.catalog.guidelines
        if block.block_type in POSITIONS[guide.guideline_id] and _here(voice, block, guide.region)
    ]


def evidence(voice: Voice, block: Block) -> list[Evidence]:
    return [
        row
        for row in voice.catalog.evidence
        if block.block_type in GROUPS[row.chart_group] and _here(voice, block, row.region)
    ]


def _here(voice: Voice, block: Block, region: str) -> bool:
    return "all" in (block.region, region) or opens_with(voice.catalog, region) == block.region


def _family(block: Block) -> str:
    if block.block_type == HEAT:
        return f"heat.{block.region}"
    return {JOINT: "joint", BRANCH: "branch", COLD: "cold", CHEMICAL: "chemical"}.get(block.block_type, "nerve")


def _guide(voice: Voice, guide: Guideline) -> html.Tr:
    about = [guide.body, str(guide.year or ""), guide.procedure, guide.position, guide.strength]
    return _row(voice, guide.confirmed, [*about, voice.of(guide.statement), guide.critique_or_conflict])


def _number(voice: Voice, row: Evidence) -> html.Tr:
    bounds = "" if row.ci_low is None or row.ci_high is None else f" ({row.ci_low:g} to {row.ci_high:g})"
    people = "; ".join(part for part in (row.population, f"n = {row.n}" if row.n else "") if part)
    outcome = "; ".join(part for part in (row.outcome, row.timepoint) if part)
    result = "; ".join(part for part in (f"{row.value} {row.unit}".strip() + bounds, row.direction) if part)
    cells = [row.procedure, row.comparator, people, outcome, result, row.certainty_or_limits]
    return _row(voice, row.confirmed, cells)


def _row(voice: Voice, confirmed: bool, cells: list[str]) -> html.Tr:
    """What no page confirmed carries its mark."""
    mark = [] if confirmed else [html.Br(), html.Span(voice("sources.unconfirmed"), className="unsure")]
    return html.Tr([html.Th([cells[0], *mark], scope="row"), *(html.Td(cell) for cell in cells[1:])])


def _table(voice: Voice, heads: tuple[str, ...], rows: list[str]) -> html.Div:
    head = html.Thead(html.Tr([html.Th(voice(f"clinician.{name}"), scope="col") for name in heads]))
    body = html.Tbody([html.Tr(**attrs(data_insert=name)) for name in rows])
    return html.Div(
        html.Table([head, body]),
        className="scroll",
        tabIndex="0",
        role="region",
        **attrs(aria_label=voice(f"clinician.{heads[0]}")),
    )
