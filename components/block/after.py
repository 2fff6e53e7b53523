"""Afterwards: the time line, what is normal, what to do and avoid, when to call, when it is an emergency."""

from __future__ import annotations

from dash import html

from catalog import Aftercare, Block, BlockFact
from components.block.timeline import timeline
from components.kit.controls import Node, card, iconed, sentence
from components.kit.drawing import picture
from components.kit.markup import attrs
from components.kit.voice import Voice

KINDS = {"do": "check", "dont": "close", "normal": "eye", "call": "hospital"}
HEAT_ONLY = "AC-06"


def after(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    heat = block.block_type == "neurolysis_heat"
    return [
        *timeline(voice, block, facts),
        html.Div(**attrs(data_insert=f"after|{'heat' if heat else 'all'}")),
        card("page=diary", "question", voice("diary.title"), voice("diary.card")),
    ]


def shared(voice: Voice) -> dict[str, html.Div]:
    """The lists, once with what goes with heat only and once without."""
    rows = voice.catalog.aftercare
    return {
        "after|heat": _lists(voice, list(rows)),
        "after|all": _lists(voice, [row for row in rows if row.aftercare_id != HEAT_ONLY]),
    }


def _lists(voice: Voice, rows: list[Aftercare]) -> html.Div:
    alarm = html.Section(
        [
            html.H2(iconed("emergency", voice("after.emergency"))),
            html.Ul([html.Li(_row(voice, row)) for row in rows if row.kind == "emergency"], className="plain"),
        ],
        className="after-alarm",
    )
    lists = [
        html.Section(
            [
                html.H2([picture(name), voice(f"after.{kind}")]),
                html.Ul([html.Li(_row(voice, row)) for row in rows if row.kind == kind], className="plain"),
            ]
        )
        for kind, name in KINDS.items()
    ]
    return html.Div([html.Div(lists, className="after-lists"), alarm], className="after")


def _row(voice: Voice, row: Aftercare) -> list[Node]:
    when = voice.of(row.when)
    said: list[Node] = [html.Span(sentence(voice.of(row.text)))]
    if row.kind in ("normal", "do", "dont"):
        said.append(html.Small(when))
    return said
