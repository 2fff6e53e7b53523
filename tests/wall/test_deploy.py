"""What an operator copies: units, policy, waiting page, watchdog."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.running import ROOT
from tests.wall import units

DEPLOY = ROOT / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.socket"), *DEPLOY.glob("*.timer")])


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


def test_k12_no_key_leads_to_another_terminal() -> None:
    assert " -s " not in unit("spine-browser.service")["Service"]["ExecStart"]


def test_k16_every_night_a_fresh_start_with_a_profile_in_memory() -> None:
    assert "OnCalendar" in unit("spine-restart.timer")["Timer"]
    assert "XDG_CACHE_HOME=/run/" in " ".join(units.read(DEPLOY / "spine-browser.service")["Environment"])
    assert "profiles=${SPINE_PROFILES:-/run/" in (DEPLOY / "browser.sh").read_text()
