"""The README says what the command line does, no less and no more."""

import re
from pathlib import Path

import click
import pytest

from cli import command_line
from server.settings import Settings
from tests.server.conftest import small_app

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = command_line(small_app).commands
ALL = {
    option.opts[0]: option
    for command in COMMANDS.values()
    for option in command.params
    if isinstance(option, click.Option) and option.opts[0] != "--help"
}
OPTIONS = {name: option for name, option in ALL.items() if not option.is_flag or option.envvar}  # settings of a site
ROWS = {row[0]: row for row in re.findall(r"^\| `(--[\w-]+)`.*?\| `(\w+)` \| (.+?) \| (.+) \|$", README, re.MULTILINE)}


def test_every_option_is_explained_and_no_other() -> None:
    assert set(ROWS) == set(OPTIONS)
    assert [name for name in ALL if f"`{name}`" not in README] == []


@pytest.mark.parametrize("name", OPTIONS)
def test_variable_and_default_are_right(name: str) -> None:
    _, variable, default, _ = ROWS[name]
    option = OPTIONS[name]
    assert variable == option.envvar
    if option.default not in (None, "", False) and not isinstance(option.default, Path):
        assert default == str(option.default)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained(name: str) -> None:
    assert f"python app.py {name}" in README


def test_options_and_site_have_the_same_settings() -> None:
    settings = {name.removeprefix("--").replace("-", "_") for name in OPTIONS} - {"host", "port"}
    assert settings == set(Settings.__dataclass_fields__)
    for name, field in Settings.__dataclass_fields__.items():
        assert OPTIONS["--" + name.replace("_", "-")].default == field.default


def test_make_targets_named_in_the_readme_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    listed = re.search(r"lists every other command: (.*)\.", README)
    assert listed is not None
    named = set(re.findall(r"make ([a-z]+)", README)) | set(re.findall(r"`([a-z]+)`", listed[1]))
    assert named - {"test"} <= targets
    assert {"run", "test"} <= targets


def test_folders_named_in_the_readme_exist() -> None:
    layout = re.search(r"## How it is laid out\s+```\n(.*?)```", README, re.DOTALL)
    assert layout is not None
    for line in layout[1].splitlines():
        assert (ROOT / line.split()[0]).exists(), line


def test_links_of_the_readme_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert target.startswith("http") or (ROOT / target).exists(), target
