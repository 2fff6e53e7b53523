"""The scripts name no level, region, area or block: which there are, and what belongs to what, Python hands over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog import Catalog

SCRIPTS = Path(__file__).parents[2] / "assets"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@pytest.mark.parametrize("path", sorted([*SCRIPTS.rglob("*.mjs"), *SCRIPTS.glob("*.js")]), ids=lambda path: path.name)
def test_no_id_of_a_row_stands_in_a_script(catalog: Catalog, path: Path) -> None:
    ids = {*catalog.levels, *catalog.regions, *catalog.areas, *catalog.blocks}
    script = COMMENT.sub("", path.read_text(encoding="utf-8"))
    named = {re.split(r"[.|=]", text)[0] for text in re.findall(r"""["'`]([^"'`\n]+)["'`]""", script)}
    assert named & ids == set()
