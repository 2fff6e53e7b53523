"""How bodies leave: compressed, with a fingerprint of their content, kept by the browser as long as that is right."""

import re

from flask import Response, request

from server.built import Body, fingerprint

IN_NAME = re.compile(r"\.(?:v1m)?(?P<digits>[0-9a-f]{12})\.")
FOR_EVER = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
NEVER = "no-store"


def cache_rule(digits: str) -> str:
    """How long a browser may keep an answer: for ever only when its address carries the fingerprint of what is sent."""
    named = IN_NAME.search(request.path)
    told = named["digits"] if named else request.args.get("m", "")
    return FOR_EVER if told == digits else ASK_FIRST


def smallest_accepted(body: Body) -> tuple[str, bytes]:
    """The smallest form the browser accepts: its name ("" = as it is) and the bytes."""
    accepted = request.accept_encodings
    for coding, form in (("br", body.br), ("gzip", body.gzip)):
        if form and accepted.quality(coding) > 0:
            return coding, form
    return "", body.plain


def answer(body: Body) -> Response:
    """A body as the browser that asks can take it, or 304 when it has it already."""
    digits = fingerprint(body.plain)
    coding, sent = smallest_accepted(body)
    response = Response(sent, mimetype=body.kind)
    response.headers["Cache-Control"] = cache_rule(digits)
    response.set_etag(f"{digits}-{coding or 'plain'}")
    if coding:
        response.headers["Content-Encoding"] = coding
    if body.br:
        response.vary.add("Accept-Encoding")
    response.make_conditional(request)
    return response
