"""The service worker and the manifest: the app stays in the browser and opens without the server (R3, K14).

The worker keeps one cache for each release. Its name is the fingerprint of everything in it, so that any change of
the app or of the data makes a new worker, which fetches the new release and drops the old one.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from dash import Dash
from flask import Flask, Response
from flask.testing import FlaskClient

from server import dash_page
from server.built import fingerprint

SCRIPT = Path(__file__).with_name("worker.js")
WORKER, MANIFEST = "/sw.js", "/manifest.webmanifest"
FIXED = ("/_dash-layout", "/_dash-dependencies", MANIFEST)
COLOUR = "#fbf7ee"  # paper of the light theme, assets/css/tokens/themes.css


def _body(client: FlaskClient, address: str) -> bytes:
    with client.get(address) as answer:  # closes the file behind it
        return answer.get_data()


def kept(client: FlaskClient, languages: tuple[str, ...]) -> dict[str, bytes]:
    """What a browser needs to show the app without the server: address -> body."""
    pages = ["/", *(f"/?lang={language}" for language in languages)]
    bodies = {address: _body(client, address) for address in [*pages, *FIXED]}
    start = bodies["/"].decode()
    wanted = [
        *dash_page.links(start),
        *(f"/{name}" for name in re.findall(r'"((?:content|assets/spine_svg)/[^"]+)"', start)),
    ]
    for address in dict.fromkeys(wanted):
        if address not in bodies:
            bodies[address] = _body(client, address)
    for style in [address for address in bodies if "/vendor/fonts.css" in address]:
        for name in re.findall(r"url\(([^)]+)\)", bodies[style].decode()):
            bodies[f"/assets/vendor/{name}"] = _body(client, f"/assets/vendor/{name}")
    return bodies


def script(bodies: dict[str, bytes]) -> bytes:
    """The worker that keeps these addresses; other bodies, another worker."""
    addresses = [f".{address}" for address in bodies]  # below the worker's own folder
    everything = b"".join(address.encode() + b"\0" + body for address, body in bodies.items())
    text = SCRIPT.read_text(encoding="utf-8")
    release = fingerprint(everything + text.encode())
    told = json.dumps({"release": f"spine-{release}", "kept": addresses}, separators=(",", ":"))
    return f"const MADE = {told};\n{text}".encode()


def manifest(name: str, language: str) -> bytes:
    """The web app manifest: the app can be put on a tablet's home screen and opens there without an address bar."""
    icon = {"src": "assets/icons/spine.svg", "sizes": "any", "type": "image/svg+xml"}
    told = {
        "name": name,
        "short_name": name,
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": COLOUR,
        "theme_color": COLOUR,
        "icons": [icon],
    }
    return json.dumps(told, ensure_ascii=False).encode()


def serve(dash_app: Dash, name: str, languages: tuple[str, ...]) -> None:
    """Add both routes to an app that is already hardened: the worker keeps the pages as visitors get them."""
    flask_app: Flask = dash_app.server
    told = manifest(name, languages[0])
    made: list[bytes] = []

    @flask_app.get(MANIFEST)
    def manifest_file() -> Response:
        return Response(told, mimetype="application/manifest+json")

    @flask_app.get(WORKER)
    def worker_file() -> Response:
        if not made:  # Flask takes no request before every route is there
            made.append(script(kept(flask_app.test_client(), languages)))
        return Response(made[0], mimetype="text/javascript")
