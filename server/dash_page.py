"""The page that Dash writes, without what gives versions away, what is not needed, and what differs on each load."""

import json
import pkgutil
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Response, request

from server.built import fingerprint

# Told to every visitor by Dash, read by its developer tools only. `end_id` belongs to background callbacks; it is
# random on each load and would make the page impossible to cache.
UNTOLD = (
    "dash_version",
    "python_version",
    "dash_version_url",
    "ddk_version",
    "plotly_version",
    "plotly_cloud_installed",
    "end_id",
)
SUITE = re.compile(
    r"/_dash-component-suites/(?P<package>\w+)/(?P<stem>[^\"]+?)\.v[\w-]+m[0-9a-fA-F]+\.(?P<rest>[^\"?]+)"
)
ASSET = re.compile(r"/assets/(?P<path>[^\"?]+)\?m=\d+\.\d+(?=\")")
ROOTED = re.compile(r'((?:src|href)=")/(?!/)')
SUITES = "/_dash-component-suites/"
JSON_ADDRESSES = ("/_dash-layout", "/_dash-dependencies")
# Scripts that the page does without, by namespace: Dash's tables (8 KB as Brotli), core components (93 KB) and
# Bootstrap's (54 KB) and Plotly (1.1 MB), which the physician's wing fetches from addresses of its own.
LEFT_OUT = {
    "dash_table": "dash_table/",
    "dash_core_components": "dash/dcc/",
    "dash_bootstrap_components": "dash_bootstrap_components/",
    "plotly": "plotly/",
}


@lru_cache(maxsize=256)
def suite_fingerprint(package: str, path: str) -> str:
    """Fingerprint of a script inside an installed package, whose files do not change while it is in use."""
    return fingerprint(pkgutil.get_data(package, path) or b"")


def _suite(found: re.Match[str]) -> str:
    package, stem, rest = found["package"], found["stem"], found["rest"]
    # `v1m...` is the form that Dash takes for a fingerprint and removes again when the file is asked for.
    return f"/_dash-component-suites/{package}/{stem}.v1m{suite_fingerprint(package, f'{stem}.{rest}')}.{rest}"


def _drop(scripts: str, word: str) -> str:
    return re.sub(rf'<script src="[^"]*{re.escape(word)}[^"]*"></script>\n?', "", scripts)


def lean_scripts(scripts: str) -> str:
    """Script tags without those `LEFT_OUT` and without Dash's polyfill of 2019 (29 KB as Brotli): only core components
    that are loaded on demand take something from it.
    """
    for address in (*LEFT_OUT.values(), "deps/polyfill@"):
        scripts = _drop(scripts, address)
    return SUITE.sub(_suite, scripts)


def lean_config(config: str) -> str:
    """Dash's settings element without versions and without the random id of the page load; it asks below the page."""
    opening, body, closing = re.fullmatch(r"(<script[^>]*>)(.*)(</script>)", config, re.DOTALL).groups()  # type: ignore[union-attr]
    told = {key: value for key, value in json.loads(body).items() if key not in UNTOLD}
    told["requests_pathname_prefix"] = "./"
    # "<" is escaped so that no value can end the script element.
    return opening + json.dumps(told, separators=(",", ":")).replace("<", "\\u003c") + closing


def with_fingerprints(dash_app: Dash, page: str) -> str:
    """`page` (HTML) with the content of its assets in their addresses, where Dash writes the time they were saved."""
    assets = Path(str(dash_app.config.assets_folder))

    def asset(found: re.Match[str]) -> str:
        return f"/assets/{found['path']}?m={fingerprint((assets / found['path']).read_bytes())}"

    return ASSET.sub(asset, page)


def _in_order(response: Response) -> Response:
    """Dash tells properties in the order of Python's hash seed; sorted, they are the same at each start."""
    if request.path in JSON_ADDRESSES:
        response.set_data(json.dumps(response.json, sort_keys=True, ensure_ascii=False, separators=(",", ":")))
    return response


def lean(dash_app: Dash) -> None:
    """Make `dash_app` write the page without versions, with content fingerprints, and the same bytes on each load.

    Every address in it is relative, so that the page works below any folder of any server.
    """
    written: Callable[..., str] = dash_app.interpolate_index

    def interpolate_index(**parts: Any) -> str:
        parts["scripts"] = lean_scripts(parts["scripts"])
        parts["config"] = lean_config(parts["config"])
        if "/_favicon.ico" in parts["favicon"]:  # Dash's own picture, with its version: no picture instead
            parts["favicon"] = '<link rel="icon" href="data:,">'
        return ROOTED.sub(r"\1", with_fingerprints(dash_app, written(**parts)))

    dash_app.interpolate_index = interpolate_index  # type: ignore[method-assign, assignment]
    dash_app.server.after_request(_in_order)


def links(page: str) -> list[str]:
    """Addresses on this server that `page` (HTML) loads, as its root sees them, in order, each once."""
    found = re.findall(r'(?:src|href)="(\w[^"#:]*)"', page)
    return list(dict.fromkeys(f"/{address}" for address in found))
