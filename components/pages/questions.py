"""Questions to take along to a visit."""

from __future__ import annotations

from dash import html

from components.kit.icons import icon
from components.kit.markup import attrs
from components.kit.page import page
from components.kit.voice import Voice


def questions(voice: Voice) -> html.Article:
    """The questions of the data, grouped as they stand there, each with why it matters; ticks stay in memory only."""
    groups: dict[str, list[html.Li]] = {}
    for found in voice.catalog.questions:
        told = html.Span([html.B(voice.of(found.question)), html.Span(voice.of(found.why))])
        tick = attrs(data_tick=found.question_id, aria_pressed="false")
        button = html.Button([icon("check"), told], type="button", className="sx-btn tick-btn question", **tick)
        groups.setdefault(found.group, []).append(html.Li(button))
    parts = [
        html.Details(
            [html.Summary(voice(f"questions.group.{group}")), html.Ul(items, className="tick-list")],
            className="fold",
            open=not index,
        )
        for index, (group, items) in enumerate(groups.items())
    ]
    return page(voice, voice("questions.title"), html.P(voice("questions.lead")), *parts)
