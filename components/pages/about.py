"""About the app: what it is, who reviewed it, what it keeps."""

from __future__ import annotations

from dash import html

from components.kit.page import page
from components.kit.voice import Voice


def about(voice: Voice) -> html.Article:
    return page(
        voice,
        voice("about.title"),
        *(html.P(voice(f"about.{name}")) for name in ("text", "review", "drawings", "keep")),
        words_only=True,
        foot=False,
    )
