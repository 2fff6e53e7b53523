"""What comes in: only reading, only small requests (ASVS 2.2, 5, 16.5). Addresses are known one by one: `front`."""

from flask import Flask, abort, request

from server import beat

BODY_LIMIT = 64 * 1024


def _check_size() -> None:
    if (request.content_length or 0) > BODY_LIMIT:
        abort(413)
    # A chunked body tells no length: it has to be counted.
    counted = request.content_length is None and request.environ.get("wsgi.input_terminated")
    if counted and len(request.environ["wsgi.input"].read(BODY_LIMIT + 1)) > BODY_LIMIT:
        abort(413)


def close(flask_app: Flask) -> None:
    """Make `flask_app` refuse everything but small requests to read, and the wall's beat."""

    @flask_app.before_request
    def gate() -> None:
        _check_size()
        beating = request.method == "POST" and str(request.url_rule or "") == beat.PATH
        if request.method not in {"GET", "HEAD"} and not beating:
            abort(405)
