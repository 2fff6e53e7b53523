"""The eight plates: which window of the spine each shows and how finely it is drawn.

A region is a finer drawing of its own, not another viewBox of the whole spine; docs/drawings.md has the sizes measured.
Lateral and posterior windows of a region have one height and one width, so that a change of view moves no level.
"""

from dataclasses import dataclass

from illustrator.drawing.zbuffer import VIEWS, Box
from illustrator.spine.window import Look, View

WHOLE = Look(px=0.40, units=4, outline=1.1, tone=2.0, smallest_tone=120, soft=3.2, fade=9.0)
REGION = Look(px=0.20, units=10, outline=0.7, tone=1.2, smallest_tone=60)


@dataclass(frozen=True)
class Window:
    """Heights in mm over the S1 end plate; left edge of each view; common width."""

    bottom: float
    top: float
    lateral: float
    posterior: float
    width: float

    def box(self, side: str) -> Box:
        """The window in one view. Lateral: forwards is to the left; posterior: the person's left is to the left."""
        left = self.lateral if side == "lateral" else self.posterior
        return Box(left, self.bottom, left + self.width, self.top)


WINDOWS = {
    "": Window(-138, 568, -44, -66, 132),
    "cervical": Window(394, 568, -36, -32, 64),
    "thoracic": Window(138, 432, -22, -46, 92),
    "lumbar": Window(-88, 198, -41, -49, 98),
}


def views() -> list[View]:
    """All eight, whole spine first. Region plates are drawn a little past their window, so that cuts stay outside."""
    found = []
    for side in ("lateral", "posterior"):
        for region, window in WINDOWS.items():
            name = f"{side}-{region}".rstrip("-")
            prefix = f"{side[:3]}-{region[:3]}".rstrip("-")
            kind, look = ("sp-crop", REGION) if region else ("sp-whole", WHOLE)
            found.append(View(name, prefix, VIEWS[side], f"sp {kind} sp-{side}", look, window.box(side), region))
    return found
