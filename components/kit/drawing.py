"""A picture inside Dash's tree: SVG written by Python, put in by assets/modules/block/page.mjs."""

from __future__ import annotations

from dash.development.base_component import Component
from markupsafe import Markup

from components.kit.icons import FOLDER


class Drawing(Component):
    """`svg`: markup whose texts are escaped (`components.markup.el`); or `src`: the address of an SVG file."""

    _namespace = "spine"
    _type = "Drawing"

    def __init__(self, svg: Markup | None = None, src: str | None = None, className: str = "") -> None:
        self._prop_names = ["svg", "src", "className"]
        self._valid_wildcard_attributes: list[str] = []
        given = {"svg": None if svg is None else str(svg), "src": src, "className": className}
        super().__init__(  # type: ignore[no-untyped-call]
            **{name: value for name, value in given.items() if value is not None}
        )


def picture(name: str) -> Drawing:
    """One of our icons that the first view does not need, so it comes with the page that shows it."""
    return Drawing(svg=Markup((FOLDER / f"{name}.svg").read_text(encoding="utf-8")), className="picture")
