"""What a plate shows and how finely it is drawn."""

from dataclasses import dataclass

from illustrator.drawing.arrays import Floats
from illustrator.drawing.zbuffer import Box

BLEED = 4.0  # mm drawn past the window, so that the line along the cut is not seen


@dataclass(frozen=True)
class Look:
    """How finely a plate is drawn: mm per pixel, drawing units per mm, Bezier tolerances in pixels; how far its tones
    and the edge that it fades at are softened, as standard deviations in drawing units.
    """

    px: float
    units: float
    outline: float
    tone: float
    smallest_tone: float = 40.0
    soft: float = 9.0
    fade: float = 18.9


@dataclass(frozen=True)
class View:
    """A plate to draw: file name, id prefix, view axes (3, 3), CSS classes, look, window in mm, region or empty."""

    name: str
    prefix: str
    axes: Floats
    classes: str
    look: Look
    box: Box
    region: str = ""

    @property
    def lateral(self) -> bool:
        """Seen from the person's left."""
        return bool(self.axes[2, 0] > 0.9)

    @property
    def scale(self) -> float:
        """Drawing units per pixel."""
        return self.look.px * self.look.units

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in drawing units."""
        box, units = self.box, self.look.units
        return round((box.right - box.left) * units), round((box.top - box.bottom) * units)

    def place(self, world: Floats) -> tuple[float, float]:
        """Drawing coordinates of a world point (3,) in mm."""
        x, y = self.axes[:2] @ world
        return float(x - self.box.left) * self.look.units, float(self.box.top - y) * self.look.units
