"""The file for nginx that lies in the static site, in force in a real nginx: it serves as the app itself does."""

from __future__ import annotations

import os
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from server import policy
from tests.publish.conftest import BASE
from tests.support.running import ROOT, answers, free_port
from tests.support.watched import Watched, until

UNPACKED = ROOT / "build" / "nginx"  # by scripts/get_nginx.sh, where none is installed
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:{UNPACKED}/usr/sbin")
pytestmark = pytest.mark.skipif(not NGINX, reason="needs nginx: apt-get install nginx-light")

# All that nginx would write or read elsewhere lies in a folder of the test.
AROUND = """\
daemon off; master_process off; pid {here}/pid; error_log {here}/error.log;
events {{ worker_connections 64; }}
http {{
    include {types};
    access_log {here}/access.log;
    client_body_temp_path {here}/a; proxy_temp_path {here}/b; fastcgi_temp_path {here}/c;
    uwsgi_temp_path {here}/d; scgi_temp_path {here}/e;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {root}/spine/nginx.conf;
    }}
}}
"""


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_told: object) -> None:
        """Where it leads to is looked at, not gone to."""


def ask(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (small letters) and body of an answer, errors and redirections too."""
    request = urllib.request.Request(url, headers=headers)
    try:
        answer = urllib.request.build_opener(_Stay).open(request, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where nginx writes down what it is asked."""
    return tmp_path_factory.mktemp("nginx") / "access.log"


@pytest.fixture(scope="module")
def served(site: Path, log: Path) -> Iterator[str]:
    """The address of the site behind nginx."""
    types = Path(str(NGINX)).parents[2] / "etc" / "nginx" / "mime.types"
    here, port = log.parent, free_port()
    config = here / "nginx.conf"
    config.write_text(AROUND.format(here=here, port=port, root=site, types=types), encoding="utf-8")
    process = subprocess.Popen([str(NGINX), "-p", str(here), "-c", str(config), "-e", str(here / "error.log")])
    url = f"http://127.0.0.1:{port}{BASE}"
    try:
        assert answers(url, process), (here / "error.log").read_text()
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.mark.parametrize("path", ["", "sw.js", "no-such-page", "assets/boot.js"])
def test_s1_s2_s6_every_answer_carries_the_headers_of_the_app(served: str, path: str) -> None:
    _status, headers, _body = ask(served + path)
    told = {name.lower(): value for name, value in policy.HEADERS.items()}
    assert {name: headers.get(name) for name in told} == told
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "max-age=31536000" in headers["strict-transport-security"]
    assert headers["server"] == "nginx"  # no version


def test_p5_what_has_a_fingerprint_is_kept_and_the_rest_asked_for_again(served: str, site: Path) -> None:
    font = next((site / "spine" / "assets" / "vendor").glob("*.woff2")).name
    for path in ("assets/boot.js?m=c29b8edd36e5", f"assets/vendor/{font}"):
        assert ask(served + path)[1]["cache-control"] == "max-age=31536000", path
    for path in ("", "sw.js", "assets/boot.js", "_dash-layout.json"):
        status, headers, _body = ask(served + path)
        assert (status, headers["cache-control"]) == (200, "no-cache"), path
        assert ask(served + path, **{"If-None-Match": headers["etag"]})[0] == 304, path


def test_p4_texts_are_compressed(served: str) -> None:
    for path in ("", "content/words.en.json", "assets/boot.js", "content/first.css"):
        assert ask(served + path, **{"Accept-Encoding": "gzip"})[1]["content-encoding"] == "gzip", path


def test_a26_the_first_answer_is_in_the_asked_language(served: str) -> None:
    for asked, language in (("", "en"), ("?lang=es", "es"), ("?at=L4-5&lang=es", "es"), ("?lang=xx", "en")):
        assert f'<html lang="{language}"'.encode() in ask(served + asked)[2], asked


def test_s5_what_is_not_there_gets_the_page_that_says_so(served: str) -> None:
    for path in ("no-such-page", "a/b/c"):
        status, _headers, body = ask(served + path)
        assert status == 404
        assert f'href="{BASE}"'.encode() in body
    assert ask(served + "nginx.conf")[0] == 404
    status, headers, _body = ask(served.rstrip("/"))
    assert status == 301
    assert headers["location"].endswith(BASE)


def test_s8_what_an_address_tells_of_a_person_is_not_written_down(served: str, log: Path) -> None:
    told = "mainSearchCriteria.v.c=M54.16&patientPerson.name=Rosa"
    for query in ("", "?m=0123456789ab", f"?{told}", f"?lang=es&{told}", f"?m=0123456789ab&{told}", "?hurts=calf.left"):
        assert ask(served + query)[0] == 200, query
    lines = [line.split('"')[1] for line in log.read_text(encoding="utf-8").splitlines()]
    assert f"GET {BASE} HTTP/1.1" in lines
    assert f"GET {BASE}?m=0123456789ab HTTP/1.1" in lines
    assert [line for line in lines if any(word in line for word in ("Criteria", "Rosa", "calf"))] == []


def test_each_kind_of_file_is_called_what_it_is(served: str, site: Path) -> None:
    sound = next((site / "spine" / "speech" / "en").glob("*.opus")).name
    kinds = {
        "manifest.webmanifest": "application/manifest+json",
        f"speech/en/{sound}": "audio/ogg",
        "_dash-layout.json": "application/json",
        "content/posterior.svg": "image/svg+xml",
    }
    assert {path: ask(served + path)[1]["content-type"] for path in kinds} == kinds


@pytest.mark.browser
def test_s1_the_page_opens_behind_nginx_without_a_problem(browser: Browser, served: str) -> None:
    watched = Watched(browser, served)
    page = watched("?at=L4-5&lang=es")
    until(page, "document.documentElement.hasAttribute('data-whole')", seconds=60)
    until(page, "document.querySelector('#detail h1')?.textContent === 'L4-L5'")
    assert watched.problems == []
    watched.close()
