"""One chart on the page: what it is, its sentence, its pictures, its rows, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from catalog import Chart, Mark, marks_of, opens_with, sentence_of
from components.clinician.charts import positions, table
from components.clinician.charts.course import course
from components.clinician.charts.lanes import lanes
from components.kit.controls import Node, go, iconed
from components.kit.drawing import Drawing
from components.kit.markup import attrs
from components.kit.voice import Voice


def figure(voice: Voice, chart: Chart) -> html.Section:
    """A section that says in its attributes for which regions and kinds of procedure it is shown."""
    title, tag = voice.of(chart.title), voice.of(chart.tag)
    said = sentence_of(voice.catalog, chart, voice.language)
    marks = marks_of(voice.catalog, chart)
    drawn = chart.kind != "positions"
    head: list[Node] = [html.H3(title)]
    if tag:
        head.append(html.Span(tag, className="tag"))
    if drawn:
        shown: list[Node] = [_pictures(voice, chart, marks), html.Div(className="chart-live")]
        rows = table.studies(voice, marks, title)
    else:
        shown = [positions.matrix(voice)]
        rows = table.guidelines(voice, voice.catalog.guidelines, title)
    return html.Section(
        [
            html.Header([html.Div(head, className="chart-name"), _tools(voice, chart, drawn)], className="chart-head"),
            html.P(said, className="chart-said"),
            *shown,
            html.Details([html.Summary(voice("chart.table")), rows], className="fold chart-rows"),
        ],
        className=f"chart is-{chart.kind}",
        **attrs(
            data_chart=chart.chart_group,
            data_regions=" ".join(regions(voice, marks)),
            data_procedures=" ".join(procedures(voice, marks)),
        ),
    )


def _pictures(voice: Voice, chart: Chart, marks: tuple[Mark, ...]) -> html.Div:
    label = voice.of(chart.title)
    drawn = [course(voice, chart, marks, label)] if chart.kind == "course" else lanes(voice, chart, marks, label)
    return html.Div([Drawing(svg=one) for one in drawn], className="chart-pictures")


def _tools(voice: Voice, chart: Chart, drawn: bool) -> html.Div:
    """Large, or back to all; keep as CSV and PNG; look into it with Plotly."""
    name = chart.chart_group
    large = go(f"chart={name}", *iconed("search", voice("clinician.chart.large")), **attrs(data_when="chart="))
    every = go("chart=", *iconed("back", voice("clinician.chart.all")), **attrs(data_when=f"chart={name}"))
    kept = [_button(voice, "csv", "save")] + ([_button(voice, "png", "save")] if drawn else [])
    look_into = [_button(voice, "explore", "explore")] if drawn else []
    return html.Div([large, every, *kept, *look_into], className="chart-tools")


def _button(voice: Voice, what: str, does: str) -> html.Button:
    return html.Button(
        voice(f"clinician.chart.{what}"), type="button", className="sx-btn btn-plain", **attrs(**{f"data_{does}": what})
    )


def regions(voice: Voice, marks: Iterable[Mark]) -> list[str]:
    """The regions that open and that rows of a chart are about; none for a chart about all."""
    known = voice.catalog.regions
    named = {mark.region for mark in marks}
    return sorted({opens_with(voice.catalog, name) for name in named}) if named <= set(known) else []


def procedures(voice: Voice, marks: Iterable[Mark]) -> list[str]:
    """The kinds of procedure that rows of a chart are about; none for a chart that belongs to every one."""
    types = voice.catalog.block_types
    return sorted({types[name].experts if name in types else name for mark in marks for name in mark.block_types})
