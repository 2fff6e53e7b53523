"""The house as it is described: what its documents name is there, and no file grows out of hand."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MOST_LINES = 300
WRITTEN_BY_HAND = {".css", ".html", ".js", ".md", ".mjs", ".py", ".sh"}
WRITTEN_BY_A_PROGRAM = {"docs/data.md", "docs/standards-covered.md"}


def own_files() -> list[str]:
    """Every file of the project, by its path."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout, so nothing tells our files from those that were made")
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_written_by_hand_is_too_long_to_read() -> None:
    long = {
        name: lines
        for name in own_files()
        if Path(name).suffix in WRITTEN_BY_HAND and name not in WRITTEN_BY_A_PROGRAM
        if (lines := len((ROOT / name).read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


@pytest.mark.parametrize("document", ["README.md", "docs/architecture.md"])
def test_every_file_that_the_documents_name_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|\]\()([\w./-]+\.(?:py|csv|mjs|json|ts|md|svg|png))(?:`|\))", text))
    assert named
    files = own_files()
    missing = {
        name
        for name in named
        if not any(file == name or file.endswith(f"/{name}") for file in files)
        and not ((ROOT / document).parent / name).exists()
    }
    assert missing == set()


def test_every_room_is_in_the_layout_of_the_documents() -> None:
    layout = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = {name.split("/")[0] for name in own_files() if name.endswith(".py") and "/" in name}
    assert {room for room in rooms if not re.search(rf"^{room}/", layout, re.MULTILINE)} == set()
    floors = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    inner = {name.split("/")[1] for name in own_files() if re.match(r"(catalog|components)/\w+/", name)}
    assert {room for room in inner if f"{room}/" not in floors} == set()


def test_every_style_sheet_is_imported_once() -> None:
    """A style sheet that `first.css` or `later.css` of assets/css/ does not import reaches nobody."""
    sheets = [name for name in own_files() if name.endswith(".css")]
    index = {"assets/css/first.css", "assets/css/later.css", "assets/css/clinician.css"}
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in sorted(index))
    assert sorted({*sheets} - index) == sorted(f"assets/css/{name}" for name in re.findall(r'@import "([^"]+)"', text))
