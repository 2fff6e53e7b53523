"""Where guidelines stand: bodies down, kinds of procedure across. What a body did not say is written."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from markupsafe import Markup

from catalog import Guideline, PositionShown
from components.kit.controls import Node
from components.kit.drawing import Drawing
from components.kit.markup import attrs, el, svg
from components.kit.voice import Voice

# A stance has a shape as well as a word: nobody has to tell colours.
SIGNS = {
    "for": ("M3 12a9 9 0 1 1 18 0a9 9 0 1 1-18 0z", "M7 12.5l3.5 3.5L17 8.500"),
    "against": ("M3 3h18v18h-18z", "M7 12h10"),
    "conditional": ("M12 3a9 9 0 0 1 0 18z", "M12 3a9 9 0 1 0 0 18"),
    "uncertain": ("", "M3 12a9 9 0 1 1 18 0a9 9 0 1 1-18 0"),
}

Column = dict[str, list[tuple[PositionShown, Guideline]]]  # kind of procedure -> positions on it


def matrix(voice: Voice) -> html.Div:
    """The table; the newest body first."""
    kinds = procedures(voice)
    heads = [voice("clinician.body"), *(voice(f"clinician.procedure.{kind}") for kind in kinds)]
    rows = sorted(_bodies(voice), key=lambda row: -max((row[1] or 0), 0))
    body = [
        html.Tr(
            [
                html.Th([name, html.Small(f" {year}")] if year else name, scope="row"),
                *(html.Td(_stances(voice, column.get(kind, []))) for kind in kinds),
            ]
        )
        for name, year, column in rows
    ]
    title = voice.of(voice.catalog.charts[own_chart(voice)].title)
    return html.Div(
        html.Table(
            [
                html.Caption(title),
                html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
                html.Tbody(body),
            ],
            className="positions",
        ),
        className="scroll",
        tabIndex="0",
        role="region",
        **attrs(aria_label=title),
    )


def procedures(voice: Voice) -> list[str]:
    """The kinds of procedure that any guideline takes a stand on, in the order of the types of blocks."""
    stood = {shown.procedure for shown in voice.catalog.positions_shown}
    return [
        kind for kind in dict.fromkeys(each.experts for each in voice.catalog.block_types.values()) if kind in stood
    ]


def own_chart(voice: Voice) -> str:
    return next(name for name, chart in voice.catalog.charts.items() if chart.kind == "positions")


def _bodies(voice: Voice) -> Iterator[tuple[str, int | None, Column]]:
    """Body, year and its positions."""
    guides = {row.guideline_id: row for row in voice.catalog.guidelines}
    found: dict[tuple[str, int | None], Column] = {}
    for shown in voice.catalog.positions_shown:
        row = guides[shown.guideline_id]
        found.setdefault((shown.body, row.year), {}).setdefault(shown.procedure, []).append((shown, row))
    for (body, year), column in found.items():
        yield body, year, column


def _stances(voice: Voice, positions: list[tuple[PositionShown, Guideline]]) -> list[Node]:
    if not positions:
        return [html.Span(voice("clinician.stance.none"), className="muted")]
    return [_stance(voice, shown, row) for shown, row in positions]


def _stance(voice: Voice, shown: PositionShown, row: Guideline) -> html.Div:
    said = [Drawing(svg=sign(shown.stance)), html.Span(voice(f"clinician.stance.{shown.stance}"))]
    if not row.confirmed:
        said.append(html.Span(voice("sources.unconfirmed"), className="unsure"))
    look = "stance" if row.confirmed else "stance is-unsure"
    return html.Div(
        [html.Div(said, className=look), html.Small(row.population)],
        className="stand",
        **attrs(data_row=shown.guideline_id),
    )


def sign(stance: str) -> Markup:
    """A picture of a stance; its word stands beside it."""
    filled, drawn = SIGNS[stance]
    paths = [el("path", d=d, class_=look) for d, look in ((filled, "filled"), (drawn, "drawn")) if d]
    return svg("0 0 24 24", *paths, class_=f"sign is-{stance}", aria_hidden="true")
