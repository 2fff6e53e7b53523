"""Good and bad in numbers: which rows of the data become icon arrays on which page, and the words around them.

Only rows that a page confirmed. Where a block has no good number, its page says so and shows none (E7).
"""

from __future__ import annotations

from dataclasses import dataclass

from dash import html

from catalog import Block, Catalog, NumberShown, Risk, drawn_risks, numbers_for
from components.kit.controls import Node, honest
from components.kit.data_table import data_table
from components.kit.drawing import Drawing
from components.kit.icon_array import icon_array
from components.kit.markup import attrs
from components.kit.voice import Voice

RAREST = 0.1  # percent: what is rarer cannot be drawn in a thousand persons and is said out of 10,000


@dataclass(frozen=True)
class Arm:
    """`count` of 100 people in a group of a study."""

    count: int
    label: str


def works(voice: Voice, block: Block) -> list[Node]:
    """The benefit numbers of a block's page; one honest line where there is none."""
    made: list[Node] = [
        _said(voice, shown) if shown.kind == "said" else _figure(voice, shown)
        for shown in numbers_for(voice.catalog, block)
    ]
    return made or [honest(voice("number.none"))]


def harms(voice: Voice, block: Block) -> list[Node]:
    """The harms of a block that have a rate, each out of 1,000 visits, then those that are rarer than that."""
    rows, rare = harm_rows(voice.catalog, block), rare_rows(voice.catalog, block)
    heads = _heads(voice, voice("harm.table.what"), voice("harm.table.did"))
    table = data_table(
        voice, voice("risks.numbers"), heads, [_cells(voice.of(risk.risk), _of_1000(risk), 1000) for risk in rows]
    )
    return [
        html.Div([_harm(voice, risk) for risk in rows], className="figures figures-harm"),
        table,
        *(_rare(voice, risk) for risk in rare),
        html.P(voice("harm.sure"), className="muted"),
    ]


def harm_rows(catalog: Catalog, block: Block) -> list[Risk]:
    """The risk rows of a block that are drawn."""
    return [risk for risk in drawn_risks(catalog, block) if (risk.rate_percent or 0) >= RAREST]


def rare_rows(catalog: Catalog, block: Block) -> list[Risk]:
    """The risk rows of a block that are too rare to be drawn."""
    return [risk for risk in drawn_risks(catalog, block) if risk.rate_percent and risk.rate_percent < RAREST]


def _rare(voice: Voice, risk: Risk) -> html.P:
    count = round((risk.rate_percent or 0) * 100)
    said = voice("harm.rare", count=count, rest=f"{10_000 - count:,}", people=f"{risk.n or 0:,}")
    return html.P([html.B(f"{voice.of(risk.risk)}. "), said])


def arms(voice: Voice, shown: NumberShown) -> list[Arm]:
    """The groups of a figure. Raises ValueError if a row was not confirmed: it must not reach a patient."""
    rows = {row.evidence_id: row for row in voice.catalog.evidence}
    names = [name for name in (shown.evidence_id, shown.compared_id) if name]
    if not all(rows[name].confirmed for name in names):
        raise ValueError(f"number {shown.number} rests on a row that no page confirmed")
    counts = [
        _not_backed_up(voice.catalog, name) if shown.kind == "second" else round(float(rows[name].value))
        for name in names
    ]
    return [Arm(count, voice(f"number.{shown.number}.arm.{index}")) for index, count in enumerate(counts, 1)]


def sources(voice: Voice, block: Block) -> list[str]:
    """The ids of the sources behind the numbers of a block's page."""
    rows = {row.evidence_id: row.source_id for row in voice.catalog.evidence}
    shown = numbers_for(voice.catalog, block)
    names = [name for row in shown for name in (row.evidence_id, row.compared_id) if name]
    return [rows[name] for name in names] + [risk.source_id for risk in drawn_risks(voice.catalog, block)]


def _not_backed_up(catalog: Catalog, name: str) -> int:
    """Of 100 good first tests, those that a second one did not confirm.

    The paper gives the share of good tests among people without joint pain, and how many have it. Everybody who has
    it is taken to have had a good first test: wrong * without / (wrong * without + with).
    """
    row = next(row for row in catalog.evidence if row.evidence_id == name)
    confirmed = next(
        one
        for one in catalog.prevalence
        if one.source_id == row.source_id and one.region == row.region and one.measure.startswith("facet joint pain")
    )
    having = float(confirmed.value) / 100
    wrong = float(row.value) / 100 * (1 - having)
    return round(100 * wrong / (wrong + having))


def _figure(voice: Voice, shown: NumberShown) -> html.Section:
    row = next(row for row in voice.catalog.evidence if row.evidence_id == shown.evidence_id)
    source = voice.catalog.sources[row.source_id]
    people = f"{int(row.n):,}" if row.n else ""
    words = f"number.{shown.number}"
    groups = [_people(voice, arm.label, arm.count, 100, words) for arm in arms(voice, shown)]
    return html.Section(
        [
            html.H2(voice(f"{words}.title")),
            html.P(voice(f"{words}.lead"), className="muted"),
            html.Div(groups, className=f"figures figures-{len(groups)}"),
            html.Div(
                [
                    html.P(voice(f"{words}.so")),
                    html.P(voice(f"{words}.who", year=source.year, people=people), className="muted"),
                    _table(voice, shown),
                ],
                className="figure-words",
            ),
        ],
        className="figure",
    )


def _table(voice: Voice, shown: NumberShown) -> html.Details:
    did = voice(f"number.{shown.number}.did").rstrip(".")
    heads = _heads(voice, voice("number.table.group"), did[0].upper() + did[1:])
    rows = [_cells(arm.label, arm.count, 100) for arm in arms(voice, shown)]
    return data_table(voice, voice(f"number.{shown.number}.lead"), heads, rows)


def _heads(voice: Voice, what: str, did: str) -> list[str]:
    return [what, did, voice("number.table.rest"), voice("number.table.total")]


def _cells(label: str, count: int, total: int) -> list[str]:
    return [label, f"{count:,}", f"{total - count:,}", f"{total:,}"]


def _people(voice: Voice, label: str, count: int, total: int, words: str) -> html.Figure:
    """Persons, the number and both frames; the drawing needs no other words than these."""
    told = {"count": f"{count:,}", "rest": f"{total - count:,}", "total": f"{total:,}"}
    return html.Figure(
        [
            html.Div(**attrs(data_insert=f"persons|{count}|{total}")),
            html.Figcaption(
                [
                    html.H3(label),
                    html.B(voice("number.of", **told), className="big"),
                    html.Span(voice(f"{words}.did")),
                    html.Span(voice(f"{words}.did-not", **told)),
                ]
            ),
        ],
        className="people",
        **attrs(data_count=str(count), data_total=str(total)),
    )


def _harm(voice: Voice, risk: Risk) -> html.Figure:
    made = _people(voice, voice.of(risk.risk), _of_1000(risk), 1000, "harm")
    made.children.append(html.P(voice("harm.who", people=f"{risk.n or 0:,}"), className="muted"))
    return made


def _of_1000(risk: Risk) -> int:
    return round((risk.rate_percent or 0) * 10)


def _said(voice: Voice, shown: NumberShown) -> html.P:
    row = next(row for row in voice.catalog.evidence if row.evidence_id == shown.evidence_id)
    if not row.confirmed:
        raise ValueError(f"number {shown.number} rests on a row that no page confirmed")
    value = f"{abs(float(row.value)):g}"
    low, high = (f"{bound:.0f}" if bound is not None else "" for bound in (row.ci_low, row.ci_high))
    rest = f"{100 - float(row.value):g}"
    words = f"number.{shown.number}"
    return html.P(
        [
            html.B(f"{voice(f'{words}.title')} "),
            voice(f"{words}.text", value=value, rest=rest, low=low, high=high, people=row.n),
        ]
    )


def shared(voice: Voice) -> dict[str, Drawing]:
    """Every array of persons that a page shows, drawn once: `persons|54|100`."""
    drawn = [shown for shown in voice.catalog.numbers_shown if shown.kind != "said"]
    counts = {(arm.count, 100) for shown in drawn for arm in arms(voice, shown)}
    for block in voice.catalog.blocks.values():
        counts |= {(_of_1000(risk), 1000) for risk in harm_rows(voice.catalog, block)}
    return {
        f"persons|{count}|{total}": Drawing(svg=icon_array(count, total), className="persons-box")
        for count, total in sorted(counts)
    }
