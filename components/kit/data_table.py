"""The data behind a chart, as a table in a fold: the chart's equal for those who do not see it (A16)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dash import html

from components.kit.markup import attrs
from components.kit.voice import Voice


def data_table(voice: Voice, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> html.Details:
    """A native fold that holds a table. Each row has as many cells as `heads`; its first cell names it.

    Large letters on a small screen make it wider than the screen: then it scrolls by itself, by touch and by keys.
    """
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in heads]))
    body = html.Tbody([html.Tr([html.Th(name, scope="row"), *map(html.Td, cells)]) for name, *cells in rows])
    table = html.Table([html.Caption(caption), head, body])
    pane = html.Div(table, className="scroll", tabIndex="0", role="region", **attrs(aria_label=caption))
    return html.Details([html.Summary(voice("chart.table")), pane], className="fold data-table")
