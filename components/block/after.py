"""Afterwards: the time line, what is normal, what to do and avoid, when to call, when it is an emergency."""

from __future__ import annotations

from dash import html

from catalog import Aftercare, Block, BlockFact, BlockType, Catalog, type_of
from components.block.timeline import timeline
from components.kit.controls import Node, card, iconed, sentence
from components.kit.drawing import picture
from components.kit.markup import attrs
from components.kit.voice import Voice

KINDS = {"do": "check", "dont": "close", "normal": "eye", "call": "hospital"}


def after(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    return [
        *timeline(voice, block, facts),
        html.Div(**attrs(data_insert=f"after|{_list_name(voice.catalog, type_of(voice.catalog, block))}")),
        card("page=diary", "question", voice("diary.title"), voice("diary.card")),
    ]


def shared(voice: Voice) -> dict[str, html.Div]:
    """The lists, each once, by the first kind of block that has it."""
    kinds = voice.catalog.block_types.values()
    firsts = {_list_name(voice.catalog, kind): kind for kind in kinds}
    return {f"after|{name}": _lists(voice, rows_for(voice.catalog, kind)) for name, kind in firsts.items()}


def rows_for(catalog: Catalog, kind: BlockType) -> list[Aftercare]:
    """What is to be expected and done after a block of this kind."""
    return [row for row in catalog.aftercare if "all" in row.block_types or kind.block_type in row.block_types]


def _list_name(catalog: Catalog, kind: BlockType) -> str:
    rows = rows_for(catalog, kind)
    return next(each.block_type for each in catalog.block_types.values() if rows_for(catalog, each) == rows)


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
