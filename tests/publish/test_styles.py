"""The styles: a folder is a layer, and what is sent says what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import tinycss2

from publish import styles
from tests.support.old_browser import FLOOR

SHEETS = ("first.css", "later.css", "clinician.css")
WRITTEN = {name: (styles.FOLDER / name).read_text(encoding="utf-8") for name in SHEETS}
IMPORT = re.compile(r'@import "(?P<name>[^"]+)" layer\((?P<layer>[\w-]+)\);')
IMPORTED = [found for text in WRITTEN.values() for found in IMPORT.finditer(text)]


def rules(css: str) -> list[tinycss2.ast.Node]:
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)


def plain(tokens: list[tinycss2.ast.Node]) -> str:
    """A selector or a condition with spaces only where they mean something."""
    text = re.sub(r"\s+", " ", tinycss2.serialize(tokens)).strip().replace("/**/", "").replace("::", ":")
    text = re.sub(r"\s*([>+~,/=<])\s*|(?<=\()\s+|\s+(?=\))|(?<=:)\s+", lambda found: found[1] or "", text)
    return text.replace('"', "")


def selectors(nodes: list[tinycss2.ast.Node], inside: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every selector with the layers and conditions around it."""
    for node in nodes:
        if node.type == "qualified-rule":
            parts: list[list[tinycss2.ast.Node]] = [[]]
            for token in node.prelude:
                if token.type == "literal" and token.value == ",":
                    parts.append([])
                else:
                    parts[-1].append(token)
            yield from ((*inside, plain(part)) for part in parts)
        elif node.content is not None and node.lower_at_keyword not in ("keyframes", "page"):
            within = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from selectors(within, (*inside, f"@{node.lower_at_keyword} {plain(node.prelude)}"))


def test_a_folder_is_a_layer_and_their_order_is_told_once() -> None:
    assert [found["name"] for found in IMPORTED if found["name"].partition("/")[0] != found["layer"]] == []
    (order,) = (rule for text in WRITTEN.values() for rule in rules(text) if rule.lower_at_keyword == "layer")
    named = [name.strip() for name in tinycss2.serialize(order.prelude).split(",")]
    assert named[0] == "bootstrap"
    assert set(named[1:]) == {found["layer"] for found in IMPORTED}
    sent = [tinycss2.serialize(rule.prelude).strip() for rule in rules(styles.sheet(styles.FOLDER / "first.css"))]
    assert list(dict.fromkeys(name for told in sent for name in told.split(","))) == named


@pytest.mark.parametrize("name", SHEETS)
def test_what_is_sent_says_what_was_written(name: str) -> None:
    """No selector is lost or comes to mean another thing, each stands in its layer and under its conditions."""
    sent = set(selectors(rules(styles.sheet(styles.FOLDER / name))))
    written = {
        told
        for found in IMPORT.finditer(WRITTEN[name])
        for told in selectors(rules((styles.FOLDER / found["name"]).read_text("utf-8")), (f"@layer {found['layer']}",))
    }
    assert len(written) > 100
    assert sent == written


def test_r8_styles_are_written_for_the_floor() -> None:
    assert sorted(styles.FLOOR) == sorted(
        f"{name.lower()} {version}".replace("chromium", "chrome") for name, version in FLOOR.items()
    )
