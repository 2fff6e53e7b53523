"""Icons: our own 24-unit line drawings in assets/icons/, used as CSS masks so that they take the colour of the text
beside them.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from dash import html

from components.kit.markup import attrs

FOLDER = Path(__file__).parents[2] / "assets" / "icons"


def icon(name: str, extra: str = "") -> html.Span:
    """A decorative icon; it always stands beside a word, so it has no name of its own."""
    return html.Span(className=f"ic ic-{name} {extra}".strip(), **attrs(aria_hidden="true"))


def stylesheet(names: set[str]) -> str:
    """CSS rules `.ic-NAME{--ic:url(data:...)}` of the icons that the page uses."""
    rules = []
    for name in sorted(names):
        drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip()
        rules.append(
            f'.ic-{name}{{--ic:url("data:image/svg+xml,{quote(drawing, safe=" =:/;,()<>")}")}}'.replace(
                "<", "%3C"
            ).replace(">", "%3E")
        )
    return "".join(rules)
