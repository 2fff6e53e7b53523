"""R4, S11: health, and data files that are saved while the app runs."""

import shutil
import threading
import time
from pathlib import Path

import pytest
from dash import Dash
from werkzeug.test import Client

from server.current import Current
from server.health import in_words
from server.inputs import Watch, signature
from server.live import Live
from server.settings import DATA, Settings
from server.shown import Unbuildable
from tests.server.conftest import small_app, spoil


def test_r4_health_is_quick_and_says_ok(client: Client) -> None:
    client.get("/health")
    taken = []
    for _ in range(20):
        begun = time.thread_time()  # of this thread alone, whatever else the machine does
        answer = client.get("/health")
        taken.append(time.thread_time() - begun)
    assert answer.status_code == 200
    assert answer.json is not None
    assert (answer.json["status"], answer.json["data"], answer.json["faults"]) == ("ok", "ok", [])
    assert sorted(taken)[10] < 0.050


def test_s11_a_broken_folder_is_refused_at_the_start(data: Path) -> None:
    spoil(data)
    with pytest.raises(Unbuildable) as refused:
        Live(small_app, Settings(data=data))
    assert any("regions.csv" in fault for fault in refused.value.faults)


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
    assert any(fault.startswith("regions.csv, row 1") for fault in told.json["faults"])
    shutil.copy(DATA / "regions.csv", data / "regions.csv")
    live.renew()
    assert client.get("/health").json["data"] == "ok"  # type: ignore[index]


def test_s11_good_new_data_are_shown(make_live, data: Path) -> None:
    live: Live = make_live()
    client = Client(live)
    before = client.get("/health").json["data_version"]  # type: ignore[index]
    regions = data / "regions.csv"
    head, first, *others = regions.read_text(encoding="utf-8").splitlines()
    old = next(iter(Current(data).catalog.regions.values())).name["en"]
    regions.write_text("\n".join([head, first.replace(old, "Nape", 1), *others]) + "\n", encoding="utf-8")
    live.renew()
    assert "Nape" in client.get("/_dash-layout").text
    assert client.get("/health").json["data_version"] != before  # type: ignore[index]


def test_s11_saved_files_are_noticed_by_the_next_request(make_live, data: Path) -> None:
    live: Live = make_live()
    spoil(data)
    Client(live).get("/")
    deadline = time.monotonic() + 10
    while live.shown.state == "ok" and time.monotonic() < deadline:
        with live._building:  # held by the thread that reads the folder again, until it is done
            pass
    assert live.shown.state == "stale"


def test_d1_data_are_ok_only_when_the_page_that_is_shown_is_built_of_them(make_live, data: Path) -> None:
    broken = threading.Event()

    def build(settings: Settings, current: Current) -> Dash:
        if broken.is_set():
            raise KeyError("guideline.new")
        return small_app(settings, current)

    live: Live = make_live(build)
    client = Client(live)
    before = client.get("/health").json
    page = client.get("/_dash-layout").data
    words = data / "words.csv"
    words.write_bytes(words.read_bytes() + b"\n")  # good data of another digest
    broken.set()
    live.renew()
    told = client.get("/health").json
    assert before and told
    assert (told["status"], told["data"], told["data_version"]) == ("ok", "stale", before["data_version"])
    assert told["faults"] == ["No page can be built of these data (KeyError: 'guideline.new'). Undo the last change."]
    assert told["loaded_at"] == before["loaded_at"]
    assert client.get("/_dash-layout").data == page
    broken.clear()
    live.renew()
    told = client.get("/health").json
    assert told
    assert (told["data"], told["faults"]) == ("ok", [])
    assert told["data_version"] != before["data_version"]


def test_s6_faults_are_told_without_folders_and_not_endlessly() -> None:
    told = in_words(("No page (FileNotFoundError: '/opt/spine/current/assets/x.svg').", "and/or", *["y" * 900] * 40))
    assert told[:2] == ["No page (FileNotFoundError: 'x.svg').", "and/or"]
    assert len(told) == 21
    assert told[-1] == "And 22 more."
    assert max(map(len, told)) == 300


def test_the_disk_is_looked_at_at_most_every_two_seconds(data: Path) -> None:
    now = [100.0]
    watch = Watch(data, clock=lambda: now[0])
    spoil(data)
    now[0] += 1.9
    assert not watch.changed()
    now[0] += 0.2
    assert watch.changed()
    now[0] += 2.1
    assert not watch.changed()  # told once for each save


def test_the_signature_sees_added_and_removed_files(data: Path) -> None:
    before = signature(data)
    (data / "extra.csv").write_text("a\n")
    assert signature(data) != before
    (data / "extra.csv").unlink()
    assert signature(data) == before
