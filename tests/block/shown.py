"""What a reader finds on a page, as the browser puts it together: data-insert put in, data-when obeyed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dash.development.base_component import Component

TABS = ("what", "how", "after", "works", "risks", "options")
Pages = Mapping[str, Any]


def nodes(pages: Pages, node: Any, **state: str) -> Iterator[Any]:
    """Every component and text below `node` that the state shows; a key that is not given shows all its values."""
    if isinstance(node, (list, tuple)):
        for one in node:
            yield from nodes(pages, one, **state)
        return
    if not isinstance(node, Component):
        if node is not None:
            yield node
        return
    name = getattr(node, "data-insert", None)
    if name:
        yield from nodes(pages, pages[name], **state)
        return
    when = getattr(node, "data-when", None)
    if when:
        key, values = when.split("=")
        if key in state and state[key] not in values.split("|"):
            return
    yield node
    yield from nodes(pages, getattr(node, "children", None), **state)


def words(pages: Pages, node: Any, **state: str) -> str:
    """The text that is seen, in reading order."""
    return " ".join(str(one) for one in nodes(pages, node, **state) if not isinstance(one, Component))


def tab(pages: Pages, block: str, name: str, **state: str) -> str:
    """The text of one tab of a block's page, footer included."""
    return words(pages, pages[f"block|{block}"], tab=name, **state)


def marked(pages: Pages, node: Any, name: str, value: str | None = None, **state: str) -> list[Component]:
    """The components that have the attribute `name` (or class, for `className`), with `value` if one is given."""
    found = []
    for one in nodes(pages, node, **state):
        held = getattr(one, name, None) if isinstance(one, Component) else None
        if held is not None and (value is None or value in str(held).split()):
            found.append(one)
    return found


def cells(pages: Pages, node: Any) -> list[list[str]]:
    """The texts of the rows of the tables below `node`, heads included."""
    rows = [one for one in nodes(pages, node) if type(one).__name__ == "Tr"]
    return [[words(pages, cell) for cell in row.children] for row in rows]
