"""What the experts say: a few sentences for patients; every position and every number for clinicians."""

from __future__ import annotations

from dash import html

from catalog import Block, Evidence, Guideline, about, opens_with, type_of
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice


def experts(voice: Voice, block: Block) -> list[Node]:
    """A few sentences: who is for, who is against, what is open."""
    kind, words = type_of(voice.catalog, block), voice.catalog.words
    regional = f"experts.{kind.experts}.{block.region}"  # where they differ by region
    said = [voice(regional if regional in words else f"experts.{kind.experts}")]
    steroid = f"experts.{kind.family}.steroid"
    if kind.steroid and steroid in words:
        said.append(voice(steroid))
    return [html.H2(voice("experts.title")), html.P(" ".join(said), className="experts")]


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
        if about(block, guide.block_types) and _here(voice, block, guide.region)
    ]


def evidence(voice: Voice, block: Block) -> list[Evidence]:
    return [row for row in voice.catalog.evidence if about(block, row.block_types) and _here(voice, block, row.region)]


def _here(voice: Voice, block: Block, region: str) -> bool:
    return "all" in (block.region, region) or opens_with(voice.catalog, region) == block.region


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
