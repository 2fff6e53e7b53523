"""Answers to what went wrong: calm, in the reader's language, and without a word about the machinery."""

import logging

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from server import delivery
from server.built import NOT_FOUND
from server.shown import Shown


def answer(flask_app: Flask, shown: Shown) -> None:
    """Give `flask_app` a page for unknown addresses and one plain line for every other error."""

    @flask_app.errorhandler(HTTPException)
    def expected(error: HTTPException) -> Response:
        code = error.code or 500
        page = shown.built.find(NOT_FOUND, request.args.get("lang", "")) if code == 404 else None
        if page:
            response = delivery.answer(page)
            response.headers["Cache-Control"] = delivery.NEVER
        else:
            response = Response(error.name + "\n", mimetype="text/plain")
        response.status_code = code
        if code == 405:
            response.headers["Allow"] = "GET, HEAD"
        return response

    @flask_app.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        logging.getLogger("spine_explorer").exception("unexpected error", exc_info=error)
        return Response("Internal Server Error\n", 500, mimetype="text/plain")
