"""What comes in: only reading, only known addresses, only small requests (ASVS 2.2, 5, 14.2.5, 16.5)."""

from dash import Dash
from flask import abort, request

from server import beat

BODY_LIMIT = 64 * 1024
SUITES = "/_dash-component-suites/"
# Dash's addresses that a page without server callbacks needs. Callbacks, reload hash, icon and the rest are closed.
OPEN = frozenset({"/", "/_dash-layout", "/_dash-dependencies"})


def _check_size() -> None:
    if (request.content_length or 0) > BODY_LIMIT:
        abort(413)
    # A chunked body tells no length: it has to be counted.
    counted = request.content_length is None and request.environ.get("wsgi.input_terminated")
    if counted and len(request.environ["wsgi.input"].read(BODY_LIMIT + 1)) > BODY_LIMIT:
        abort(413)


def _check_suite(dash_app: Dash, path: str) -> None:
    package, _, inner = path.removeprefix(SUITES).partition("/")
    stem, *rest = inner.rsplit("/", 1)[-1].split(".")
    folder = inner.rpartition("/")[0]
    if rest and rest[0].startswith("v") and "m" in rest[0]:
        rest = rest[1:]
    name = ".".join([stem, *rest])
    path_in_package = f"{folder}/{name}" if folder else name
    # Source maps are for developers of Dash and larger than all scripts together.
    if name.endswith(".map") or path_in_package not in dash_app.registered_paths.get(package, ()):
        abort(404)


def close(dash_app: Dash) -> None:
    """Make the Flask app under `dash_app` refuse everything that its page does not ask for."""

    def gate() -> None:
        _check_size()
        rule = str(request.url_rule or "")
        if request.method not in {"GET", "HEAD"} and not (request.method == "POST" and rule == beat.PATH):
            abort(405)
        if request.path.startswith(SUITES):
            _check_suite(dash_app, request.path)
        elif rule == "/<path:path>" or (rule.startswith("/_") and rule not in OPEN):
            abort(404)  # Dash answers every unknown address with the page itself

    # First in line: nothing of Dash runs for a request that is refused.
    dash_app.server.before_request_funcs.setdefault(None, []).insert(0, gate)
