"""The committed scenes, and the geometry they are held against. Nothing is meshed here: distances alone are asked."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from illustrator.scenes import caudal, epidural
from illustrator.scenes.anatomy import branch
from illustrator.scenes.needle import Needle
from illustrator.scenes.solids import Solid, solid

SVG = Path(__file__).parents[3] / "assets" / "spine_svg"
NEEDLES = [f"{region}-{target}" for region in ("cervical", "thoracic", "lumbar")
           for target in ("facet", "medial", "root", "epidural")] + ["lumbar-caudal"]  # fmt: skip
POSITIONS = ["prone", "side", "supine"]
RECORD: dict[str, Any] = json.loads((SVG / "scenes.json").read_text(encoding="utf-8"))


def read(name: str) -> str:
    """The text of a scene's file."""
    return (SVG / f"scene-{name}.svg").read_text(encoding="utf-8")


def needles(name: str, kind: str = "needles") -> list[Needle]:
    """Needles or probes as they are recorded beside the drawing."""
    return [
        Needle(np.array(each["tip_mm"]), np.array(each["way"]), tuple(each["targets"]))
        for each in RECORD[f"scene-{name}"][kind]
    ]


def aimed_at(target: str) -> Solid:
    """The structure of that name in the geometry."""
    if target == "epidural-sacral":
        return caudal.space()
    if target.startswith("epidural"):
        return epidural.space(target.split("-")[1])
    return branch(target.split("-")[1]) if target.startswith("medial") else solid(target)


@pytest.fixture(params=NEEDLES)
def name(request: pytest.FixtureRequest) -> str:
    """Each of the thirteen needle scenes."""
    return str(request.param)
