"""The part of the page that Dash keeps: text list, answer, pages, tools and the live region. Drawings stand beside
it.
"""

from __future__ import annotations

from dash import html

from components.explorer.levels import region_list, start, turn
from components.frame.toolbar import bar
from components.kit.icons import icon
from components.kit.markup import attrs
from components.kit.tree import Tree
from components.kit.voice import Voice


def layout() -> html.Div:
    """Empty places with the names that never change; the state in the URL fills them."""
    return html.Div(
        [
            html.Div(id="state", **attrs(data_search=""), hidden=True),
            html.Main(
                [
                    html.Nav(Tree("levels-shown"), id="levels", **attrs(data_say="label:levels")),
                    html.Section(Tree("detail-shown"), id="detail", tabIndex="0", **attrs(data_say="label:answer")),
                    _sheet_button(),
                    _more_button("more-answer"),
                ],
                id="side",
            ),
            html.Nav(Tree("turn-shown"), id="turn", **attrs(data_say="label:turn")),
            html.Section(
                [
                    html.Div(Tree("page-shown"), id="page-slot"),
                    _more_button("more-page"),
                    html.P(id="page-note", **attrs(data_t="app.note")),
                ],
                id="page",
                **attrs(data_say="label:page"),
            ),
            html.Nav(Tree("bar-shown"), id="bar", **attrs(data_say="label:tools")),
            html.Div(id="announcer", role="status", className="visually-hidden", **attrs(aria_live="polite")),
        ],
        id="screen",
    )


def first(voice: Voice, languages: tuple[str, ...]) -> html.Div:
    """The same part as the server sends it, before any script has run."""
    return html.Div(
        [
            html.Div(
                [
                    html.Nav(region_list(voice), className="levels", **attrs(aria_label=voice("app.levels"))),
                    html.Section(start(voice), className="detail"),
                ],
                className="side",
                role="main",
            ),
            html.Nav(turn(voice), className="turn", **attrs(aria_label=voice("app.turn"))),
            html.Nav(bar(voice, languages), className="bar", **attrs(aria_label=voice("app.tools"))),
        ],
        id="first",
    )


def _more_button(name: str) -> html.Button:
    return html.Button(
        [icon("more"), html.Span(**attrs(data_t="page.more"))],
        id=name,
        type="button",
        className="more",
        **attrs(data_do="more"),
    )


def _sheet_button() -> html.Button:
    return html.Button(
        [icon("more")], type="button", id="sheet", className="sheet", **attrs(data_do="sheet", data_say="label:more")
    )
