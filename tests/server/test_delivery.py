"""P4, P5: small, and kept by the browser for as long as that is right."""

import gzip
import re

import brotli
import pytest
from werkzeug.test import Client

from server import dash_page
from server.built import Body, Built, compress
from server.live import Live

BUDGET_BYTES = 450_000
YEAR = "public, max-age=31536000, immutable"


def links(client: Client) -> list[str]:
    return dash_page.links(client.get("/").text)


def test_p5_fingerprinted_files_are_kept_for_a_year(client: Client) -> None:
    found = links(client)
    assert len(found) >= 6
    for address in found:
        assert client.get(address).headers["Cache-Control"] == YEAR, address


def test_p5_a_wrong_fingerprint_is_not_kept(client: Client) -> None:
    address = next(link for link in links(client) if "?m=" in link)
    assert client.get(address.split("?")[0]).headers["Cache-Control"] == "no-cache"
    assert client.get(address.split("?")[0] + "?m=000000000000").headers["Cache-Control"] == "no-cache"
    script = next(link for link in links(client) if "dash_renderer" in link)
    assert client.get(re.sub(r"v1m[0-9a-f]+", "v1m000000000000", script)).headers["Cache-Control"] == "no-cache"


def test_p5_fonts_are_kept_for_a_year(client: Client) -> None:
    css = client.get("/assets/vendor/fonts.css").text
    names = re.findall(r"url\(([^)]+)\)", css)
    assert len(names) == 3
    for name in names:
        with client.get(f"/assets/vendor/{name}") as answer:
            assert answer.status_code == 200
            assert answer.headers["Cache-Control"] == YEAR


@pytest.mark.parametrize("address", ["/", "/_dash-layout", "/_dash-dependencies", "/content/en.json"])
@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_p5_the_rest_is_asked_for_and_answered_with_304(client: Client, address: str, coding: str) -> None:
    first = client.get(address, headers={"Accept-Encoding": coding})
    assert first.headers["Cache-Control"] == "no-cache"
    assert first.headers["Vary"] == "Accept-Encoding"
    told = {"Accept-Encoding": coding, "If-None-Match": first.headers["ETag"]}
    again = client.get(address, headers=told)
    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["Content-Security-Policy"]


def test_p5_each_coding_is_what_it_says(client: Client) -> None:
    plain = client.get("/").data
    assert brotli.decompress(client.get("/", headers={"Accept-Encoding": "gzip, deflate, br, zstd"}).data) == plain
    assert gzip.decompress(client.get("/", headers={"Accept-Encoding": "gzip"}).data) == plain
    refused = client.get("/", headers={"Accept-Encoding": "br;q=0, gzip;q=0"})
    assert "Content-Encoding" not in refused.headers
    assert refused.data == plain


def test_p5_etags_differ_by_coding(client: Client) -> None:
    tags = {
        client.get("/", headers={"Accept-Encoding": coding}).headers["ETag"] for coding in ("br", "gzip", "identity")
    }
    assert len(tags) == 3


def test_p5_errors_are_not_kept(client: Client) -> None:
    assert client.get("/nope").headers["Cache-Control"] == "no-store"
    assert client.get("/health").headers["Cache-Control"] == "no-store"


def test_p5_the_page_is_the_same_bytes_on_each_load(client: Client) -> None:
    assert client.get("/").data == client.get("/").data


def test_p4_dash_itself_fits_and_brings_no_plotly(client: Client, small_live: Live) -> None:
    asked = ["/", "/_dash-layout", "/_dash-dependencies", *links(client)]
    assert not any(word in address for address in asked for word in ("plotly", "async-", "dash_table", "dcc"))
    found = [small_live.shown.built.find(address.partition("?")[0], "") for address in asked]
    assert all(found)
    sizes = {address: len(body.smallest().br or body.plain) for address, body in zip(asked, found, strict=True) if body}
    assert sum(sizes.values()) < BUDGET_BYTES, sizes


TEXT = b"the facet joint and the nerve root " * 2000


def test_p5_quick_forms_first_best_forms_after() -> None:
    quick = Body.of("text/css", TEXT)
    best = quick.smallest()
    assert not quick.best
    assert best.best
    assert best.smallest() is best
    assert (quick.br, quick.gzip) == (compress(TEXT, "br", best=False), compress(TEXT, "gzip", best=False))
    assert (best.br, best.gzip) == (compress(TEXT, "br", best=True), compress(TEXT, "gzip", best=True))
    assert brotli.decompress(best.br) == gzip.decompress(best.gzip) == TEXT
    assert len(best.br) < len(quick.br)


def test_p5_what_is_small_already_has_one_form() -> None:
    font = Body.of("font/woff2", TEXT)
    assert (font.br, font.gzip, font.best) == (b"", b"", True)


def test_p5_a_body_that_did_not_change_is_not_compressed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = {"/a.css": Body.of("text/css", TEXT), "/b.css": Body.of("text/css", TEXT)}
    first = Built("1", ("en",), "", bodies).smallest([])
    assert first.best
    assert first.bodies["/a.css"] is first.bodies["/b.css"]
    monkeypatch.setattr("server.built.compress", None)  # would fail
    again = Built("2", ("en",), "", {"/c.css": bodies["/a.css"]}).smallest([first])
    assert again.bodies["/c.css"] is first.bodies["/a.css"]
