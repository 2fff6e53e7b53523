"""scenes.json: what the page and the tests need to know about the drawings, in mm and in drawing units."""

import json
from collections.abc import Mapping

from illustrator.drawing.arrays import Floats
from illustrator.scenes.labels import Label, labels
from illustrator.scenes.needle import Needle
from illustrator.scenes.scene import ORDER, Drawn
from illustrator.spine.window import View

POSITIONS = ("prone", "side", "supine")


def _rounded(point: Floats, digits: int) -> list[float]:
    return [round(float(v), digits) + 0.0 for v in point]


def _needle(view: View, needle: Needle) -> dict[str, object]:
    return {"tip_mm": _rounded(needle.tip, 2), "way": _rounded(needle.way, 3), "targets": list(needle.targets),
            "tip": [round(v) for v in view.place(needle.tip)]}  # fmt: skip


def _label(label: Label) -> dict[str, object]:
    return {"word": label.word, "layer": label.layer, "at": list(label.at), "on": label.on, "side": label.side,
            "row": label.row}  # fmt: skip


def scene(name: str, drawn: Drawn) -> dict[str, object]:
    """One scene. mm are world coordinates: x to the left, y to the front, z up, from the S1 end plate."""
    view, made = drawn.view, drawn.scene
    width, height = view.size
    return {
        "labels": [_label(label) for label in labels(drawn)],
        "layers": [layer for layer in ORDER if layer in drawn.layers],
        "needles": [_needle(view, needle) for needle in made.needles],
        "probes": [_needle(view, probe) for probe in made.probes],
        "seen": made.seen,
        "spots": drawn.spots,
        "title": f"scene.{name}.title",
        "description": f"scene.{name}.text",
        "units_per_mm": view.look.units,
        "up": made.up,
        "viewBox": f"0 0 {width} {height}",
    }


def text(drawn: Mapping[str, Drawn]) -> str:
    """The file's text, keys sorted."""
    found = {f"scene-{name}": scene(name, each) for name, each in drawn.items()}
    for name in POSITIONS:
        found[f"scene-{name}"] = {"layers": ["base"], "title": f"scene.{name}.title",
                                  "description": f"scene.{name}.text"}  # fmt: skip
    return json.dumps(found, sort_keys=True, separators=(",", ":")) + "\n"
