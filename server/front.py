"""The app that visitors reach: it sends finished bodies, and tells how it is. Nothing is made while somebody waits."""

from __future__ import annotations

from flask import Flask, Response, abort, request

from server import beat, delivery, errors, gate, health, policy, sounds
from server.settings import Settings
from server.shown import Shown


def front(settings: Settings, shown: Shown) -> Flask:
    """The Flask app that always sends what is `shown`, closed and with every header."""
    flask_app = Flask(__name__, static_folder=None)
    gate.close(flask_app)
    errors.answer(flask_app, shown)
    health.health(flask_app, shown)
    beat.listen(flask_app)
    sounds.send(flask_app, settings.speech)

    @flask_app.get("/", defaults={"path": ""})
    @flask_app.get("/<path:path>")
    def send(path: str) -> Response:
        body = shown.built.find(f"/{path}", request.args.get("lang", ""))
        return delivery.answer(body) if body else abort(404)

    @flask_app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(policy.headers(shown.built.policy, secure=settings.secure))
        response.headers.setdefault("Cache-Control", delivery.NEVER)
        if request.path == health.ALIVE:  # the wall screen's waiting page, a file, asks whether the app is there
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return flask_app
