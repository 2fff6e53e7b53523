"""The pictures beside the steps: assets/spine_svg/scene-NAME.svg, each if it was drawn.

NAME is REGION-TARGET (`lumbar-facet`, `cervical-root`, ...) or a way to lie (`prone`, `supine`, `side`). In a drawing,
groups with `data-layer` needle, contrast, medicine, heat and cold are hidden until the step that brings them; all
other layers are always seen. Words: `scene.NAME.title` (its name), `scene.NAME.text` (what is seen) and
`scene.label.*` (names beside it; scenes.json says where they stand, and the drawing holds the lines to them).
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from dash import html

from catalog import Block, BlockStep, type_of
from components.kit.controls import Node
from components.kit.drawing import Drawing
from components.kit.markup import attrs
from components.kit.voice import Voice

FOLDER = Path(__file__).parents[2] / "assets" / "spine_svg"
ADDRESS = "assets/spine_svg"
LIES = ("position", "numbing", "recovery")  # phases with the picture of how one lies; all others show the target
NEEDLE_IN = {  # phase -> layers seen in it
    "imaging": ("needle",),
    "contrast": ("needle", "contrast"),
    "injection": ("needle", "contrast", "medicine"),
}


@cache
def _labels() -> dict[str, list[dict[str, Any]]]:
    """By the name of a drawing: what stands beside it, where, and with which layer; none where one lies."""
    record: dict[str, dict[str, Any]] = json.loads((FOLDER / "scenes.json").read_text(encoding="utf-8"))
    return {name.removeprefix("scene-"): each.get("labels", []) for name, each in record.items()}


@cache
def widths() -> dict[str, float]:
    """By the name of a drawing of a target: how many millimetres of the body it is wide."""
    record: dict[str, dict[str, Any]] = json.loads((FOLDER / "scenes.json").read_text(encoding="utf-8"))
    return {
        name.removeprefix("scene-"): float(each["viewBox"].split()[2]) / each["units_per_mm"]
        for name, each in record.items()
        if "units_per_mm" in each
    }


def needle_scene(voice: Voice, block: Block) -> list[Node]:
    """The block's target with the needle at it, as it stands on the first tab."""
    return _figure(voice, target(voice, block), {"needle": {}})


def step_scenes(voice: Voice, block: Block, steps: tuple[BlockStep, ...]) -> list[Node]:
    """A picture at every step: how one lies, or the target with what the needle has brought so far."""
    lying = [index for index, step in enumerate(steps) if step.phase in LIES]
    aimed = [index for index in range(len(steps)) if index not in lying]
    seen: dict[str, list[int]] = {"needle": [], "contrast": [], "medicine": [], "heat": [], "cold": []}
    end = ""
    for index in [index for index in aimed if steps[index].phase in NEEDLE_IN]:
        end = type_of(voice.catalog, block).ends_with or end if steps[index].ends else end
        layers = (end,) if end else NEEDLE_IN[steps[index].phase]
        for layer in layers:
            seen[layer].append(index)
    shows = {layer: _when(found) for layer, found in seen.items() if found}
    return [
        *_figure(voice, block.lies, {}, **_when(lying)),
        *_figure(voice, target(voice, block), shows, **_when(aimed)),
    ]


def addresses() -> list[str]:
    """Where all scenes lie, to be fetched ahead."""
    return [f"{ADDRESS}/{file.name}" for file in sorted(FOLDER.glob("scene-*.svg"))]


def target(voice: Voice, block: Block) -> str:
    """The name of the drawing that shows where the needle of a block goes."""
    return block.scene or f"{block.region}-{type_of(voice.catalog, block).scene}"


def _figure(voice: Voice, name: str, shows: dict[str, dict[str, Any]], **attributes: Any) -> list[Node]:
    """A scene with its names and its caption; `shows`: the layers that come and go, and when each is seen."""
    file = f"scene-{name}.svg"
    if f"scene.{name}.title" not in voice.catalog.words or not (FOLDER / file).exists():
        return []
    drawing = Drawing(src=f"{ADDRESS}/{file}", className="scene-drawing")
    names = [_name(voice, label) for label in _labels()[name]]
    return [
        html.Figure(
            [
                *(html.I(className=f"has-{layer}", **when) for layer, when in shows.items()),
                html.Div([drawing, html.Ul(names, className="labels")], className="labelled") if names else drawing,
                html.Figcaption(voice(f"scene.{name}.text"), className="muted"),
            ],
            className="scene",
            **attrs(aria_label=voice(f"scene.{name}.title"), **attributes),
        )
    ]


def _name(voice: Voice, label: dict[str, Any]) -> html.Li:
    """A name beside the picture, seen with its layer. Anatomy is told by the caption, so it is not read out again."""
    layer = label["layer"]
    unread = {"aria_hidden": "true"} if layer in ("base", "avoid") else {}
    place = f"name-{label['side']} name-{label['row']}"
    word = html.Span(voice(f"scene.label.{label['word']}"))
    return html.Li(word, className=place, **attrs(data_layer=layer, **unread))


def _when(steps: list[int]) -> dict[str, Any]:
    return attrs(data_when=f"step={'|'.join(str(index + 1) for index in steps)}")
