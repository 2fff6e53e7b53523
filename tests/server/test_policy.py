"""S1, S2: what every answer tells the browser to refuse."""

import pytest
from playwright.sync_api import Browser
from werkzeug.test import Client

from server import policy
from server.current import Current
from server.settings import DATA, Settings
from tests.server.conftest import HELLO, small_app
from tests.support.watched import Watched, until

ADDRESSES = (
    "/",
    "/health",
    "/_dash-layout",
    "/assets/vendor/fonts.css",
    "/content/en.json",
    "/no/such/page",
    "/_reload-hash",
)


def directives(line: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in line.split("; "))


@pytest.mark.parametrize("address", ADDRESSES)
def test_s1_s2_every_answer_carries_the_headers(client: Client, address: str) -> None:
    told = client.get(address).headers
    rules = directives(told["Content-Security-Policy"])
    assert rules["default-src"] == "'none'"
    for name in ("object-src", "base-uri", "form-action", "frame-ancestors", "style-src-attr"):
        assert rules[name] == "'none'"
    assert "unsafe" not in rules["script-src"]
    assert rules["style-src-elem"] == "'self' 'unsafe-inline'"
    assert rules["img-src"] == "'self' data:"
    for name in ("font-src", "connect-src", "media-src", "worker-src", "manifest-src"):
        assert rules[name] == "'self'"
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "no-referrer"
    assert told["Cross-Origin-Opener-Policy"] == told["Cross-Origin-Resource-Policy"] == "same-origin"
    assert all(part.strip().endswith("=()") for part in told["Permissions-Policy"].split(","))
    assert "Set-Cookie" not in told


def test_s1_errors_carry_the_headers_too(client: Client) -> None:
    for answer in (
        client.post("/"),
        client.post("/", data=b"x" * 70_000),
        client.get("/_dash-component-suites/os/path"),
    ):
        assert answer.status_code in {404, 405, 413}
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_s1_every_inline_script_has_its_hash() -> None:
    app = small_app(Settings(), Current(DATA))
    page = app.server.test_client().get("/").get_data(as_text=True)
    told = policy.script_hashes(page)
    assert len(told) == 2  # the one clientside callback and Dash's starter
    assert all(f"'{kind}" not in " ".join(told) for kind in ("unsafe", "nonce"))


def test_s1_data_in_the_page_and_scripts_with_an_address_have_none() -> None:
    page = '<!-- <script>a()</script> --><script type="application/json" id="a">{}</script>'
    page += '<script src="b.js"></script><script>c()</script>'
    assert len(policy.script_hashes(page)) == 1


def test_s1_no_violation_in_a_real_browser(browser: Browser, small_url: str) -> None:
    opened = Watched(browser, small_url)
    page = opened("/")
    page.click("#touch")
    until(page, "document.querySelector('#detail').textContent === 'touched 1'")
    assert page.inner_text("h1") == HELLO
    assert opened.problems == []
    opened.close()


def test_s1_a_violation_would_be_seen(browser: Browser, small_url: str) -> None:
    opened = Watched(browser, small_url)
    page = opened("/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.bad = 1'}))"
    )
    assert page.evaluate("window.bad") is None
    assert len([problem for problem in opened.problems if "Content Security Policy" in problem]) == 2
    opened.close()


@pytest.mark.parametrize(
    ("public_url", "told"), [("https://spine.example", True), ("http://kiosk.local", False), ("", False)]
)
def test_s2_https_sites_are_never_asked_by_http_again(make_live, public_url: str, told: bool) -> None:
    header = Client(make_live(public_url=public_url)).get("/").headers.get("Strict-Transport-Security", "")
    assert header.startswith("max-age=31536000") is told
