"""What a scene is: its view, its needles, and its layers in the order they lie."""

from dataclasses import dataclass

from illustrator.drawing.svg import drawing, element
from illustrator.scenes.needle import Needle
from illustrator.spine.group import softening
from illustrator.spine.window import View

ORDER = ("base", "avoid", "contrast", "medicine", "heat", "cold", "needle")


@dataclass(frozen=True)
class Scene:
    """name: region-target; seen: from above or from behind; up: what is up in the picture (back, front, left, head);
    probes: the needles of heat and cold."""

    name: str
    seen: str
    up: str
    needles: tuple[Needle, ...]
    probes: tuple[Needle, ...]


@dataclass(frozen=True)
class Drawn:
    """A scene with the SVG text of each layer it has, where labels may point (drawing units), and the
    lines from labels to their structures, which lie above all layers."""

    scene: Scene
    view: View
    layers: dict[str, str]
    spots: dict[str, list[int]]
    leaders: str = ""

    @property
    def svg(self) -> str:
        """The whole file. Names for people stand in data/words.csv and are set by the page."""
        width, height = self.view.size
        groups = [
            element("g", {"id": f"{self.view.prefix}-layer-{layer}", "data-layer": layer}, [self.layers[layer]])
            for layer in ORDER
            if layer in self.layers
        ]
        return drawing(width, height, "sc", [softening(self.view), *groups, self.leaders])
