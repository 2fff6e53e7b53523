"""What is filled in by hand: questions, a strip for the pain of the day, and the back page with all of them."""

from __future__ import annotations

from dash import html

from catalog import handout_questions
from components.block.diary import tables
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice

HOURS = (1, 2, 4, 6, 8, 12, 24)


def asked(voice: Voice) -> html.Div:
    """All questions, those of the data first; `handout.mjs` leaves four: the ticked ones, else the first."""
    first = handout_questions(voice.catalog)
    rest = [question for question in voice.catalog.questions if question not in first]
    lines = [html.Li(voice.of(each.question), **attrs(data_question=each.id)) for each in (*first, *rest)]
    return html.Div([html.H3(voice("handout.asked")), html.Ul(lines, className="boxes")], className="asked")


def strip(voice: Voice) -> html.Div:
    """Eight cells for the pain, before and after."""
    cells = [voice("diary.before"), *(voice("handout.hour", number=hour) for hour in HOURS)]
    heads = html.Tr([html.Th(cell, scope="col") for cell in cells])
    table = html.Table([html.Thead(heads), html.Tbody(html.Tr([html.Td() for _ in cells]))], className="strip")
    return html.Div([html.H3(voice("handout.pain")), table])


def back_page(voice: Voice) -> list[Node]:
    """All questions, the whole diary, room for notes."""
    lines = [html.Li(voice.of(each.question)) for each in voice.catalog.questions]
    return [
        html.H3(voice("questions.title")),
        html.Ul(lines, className="boxes boxes-all"),
        html.H3([voice("diary.title"), html.Span(f" · {voice('handout.pain')}", className="small")]),
        tables(voice),
        html.H3(voice("diary.notes")),
        html.Div(className="lines"),
    ]
