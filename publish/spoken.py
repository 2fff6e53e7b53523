"""What can be read aloud: every sentence of the views, and the name of the sound file that says it.

The page finds a sentence's file by the sentence itself: its name is the SHA-256 of the words. A changed text therefore
never plays an old sound. `assets/modules/speech.mjs` cuts what is on screen by the same rules.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from dash.development.base_component import Component

from components.kit.told import Told

INLINE = frozenset({"A", "B", "Em", "I", "Small", "Span", "Strong"})
# Class names: lists of studies are looked at, not heard; what a chart's table holds is heard as sentences beside it.
UNREAD = frozenset({"sources", "phone-only", "ring-time", "data-table"})
END = re.compile(r"(?<=[.!?])\s+")


def name(sentence: str) -> str:
    """12 hex digits of the sentence's SHA-256, the name of its sound file."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:12]


def sentences(tree: object) -> Iterator[str]:
    """Sentences of component trees, in order of reading, one block (paragraph, heading, button ...) after the other."""
    line: list[str] = []
    for text in _walk(tree, line):
        yield from _cut(text)
    yield from _cut(" ".join(line))


def _cut(text: str) -> Iterator[str]:
    plain = " ".join(text.split())
    if re.search(r"\w", plain):
        yield from END.split(plain)


def _walk(node: object, line: list[str]) -> Iterator[str]:
    """Texts of finished blocks; `line` holds the words of the block under way."""
    if isinstance(node, (str, int, float)) and not isinstance(node, bool):
        line.append(str(node))
    elif isinstance(node, Told):
        yield from _walk(dict(node), line)
    elif isinstance(node, Mapping):
        for part in node.values():
            yield from _block(part, line)
    elif isinstance(node, (list, tuple)):
        for part in node:
            yield from _walk(part, line)
    elif isinstance(node, Component):
        props: dict[str, Any] = node.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
        if props.get("aria-hidden") == "true" or UNREAD & set(str(props.get("className", "")).split()):
            return
        if node._type in INLINE:
            yield from _walk(props.get("children"), line)
        else:
            yield from _block(props.get("children"), line)


def _block(part: object, line: list[str]) -> Iterator[str]:
    yield " ".join(line)
    line.clear()
    yield from _walk(part, line)
    yield " ".join(line)
    line.clear()
