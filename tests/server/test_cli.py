"""The command line."""

import socket
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from cli import command_line
from tests.server.conftest import small_app, spoil
from tests.support.files import files_served
from tests.support.watched import Watched, until

COMMANDS = command_line(small_app)


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small app is not kept where the next start of the real one would take it from."""
    monkeypatch.setenv("CACHE_DIRECTORY", str(tmp_path_factory.getbasetemp() / "cache"))


def test_check_of_good_data_says_so() -> None:
    result = CliRunner().invoke(COMMANDS, ["check", "--strict"])
    assert result.output.splitlines() == ["No faults."]
    assert result.exit_code == 0


def test_a34_check_warns_of_what_is_hard_to_read_and_strict_makes_it_a_fault(data: Path) -> None:
    spoiled = (data / "glossary.csv").read_text(encoding="utf-8").replace("One bone in the spine.", "One " * 16)
    (data / "glossary.csv").write_text(spoiled, encoding="utf-8")
    said = "glossary.csv, row 3, column plain_en: a sentence has 16 words"
    warned = CliRunner().invoke(COMMANDS, ["check", str(data)])
    assert (warned.exit_code, warned.output.startswith(f"Warning: {said}")) == (0, True), warned.output
    assert warned.output.endswith("No faults.\n")
    refused = CliRunner().invoke(COMMANDS, ["check", "--strict", str(data)])
    assert (refused.exit_code, refused.output.startswith(said)) == (1, True), refused.output
    assert "No faults" not in refused.output


def test_s11_check_names_file_row_and_column(data: Path) -> None:
    levels = data / "levels.csv"
    head, first, *others = levels.read_text(encoding="utf-8").splitlines()
    levels.write_text("\n".join([head, first, first, *others]) + "\n", encoding="utf-8")
    result = CliRunner().invoke(COMMANDS, ["check", str(data)])
    assert result.exit_code == 1
    assert result.output.startswith("levels.csv")
    assert "3" in result.output.splitlines()[0]


def test_s11_run_refuses_a_broken_folder(data: Path) -> None:
    spoil(data)
    result = CliRunner().invoke(COMMANDS, ["--data", str(data)])
    assert result.exit_code == 1
    assert "regions.csv" in result.output
    assert "Not started" in result.output


def test_run_is_the_command_when_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("server.serve.run", lambda app, host, port, say, meanwhile: asked.append((host, port)))
    assert CliRunner().invoke(COMMANDS, []).exit_code == 0
    assert CliRunner().invoke(COMMANDS, ["--port", "8051"]).exit_code == 0
    assert CliRunner().invoke(COMMANDS, ["run"], env={"SPINE_PORT": "8052"}).exit_code == 0
    assert asked == [("127.0.0.1", 8050), ("127.0.0.1", 8051), ("127.0.0.1", 8052)]


def test_a_taken_port_is_told_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = CliRunner().invoke(COMMANDS, ["--port", str(taken.getsockname()[1])])
    assert result.exit_code == 1
    assert "Is it in use?" in result.output


def test_help_lists_the_commands() -> None:
    result = CliRunner().invoke(COMMANDS, ["--help"])
    assert result.exit_code == 0
    assert all(name in result.output for name in ("run", "check", "export"))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    result = CliRunner().invoke(COMMANDS, ["export", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def test_export_works_from_any_file_server(browser: Browser, exported: Path) -> None:
    with files_served(exported) as url:
        opened = Watched(browser, url)
        page = opened("/")
        page.click("#touch")
        until(page, "document.querySelector('#detail').textContent === 'touched 1'")
        assert page.evaluate("fetch('/content/en.json').then(answer => answer.status)") == 200
        assert opened.problems == []
        opened.close()


def test_s1_export_keeps_the_policy_in_the_page(exported: Path) -> None:
    page = (exported / "index.html").read_text(encoding="utf-8")
    assert page.index("Content-Security-Policy") < page.index("<script")
    assert "frame-ancestors" not in page


def test_export_holds_what_is_fetched_later(exported: Path) -> None:
    assert (exported / "content" / "en.json").exists()
    assert (exported / "404.html").exists()
    assert not list(exported.rglob("*.map"))


def test_export_overwrites_only_its_own_work(exported: Path, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    refused = CliRunner().invoke(COMMANDS, ["export", str(tmp_path)])
    assert refused.exit_code == 1
    assert (tmp_path / "diary.txt").read_text() == "mine"
    assert CliRunner().invoke(COMMANDS, ["export", str(exported)]).exit_code == 0


@pytest.mark.parametrize("by", ["option", "variable"])
def test_a31_an_option_and_its_variable_speak_the_same(
    by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: dict[Path, set[str]] = {}

    def make(sentences: Iterable[str], language: str, folder: Path) -> tuple[int, int]:
        spoken.setdefault(folder, set()).update(sentences)
        return 0, 0

    monkeypatch.setattr("publish.speech.make", make)
    told = {"--staff-text": "Ask at the desk.", "--speech": str(tmp_path)}
    words = ["speech", *(part for pair in told.items() for part in pair)] if by == "option" else ["speech"]
    variables = {"SPINE_STAFF_TEXT": told["--staff-text"], "SPINE_SPEECH": told["--speech"]} if by == "variable" else {}
    result = CliRunner().invoke(COMMANDS, words, env=variables)
    assert result.exit_code == 0, result.output
    assert set(spoken) == {tmp_path}
    assert "Ask at the desk." in spoken[tmp_path]
