"""R10, R11, D1: finished apps on disk: a start takes one from there, and none that is not whole."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from dash import Dash
from werkzeug.test import Client

from cli import command_line
from server import inputs
from server.built import Body, Built
from server.current import Current
from server.inputs import code_digest, data_digest, site_digest
from server.kept import Kept
from server.live import Live
from server.settings import DATA, ROOT, Settings
from server.shown import Unbuildable
from tests.server.conftest import small_app, spoil

FONT = bytes(range(256)) * 9


def made(version: str) -> Built:
    bodies = {"/?lang=en": Body.of("text/html", f"<p>{version}</p>".encode()), "/f.woff2": Body.of("font/woff2", FONT)}
    return Built(version, ("en",), "default-src 'none'", bodies | {"/same.html": bodies["/?lang=en"]})


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "built", "site", "code")


def test_p5_another_site_of_the_folder_lends_its_bodies_and_is_not_shown(kept: Kept, tmp_path: Path) -> None:
    kept.write(made("one").smallest([]))
    other = Kept(tmp_path / "built", "other", "code")
    assert list(other.all()) == []
    (lent,) = other.of_any_site()
    assert lent.best
    assert made("one").smallest([lent]).bodies["/?lang=en"] is lent.bodies["/?lang=en"]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_r11_what_was_kept_is_the_same_app(kept: Kept, tmp_path: Path) -> None:
    kept.write(made("one"))
    assert list(kept.of("one")) == [made("one")]
    assert list(kept.of("two")) == []
    for other in (Kept(tmp_path / "built", "site", "code2"), Kept(tmp_path / "built", "site2", "code")):
        assert list(other.of("one")) == []
    assert files(tmp_path / "built") == ["1-site-one-code.built"]


@pytest.mark.parametrize("spoiled", ["empty", "cut", "changed", "longer", "folder", "another form"])
def test_r10_what_is_not_whole_is_made_anew_and_never_served(kept: Kept, tmp_path: Path, spoiled: str) -> None:
    kept.write(made("one"))
    file = tmp_path / "built" / "1-site-one-code.built"
    whole = file.read_bytes()
    wrong = {"empty": b"", "cut": whole[:-9], "longer": whole + b"x", "another form": whole[:64] + b"\n[]\n"}
    wrong["changed"] = whole.replace(b"<p>one", b"<p>two", 1)
    file.unlink()
    file.mkdir() if spoiled == "folder" else file.write_bytes(wrong[spoiled])
    assert list(kept.of("one")) == list(kept.all()) == []
    if spoiled != "folder":
        kept.write(made("one"))
        assert list(kept.of("one")) == [made("one")]
        assert files(tmp_path / "built") == ["2-site-one-code.built"]


def test_r10_the_one_before_is_there_when_the_newest_is_spoiled(kept: Kept, tmp_path: Path) -> None:
    for version in ("one", "two"):
        kept.write(made(version))
    assert [built.version for built in kept.all()] == ["two", "one"]
    (tmp_path / "built" / "2-site-two-code.built").write_bytes(b"")
    assert [built.version for built in kept.all()] == ["one"]


def test_r10_old_apps_and_rubbish_are_swept(kept: Kept, tmp_path: Path) -> None:
    others = [Kept(tmp_path / "built", f"other{number}", "code") for number in range(6)]
    for other in others:
        other.write(made("one"))
    (tmp_path / "built" / ".4711").write_bytes(b"cut off")
    for version in ("one", "two", "three", "two"):
        kept.write(made(version))
    own = [name for name in files(tmp_path / "built") if "-site-" in name]
    assert own == ["10-site-two-code.built", "9-site-three-code.built"]
    assert [bool(list(other.all())) for other in others] == [False, False, True, True, True, True]
    assert ".4711" not in files(tmp_path / "built")


def test_r7_r10_a_full_disk_is_told_and_does_no_harm(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full, a disk that is always full")
    (tmp_path / f".{os.getpid()}").symlink_to("/dev/full")
    kept = Kept(tmp_path, "site", "code")
    kept.write(made("one"))
    assert "not kept on disk: No space left on device" in caplog.text
    assert files(tmp_path) == []
    kept.write(made("one"))
    assert list(kept.of("one")) == [made("one")]


def test_r7_r10_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path, data: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    live = Live(small_app, Settings(data=data), kept=Kept(tmp_path / "cache", "site", "code"))
    assert Client(live).get("/").status_code == 200


def test_r10_a_write_that_is_cut_off_leaves_what_was_there(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write(made("one"))
    steps: list[str] = []

    def power_cut(handle: int) -> None:
        steps.append("synced")
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", power_cut)
    with pytest.raises(KeyboardInterrupt):
        kept.write(made("two"))
    assert steps == ["synced"]  # before the rename
    assert [built.version for built in kept.all()] == ["one"]


def refusing(settings: Settings, current: Current) -> Dash:
    raise AssertionError("nothing has to be built")


def test_r11_a_start_with_the_same_data_builds_nothing(kept: Kept, data: Path) -> None:
    first = Live(small_app, Settings(data=data), kept=kept)
    again = Live(refusing, Settings(data=data), kept=kept)
    told = Client(again).get("/health").json
    assert told
    assert (told["data"], told["data_version"]) == ("ok", data_digest(data))
    for address in ("/", "/_dash-layout", "/nope", "/assets/vendor/fonts.css"):
        for coding in ("br", "gzip", "identity"):
            one, other = (Client(live).get(address, headers={"Accept-Encoding": coding}) for live in (first, again))
            assert (one.data, list(one.headers)) == (other.data, list(other.headers)), address


def test_d1_a_start_with_faults_serves_the_last_good_app_and_says_so(
    kept: Kept, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Live(small_app, Settings(data=data), kept=kept)
    good = (data / "regions.csv").read_bytes()
    version = data_digest(data)
    spoil(data)
    live = Live(small_app, Settings(data=data), kept=kept, every=0)
    client = Client(live)
    assert client.get("/").status_code == 200
    told = client.get("/health")
    assert told.status_code == 200
    assert told.json
    assert (told.json["data"], told.json["data_version"]) == ("stale", version)
    assert any(fault.startswith("regions.csv") for fault in told.json["faults"])
    assert "The last good page is shown." in caplog.text
    assert "Traceback" not in caplog.text
    (data / "regions.csv").write_bytes(good)
    live.renew()
    assert live.shown.state == "ok"


def test_d1_a_start_with_data_that_no_page_can_be_built_of_serves_the_last_good_app(
    kept: Kept, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(settings: Settings, current: Current) -> Dash:
        raise KeyError("guideline.new")

    with pytest.raises(Unbuildable, match=r"No page can be built of these data \(KeyError: 'guideline.new'\)"):
        Live(broken, Settings(data=data), kept=kept)
    Live(small_app, Settings(data=data), kept=kept)
    (data / "words.csv").write_bytes((data / "words.csv").read_bytes() + b"\n")
    with caplog.at_level(logging.INFO):
        live = Live(broken, Settings(data=data), kept=kept)
    assert (live.shown.state, Client(live).get("/").status_code) == ("stale", 200)
    assert "test_kept.py, line" in caplog.text  # where it stopped, for who mends it
    assert "Traceback" not in caplog.text


def test_d1_a_clinic_never_gets_the_page_of_another(tmp_path: Path, data: Path) -> None:
    def of(settings: Settings) -> Kept:
        return Kept(tmp_path / "built", site_digest(settings), "code")

    one, other = (Settings(data=data, emergency_number=number) for number in ("112", "911"))
    Live(small_app, one, kept=of(one))
    spoil(data)
    with pytest.raises(Unbuildable):
        Live(small_app, other, kept=of(other))
    assert Live(small_app, one, kept=of(one)).shown.state == "stale"


def test_s11_without_a_good_app_a_start_ends_with_every_fault_told(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path / "cache"))
    spoil(data)
    result = CliRunner().invoke(command_line(small_app), ["--data", str(data)])
    assert result.exit_code == 1
    assert "regions.csv, row 1" in result.output
    assert "Not started" in result.output


def test_r11_settings_data_and_sounds_make_another_app_and_their_folder_does_not(data: Path) -> None:
    assert data_digest(data) == data_digest(DATA)
    (data / "words.csv").write_bytes((data / "words.csv").read_bytes() + b"\n")
    assert data_digest(data) != data_digest(DATA)
    assert site_digest(Settings()) == site_digest(Settings(data=DATA / ".." / "data"))
    digests = {site_digest(each) for each in (Settings(), Settings(kiosk=True), Settings(px_per_mm=3), Settings(data))}
    assert len(digests) == 4
    assert code_digest() == code_digest()
    assert code_digest(["en/a.opus"]) != code_digest()


def test_r11_the_code_that_makes_the_vendor_files_counts_and_what_it_made_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "ROOT", tmp_path)

    def saved(name: str) -> str:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}")
        return code_digest()

    with_code = saved("publish/vendor/scripts.py")
    assert with_code != saved("publish/vendor/styles.py")
    assert code_digest() == saved("assets/vendor/plotly.js")
    assert code_digest() == saved("assets/vendor/vendor/plotly.js")


def test_r11_a_start_from_the_disk_imports_neither_pandas_nor_dash() -> None:
    asked = "import sys, app; print(sorted({'pandas', 'dash', 'plotly', 'pydantic', 'fontTools'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
