"""The part of the page that Dash keeps: text list, answer, pages, tools and the live region. Drawings stand beside it."""

from __future__ import annotations

from dash import html

from components.bar import bar
from components.explore import region_list, start
from components.icons import icon
from components.voice import Voice


def layout() -> html.Div:
    """Empty places with the names that never change; the state in the URL fills them."""
    return html.Div(
        [
            html.Div(id="state", **{"data-search": ""}, hidden=True),
            html.Main(
                [html.Nav(id="levels"), html.Section(id="detail", tabIndex="0"), _sheet_button(), _more_button("more-answer")],
                id="side",
            ),
            html.Div([html.Div(id="page-slot"), _more_button("more-page")], id="page"),
            html.Nav(id="bar"),
            html.Div(id="announcer", role="status", className="visually-hidden", **{"aria-live": "polite"}),
        ],
        id="screen",
    )


def first(voice: Voice, languages: tuple[str, ...]) -> html.Div:
    """The same part as the server sends it, before any script has run."""
    return html.Div(
        [
            html.Div(
                [html.Nav(region_list(voice), className="levels", **{"aria-label": voice("app.levels")}), html.Section(start(voice), className="detail")],
                className="side",
                role="main",
            ),
            html.Nav(bar(voice, languages), className="bar", **{"aria-label": voice("app.tools")}),
        ],
        id="first",
    )


def _more_button(name: str) -> html.Button:
    return html.Button([icon("more"), html.Span(className="more-word")], id=name, type="button", className="more", **{"data-do": "more"})


def _sheet_button() -> html.Button:
    return html.Button([icon("more")], type="button", id="sheet", className="sheet", **{"data-do": "sheet"})
