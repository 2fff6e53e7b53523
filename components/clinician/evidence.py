"""The page of evidence: every chart, for the region and the kinds of procedure that are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from catalog import Chart, explored
from components.clinician.charts.figure import figure
from components.kit import contract
from components.kit.controls import Node, go, toggle
from components.kit.markup import attrs
from components.kit.page import page
from components.kit.voice import Voice

WITHOUT = "none"  # of the kinds of procedure: what is about none


def evidence(voice: Voice) -> contract.Pages:
    """The page; `chart=` in the address opens one of its charts alone."""
    charts = voice.catalog.charts.values()
    sections = list(dict.fromkeys(chart.section for chart in charts))
    made: contract.Pages = {f"chart|{chart.chart_group}": figure(voice, chart) for chart in charts}
    every = html.Div(
        [
            _filters(voice),
            _jumps(voice, sections),
            *(_section(voice, name, [chart for chart in charts if chart.section == name]) for name in sections),
        ],
        **attrs(data_when="chart="),
    )
    legend = html.P(voice("clinician.evidence.legend"), className="muted chart-legend")
    alone = [
        html.Div(_placed(name), className="chart-alone", **attrs(data_when=f"chart={name}"))
        for name in voice.catalog.charts
    ]
    made["evidence"] = page(voice, voice("clinician.tool.evidence"), legend, every, *alone, look="page-evidence")
    return made


def _filters(voice: Voice) -> html.Div:
    """Region: the state of the address. Kinds of procedure: ticks that nothing remembers (assets: clinician/charts)."""
    catalog = voice.catalog
    regions: list[Node] = [go("at=", voice("clinician.evidence.every"), **attrs(data_region=""))]
    for name in explored(catalog):
        regions.append(go(f"at={name}", voice.of(catalog.regions[name].short), **attrs(data_region=name)))
    kinds = [*dict.fromkeys(each.experts for each in catalog.block_types.values()), WITHOUT]
    ticks = [toggle(voice(f"clinician.procedure.{kind}"), look="btn-plain", data_procedure=kind) for kind in kinds]
    return html.Div(
        [
            html.Div(regions, role="group", **attrs(aria_label=voice("clinician.evidence.by-region"))),
            html.Div(ticks, role="group", **attrs(aria_label=voice("clinician.evidence.by-kind"))),
        ],
        className="chart-filters",
    )


def _jumps(voice: Voice, sections: Sequence[str]) -> html.Div:
    """To each section of the page; nothing changes but what is in sight."""
    made = [
        html.Button(
            voice(f"clinician.evidence.section.{name}"),
            type="button",
            className="sx-btn btn-plain",
            **attrs(data_jump=name),
        )
        for name in sections
    ]
    return html.Div(made, className="chart-jumps", role="group", **attrs(aria_label=voice("clinician.evidence.jump")))


def _placed(name: str) -> html.Div:
    """The place of a chart, which is written once for all its places."""
    return html.Div(**attrs(data_insert=f"chart|{name}"))


def _section(voice: Voice, name: str, charts: list[Chart]) -> html.Section:
    title = html.H2(voice(f"clinician.evidence.section.{name}"))
    inside = html.Div([_placed(chart.chart_group) for chart in charts], className="charts")
    return html.Section([title, inside], className="chart-section", **attrs(data_section=name))
