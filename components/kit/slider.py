"""A slider inside Dash's tree that changes one key of the URL; drawn by assets/modules/block/page.mjs."""

from __future__ import annotations

from dash.development.base_component import Component


class Slider(Component):
    """`name`: the key; `value`: its state, from 1; `label`: what is chosen; `marks`: seen on it, one for each state;
    `words`: what each state is called when it is read out.
    """

    _namespace = "spine"
    _type = "Slider"

    def __init__(self, name: str, value: int, label: str, marks: list[str], words: list[str]) -> None:
        self._prop_names = ["name", "value", "label", "marks", "words"]
        self._valid_wildcard_attributes: list[str] = []
        super().__init__(name=name, value=value, label=label, marks=marks, words=words)  # type: ignore[no-untyped-call]
