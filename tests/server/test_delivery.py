"""P4, P5: small, and kept by the browser for as long as that is right."""

import gzip
import hashlib
import re
from pathlib import Path

import brotli
import pytest
from werkzeug.test import Client

from server.compression import Store, compress
from server.delivery import STORE
from server.live import Live, first_view

BUDGET_BYTES = 450_000
YEAR = "public, max-age=31536000, immutable"


def links(client: Client) -> list[str]:
    return re.findall(r'(?:src|href)="(/[^"]+)"', client.get("/").text)


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
    small_live.warm()
    STORE.finish()
    asked = first_view(small_live._dash_app)
    sizes = {address: len(client.get(address, headers={"Accept-Encoding": "br"}).data) for address in asked}
    assert not any(word in address for address in asked for word in ("plotly", "async-", "dash_table", "dcc"))
    assert sum(sizes.values()) < BUDGET_BYTES, sizes


TEXT = b"the facet joint and the nerve root " * 2000


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_p5_quick_form_first_best_form_after(tmp_path: Path, coding: str) -> None:
    store = Store(tmp_path)
    assert store.get(TEXT, coding) == compress(TEXT, coding, best=False)
    store.finish()
    assert store.get(TEXT, coding) == compress(TEXT, coding, best=True)
    assert Store(tmp_path).get(TEXT, coding) == compress(TEXT, coding, best=True)  # kept on disk
    assert len(list(tmp_path.iterdir())) == 1


def test_p5_the_disk_keeps_so_much_and_what_was_used_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = [TEXT + bytes([letter]) for letter in range(65, 75)]
    size = len(compress(bodies[0], "br", best=True))
    monkeypatch.setattr("server.compression.KEPT_BYTES", 5 * size + size // 2)
    for body in bodies:
        store = Store(tmp_path)
        store.get(bodies[0], "br")
        store.get(body, "br")
        store.finish()
    kept = {path.name for path in tmp_path.iterdir()}
    assert 4 <= len(kept) <= 6
    assert {f"{hashlib.sha256(body).hexdigest()}.br" for body in (bodies[0], bodies[9])} <= kept


def test_r7_a_disk_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    store = Store(tmp_path / "cache")
    store.get(TEXT, "br")
    store.finish()
    assert store.get(TEXT, "br") == compress(TEXT, "br", best=True)
