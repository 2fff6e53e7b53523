"""All options side by side: the same rows for each, none ranked. A table on a wide screen, cards on a narrow one."""

from __future__ import annotations

from typing import Any

from dash import html

from catalog import Block, about, home_of, levels_of
from components.kit.blocks import block_door
from components.kit.controls import Node, honest, iconed
from components.kit.drawing import picture
from components.kit.markup import attrs
from components.kit.page import page
from components.kit.voice import Voice

OPTIONS = {  # option -> icon
    "wait": "wait",
    "exercise": "move",
    "medicine": "pill",
    "facet": "joint",
    "nerve": "nerve",
    "heat": "needle",
    "cold": "needle",
    "chemical": "needle",
    "surgery": "hospital",
}
BANDS = (tuple(OPTIONS)[:5], tuple(OPTIONS)[5:])  # side by side on a wide screen
ROWS = ("is", "can", "cannot", "feels", "long", "risks", "next", "studies")
MATTERS = ("can", "cannot", "feels", "long", "risks", "next", "studies")


def options_page(voice: Voice) -> html.Article:
    return page(voice, voice("options.title"), html.Div(**attrs(data_insert="options|all")), look="page-options")


def compared(voice: Voice) -> html.Div:
    """What matters to you, then the options. A ticked row moves up and is marked; nothing is kept or advised."""
    ticks = [
        html.Button(
            iconed("check", voice(f"options.row.{row}")),
            type="button",
            className="sx-btn tick-btn",
            **attrs(data_tick=f"row-{row}", aria_pressed="false"),
        )
        for row in MATTERS
    ]
    heads = html.Div(
        [
            html.P(className="option-name"),
            html.Div([_cell(row, html.B(voice(f"options.row.{row}"))) for row in ROWS], **_sorted()),
        ],
        className="option-heads",
        **attrs(aria_hidden="true"),
    )
    return html.Div(
        [
            html.P(voice("options.lead")),
            html.Section(
                [
                    html.Div(
                        [html.H2(voice("options.matters")), html.P(voice("options.matters.lead"), className="muted")],
                        className="beside",
                    ),
                    html.Div(ticks, className="tick-row", role="group", **attrs(aria_label=voice("options.matters"))),
                ],
                className="matters",
            ),
            _doors(voice),
            *(html.Div([heads, *(_option(voice, name) for name in band)], className="option-table") for band in BANDS),
            *_course(voice),
            *_guides(voice),
            honest(voice("options.same")),
        ],
        className="compared",
    )


def _course(voice: Voice) -> list[Node]:
    """What is known of the course without a needle or a knife."""
    return [
        html.H2(voice("number.wait.title")),
        *(html.P(voice(f"number.wait.{name}")) for name in ("regress", "neck")),
    ]


def _guides(voice: Voice) -> list[Node]:
    """What guides say of the options that are no block; of a block it stands on its page."""
    blocks = voice.catalog.blocks.values()
    said = [
        html.P([html.B(voice(f"guide.{guide.guideline_id}")), " ", voice.of(guide.plain)])
        for guide in voice.catalog.guidelines
        if guide.confirmed and not any(about(block, guide.block_types) for block in blocks)
    ]
    return [html.H2(voice("options.guides")), *said, html.P(voice("options.guides.stop"))]


def texts(voice: Voice, option: str) -> list[str]:
    """What is said of an option, row by row."""
    return [voice(f"options.{option}.{row}") for row in ROWS]


def _option(voice: Voice, name: str) -> html.Section:
    rows: list[Node] = [
        _cell(row, html.B(voice(f"options.row.{row}")), html.Span(text))
        for row, text in zip(ROWS, texts(voice, name), strict=True)
    ]
    return html.Section(
        [
            html.H2([picture(OPTIONS[name]), voice(f"options.{name}.title")], className="option-name"),
            html.Div(rows, **_sorted()),
        ],
        className="option-card",
    )


def _doors(voice: Voice) -> html.Section:
    """The pages of the blocks: all, or those that fit the place chosen on the spine."""
    doors = []
    for block in voice.catalog.blocks.values():
        levels = {match.level for match in levels_of(voice.catalog, block.block_id)}
        regions = {home_of(voice.catalog, voice.catalog.levels[level]) for level in levels}
        chosen = ["", *sorted(regions), *(level for level in voice.catalog.levels if level in levels)]
        doors.append(block_door(voice, block, *_named(voice, block), data_when=f"at={'|'.join(chosen)}"))
    name = voice("options.pages")
    return html.Section([html.B(name), html.Div(doors, className="option-doors")], **attrs(aria_label=name))


def _named(voice: Voice, block: Block) -> list[Node]:
    """The short name beside a place that is chosen, else with its region."""
    region = voice.catalog.regions.get(block.region)
    where = [html.Span(f"{voice.of(region.short)}: ", **attrs(data_when="at="))] if region else []
    return [html.Span([*where, voice.of(block.short)])]


def _cell(row: str, *words: Node) -> html.P:
    return html.P(list(words), className="option-cell", **attrs(data_matter=f"row-{row}"))


def _sorted() -> dict[str, Any]:
    return {"className": "option-rows", **attrs(data_sort="rows")}
