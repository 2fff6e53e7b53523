"""S3, S4, S5, S8: what the server does not let in."""

import http.client
import json
from contextlib import closing, suppress
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from server.gate import BODY_LIMIT
from tests.server.conftest import HELLO

TRAVERSAL = [
    *("../app.py", "..%2fapp.py", "%2e%2e/app.py", "%2e%2e%2fapp.py", "..%252fapp.py", "..\\app.py", "..%5capp.py"),
    *("....//app.py", "..;/app.py", "./../app.py", "vendor/../../app.py", "vendor/..%2f..%2fapp.py", "//etc/passwd"),
    *("/etc/passwd", "%2fetc%2fpasswd", "../../../../etc/passwd", "..%c0%afapp.py", "..%ef%bc%8fapp.py", "%00app.py"),
    *("vendor%00/../app.py", "C:\\Windows\\win.ini", "file:///etc/passwd", "~/.bashrc", "../data/regions.csv"),
    *("..%2fdata%2fregions.csv", "../.git/config", "%2e%2e/.git/config", "..%2f.git%2fHEAD", "../pyproject.toml", ".."),
]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
LIKE_A_CALLBACK = st.fixed_dictionaries(
    {"output": st.text(), "inputs": st.lists(st.dictionaries(st.text(), st.text()))},
)


def raw(
    url: str, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
) -> tuple[int, dict, bytes]:
    """One request as it stands, with no tidying of the path."""
    chunked = not isinstance(body, bytes | None)
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)) as connection:
        # A server that refuses does not read on: the rest can't be sent, and its answer is there to be read.
        with suppress(ConnectionError):
            connection.request(method, path, body=body, headers=headers or {}, encode_chunked=chunked)  # type: ignore[arg-type]
        answer = connection.getresponse()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()


@pytest.mark.parametrize("size", [BODY_LIMIT + 1, 120_000, 200_000])
def test_s3_large_bodies_are_refused(small_url: str, size: int) -> None:
    status, headers, body = raw(small_url, "POST", "/_dash-update-component", b"x" * size)
    assert status == 413
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert b"waitress" not in body


@pytest.mark.parametrize("chunks", [17, 25, 60])
def test_s3_large_chunked_bodies_are_refused(small_url: str, chunks: int) -> None:
    told = {"Transfer-Encoding": "chunked"}
    status, headers, _ = raw(small_url, "POST", "/", iter([b"x" * 4096] * chunks), told)
    assert status == 413
    assert "content-security-policy" in headers


def test_s3_a_body_at_the_limit_is_only_refused_for_its_method(client: Client) -> None:
    assert client.post("/", data=b"x" * BODY_LIMIT).status_code == 405


@given(st.one_of(ANYTHING, LIKE_A_CALLBACK))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_s4_callback_requests_of_any_shape_get_4xx_without_a_trace(client: Client, body: object) -> None:
    answer = client.post("/_dash-update-component", data=json.dumps(body), content_type="application/json")
    assert answer.status_code in {405, 413}
    assert b"Traceback" not in answer.data


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "NONSENSE"])
def test_s4_only_reading_is_allowed(client: Client, method: str) -> None:
    answer = client.open("/", method=method)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "address", ["/nope", "/a/b/c", "/index.html", "/_reload-hash", "/_favicon.ico", "/_dash-anything", "/_mcp"]
)
def test_s5_unknown_addresses_get_a_page_with_a_way_home(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.mimetype == "text/html"
    assert 'href="/"' in answer.text
    assert HELLO not in answer.text


def test_s5_the_page_speaks_the_asked_language(client: Client, catalog) -> None:
    spanish = client.get("/nope?lang=es").text
    assert '<html lang="es">' in spanish
    assert 'href="/?lang=es"' in spanish
    assert catalog.words["notfound.home"]["es"] in spanish
    odd = client.get('/nope?lang="><script>').text
    assert '<html lang="en">' in odd
    assert "<script>" not in odd


@pytest.mark.parametrize(
    "path",
    [
        "dash/none.js",
        "dash/",
        "os/path.py",
        "dash/dash.py",
        "nopackage/x.js",
        "dash/dcc/async-graph.js.map",
        "dash/dcc/dash_core_components.v1m000000000000.py",
    ],
)
def test_s5_bad_component_paths_are_not_found(client: Client, path: str) -> None:
    assert client.get(f"/_dash-component-suites/{path}").status_code == 404


@pytest.mark.parametrize("start", ["/assets/", "/_dash-component-suites/dash/", "/"])
@pytest.mark.parametrize("payload", TRAVERSAL)
def test_s8_traversal_leaks_nothing(small_url: str, start: str, payload: str) -> None:
    status, _, body = raw(small_url, "GET", (start + payload).replace("\\", "%5c"))
    assert status in {301, 308, 400, 404}
    for secret in (b"import ", b"root:", b"[core]", b"ref: refs", b"[project]", b"region_id", b"[fonts]"):
        assert secret not in body
