"""The same app as a folder of files, for any web server."""

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from dash import Dash
from flask.testing import FlaskClient

from publish import nginx
from publish.worker import WORKER
from server import beat, dash_page, health, policy
from server.built import NOT_FOUND, fingerprint
from server.freeze import lazy_scripts, own_rules
from server.settings import Settings

# Where an app keeps, in Flask's `extensions`, what its rules with a variable part answer: rule -> all its addresses.
OFFERS = "spine_offers"
OF_THE_PROCESS = frozenset({"/health", health.ALIVE, beat.PATH})  # a folder of files has no state to tell
SOURCES = shutil.ignore_patterns("css", "modules", ".*")  # of assets/: published below content/, or for ourselves only
SHIM_NAME = "static-site.js"
SHIM = """\
// No server hears a pulse.
document.documentElement.setAttribute("data-static", "");
// A file server knows JSON by its ending. Dash asks without one.
const asked = window.fetch;
const named = (address) => address.replace(/(_dash-(?:layout|dependencies))$/, "$1.json");
window.fetch = (address, options) => asked(typeof address === "string" ? named(address) : address, options);
"""


SHIM_ADDRESS = f"{SHIM_NAME}?m={fingerprint(SHIM.encode())}"


def _get(client: FlaskClient, address: str) -> bytes:
    with client.get(address) as answer:
        if answer.status_code != 200:
            raise ValueError(f"{address} answers {answer.status_code}, so that it cannot be part of a static site.")
        return answer.get_data()


def _write(folder: Path, address: str, body: bytes) -> None:
    target = folder / address.split("?")[0].lstrip("/")
    if target.is_dir() or address.endswith("/"):
        target = target / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(body)


def own_addresses(dash_app: Dash) -> list[str]:
    """What the app itself adds and is the same for everybody: contents, worker, sounds.

    Raises `ValueError` for a rule with a variable part that nobody `OFFERS` the addresses of.
    """
    offers: dict[str, Callable[[], list[str]]] = dash_app.server.extensions.get(OFFERS, {})
    found: list[str] = []
    for name in own_rules(dash_app):
        if name in OF_THE_PROCESS:
            continue
        if "<" in name and name not in offers:
            raise ValueError(f"Which addresses {name} answers is not told, so that it cannot be part of a static site.")
        found.extend(offers[name]() if "<" in name else [name])
    return sorted(set(found))


def with_policy(page: str, hashes: Sequence[str]) -> str:
    """`page` with the content policy inside, since a file server sends no header, and the shim in time for Dash."""
    rule = policy.content_security_policy(hashes, in_page=True)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rule}">'
    page = page.replace("</head>", f'<script src="{SHIM_ADDRESS}"></script></head>', 1)
    return re.sub(r"(<head[^>]*>)", rf"\1{meta}", page, count=1)


def _named(worker: bytes) -> bytes:
    """The service worker with the names that the files have in the folder, the shim among what it keeps."""
    for address in dash_page.JSON_ADDRESSES:
        worker = worker.replace(f'".{address}"'.encode(), f'".{address}.json"'.encode())
    return worker.replace(b'["./"', f'["./","./{SHIM_ADDRESS}"'.encode(), 1)


def base_of(settings: Settings) -> str:
    """The folder on the server in which visitors reach the site, by its public address: `/` or such as `/spine/`."""
    return f"{urlsplit(settings.public_url).path.rstrip('/')}/"


def export(dash_app: Dash, settings: Settings, languages: Sequence[str], folder: Path) -> int:
    """Write the static site of a hardened `dash_app` to `folder`; return the number of files.

    `languages`: those of the app, the first is the page's own; the others get a first page beside it.
    Raises `ValueError` for an address that does not answer, `FileExistsError` when `folder` holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / SHIM_NAME).exists():
        raise FileExistsError(f"{folder} is not empty and was not written by this command.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    client = dash_app.server.test_client()
    page = _get(client, "/").decode()
    hashes, base = policy.script_hashes(page), base_of(settings)
    _write(folder, "index.html", with_policy(page, hashes).encode())
    for language in languages[1:]:
        translated = _get(client, f"/?lang={language}").decode()
        _write(folder, f"index.{language}.html", with_policy(translated, hashes).encode())
    missing = client.get(NOT_FOUND).get_data(as_text=True).replace('href="/', f'href="{base}')
    _write(folder, "404.html", missing.encode())
    _write(folder, SHIM_NAME, SHIM.encode())
    headers = policy.headers(policy.content_security_policy(hashes), secure=settings.secure)
    _write(folder, nginx.NAME, nginx.rules(headers, languages[1:], base).encode())
    for (
        address
    ) in dash_page.JSON_ADDRESSES:  # Dash wants them to be called JSON, which a file server does by the ending
        _write(folder, f"{address}.json", _get(client, address))
    for address in [*dash_page.links(page), *lazy_scripts(dash_app), *own_addresses(dash_app)]:
        body = _get(client, address)
        _write(folder, address, _named(body) if address == WORKER else body)
    shutil.copytree(Path(str(dash_app.config.assets_folder)), folder / "assets", ignore=SOURCES, dirs_exist_ok=True)
    return sum(path.is_file() for path in folder.rglob("*"))
