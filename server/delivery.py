"""How answers leave: compressed, with a fingerprint of their content, kept by the browser as long as that is right."""

import re
from pathlib import Path

from flask import Flask, Response, request

from server.compression import Store
from server.dash_page import fingerprint

COMPRESSIBLE = re.compile(r"text/|application/(javascript|json|manifest\+json|wasm)|image/svg\+xml|model/gltf|font/ttf")
IN_NAME = re.compile(r"\.(?:v1m)?(?P<digits>[0-9a-f]{12})\.")
FOR_EVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
NEVER = "no-store"
CACHE = Path(__file__).resolve().parent.parent / ".cache" / "compressed"
STORE = Store(CACHE)


def cache_rule(digits: str) -> str:
    """How long a browser may keep an answer: for ever only when its address carries the fingerprint of what is sent."""
    named = IN_NAME.search(request.path)
    told = named["digits"] if named else request.args.get("m", "")
    return FOR_EVER if told == digits else ASK_FIRST


def coding_for(store: Store, body: bytes) -> tuple[str, bytes]:
    """The smallest form the browser accepts: its name ("" = as it is) and the bytes."""
    accepted = request.accept_encodings
    for coding in ("br", "gzip"):
        if accepted.quality(coding) > 0:
            return coding, store.get(body, coding)
    return "", body


def deliver(flask_app: Flask, store: Store = STORE) -> None:
    """Make `flask_app` compress its texts, and let browsers keep what cannot change and ask for the rest."""

    @flask_app.after_request
    def out(response: Response) -> Response:
        if response.status_code not in {200, 206, 304} or request.path == "/health":
            response.headers["Cache-Control"] = NEVER
            return response
        if response.status_code != 200 or request.method not in {"GET", "HEAD"}:
            return response
        if not COMPRESSIBLE.match(response.mimetype or ""):
            # Fonts, pictures, sound: small already. Sound needs byte ranges, which Flask answers by itself.
            named = IN_NAME.search(request.path)
            response.headers["Cache-Control"] = FOR_EVER if named and "/vendor/" in request.path else ASK_FIRST
            return response
        response.direct_passthrough = False
        body = response.get_data()
        response.close()  # the file behind it has been read to its end
        digits = fingerprint(body)
        coding, sent = coding_for(store, body)
        response.set_data(sent)
        response.headers.pop("Last-Modified", None)  # the fingerprint is exact, a time is not
        response.headers["Cache-Control"] = cache_rule(digits)
        response.vary.add("Accept-Encoding")
        response.set_etag(f"{digits}-{coding or 'plain'}")
        if coding:
            response.headers["Content-Encoding"] = coding
        response.make_conditional(request)
        return response
