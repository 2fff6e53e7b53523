"""The controls that are always there, at the same place and in the same order on every view."""

from __future__ import annotations

from typing import Any

from dash import html

from components.kit.controls import Node
from components.kit.icons import icon
from components.kit.markup import attrs
from components.kit.voice import Voice


def bar(voice: Voice, languages: tuple[str, ...]) -> list[Node]:
    """Back, start over, staff, emergency, language, text size, contrast; a phone shows four of them and `display`."""
    other = languages[(languages.index(voice.language) + 1) % len(languages)]
    return [
        _tool("back", voice("bar.back"), **attrs(data_do="back")),
        _tool("start-over", voice("bar.start-over"), **attrs(data_do="reset")),
        _tool("staff", voice("bar.staff"), look="wide-only", **attrs(data_go="page=staff")),
        _tool("emergency", voice("bar.emergency"), look="alarm", **attrs(data_go="page=emergency")),
        _tool(
            "language",
            voice.catalog.words["lang.name"][other],
            look="wide-only",
            lang=other,
            **attrs(data_go=f"lang={other}"),
        ),
        _tool("text-size", voice("bar.text-size"), look="wide-only", **attrs(data_do="text")),
        _tool("contrast", voice("bar.theme"), look="wide-only", **attrs(data_do="theme")),
        _tool("listen", voice("bar.listen"), look="wide-only voice-only", **attrs(data_wall="listen")),
        _tool(
            "more",
            voice("bar.reach"),
            look="wide-only kiosk-only",
            **attrs(data_wall="reach", aria_pressed="false"),
        ),
        _tool("text-size", voice("bar.display"), look="phone-only", **attrs(data_go="page=display")),
    ]


def _tool(picture: str, text: str, look: str = "", lang: str | None = None, **attributes: Any) -> html.Button:
    return html.Button(
        [icon(picture), html.Span(text, lang=lang)],
        type="button",
        className=f"tool {look}".strip(),
        **attributes,
    )
