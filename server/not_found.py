"""The page for an address that does not exist: what happened and a way home."""

import html

from dash import Dash
from flask import Flask, request

from server.built import NOT_FOUND
from server.current import Current
from server.dash_page import with_fingerprints

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>{css}</head>
<body class="notfound">
<main><h1>{title}</h1><p>{text}</p><p><a class="sx-btn" href="{home_url}">{home}</a></p></main>
</body>
</html>
"""


def page(current: Current, language: str, css: str) -> str:
    """The page in `language`; `css`: its links to styles."""
    words = {part: html.escape(current.word(f"notfound.{part}", language)) for part in ("title", "text", "home")}
    first = current.catalog.languages[0]
    return PAGE.format(language=language, css=css, home_url="/" if language == first else f"/?lang={language}", **words)


def publish(dash_app: Dash, current: Current) -> None:
    """Add the page to `dash_app`, in the language that `lang` asks for."""
    css = with_fingerprints(dash_app, dash_app._generate_css_dist_html())  # type: ignore[no-untyped-call]

    flask_app: Flask = dash_app.server

    @flask_app.get(NOT_FOUND)
    def not_found() -> str:
        languages = current.catalog.languages
        asked = request.args.get("lang", "")
        return page(current, asked if asked in languages else languages[0], css)
