"""R4, S11: health, and data files that are saved while the app runs."""

import shutil
import time
from pathlib import Path

import pytest
from dash import Dash
from flask import Flask
from werkzeug.test import Client

from catalog import Faulty
from server import Current
from server.current import signature
from server.health import health
from server.live import Live
from server.settings import DATA
from tests.server.conftest import small_app, spoil


def test_r4_health_is_quick_and_says_ok(client: Client) -> None:
    client.get("/health")
    taken = []
    for _ in range(20):
        begun = time.perf_counter()
        answer = client.get("/health")
        taken.append(time.perf_counter() - begun)
    assert answer.status_code == 200
    assert answer.json is not None
    assert (answer.json["status"], answer.json["data"], answer.json["faults"]) == ("ok", "ok", 0)
    assert sorted(taken)[10] < 0.050


def test_r4_without_content_it_is_not_ready() -> None:
    bare = Flask("bare")
    health(bare, None)
    assert bare.test_client().get("/health").status_code == 503


def test_s11_a_broken_folder_is_refused_at_the_start(data: Path) -> None:
    spoil(data)
    with pytest.raises(Faulty) as refused:
        Current(data)
    assert any("regions.csv" in str(fault) for fault in refused.value.faults)


def test_s11_a_broken_file_never_takes_the_running_app_down(make_live, data: Path) -> None:
    live: Live = make_live()
    client = Client(live)
    before = client.get("/_dash-layout").data
    spoil(data)
    live.renew()
    assert client.get("/").status_code == 200
    assert client.get("/_dash-layout").data == before
    told = client.get("/health")
    assert told.status_code == 200
    assert told.json is not None
    assert told.json["data"] == "stale"
    assert told.json["faults"] >= 1
    shutil.copy(DATA / "regions.csv", data / "regions.csv")
    live.renew()
    assert client.get("/health").json["data"] == "ok"  # type: ignore[index]


def test_s11_good_new_data_are_shown(make_live, data: Path) -> None:
    live: Live = make_live()
    client = Client(live)
    before = client.get("/health").json["data_version"]  # type: ignore[index]
    regions = data / "regions.csv"
    head, first, *others = regions.read_text(encoding="utf-8").splitlines()
    old = next(iter(live._current.catalog.regions.values())).name["en"]
    regions.write_text("\n".join([head, first.replace(old, "Nape", 1), *others]) + "\n", encoding="utf-8")
    live.renew()
    assert "Nape" in client.get("/_dash-layout").text
    assert client.get("/health").json["data_version"] != before  # type: ignore[index]


def test_s11_saved_files_are_noticed_by_the_next_request(make_live, data: Path) -> None:
    live: Live = make_live()
    spoil(data)
    Client(live).get("/")
    with live._building:  # held by the thread that reads the folder again, until it is done
        pass
    deadline = time.monotonic() + 10
    while live._current.state == "ok" and time.monotonic() < deadline:
        with live._building:
            pass
    assert live._current.state == "stale"


def test_s11_new_data_of_which_no_page_can_be_built_change_nothing(data: Path) -> None:
    calls = []

    def build(settings, current: Current) -> Dash:
        calls.append(current.version)
        if len(calls) > 1:
            raise KeyError("a bug")
        return small_app(settings, current)

    from server import Settings

    live = Live(build, Settings(data=data), Current(data, every=0))
    live.renew()
    assert len(calls) == 2
    assert Client(live).get("/").status_code == 200


def test_the_disk_is_looked_at_at_most_every_two_seconds(data: Path) -> None:
    now = [100.0]
    content = Current(data, clock=lambda: now[0])
    spoil(data)
    now[0] += 1.9
    assert not content.changed()
    now[0] += 0.2
    assert content.changed()
    now[0] += 2.1
    assert not content.changed()  # told once for each save


def test_the_signature_sees_added_and_removed_files(data: Path) -> None:
    before = signature(data)
    (data / "extra.csv").write_text("a\n")
    assert signature(data) != before
    (data / "extra.csv").unlink()
    assert signature(data) == before
