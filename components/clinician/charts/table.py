"""The rows of a chart as a table: the chart's equal, and what is kept as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from catalog import Guideline, Mark, Source, signed
from components.clinician.charts.said import region
from components.kit.citations import linked
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice

Cell = tuple[str, list[Node] | str]  # name of the column, what stands in it


def studies(voice: Voice, marks: Sequence[Mark], caption: str) -> html.Div:
    """Every column in which a row of the chart has something."""
    return table(voice, caption, [(mark.id, mark.confirmed, _study(voice, mark)) for mark in marks])


def guidelines(voice: Voice, rows: Sequence[Guideline], caption: str) -> html.Div:
    """Every guideline with what it says and what is said against it."""
    return table(voice, caption, [(row.guideline_id, row.confirmed, _guide(voice, row)) for row in rows])


def table(voice: Voice, caption: str, rows: Sequence[tuple[str, bool, list[Cell]]]) -> html.Div:
    """Each row: its id, whether a page confirmed it, its cells. Columns that are empty in all rows are left out."""
    used = [name for at, (name, _) in enumerate(rows[0][2]) if any(cells[at][1] for _, _, cells in rows)]
    head = html.Thead(html.Tr([html.Th(voice(f"clinician.{name}"), scope="col") for name in used]))
    body = html.Tbody([_row(row_id, confirmed, cells, used) for row_id, confirmed, cells in rows])
    return html.Div(
        html.Table([html.Caption(caption), head, body]),
        className="scroll",
        tabIndex="0",
        role="region",
        **attrs(aria_label=caption),
    )


def _row(row_id: str, confirmed: bool, cells: list[Cell], used: Sequence[str]) -> html.Tr:
    (_, first), *rest = [cell for cell in cells if cell[0] in used]
    made: list[Node] = [html.Th(first, scope="row")]
    made += [html.Td(text, **(attrs(data_source="") if name == "source" else {})) for name, text in rest]
    look: dict[str, Any] = {} if confirmed else {"className": "is-unsure"}
    return html.Tr(made, **look, **attrs(data_row=row_id))


def _study(voice: Voice, mark: Mark) -> list[Cell]:
    low, high = ("" if bound is None else signed(bound) for bound in (mark.low, mark.high))
    return [
        ("study", mark.label),
        ("region", region(voice, mark)),
        ("compared", mark.versus),
        ("people", mark.people),
        ("n", mark.n),
        ("outcome", "; ".join(part for part in (mark.outcome, mark.time) if part)),
        ("value", signed(mark.told)),
        ("unit", mark.unit),
        ("low", low),
        ("high", high),
        ("p", mark.p),
        ("direction", mark.direction),
        ("limits", mark.limits),
        ("confirmed", confirmed(voice, mark.confirmed, mark.partly)),
        ("source", cited(voice.catalog.sources[mark.source_id])),
        ("note", mark.note),
    ]


def _guide(voice: Voice, row: Guideline) -> list[Cell]:
    return [
        ("body", row.body),
        ("year", str(row.year or "")),
        ("about", row.procedure),
        ("for-whom", row.population),
        ("position", row.position),
        ("strength", row.strength),
        ("said", voice.of(row.statement)),
        ("against", row.critique_or_conflict),
        ("confirmed", confirmed(voice, row.confirmed, False)),
        ("source", cited(voice.catalog.sources[row.source_id])),
        ("note", row.notes),
    ]


def confirmed(voice: Voice, whole: bool, partly: bool) -> list[Node] | str:
    """Whether a page confirmed a row; what is not carries its mark."""
    if whole and not partly:
        return voice("clinician.evidence.confirmed")
    word = voice("clinician.evidence.partly" if whole else "sources.unconfirmed")
    return [html.Span(word, className="unsure")]


def cited(source: Source) -> list[Node]:
    """Who and when, leading to the publication where its page is known."""
    return [linked(source, ", ".join(part for part in (source.authors.split(",")[0], source.year) if part))]
