"""What an operator copies: units, policy, waiting page, watchdog."""

from __future__ import annotations

import configparser
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.support import wall
from tests.support.running import ROOT, free_port
from tests.support.watched import Watched
from tests.wall.driving import sleeping, wake

DEPLOY = ROOT / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])


def unit(name: str) -> configparser.ConfigParser:
    told = configparser.ConfigParser(strict=False, interpolation=None)
    told.optionxform = str  # type: ignore[assignment, method-assign]
    told.read(DEPLOY / name)
    return told


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_k12_the_units_pass_systemds_own_check(tmp_path: Path) -> None:
    for path in UNITS:
        text = path.read_text(encoding="utf-8").replace("/opt/spine/current/.venv/bin/python", sys.executable)
        for program in ("/usr/bin/cage", "/opt/spine/current/deploy/browser.sh"):
            text = text.replace(program, "/bin/true")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    units = [str(tmp_path / path.name) for path in UNITS]
    ran = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True)
    assert [line for line in ran.stderr.splitlines() if str(tmp_path) in line or "spine-" in line] == []
    assert ran.returncode == 0


@pytest.mark.parametrize("name", ["spine-server.service", "spine-browser.service"])
def test_k12_services_come_back_for_ever_without_rights(name: str) -> None:
    told = unit(name)
    assert told["Unit"]["StartLimitIntervalSec"] == "0"
    assert told["Service"]["Restart"] == "always"
    assert told["Service"]["User"] not in {"root", "0"}
    assert told["Service"]["NoNewPrivileges"] == "yes"
    assert told["Service"]["ProtectSystem"] == "strict"


def test_k11_a_silent_watchdog_is_started_again_too() -> None:
    assert 30 <= int(unit("spine-browser.service")["Service"]["WatchdogSec"]) <= 40
    assert "beat=${SPINE_BEAT:-10}" in (DEPLOY / "browser.sh").read_text()


def test_k12_no_key_leads_to_another_terminal() -> None:
    assert " -s " not in unit("spine-browser.service")["Service"]["ExecStart"]


def test_k16_every_night_a_fresh_start_with_a_profile_in_memory() -> None:
    assert "OnCalendar" in unit("spine-restart.timer")["Timer"]
    assert "XDG_CACHE_HOME=/run/" in unit("spine-browser.service")["Service"]["Environment"]
    assert "profiles=${SPINE_PROFILES:-/run/" in (DEPLOY / "browser.sh").read_text()


def test_k13_the_policy_blocks_all_but_the_app() -> None:
    policy = json.loads((DEPLOY / "chromium-policy.json").read_text())
    assert policy["URLBlocklist"] == ["*"]
    assert [
        one for one in policy["URLAllowlist"] if not one.startswith(("http://127.0.0.1:8050", "file:///opt/"))
    ] == []
    wanted = {"DeveloperToolsAvailability": 2, "PrintingEnabled": False, "DownloadRestrictions": 3}
    assert {name: policy[name] for name in wanted} == wanted


class Silent(BaseHTTPRequestHandler):
    """A browser whose page never answers."""

    beats = 0

    def do_GET(self) -> None:
        type(self).beats += self.path == "/json"
        host = self.headers["Host"]
        told = json.dumps([{"type": "page", "url": "", "webSocketDebuggerUrl": f"ws://{host}/page"}]).encode()
        self.send_response(200 if self.path == "/json" else 400)
        self.end_headers()
        self.wfile.write(told if self.path == "/json" else b"")

    def log_message(self, *_: object) -> None:
        """Nothing to be written."""


def test_k11_three_heartbeats_without_an_answer_start_the_browser_again(tmp_path: Path) -> None:
    Silent.beats = 0
    devtools = ThreadingHTTPServer(("127.0.0.1", 0), Silent)
    threading.Thread(target=devtools.serve_forever, daemon=True).start()
    starts = tmp_path / "starts"
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\necho start >> {starts}\nexec sleep 60\n")
    browser.chmod(0o755)
    settings = {
        "SPINE_BROWSER": str(browser),
        "SPINE_PROFILES": str(tmp_path),
        "SPINE_DEBUG_PORT": str(devtools.server_port),
        "SPINE_BEAT": "1",
    }
    watchdog = subprocess.Popen(["sh", str(DEPLOY / "browser.sh")], env=os.environ | settings)
    try:
        begun = time.monotonic()
        while not starts.exists() or len(starts.read_text().split()) < 2:
            assert time.monotonic() - begun < 30
            threading.Event().wait(0.05)
        assert Silent.beats == 3
    finally:
        watchdog.terminate()
        assert watchdog.wait(timeout=10) == 0
        devtools.shutdown()
        devtools.server_close()


def test_k11_the_heartbeat_of_no_browser_is_no() -> None:
    for question in ("live", "busy"):
        beat = [sys.executable, str(DEPLOY / "heartbeat.py"), str(free_port()), question]
        assert subprocess.run(beat, timeout=20).returncode == 1


@pytest.mark.browser
def test_k15_a_visit_is_what_the_page_says(page: Watched) -> None:
    question = wall.heartbeat().QUESTIONS["busy"]
    opened = sleeping(page)
    assert not opened.evaluate(question)
    wake(opened)
    assert opened.evaluate(question) == "yes"
