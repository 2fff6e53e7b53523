"""The spine: measured dimensions -> layout along the curve -> solids -> meshes -> plates."""

import json
from pathlib import Path

from illustrator.spine.anchors import anchors
from illustrator.spine.dimensions import read
from illustrator.spine.layout import Spine
from illustrator.spine.plate import draw as draw_plate
from illustrator.spine.structures import build, odontoid_mesh
from illustrator.spine.views import views


def draw(out: Path) -> None:
    """Write the eight plates and anchors.json into a folder. The same data give the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    spine, meshes, dens = Spine(read()), build(), odontoid_mesh()
    for view in views():
        hint = dens if "lateral" in view.name and view.region in ("", "cervical") else None
        (out / f"{view.name}.svg").write_text(draw_plate(view, meshes, hint), encoding="utf-8")
    text = json.dumps(anchors(spine, views()), sort_keys=True, separators=(",", ":"))
    (out / "anchors.json").write_text(text + "\n", encoding="utf-8")
