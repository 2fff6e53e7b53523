"""Answers to what went wrong: calm, in the reader's language, and without a word about the machinery."""

import html
import logging

from dash import Dash
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from server.current import Current

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>{css}</head>
<body class="notfound">
<main><h1>{title}</h1><p>{text}</p><p><a class="sx-btn" href="{home_url}">{home}</a></p></main>
</body>
</html>
"""


def not_found_page(current: Current, language: str, css: str) -> str:
    """The page for an address that does not exist: what happened and a way home, in `language`."""
    words = {part: html.escape(current.word(f"notfound.{part}", language)) for part in ("title", "text", "home")}
    first = current.catalog.languages[0]
    return PAGE.format(language=language, css=css, home_url="/" if language == first else f"/?lang={language}", **words)


def answer(dash_app: Dash, current: Current) -> None:
    """Give the Flask app under `dash_app` a page for unknown addresses and one plain line for every other error."""
    flask_app: Flask = dash_app.server
    css: str = dash_app._generate_css_dist_html()  # type: ignore[no-untyped-call]

    @flask_app.errorhandler(HTTPException)
    def expected(error: HTTPException) -> Response:
        code = error.code or 500
        if code != 404:
            plain = Response(error.name + "\n", code, mimetype="text/plain")
            if code == 405:
                plain.headers["Allow"] = "GET, HEAD"
            return plain
        languages = current.catalog.languages
        asked = request.args.get("lang", "")
        return Response(
            not_found_page(current, asked if asked in languages else languages[0], css), 404, mimetype="text/html"
        )

    @flask_app.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        logging.getLogger("spine_explorer").exception("unexpected error", exc_info=error)
        return Response("Internal Server Error\n", 500, mimetype="text/plain")
