"""Markup written by Python: SVG and HTML text, and Dash components turned into the HTML that React would make of
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

VOID = {"br", "hr", "img", "input", "link", "meta"}
RENAMED = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan", "rowSpan": "rowspan"}
OWN = {"children", "key", "n_clicks", "style", "disable_n_clicks"}


def el(name: str, *children: str, **attributes: object) -> Markup:
    """One element; `data_node="L4-5"` becomes `data-node="L4-5"`, `class_` becomes `class`, None is left out, True is
    an empty value.

    Children that are not Markup are escaped, so text from the data stays text.
    """
    pairs = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        label = key.rstrip("_").replace("_", "-")
        pairs.append(f' {label}=""' if value is True else f' {label}="{escape(_number(value))}"')
    head = f"<{name}{''.join(pairs)}>"
    return Markup(head) if name in VOID else Markup(head + "".join(escape(c) for c in children) + f"</{name}>")


def svg(view_box: str, *children: str, **attributes: object) -> Markup:
    """An `<svg>` element; HTML's parser keeps the case of `viewBox`."""
    inner = el("svg", *children, **attributes)
    return Markup(str(inner).replace("<svg", f'<svg viewBox="{escape(view_box)}"', 1))


def attrs(**named: object) -> dict[str, Any]:
    """`data_go="at="` as the `data-go` of a Dash component; names that have their dashes stay as they are."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def _number(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def to_html(node: Any) -> Markup:
    """The HTML of a tree of `dash.html` components, for the first answer of the server, before any script runs."""
    if node is None or isinstance(node, bool):
        return Markup("")
    if isinstance(node, (str, int, float)):
        return escape(node)
    if isinstance(node, Iterable) and not isinstance(node, Component):
        return Markup("").join(to_html(child) for child in node)
    props: Mapping[str, Any] = node.to_plotly_json()["props"]
    name = (
        re.sub(r"(?<!^)(?=[A-Z][a-z])", "-", node._type).lower()
        if node._type.startswith("Data")
        else node._type.lower()
    )
    attributes = "".join(
        f' {RENAMED.get(key, key)}="{escape(_attribute(value))}"'
        for key, value in sorted(props.items())  # Dash has them in the order of the hash seed
        if key not in OWN and value is not None and value is not False
    )
    head = f"<{name}{attributes}>"
    return Markup(head) if name in VOID else Markup(f"{head}{to_html(props.get('children'))}</{name}>")


def _attribute(value: Any) -> str:
    return "" if value is True else str(value)
