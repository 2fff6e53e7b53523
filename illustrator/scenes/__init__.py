"""The procedure scenes: the spine's own geometry, cut or seen from behind, with needle and medicine in layers."""

from dataclasses import replace
from pathlib import Path

from illustrator import body
from illustrator.scenes import backs, caudal, labels, patient, record, slices
from illustrator.scenes.scene import Drawn

NAMES = (*(f"{region}-{target}" for region in ("cervical", "thoracic", "lumbar")
           for target in ("facet", "medial", "root", "epidural")), caudal.NAME)  # fmt: skip


def make(name: str) -> Drawn:
    """Draw one of the thirteen needle scenes."""
    kind = backs.make if name in backs.BACKS else slices.make
    made = caudal.make() if name == caudal.NAME else kind(name)
    return replace(made, leaders=labels.leaders(made))


def draw(out: Path, folder: Path | None = None) -> None:
    """Write the scenes and scenes.json into a folder. The same data give the same bytes.

    folder: as for body.draw. Raises body.source.MissingSource when the figure's base mesh is not there.
    """
    figure = body.figure(folder)
    out.mkdir(parents=True, exist_ok=True)
    drawn = {name: make(name) for name in NAMES}
    for name, each in drawn.items():
        (out / f"scene-{name}.svg").write_text(each.svg, encoding="utf-8")
    for position in patient.POSITIONS:
        (out / f"scene-{position}.svg").write_text(patient.make(figure, position), encoding="utf-8")
    (out / "scenes.json").write_text(record.text(drawn), encoding="utf-8")
