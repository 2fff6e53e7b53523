"""GET /health: is there content to show, and is it the newest?"""

from flask import Flask, Response, jsonify

from server.content import Content


def health(flask_app: Flask, content: Content | None) -> None:
    """Add the route. 200 when content is loaded, 503 when there is none.

    `data` is `ok`, or `stale` while the files on disk have faults and older data are shown; `faults` counts them.
    """

    @flask_app.get("/health")
    def report() -> tuple[Response, int]:
        if content is None:
            return jsonify(status="no content"), 503
        return (
            jsonify(
                status="ok",
                data=content.state,
                faults=len(content.faults),
                data_version=content.version,
                loaded_at=content.loaded_at,
            ),
            200,
        )
