"""The procedure scenes: the spine's own geometry, cut or seen from behind, with needle and medicine in layers."""

from pathlib import Path

from illustrator.scenes import backs, record, slices
from illustrator.scenes.scene import Drawn

NAMES = tuple(f"{region}-{target}" for region in ("cervical", "thoracic", "lumbar")
              for target in ("facet", "medial", "root"))  # fmt: skip


def make(name: str) -> Drawn:
    """Draw one of the nine needle scenes."""
    return backs.make(name) if name in backs.BACKS else slices.make(name)


def draw(out: Path) -> None:
    """Write the scenes and scenes.json into a folder. The same data give the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    drawn = {name: make(name) for name in NAMES}
    for name, each in drawn.items():
        (out / f"scene-{name}.svg").write_text(each.svg, encoding="utf-8")
    (out / "scenes.json").write_text(record.text(drawn), encoding="utf-8")
