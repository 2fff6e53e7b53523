"""GET /health: is there content to show, and is it the newest?"""

import secrets
import time
import tomllib
from pathlib import Path

from flask import Flask, Response, jsonify

from server.current import Current

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
RELEASE: str = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
STARTED = time.monotonic()
START_ID = secrets.token_hex(8)  # an update compares it: is this a new process, or the old one that still answers?
ALIVE = "/alive"  # says nothing but that there is an answer


def health(flask_app: Flask, current: Current | None) -> None:
    """Add the route. 200 when content is loaded, 503 when there is none.

    `data` is `ok`, or `stale` while the files on disk have faults and older data are shown; `faults` counts them.
    """

    @flask_app.get(ALIVE)
    def alive() -> Response:
        return Response("ok\n", 200 if current else 503, mimetype="text/plain")

    @flask_app.get("/health")
    def report() -> tuple[Response, int]:
        if current is None:
            return jsonify(status="no content"), 503
        return (
            jsonify(
                status="ok",
                data=current.state,
                faults=len(current.faults),
                data_version=current.version,
                loaded_at=current.loaded_at,
                release=RELEASE,
                folder=PROJECT.parent.name,
                start_id=START_ID,
                uptime_seconds=round(time.monotonic() - STARTED),
            ),
            200,
        )
