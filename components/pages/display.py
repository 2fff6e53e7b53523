"""Language, size of letters and colours, for small screens."""

from __future__ import annotations

from dash import html

from components.kit.controls import choice, go, iconed, switch
from components.kit.page import page
from components.kit.tools import views
from components.kit.voice import Voice

# The first of each is how the page starts.
TEXTS = ("100", "125", "150", "200")  # percent
THEMES = ("light", "dark", "contrast")


def display(voice: Voice, languages: tuple[str, ...]) -> html.Article:
    """Language, text size, contrast and staff, where a small screen has no room for them in the bar."""
    names = [(code, voice.catalog.words["lang.name"][code]) for code in languages]
    return page(
        voice,
        voice("display.title"),
        html.H2(voice("app.languages")),
        switch(voice("app.languages"), *(choice("lang", code, html.Span(name, lang=code)) for code, name in names)),
        html.H2(voice("bar.text-size")),
        switch(voice("bar.text-size"), *(choice("text", size, f"{size} %") for size in TEXTS)),
        html.H2(voice("bar.theme")),
        switch(
            voice("bar.theme"),
            *(choice("theme", theme, voice(f"theme.{theme}")) for theme in THEMES),
        ),
        html.Div([html.H2(voice("view.label")), views(voice)], className="views-here"),
        html.H2(voice("bar.staff")),
        go("page=staff", *iconed("staff", voice("bar.staff"))),
    )
