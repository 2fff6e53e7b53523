"""Who to ask: what the place that runs the app says."""

from __future__ import annotations

from dash import html

from components.kit.page import page
from components.kit.voice import Voice


def staff(voice: Voice, text: str) -> html.Article:
    said = [html.P(text)] if text else []
    return page(voice, voice("staff.title"), *said, html.P(voice("staff.text")), html.P(voice("staff.same")))
