"""S6, S7: nothing about the machinery, no developer's door."""

import platform
import re
from importlib.metadata import version

import pytest
from dash import Dash, Input, Output, dcc, html
from werkzeug.test import Client

from server import dash_page
from server.current import Current
from server.harden import harden
from server.live import Live
from server.settings import DATA, Settings
from tests.server.conftest import small_app
from tests.server.test_gate import raw

VERSIONS = [version(name) for name in ("dash", "plotly", "flask", "werkzeug", "waitress", "dash-bootstrap-components")]
VERSIONS += [platform.python_version(), version("dash").replace(".", "_")]


def names_a_version(text: str) -> list[str]:
    return [found for found in VERSIONS if re.search(rf"(?<![\d.]){re.escape(found)}(?![\d.])", text)]


def test_s6_no_version_in_what_the_server_writes(client: Client, small_live: Live) -> None:
    for address in ["/", "/_dash-layout", "/_dash-dependencies", "/health", "/nope"]:
        answer = client.get(address)
        assert names_a_version(answer.text) == [], address
        assert names_a_version(str(answer.headers)) == [], address
    assert all(names_a_version(address) == [] for address in small_live.shown.built.bodies)


def test_s6_no_server_header(small_url: str) -> None:
    for method, path in (("GET", "/"), ("GET", "/nope"), ("POST", "/")):
        _, headers, _ = raw(small_url, method, path)
        assert "server" not in headers
        assert "x-powered-by" not in headers


def test_s6_dash_itself_would_tell_its_version() -> None:
    bare = Dash("bare")
    bare.layout = html.P()
    assert names_a_version(bare.server.test_client().get("/").get_data(as_text=True))


def test_s7_debug_and_reload_are_off(client: Client) -> None:
    app = small_app(Settings(), Current(DATA))
    tools = app._dev_tools
    assert not app.server.debug
    assert not any((tools.ui, tools.props_check, tools.serve_dev_bundles, tools.hot_reload))
    assert not app._enable_mcp
    page = client.get("/").text
    assert '"hot_reload"' not in page
    assert ".dev.js" not in page
    assert client.get("/_reload-hash").status_code == 404


@pytest.mark.parametrize(
    "name", ["DASH_DEBUG", "DASH_UI", "DASH_HOT_RELOAD", "DASH_SERVE_DEV_BUNDLES", "DASH_PROPS_CHECK"]
)
def test_s7_no_environment_variable_turns_them_on(name: str, make_live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "true")
    page = Client(make_live()).get("/").text
    assert '"hot_reload"' not in page
    assert '"ui":false' in page
    assert ".dev.js" not in page


def test_s7_a_callback_that_asks_the_server_is_refused() -> None:
    asking = Dash("asking")
    asking.layout = html.Div([html.Button(id="b"), html.P(id="p")])
    asking.callback(Output("p", "children"), Input("b", "n_clicks"))(str)
    with pytest.raises(ValueError, match="asks the server"):
        harden(asking, Current(DATA))


def test_p4_a_component_without_its_script_is_refused() -> None:
    bare = Dash("bare")
    bare.layout = html.Div([html.P("a"), html.Div(dcc.Store(id="s"))])
    with pytest.raises(ValueError, match="Store"):
        harden(bare, Current(DATA))


def test_config_cannot_end_its_script_element() -> None:
    lean = dash_page.lean_config(
        '<script id="_dash-config" type="application/json">{"a":"</script>","end_id":"x"}</script>'
    )
    assert lean.count("</script>") == 1
    assert "end_id" not in lean
