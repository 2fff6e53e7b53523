"""The pain diary: hours 0 to 24, then days to 14, to print and fill in by hand. Nothing is typed in or kept."""

from __future__ import annotations

from dash import html

from components.kit.markup import attrs
from components.kit.page import page
from components.kit.voice import Voice

HOURS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24)
DAYS = range(2, 15)
COLUMNS = ("pain", "moves", "medicine", "notes")


def diary(voice: Voice) -> html.Article:
    return page(
        voice,
        voice("diary.title"),
        html.P(voice("diary.lead")),
        html.P(voice("diary.scale")),
        html.Button(
            voice("diary.print"),
            type="button",
            className="sx-btn btn-first print-btn",
            **attrs(data_print="diary"),
        ),
        tables(voice),
        look="page-diary",
        words_only=True,  # a wall screen prints nothing
    )


def tables(voice: Voice) -> html.Div:
    """A line for each hour of the first day, and for each day after it."""
    rows = [voice("diary.before"), *(voice("diary.hour", number=hour) for hour in HOURS)]
    days = [voice("diary.day", number=day) for day in DAYS]
    return html.Div([_table(voice, rows), _table(voice, days)], className="diary")


def _table(voice: Voice, rows: list[str]) -> html.Table:
    heads = [html.Th(voice(f"diary.{name}"), scope="col") for name in ("when", *COLUMNS)]
    body = [html.Tr([html.Th(row, scope="row"), *(html.Td() for _ in COLUMNS)]) for row in rows]
    return html.Table([html.Thead(html.Tr(heads)), html.Tbody(body)])
