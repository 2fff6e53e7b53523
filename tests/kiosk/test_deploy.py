"""What an operator copies: units, policy, waiting page, watchdog, update with roll-back."""

from __future__ import annotations

import configparser
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.chromium import FLAGS, executable
from tests.support.running import ROOT, ServerProcess, free_port
from tests.support.watched import Watched, until

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


def test_k11_three_silent_heartbeats_restart_the_browser() -> None:
    assert 30 <= int(unit("spine-browser.service")["Service"]["WatchdogSec"]) <= 40
    assert "sleep 10" in (DEPLOY / "browser.sh").read_text()
    assert " -s " not in unit("spine-browser.service")["Service"]["ExecStart"]


def test_k16_every_night_a_fresh_start_with_a_profile_in_memory() -> None:
    assert "OnCalendar" in unit("spine-restart.timer")["Timer"]
    assert "XDG_CACHE_HOME=/run/" in unit("spine-browser.service")["Service"]["Environment"]


def test_k13_the_policy_blocks_all_but_the_app() -> None:
    policy = json.loads((DEPLOY / "chromium-policy.json").read_text())
    assert policy["URLBlocklist"] == ["*"]
    assert [
        one for one in policy["URLAllowlist"] if not one.startswith(("http://127.0.0.1:8050", "file:///opt/"))
    ] == []
    wanted = {"DeveloperToolsAvailability": 2, "PrintingEnabled": False, "DownloadRestrictions": 3}
    assert {name: policy[name] for name in wanted} == wanted


@pytest.mark.browser
def test_k10_the_waiting_page_waits_and_goes_home_when_the_server_comes(
    page: Watched, server_process: Callable[..., ServerProcess]
) -> None:
    server = server_process("--kiosk")
    page.allow("ERR_CONNECTION_REFUSED")
    page.allow("request to another host")
    opened = page("", url=f"file://{DEPLOY}/waiting.html#{server.url}/", ready=None)
    opened.wait_for_timeout(1500)
    assert opened.url.startswith("file:")
    server.start()
    opened.wait_for_url(f"{server.url}/", timeout=20_000)
    until(opened, "document.getElementById('attract')?.open", seconds=15)


@pytest.mark.browser
def test_k11_the_heartbeat_tells_a_living_page_from_a_dead_one(tmp_path: Path) -> None:
    port = free_port()
    beat = [sys.executable, str(DEPLOY / "heartbeat.py"), str(port)]
    assert subprocess.run(beat, timeout=20).returncode == 1
    flags = [*FLAGS, "--headless", f"--remote-debugging-port={port}", f"--user-data-dir={tmp_path}", "about:blank"]
    browser = subprocess.Popen([executable(), *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert any(subprocess.run(beat, timeout=20).returncode == 0 for _ in range(40))
    finally:
        browser.kill()
        browser.wait(timeout=10)


class Site:
    """A place to update: a `current` release whose health is a file in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "spine"
        (self.root / "releases" / "old").mkdir(parents=True)
        (self.root / "releases" / "old" / "healthy").touch()
        (self.root / "current").symlink_to(self.root / "releases" / "old")

    def release(self, *files: str) -> tuple[Path, Path]:
        inside = self.folder / "new"
        inside.mkdir()
        for name in files:
            (inside / name).touch()
        archive, sums = self.folder / "new.tar.gz", self.folder / "new.tar.gz.sha256"
        with tarfile.open(archive, "w:gz") as packed:
            packed.add(inside, "new")
        sums.write_text(f"{hashlib.sha256(archive.read_bytes()).hexdigest()}  new.tar.gz\n")
        return archive, sums

    def update(self, archive: Path, sums: Path) -> subprocess.CompletedProcess[str]:
        settings = {
            "SPINE_ROOT": str(self.root),
            "SPINE_PREPARE": "true",
            "SPINE_RESTART": "true",
            "SPINE_HEALTH": f"test -e {self.root}/current/healthy",
            "SPINE_PATIENCE": "1",
        }
        command = ["sh", str(DEPLOY / "update.sh"), str(archive), str(sums)]
        return subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, timeout=60)

    @property
    def current(self) -> str:
        return (self.root / "current").resolve().name


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_k15_a_good_release_takes_over(site: Site) -> None:
    assert site.update(*site.release("healthy")).returncode == 0
    assert site.current.startswith("new-")


def test_k15_a_broken_release_is_taken_back(site: Site) -> None:
    ran = site.update(*site.release("broken"))
    assert ran.returncode == 1
    assert "runs again" in ran.stdout
    assert site.current == "old"
    assert [path.name for path in (site.root / "releases").iterdir()] == ["old"]


def test_k15_a_wrong_checksum_changes_nothing(site: Site) -> None:
    archive, sums = site.release("healthy")
    sums.write_text("0" * 64 + "  new.tar.gz\n")
    assert site.update(archive, sums).returncode == 2
    assert site.current == "old"
