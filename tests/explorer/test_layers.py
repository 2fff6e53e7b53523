"""Which style wins is decided by the order of the layers, not by the order of files or by a stronger selector."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2

from tests.support.running import ROOT

ASSETS = ROOT / "assets"
SHEETS = sorted([*ASSETS.glob("*.css"), *ASSETS.glob("later/*.css")])


def rules(path: Path) -> list[tinycss2.ast.Node]:
    return tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)


def layers(path: Path) -> list[str]:
    return [tinycss2.serialize(rule.prelude).strip() for rule in rules(path) if rule.content is not None]


def test_the_order_is_told_once_and_names_every_layer() -> None:
    told = [tinycss2.serialize(rule.prelude) for path in SHEETS for rule in rules(path) if rule.content is None]
    assert len(told) == 1
    order = [name.strip() for name in told[0].split(",")]
    assert order[0] == "bootstrap"
    assert set(order[1:]) == {name for path in SHEETS for name in layers(path)}


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_rule_stands_in_a_layer(path: Path) -> None:
    assert [rule.type for rule in rules(path) if rule.type != "at-rule" or rule.lower_at_keyword != "layer"] == []
    assert layers(path)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_selector_is_made_stronger_to_win(path: Path) -> None:
    assert ":not(#_)" not in path.read_text(encoding="utf-8")
