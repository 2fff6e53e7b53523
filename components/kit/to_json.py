"""What the browser looks up as JSON, as compact as it gets."""

from __future__ import annotations

import json
from typing import Any

from dash.development.base_component import Component

from components.kit.told import Told


def to_json(tree: object) -> bytes:
    """JSON of dicts, lists, texts, Dash components and parts of the contract."""
    return json.dumps(tree, default=_plain, separators=(",", ":"), ensure_ascii=False).encode()


def _plain(part: Component | Told) -> dict[str, Any]:
    """A part of the contract by its names in the browser; a component, which is HTML when it does not say otherwise."""
    if isinstance(part, Told):
        return {info.alias or name: getattr(part, name) for name, info in type(part).model_fields.items()}
    told: dict[str, Any] = part.to_plotly_json()  # type: ignore[no-untyped-call]
    told["props"] = dict(sorted(told["props"].items()))  # Dash has them in the order of the hash seed
    if told["namespace"] == "dash_html_components":
        del told["namespace"]
    return told
