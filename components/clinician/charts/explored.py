"""The same rows as figures for Plotly, which a physician can look into: hover tells who, how sure and the source.

Under the page's content policy nothing of a figure may be markup, a colour bar or a heat map: only plain text, lines
and marks. Colours are the page's variables, which the browser fills in.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap
from typing import Any

from plotly import graph_objects

from catalog import Axis, Chart, Mark, axis_of, marks_of
from components.clinician.charts.course import courses, unit_of
from components.clinician.charts.lanes import panels, scale_of
from components.clinician.charts.said import beside, named, result
from components.kit.voice import Voice

INK, SECOND, RULE, ACT, SURFACE = (f"var(--sx-{name})" for name in ("ink", "ink-2", "rule", "act", "surface"))
CLEAR = "rgba(0,0,0,0)"
SYMBOLS = {"trial": "square", "share": "circle", "series": "diamond", "course": "diamond"}
SECOND_SYMBOL = "triangle-up"
ROW, PANEL, HOVER = 52, 78, 48  # pixels a row takes, and an axis with its name; letters in a line of what hover tells
FONT = {"family": "Lato, sans-serif", "size": 14, "color": INK}
HOVERED = "%{customdata}<extra></extra>"

Figure = dict[str, Any]


def figures(voice: Voice) -> dict[str, Figure]:
    """Chart -> its figure as plotly.js takes it; charts whose rows are all told in words have none."""
    found = {}
    for chart in voice.catalog.charts.values():
        marks = marks_of(voice.catalog, chart)
        if any(axis_of(voice.catalog.axes, mark) for mark in marks):
            found[chart.chart_group] = (over_time if chart.kind == "course" else in_lanes)(voice, chart, marks)
    return found


def in_lanes(voice: Voice, chart: Chart, marks: Sequence[Mark]) -> Figure:
    """A row a lane, an axis a scale; what is told in words only stands below, without an axis."""
    own = panels(voice.catalog.axes, marks)
    height = ROW * len(marks) + PANEL * len(own)
    traces: list[Any] = []
    layout: Figure = _layout(height)
    notes, shapes, bottom = [], [], 1.0
    for number, (axis, rows) in enumerate(own, start=1):
        at = "" if number == 1 else str(number)
        top, bottom = bottom, bottom - (ROW * len(rows) + PANEL) / height
        names = [name for name, _ in named(voice, rows, not any(chart.tag.values()))[0]]
        layout[f"yaxis{at}"] = {
            "domain": [max(0.0, bottom + PANEL / height), top],
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": ["<br>".join(map(_plain, name)) for name in names],
            "showgrid": False,
            "zeroline": False,
            "anchor": f"x{at}",
        }
        if axis:
            on = scale_of(chart, axis, rows)
            layout[f"xaxis{at}"] = _numbers(voice.of(axis.name), f"y{at}") | {"range": [on.low, on.high]}
        else:
            layout[f"xaxis{at}"] = {"anchor": f"y{at}", "visible": False, "range": [0, 1]}
        traces += _lanes(voice, chart, axis, rows, at)
        if axis and axis.no_difference is not None:
            ends = {"x0": axis.no_difference, "x1": axis.no_difference, "y0": -0.5, "y1": len(rows) - 0.5}
            shapes.append(
                {"type": "line", "xref": f"x{at}", "yref": f"y{at}", **ends, "line": {"color": INK, "width": 1}}
            )
        for lane, mark in enumerate(rows):
            if axis is None:
                told = {"x": 0.5, "xref": f"x{at} domain", "y": lane, "yref": f"y{at}", "showarrow": False}
                notes.append({**told, "text": _plain(result(voice, mark)), "hovertext": _hover(voice, mark)})
    return _figure(traces, {**layout, "annotations": notes, "shapes": shapes})


def _lanes(voice: Voice, chart: Chart, axis: Axis | None, rows: Sequence[Mark], at: str) -> list[Any]:
    color = SECOND if chart.kind == "series" else ACT
    on = {"xaxis": f"x{at}", "yaxis": f"y{at}"}
    traces: list[Any] = []
    for lane, mark in enumerate(rows):
        if mark.interval:
            traces.append(_line(list(mark.interval), [lane, lane], mark, color, voice, on))
    drawn = [(lane, mark) for lane, mark in enumerate(rows) if mark.number is not None and axis]
    x, y = [mark.number for _, mark in drawn], [lane for lane, _ in drawn]
    traces.append(_marks(voice, x, y, [mark for _, mark in drawn], SYMBOLS[chart.kind], color, on))
    return traces


def over_time(voice: Voice, chart: Chart, marks: Sequence[Mark]) -> Figure:
    """A line a group of people."""
    axis = axis_of(voice.catalog.axes, marks[0])
    assert axis is not None  # told by the check
    traces: list[Any] = []
    for number, (name, points) in enumerate(courses(marks)):
        x, y = [time for time, _ in points], [mark.number for _, mark in points]
        for time, mark in points:
            if mark.interval:
                traces.append(_line([time, time], list(mark.interval), mark, SECOND, voice, {}))
        way = {"color": SECOND, "width": 1, "dash": "dot"}
        traces.append(graph_objects.Scatter(x=x, y=y, mode="lines", line=way, hoverinfo="skip", showlegend=False))
        made = _marks(
            voice, x, y, [mark for _, mark in points], SECOND_SYMBOL if number else SYMBOLS["course"], INK, {}
        )
        made.update(name=_plain(name), showlegend=True)
        traces.append(made)
    unit = voice(f"clinician.evidence.{unit_of(marks)}s")
    up = {"title": {"text": _plain(voice.of(axis.name))}, "rangemode": "tozero", "gridcolor": RULE, "automargin": True}
    legend = {"orientation": "h", "y": 1.02, "yanchor": "bottom"}
    return _figure(traces, {**_layout(420), "xaxis": _numbers(unit, "y"), "yaxis": up, "legend": legend})


def _line(x: list[float], y: list[float], mark: Mark, color: str, voice: Voice, on: dict[str, str]) -> Any:
    dash = "solid" if mark.confirmed and not mark.partly else "dash"
    hover = {"customdata": [_hover(voice, mark)] * 2, "hovertemplate": HOVERED}
    look = {"color": color, "width": 2.5, "dash": dash}
    return graph_objects.Scatter(x=x, y=y, mode="lines", line=look, showlegend=False, **hover, **on)


def _marks(
    voice: Voice,
    x: Sequence[float | None],
    y: Sequence[float | None],
    marks: Sequence[Mark],
    symbol: str,
    color: str,
    on: dict[str, str],
) -> Any:
    look = {
        "symbol": symbol,
        "size": 12,
        "color": [color if mark.confirmed else SURFACE for mark in marks],
        "line": {"color": color, "width": 2},
    }
    return graph_objects.Scatter(
        x=x,
        y=y,
        ids=[mark.id for mark in marks],
        mode="markers",
        marker=look,
        customdata=[_hover(voice, mark) for mark in marks],
        hovertemplate=HOVERED,
        showlegend=False,
        **on,
    )


def _hover(voice: Voice, mark: Mark) -> str:
    """Everything that weighs a row, in short lines: who, compared with what, how many, how sure, the source."""
    source = voice.catalog.sources[mark.source_id]
    people = voice("clinician.evidence.n", n=mark.n) if mark.n else ""
    versus = voice("clinician.evidence.versus", other=mark.versus) if mark.versus else ""
    told = [
        f"{mark.label} {versus}".strip(),
        result(voice, mark),
        " · ".join(part for part in (mark.outcome, mark.time) if part),
        " · ".join(part for part in (people, mark.people) if part),
        mark.limits,
        "" if mark.confirmed and not mark.partly else beside(voice, mark, None),
        ", ".join(part for part in (source.authors.split(",")[0], source.year) if part),
    ]
    return "<br>".join(_plain(line) for text in told for line in wrap(text, HOVER))


def _plain(text: str) -> str:
    """Text whose signs Plotly does not take for markup."""
    return escape(text, quote=False)


def _numbers(title: str, anchor: str) -> Figure:
    return {"title": {"text": _plain(title)}, "anchor": anchor, "gridcolor": RULE, "zeroline": False}


def _layout(height: int) -> Figure:
    return {
        "height": height,
        "margin": {"l": 16, "r": 16, "t": 16, "b": 16},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": FONT,
        "hoverlabel": {"bgcolor": SURFACE, "bordercolor": INK, "font": FONT, "align": "left"},
        "hovermode": "closest",
        "dragmode": "zoom",
    }


def _figure(traces: list[Any], layout: Figure) -> Figure:
    """As plotly.py writes it, which refuses what plotly.js does not know; without its own colours."""
    for key, axis in layout.items():
        if key.startswith(("xaxis", "yaxis")):
            axis["automargin"] = True
    made = graph_objects.Figure(data=traces, layout={**layout, "template": "none"})
    told: Figure = made.to_plotly_json()
    told["layout"].pop("template", None)
    return told
