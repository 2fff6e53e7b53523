"""Chromium with the wall's policy in force, where Debian's Chromium looks for it: the app opens, and nothing else."""

from __future__ import annotations

import http.client
import json
import os
import shlex
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error

from tests.support.chromium import FLAGS, executable
from tests.support.running import ROOT, ServerProcess
from tests.support.wall import Wall

CONFIGURATION = Path("/etc/chromium")
SHIPPED = (ROOT / "deploy" / "chromium-policy.json").read_text(encoding="utf-8")
PATIENCE = 60.0
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CONFIGURATION.is_dir() or os.geteuid() != 0, reason="needs root and Debian's Chromium"),
]

CLOSED = (
    "file:///",
    "file:///etc/passwd",
    "file:///opt/spine/",
    "file:///opt/spine/releases/../../../etc/passwd",
    "file://localhost/etc/passwd",
    "chrome://version",
    "chrome://policy",
    "chrome://flags",
    "chrome://downloads",
    "chrome://inspect",
    "chrome://net-export",
    "chrome://newtab",
    "chrome://print",
    "chrome-untrusted://terms/",
    "devtools://devtools/bundled/inspector.html",
    "data:text/html,<h1>Not ours</h1>",
    "view-source:{app}/",
    "view-source:file:///etc/passwd",
    "{app}@192.0.2.1/",
    "http://127.0.0.1/",
    "http://localhost:{port}/",
    "https://127.0.0.1:{port}/",
    "http://192.0.2.1/",
    "ftp://127.0.0.1/",
    "mailto:somebody@example.org",
)
# A page at the app's address that tries what the app never does.
TRIES = """<!DOCTYPE html><title>Tries</title><a href="/file" download="file">File</a><script>
const tell = (words) => fetch("/told", { method: "POST", body: words });
(async () => {
  addEventListener("beforeprint", () => navigator.sendBeacon("/told", "prints"));
  document.querySelector("a").click();
  while (!(await (await fetch("/asked")).json())) continue;
  await tell(`window ${Boolean(open("/window"))}`);
  await tell(`notifications ${Notification.permission}`);
  await tell(`place ${(await navigator.permissions.query({ name: "geolocation" })).state}`);
  await tell("before print");
  print();
  await tell("after print");
})();
</script>"""


@contextmanager
def in_force(folder: Path, policy: str) -> Iterator[list[str]]:
    """What stands before a command so that it runs under `policy`, with this release where a wall has it."""
    (folder / "policy.json").write_text(policy, encoding="utf-8")
    managed = CONFIGURATION / "policies" / "managed"
    release = "/opt/spine/releases/1-spine"
    mounts = (
        f"mount -t tmpfs none {CONFIGURATION} && mkdir -p {managed} && cp {folder}/policy.json {managed}/ && "
        f"mount -t tmpfs none /opt && mkdir -p {release} && cp -r {ROOT}/deploy {release}/ && "
        f"ln -s {release} /opt/spine/current"
    )
    yield ["unshare", "--mount", "sh", "-c", f'{mounts} && exec "$@"', "in-force"]


def wait(told: Callable[[], bool], what: str) -> None:
    begun = time.monotonic()
    while not told():
        assert time.monotonic() - begun < PATIENCE, what
        threading.Event().wait(0.1)


def at(url: str) -> str:
    """The shipped policy, for an app at another port."""
    assert SHIPPED.count('"http://127.0.0.1:8050"') == 1
    return SHIPPED.replace("http://127.0.0.1:8050", url)


def asks_to_debug(port: int, url: str) -> int:
    """What the browser answers to who would look into its page: 101 is welcome."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=5) as answer:
        (address,) = (one["webSocketDebuggerUrl"] for one in json.load(answer) if one["url"] == url)
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    asked.request("GET", urlsplit(address).path, headers=upgrade | {"Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg=="})
    status = asked.getresponse().status
    asked.close()
    return status


def test_k20_with_the_policy_in_force_the_waiting_page_leads_to_the_app_and_developer_tools_are_closed(
    tmp_path: Path, server_process: Callable[..., ServerProcess]
) -> None:
    """The browser starts with the waiting page, a file; only the app's own page can be heard by its server."""
    server = server_process("--kiosk")
    server.start()
    with in_force(tmp_path, at(server.url)) as under:
        wall = Wall(tmp_path, server.url, [*under, "sh", "/opt/spine/current/deploy/browser.sh"])
        wall.start()
        try:
            wall.wait(f"{server.url}/", PATIENCE)
            (first,) = wall.profiles.iterdir()
            assert asks_to_debug(wall.port, f"{server.url}/") == 403
            assert list(wall.profiles.iterdir()) == [first]
        finally:
            wall.stop()


def test_k13_no_other_address_opens(tmp_path: Path, app: str, browser: Browser) -> None:
    """Looked at through the developer tools, so without the line of the policy that closes them."""
    policy = json.loads(at(app))
    assert policy.pop("DeveloperToolsAvailability") == 2
    opened, wrapper = [], tmp_path / "browser"
    with in_force(tmp_path, json.dumps(policy)) as under:
        wrapper.write_text(f'#!/bin/sh\nexec {shlex.join(under)} {executable()} "$@"\n')
        wrapper.chmod(0o755)
        governed = browser.browser_type.launch(executable_path=wrapper, args=list(FLAGS))
        for closed in CLOSED:
            address = closed.format(app=app, port=app.rpartition(":")[2])
            page = governed.new_page()
            try:
                page.goto(address)
                opened.append(address)
            except Error as fault:
                if "ERR_BLOCKED_BY_ADMINISTRATOR" not in fault.message:
                    opened.append(f"{address}: {fault.message}")
            page.close()
        page = governed.new_page()
        for address in (f"{app}/?at=L4-5", "file:///opt/spine/releases/1-spine/deploy/waiting.html"):
            page.goto(address)
        governed.close()
    assert opened == []


class Stub:
    """Serves TRIES and a file, and keeps what the page tells."""

    def __init__(self) -> None:
        self.told: list[str] = []
        stub = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = {"/": TRIES, "/asked": json.dumps("GET /file" in stub.told)}.get(self.path, "words")
                self.send_response(200)
                kind = {"/": "text/html", "/file": "application/octet-stream"}.get(self.path, "text/plain")
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(body.encode())
                stub.told.append(f"GET {self.path}")

            def do_POST(self) -> None:
                stub.told.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_words: object) -> None:
                """Silent."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Stub:
        self._thread.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.mark.parametrize("governed", [True, False], ids=["policy", "none"])
def test_k13_nothing_is_saved_printed_or_asked(tmp_path: Path, governed: bool) -> None:
    """Without the policy the same page gets its file and its print dialog: so this would be seen."""
    saved = tmp_path / "Downloads" / "file"
    flags = ["--kiosk", "--ozone-platform=headless", f"--user-data-dir={tmp_path}/profile", "--no-first-run", *FLAGS]
    with Stub() as stub, in_force(tmp_path, at(stub.url) if governed else "{}") as under:
        browser = subprocess.Popen(
            [*under, executable(), *flags, stub.url],
            env=os.environ | {"HOME": str(tmp_path)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            if governed:
                wait(lambda: "after print" in stub.told, f"told: {stub.told}")
            else:
                wait(lambda: "prints" in stub.told and saved.exists(), f"told: {stub.told}")
        finally:
            browser.kill()
            browser.wait(timeout=15)
    assert "window false" in stub.told and "GET /window" not in stub.told
    assert ("notifications denied" in stub.told) == governed
    assert ("place denied" in stub.told) == governed
    assert ("prints" in stub.told) == (not governed)
    assert saved.exists() == (not governed)
