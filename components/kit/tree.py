"""A place that shows components which Python wrote and the state chooses; drawn by assets/modules/screen/tree.mjs."""

from __future__ import annotations

from dash.development.base_component import Component


class Tree(Component):
    """`shown`: the components as JSON, and the place they belong to (see `spine.Tree`)."""

    _namespace = "spine"
    _type = "Tree"

    def __init__(self, id: str) -> None:
        self._prop_names = ["id", "shown"]
        self._valid_wildcard_attributes: list[str] = []
        super().__init__(id=id)  # type: ignore[no-untyped-call]
