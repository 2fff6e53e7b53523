"""The frame of a page that opens over the explorer and closes again."""

from __future__ import annotations

from dash import html

from components.kit.controls import Node, go, iconed
from components.kit.limits import limits
from components.kit.markup import attrs
from components.kit.voice import Voice


def page(
    voice: Voice, title: str, *body: Node, look: str = "", words_only: bool = False, foot: bool = True
) -> html.Article:
    """A page: its title, a button that closes it, and its body in the middle of the screen.

    `words_only`: nothing in the body takes the focus, so the body itself does, and keys can scroll it. `foot`: ends
    with what this tool cannot do.
    """
    return html.Article(
        [
            html.Header(
                [
                    html.H1(title, className="title", tabIndex="-1"),
                    go("page=&block=", *iconed("close", voice("page.close"))),
                ],
                className="page-head",
            ),
            html.Div(
                [*body, *([limits(voice)] if foot else [])],
                className="page-body",
                **(attrs(tabIndex="0") if words_only else {}),
            ),
        ],
        className=f"page {look}".strip(),
        **attrs(aria_label=title),
    )
