"""A needle in the world, how it is found and how it is drawn: thin, straight, with a hub outside."""

from dataclasses import dataclass

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.drawing.svg import element
from illustrator.scenes.solids import Solid, nearest
from illustrator.spine.window import View

HUB, GRIP = 6.0, 7.0  # mm drawn, not to scale
RING = 6.0  # mm, half the width of the ring round the target
NEAR = 3.0  # mm from the tip; nearer, a needle may touch the bone it is led to


@dataclass(frozen=True)
class Needle:
    """Tip (3,) and unit direction (3,) from the tip to the skin, in the world; names of the structures it is led to."""

    tip: Floats
    way: Floats
    targets: tuple[str, ...]

    def along(self, reach: float) -> Floats:
        """World points (n, 3) from the tip outwards, one each half mm."""
        steps = np.arange(0, reach, 0.5)
        return np.asarray(self.tip + steps[:, None] * self.way)


def unit(vector: Floats) -> Floats:
    """The vector at length 1."""
    return np.asarray(vector / np.linalg.norm(vector))


def clearance(needle: Needle, around: list[Solid], reach: float = 60.0) -> float:
    """Smallest distance (mm) from the needle to the solids, leaving out its last NEAR mm."""
    return float(nearest(around, needle.along(reach)[int(NEAR * 2) :]).min())


def clearest(needles: list[Needle], around: list[Solid]) -> Needle:
    """The needle of several that stays farthest from the solids."""
    return max(needles, key=lambda needle: clearance(needle, around))


def _room(view: View, needle: Needle) -> float:
    """mm along the drawn needle until its grip meets the window's edge."""
    u, v = view.axes[:2] @ needle.tip
    du, dv = view.axes[:2] @ needle.way
    box = view.box
    across = ((box.right if du > 0 else box.left) - u) / du if abs(du) > 1e-6 else np.inf
    up = ((box.top if dv > 0 else box.bottom) - v) / dv if abs(dv) > 1e-6 else np.inf
    return float(min(across, up))


def draw(view: View, needle: Needle, length: float, kind: str = "needle") -> str:
    """The shaft as seen, at most `length` mm of the picture, then hub and grip; kind names the classes."""
    tip = np.array(view.place(needle.tip))
    seen = view.axes[:2] @ needle.way
    scale = float(np.linalg.norm(seen))
    away = np.array([seen[0], -seen[1]]) / scale
    units = view.look.units
    shaft = min(length, _room(view, needle) * scale - HUB - GRIP - 2.0) * units
    hub, grip, end = (tip + away * d for d in (shaft, shaft + HUB * units, shaft + (HUB + GRIP) * units))

    def line(css: str, a: Floats, b: Floats) -> str:
        return element("path", {"class": css, "d": f"M{a[0]:.0f} {a[1]:.0f}L{b[0]:.0f} {b[1]:.0f}"})

    return "".join(
        [
            line("sc-halo", tip, hub),
            line(f"sc-{kind}", tip, hub),
            line("sc-hub", hub, grip),
            line("sc-grip", grip, end),
        ]
    )


def ring(view: View, spot: Floats) -> str:
    """A ring round the target."""
    x, y = view.place(spot)
    r = round(RING * view.look.units)
    return "".join(
        element("circle", {"class": css, "cx": round(x), "cy": round(y), "r": r}) for css in ("sc-ring-halo", "sc-ring")
    )
