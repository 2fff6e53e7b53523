"""What a row of tools is made of."""

from __future__ import annotations

from typing import Any

from dash import html

from components.kit.controls import choice, switch
from components.kit.icons import icon
from components.kit.voice import Voice

VIEWS = ("patient", "clinician")


def tool(picture: str, text: str, look: str = "", lang: str | None = None, **attributes: Any) -> html.Button:
    """A picture and its word; `lang`: the language of the word, where it is another than the page's."""
    return html.Button(
        [icon(picture), html.Span(text, lang=lang)],
        type="button",
        className=f"tool {look}".strip(),
        **attributes,
    )


def views(voice: Voice) -> html.Div:
    """The two voices; a wall screen has one only."""
    return switch(voice("view.label"), *(choice("view", view, voice(f"view.{view}")) for view in VIEWS), look="views")
