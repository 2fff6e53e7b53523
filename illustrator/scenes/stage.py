"""Where the viewer stands: windows on the world in mm, and the way back from a pixel to the world.

Seen from above, the picture is turned as the person lies: back up when face down, front up on the back, left up on
the right side. From behind, the viewer may step to the person's left and look down a little.
"""

from math import cos, radians, sin

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.drawing.zbuffer import Box
from illustrator.spine.layout import Frame, tilt_matrix
from illustrator.spine.window import BLEED, Look, View

LOOK = Look(px=0.22, units=10, outline=0.7, tone=1.3, smallest_tone=60, fade=18.0)

# Rows in a bone's own frame: screen right, screen up, towards the viewer.
FROM_ABOVE: dict[str, Floats] = {
    "back": np.array([[1, 0, 0], [0, -1, 0], [0, 0, 1.0]]),
    "front": np.array([[-1, 0, 0], [0, 1, 0], [0, 0, 1.0]]),
    "left": np.array([[0, 1, 0], [1, 0, 0], [0, 0, 1.0]]),
}


def from_behind(aside: float, down: float) -> Floats:
    """Rows of a view from behind, `aside` degrees towards the person's left, looking `down` by degrees."""
    a, d = radians(aside), radians(down)
    level = np.array([sin(a), -cos(a), 0.0])
    up = np.array([0, 0, 1.0])
    return np.array([[-cos(a), -sin(a), 0.0], cos(d) * up - sin(d) * level, cos(d) * level + sin(d) * up])


def stage(prefix: str, axes: Floats, frame: Frame, middle: Floats, size: tuple[float, float]) -> View:
    """A window of `size` mm round `middle` (3,); axes and middle in the frame of a bone."""
    turned = axes @ tilt_matrix(frame.tilt).T
    x, y, _ = turned @ frame.out(middle)
    box = Box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)
    return View(prefix, f"sc-{prefix}", turned, "sc", LOOK, box)


def bled(view: View) -> Box:
    """The window with a margin, so that outlines along the edge are not seen."""
    box = view.box
    return Box(box.left - BLEED, box.bottom - BLEED, box.right + BLEED, box.top + BLEED)


def points(view: View, depth: float) -> Floats:
    """World points (rows, columns, 3) of the pixels of the bled window, on the plane `depth` mm towards the viewer."""
    box, px = bled(view), view.look.px
    columns, rows = int((box.right - box.left) / px) + 1, int((box.top - box.bottom) / px) + 1
    u, v = np.meshgrid(box.left + np.arange(columns) * px, box.top - np.arange(rows) * px)
    seen = np.stack([u, v, np.full_like(u, depth)], axis=-1)
    return np.asarray(seen @ view.axes)
