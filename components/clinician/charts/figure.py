"""One chart on the page: what it is, its sentence, its pictures, its rows, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from catalog import Chart, Mark, axis_of, marks_of, opens_with, sentence_of
from components.clinician.charts import positions, table
from components.clinician.charts.course import course
from components.clinician.charts.lanes import lanes
from components.kit.controls import Node, go, iconed
from components.kit.drawing import Drawing
from components.kit.markup import attrs
from components.kit.voice import Voice

EVERY = "all"  # of the kinds of procedure


def figure(voice: Voice, chart: Chart) -> html.Section:
    """A section that says in its attributes for which regions and kinds of procedure it is shown."""
    title, tag = voice.of(chart.title), voice.of(chart.tag)
    said = sentence_of(voice.catalog, chart, voice.language)
    marks = marks_of(voice.catalog, chart)
    drawn = bool(marks)
    numbers = any(axis_of(voice.catalog.axes, mark) for mark in marks)
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
            html.Header(
                [html.Div(head, className="chart-name"), _tools(voice, chart, drawn, numbers)], className="chart-head"
            ),
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


def _tools(voice: Voice, chart: Chart, drawn: bool, numbers: bool) -> html.Div:
    """Large, or back to all; keep as CSV, and as PNG what is `drawn`; look into what has `numbers` with Plotly."""
    name = chart.chart_group
    large = go(f"chart={name}", voice("clinician.chart.large"), **attrs(data_when="chart="))
    every = go("chart=", *iconed("back", voice("clinician.chart.all")), **attrs(data_when=f"chart={name}"))
    kept = [_button(voice, "csv", "save")] + ([_button(voice, "png", "save")] if drawn else [])
    look_into = [_button(voice, "explore", "explore")] if numbers else []
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
    named = {name for mark in marks for name in mark.block_types}
    return [] if EVERY in named else sorted({types[name].experts if name in types else name for name in named})
