"""GET /health: is there content to show, and is it the newest?"""

import re
import secrets
import time
import tomllib
from pathlib import Path

from flask import Flask, Response, jsonify

from server.shown import Shown

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
RELEASE: str = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
STARTED = time.monotonic()
START_ID = secrets.token_hex(8)  # an update compares it: is this a new process, or the old one that still answers?
ALIVE = "/alive"  # says nothing but that there is an answer
MOST_FAULTS = 20
LONGEST_FAULT = 300
PATH = re.compile(r"(?:(?<=[\s\"'(])|^)(?:[A-Za-z]:)?(?:[\\/][\w.\- ]+)+[\\/](?=[\w.])")  # the folders of a file


def in_words(faults: tuple[str, ...]) -> list[str]:
    """Faults as strangers may read them: not endless, and without the folders of this machine."""
    told = [PATH.sub("", fault)[:LONGEST_FAULT] for fault in faults[:MOST_FAULTS]]
    more = len(faults) - len(told)
    return [*told, f"And {more} more."] if more else told


def health(flask_app: Flask, shown: Shown) -> None:
    """Add the route. 200 as soon as the app answers.

    `data` is `ok`, or `stale` while no page can be made of the files on disk and an older one is shown; `faults` says
    why. `data_version` and `loaded_at` are those of what is shown.
    """

    @flask_app.get(ALIVE)
    def alive() -> Response:
        return Response("ok\n", mimetype="text/plain")

    @flask_app.get("/health")
    def report() -> Response:
        return jsonify(
            status="ok",
            data=shown.state,
            faults=in_words(shown.faults),
            data_version=shown.built.version,
            loaded_at=shown.since,
            release=RELEASE,
            folder=PROJECT.parent.name,
            start_id=START_ID,
            uptime_seconds=round(time.monotonic() - STARTED),
        )
