"""The picture beside the steps: assets/spine_svg/scene-BLOCK.svg, if it was drawn.

Groups of the drawing with `data-layer="needle|contrast|medicine"` are shown from the step on in which they come in.
"""

from __future__ import annotations

from pathlib import Path

from dash import html

from catalog import Block
from components.drawing import Drawing
from components.markup import attrs
from components.parts import Node
from components.voice import Voice

FOLDER = Path(__file__).parent.parent / "assets" / "spine_svg"
LAYERS = {"needle": "imaging", "contrast": "contrast", "medicine": "injection"}  # layer -> phase that brings it


def scene(voice: Voice, block: Block, phases: list[str]) -> list[Node]:
    """The block's picture; `phases` are those of its steps, in order. Nothing while no picture is drawn."""
    name = f"scene-{block.block_id}.svg"
    if not (FOLDER / name).exists():
        return []
    marks = [
        html.I(className=f"has-{layer}", **attrs(data_when=f"step={'|'.join(_from(phases, phase))}"))
        for layer, phase in LAYERS.items()
        if phase in phases
    ]
    picture = Drawing(src=f"/assets/spine_svg/{name}", className="scene-drawing")
    return [html.Figure([*marks, picture], className="scene", **attrs(aria_label=voice.of(block.name)))]


def _from(phases: list[str], phase: str) -> list[str]:
    first = phases.index(phase)
    return [str(number) for number in range(first + 1, len(phases) + 1)]
