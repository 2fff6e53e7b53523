"""The same app as a folder of files, for any web server."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from dash import Dash
from flask.testing import FlaskClient

from publish.worker import WORKER
from server import dash_page as index
from server import policy
from server.built import NOT_FOUND

# Dash asks for these two addresses and wants them to be called JSON, which a file server does by the ending only.
JSON_ADDRESSES = ("_dash-layout", "_dash-dependencies")
SHIM_NAME = "static-site.js"
SHIM = """\
// A file server knows JSON by its ending. Dash asks without one.
const asked = window.fetch;
const named = (address) => address.replace(/(_dash-(?:layout|dependencies))$/, "$1.json");
window.fetch = (address, options) => asked(typeof address === "string" ? named(address) : address, options);
"""


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


def lazy_scripts(dash_app: Dash) -> list[str]:
    """Addresses of scripts that the page may ask for later: parts of components, Plotly."""
    return [
        f"/_dash-component-suites/{package}/{path}"
        for package, paths in dash_app.registered_paths.items()
        for path in sorted(paths)
        if path.endswith(".js")
        and ("async-" in path or package == "plotly")
        and not any(left_out in f"{package}/{path}" for left_out in index.LEFT_OUT.values())
    ]


def own_addresses(dash_app: Dash) -> list[str]:
    """Addresses that the app itself adds to Dash's, such as content that the page fetches in the background."""
    rules = [rule for rule in dash_app.server.url_map.iter_rules() if rule.methods and "GET" in rule.methods]
    plain = {rule.rule for rule in rules if "<" not in rule.rule and not rule.rule.startswith("/_")}
    return sorted(plain - {"/", "/health"})


def with_policy(page: str, hashes: Sequence[str]) -> str:
    """`page` with the content policy inside, since a file server sends no header, and the shim before all scripts."""
    rule = policy.content_security_policy(hashes, in_page=True)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rule}">'
    return re.sub(r"(<head[^>]*>)", rf'\1{meta}<script src="/{SHIM_NAME}"></script>', page, count=1)


def _named(worker: bytes) -> bytes:
    """The service worker with the names that the files have in the folder."""
    for name in JSON_ADDRESSES:
        worker = worker.replace(f'"/{name}"'.encode(), f'"/{name}.json"'.encode())
    return worker


def export(dash_app: Dash, routes: Sequence[str], folder: Path) -> int:
    """Write the static site of a hardened `dash_app` to `folder`; return the number of files.

    `routes`: addresses beyond the page, its links, assets and fixed routes: those with a variable part.
    Raises `ValueError` for an address that does not answer, `FileExistsError` when `folder` holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / SHIM_NAME).exists():
        raise FileExistsError(f"{folder} is not empty and was not written by this command.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    client = dash_app.server.test_client()
    page = _get(client, "/").decode()
    hashes = policy.script_hashes(dash_app)
    _write(folder, "index.html", with_policy(page, hashes).encode())
    _write(folder, "404.html", client.get(NOT_FOUND).get_data())
    _write(folder, SHIM_NAME, SHIM.encode())
    for name in JSON_ADDRESSES:
        _write(folder, f"{name}.json", _get(client, f"/{name}"))
    for address in [*index.links(page), *lazy_scripts(dash_app), *own_addresses(dash_app), *routes]:
        if address != "/":
            body = _get(client, address)
            _write(folder, address, _named(body) if address == WORKER else body)
    shutil.copytree(Path(str(dash_app.config.assets_folder)), folder / "assets", dirs_exist_ok=True)
    return sum(path.is_file() for path in folder.rglob("*"))
