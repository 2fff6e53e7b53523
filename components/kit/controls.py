"""Small parts that many views share: buttons that change the URL, the legend, cards, the honest line."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.kit.icons import icon
from components.kit.markup import attrs

Node = Component | str


def go(query: str, *children: Node, look: str = "btn-plain", **attributes: Any) -> html.Button:
    """A button that changes the state in the URL: `query` as in `page=options`; a key without a value is cleared."""
    return html.Button(list(children), type="button", className=f"sx-btn {look}", **attrs(data_go=query, **attributes))


def pick(node: str, *children: Node, look: str = "", **attributes: Any) -> html.Button:
    """The equal button in the text list for a place on the spine."""
    return html.Button(
        list(children),
        type="button",
        className=f"pick {look}".strip(),
        **attrs(data_pick=node, aria_pressed="false", **attributes),
    )


def choice(key: str, value: str, *children: Node, look: str = "") -> html.Button:
    """One half of a switch: sets `key` to `value`; pressed when the state says so."""
    return html.Button(
        [icon("check", "tick"), *children],
        type="button",
        className=f"half {look}".strip(),
        **attrs(data_choice=f"{key}={value}", aria_pressed="false"),
    )


def toggle(text: str, look: str, **attributes: Any) -> html.Button:
    """What is switched on and off, each by itself; on at first."""
    return html.Button(
        [icon("check", "tick"), html.Span(text)],
        type="button",
        className=f"sx-btn {look}",
        **attrs(**attributes, aria_pressed="true"),
    )


def switch(label: str, *halves: html.Button, look: str = "") -> html.Div:
    return html.Div(list(halves), className=f"switch {look}".strip(), role="group", **attrs(aria_label=label))


def legend(swatch: str, title: str, text: str) -> html.Li:
    """A line of the legend: the swatch stands before the sentence that it explains."""
    return html.Li(
        [html.Span(className=f"sw sw-{swatch}", **attrs(aria_hidden="true")), html.P([html.B(title), " ", text])]
    )


def honest(text: str) -> html.P:
    return html.P(text, className="honest")


def card(query: str, picture: str, title: str, text: str, **attributes: Any) -> html.Button:
    """A card that opens a page; the whole card is the target."""
    return html.Button(
        [html.Span([icon(picture), title], className="card-name"), html.Span(text, className="card-words")],
        type="button",
        className="sx-card",
        **attrs(data_go=query, **attributes),
    )


def heading(title: str, sub: str = "") -> html.Div:
    children: list[Node] = [html.H1(title, className="title", tabIndex="-1")]
    if sub:
        children.append(html.P(sub, className="sub"))
    return html.Div(children, className="headline")


def iconed(picture: str, text: str) -> list[Node]:
    return [icon(picture), html.Span(text)]


def sentence(text: str) -> str:
    """A text of the data with its full stop."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
