"""What the page that compares says of blocks: facts, harms on one scale, guidelines and studies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dash import html

from catalog import (
    Block,
    BlockFact,
    Catalog,
    Evidence,
    Guideline,
    PositionShown,
    Risk,
    facts_of,
    harms_for,
    of_evidence,
    risks_for,
)
from components.clinician.charts.positions import sign
from components.clinician.charts.said import result
from components.clinician.charts.scale import Scale, scale
from components.clinician.claimed import behind, unconfirmed
from components.clinician.ways import Way
from components.kit import contract
from components.kit.citations import linked
from components.kit.controls import Node
from components.kit.drawing import Drawing
from components.kit.markup import attrs, el, svg
from components.kit.voice import Voice

Writer = Callable[[Voice, Way], list[Node]]

# Row -> the facts about a block that stand in it.
FACTS = {
    "target": ("target", "target_point"),
    "approach": ("approach", "fluoro_view"),
    "injectate": ("injectate", "volume_per_level"),
    "positive": ("positive_test", "false_positive"),
}
SERIOUS = "rare-serious"
WIDTH, TALL = 120, 12  # of the picture of a rate


def shared(voice: Voice) -> contract.Pages:
    """What stands on the pages of several levels."""
    catalog, on = voice.catalog, harm_scale(voice.catalog)
    guides = {row.guideline_id: row for row in catalog.guidelines}
    made: contract.Pages = {f"rate|{risk.risk_id}": _rate(voice, on, risk) for risk in _rated(catalog)}
    made |= {f"serious|{risk.risk_id}": _serious(voice, risk) for risk in catalog.risks if risk.category == SERIOUS}
    made |= {_stand(shown): _position(voice, shown, guides[shown.guideline_id]) for shown in catalog.positions_shown}
    made |= {f"study|{row.evidence_id}": _study(voice, row) for row in catalog.evidence}
    return made | {f"other|{name}": _other(voice, block) for name, block in catalog.blocks.items()}


def facts_of_row(name: str) -> Writer:
    """Writes the facts of the first block that stand in a row of `FACTS`."""
    return lambda voice, way: _facts(voice, way.facts, FACTS[name])


def _facts(voice: Voice, facts: Mapping[str, BlockFact], names: Sequence[str]) -> list[Node]:
    """The facts of these names, each with its source; none where the data has none for physicians."""
    found = [facts[name] for name in names if name in facts and facts[name].clinical]
    return [
        html.P(
            [html.Span(fact.clinical, lang="en"), " ", *behind(voice, fact)],
            **attrs(data_fact=fact.id),
            className="side-fact",
        )
        for fact in found
    ]


def harm_scale(catalog: Catalog) -> Scale:
    """One scale for the rates of all harms, in percent, so that any two can be compared."""
    return scale([0, *(risk.rate_percent or 0 for risk in _rated(catalog))], 0, WIDTH)


def harms(voice: Voice, way: Way) -> list[Node]:
    return _places("rate", [risk.risk_id for risk, _ in harms_for(voice.catalog, way.first)] if way.first else [])


def serious(voice: Voice, way: Way) -> list[Node]:
    """The main risk of the first block in one line, then each rare and serious one in a fold."""
    said = _facts(voice, way.facts, ("main_risk_headline",))
    found = risks_for(voice.catalog, way.first.block_id) if way.first else ()
    return [*said, *_fold(voice, "serious", [risk.risk_id for risk in found if risk.category == SERIOUS])]


def positions(voice: Voice, way: Way) -> list[Node]:
    """What guidelines say, kind by kind."""
    kinds: dict[str, list[html.Li]] = {}
    for shown, _ in way.positions:
        kinds.setdefault(shown.procedure, []).append(html.Li(**attrs(data_insert=_stand(shown))))
    return [
        html.Div(
            [html.B(voice(f"clinician.procedure.{kind}")), html.Ul(stands, className="side-stands")],
            className="side-kind",
        )
        for kind, stands in kinds.items()
    ]


def studies(voice: Voice, way: Way) -> list[Node]:
    """The sum of the evidence on the first block, then every row about the blocks of this way in a fold."""
    said = _facts(voice, way.facts, ("evidence_line",))
    return [*said, *_fold(voice, "study", [row.evidence_id for row in way.studies])]


def others(voice: Voice, way: Way) -> list[Node]:
    """The blocks after the first, each in a fold."""
    return [html.Details(**attrs(data_insert=f"other|{block.block_id}")) for block in way.blocks[1:]]


def _places(kind: str, names: Sequence[str]) -> list[Node]:
    places = [html.Li(**attrs(data_insert=f"{kind}|{name}")) for name in names]
    return [html.Ul(places, className=f"side-{kind}s")] if places else []


def _fold(voice: Voice, kind: str, names: Sequence[str]) -> list[Node]:
    count = voice("clinician.compare.rows", count=len(names))
    return [html.Details([html.Summary(count), *_places(kind, names)], className="fold")] if names else []


def _rated(catalog: Catalog) -> list[Risk]:
    shown = {row.risk_id for row in catalog.harms_shown}
    return [risk for risk in catalog.risks if risk.risk_id in shown]


def _rate(voice: Voice, on: Scale, risk: Risk) -> html.Li:
    rate = risk.rate_percent or 0
    bar = el("path", class_="bar" if risk.confirmed else "bar u", d=f"M0 2H{on(rate):g}V{TALL - 2}H0z")
    ground = el("path", class_="ground", d=f"M0 0V{TALL}M0 {TALL / 2:g}H{WIDTH}")
    people = [voice("clinician.evidence.n", n=f"{risk.n:,}")] if risk.n else []
    drawn = Drawing(svg=svg(f"0 0 {WIDTH} {TALL}", ground, bar, aria_hidden="true"), className="side-bar")
    said = html.Span([html.Span(risk.clinical, lang="en"), html.Small([" ", *people, " ", *behind(voice, risk)])])
    return html.Li(
        [drawn, html.B(f"{rate:g} %"), said],
        **attrs(data_risk=risk.risk_id, data_rate=f"{rate:g}"),
        className="side-rate",
    )


def _serious(voice: Voice, risk: Risk) -> html.Li:
    rate = f": {risk.rate_text}" if risk.rate_text else ""
    only: list[Node] = [" ", html.Small(voice(f"risks.only.{risk.only_with}"))] if risk.only_with else []
    return html.Li(
        [html.Span(f"{risk.clinical}{rate}", lang="en"), *only, " ", *behind(voice, risk)],
        **attrs(data_risk=risk.risk_id),
    )


def _stand(shown: PositionShown) -> str:
    return f"stand|{shown.guideline_id}|{shown.procedure}|{shown.stance}"


def _position(voice: Voice, shown: PositionShown, row: Guideline) -> html.Li:
    """A stance by picture and word, and the body, which leads to its source."""
    source = voice.catalog.sources[row.source_id]
    body = " ".join(part for part in (shown.body, str(row.year or "")) if part)
    said = [
        html.B(voice(f"clinician.stance.{shown.stance}")),
        " ",
        linked(source, body),
        " ",
        html.Small(row.population),
        *unconfirmed(voice, row),
    ]
    return html.Li(
        [Drawing(svg=sign(shown.stance)), html.Span(said)],
        title=voice.of(row.statement),
        className="side-stand",
        **attrs(data_row=row.guideline_id),
    )


def _study(voice: Voice, row: Evidence) -> html.Li:
    mark = of_evidence(row)
    versus = voice("clinician.evidence.versus", other=row.comparator) if row.comparator else ""
    people = voice("clinician.evidence.n", n=row.n) if row.n else ""
    said = " · ".join(part for part in (row.procedure, versus, people, row.outcome, row.timepoint) if part)
    value = " ".join(part for part in (result(voice, mark), row.unit if mark.told else "") if part)
    limits = f" {row.certainty_or_limits}" if row.certainty_or_limits else ""
    return html.Li(
        [html.B(value), f" {said}.", html.Small([limits, " ", *behind(voice, row)])], **attrs(data_row=row.evidence_id)
    )


def _other(voice: Voice, block: Block) -> html.Details:
    """The same facts and harms of a block that is not the first."""
    facts = facts_of(voice.catalog, block.block_id)
    rows: list[Node] = []
    for name, names in FACTS.items():
        found = _facts(voice, facts, names)
        rows += [html.Dt(voice(f"clinician.compare.row.{name}")), html.Dd(found or voice("clinician.compare.none"))]
    rates = _places("rate", [risk.risk_id for risk, _ in harms_for(voice.catalog, block)])
    return html.Details(
        [html.Summary(voice.of(block.clinical)), html.Dl(rows), *rates],
        className="fold",
        **attrs(data_other=block.block_id),
    )
