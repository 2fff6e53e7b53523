"""The person on the table with the X-ray arm: face down, on the back and on the side, from the body figure's surface.

The face is smoothed away. Units are those of the body figure: stature 900. Table, pillow, sheet and X-ray arm are
drawing choices; positions are those of data/block_facts.csv, `position`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d, grey_closing

from illustrator.body.surface import Surface, vertex_normals
from illustrator.drawing.arrays import Floats
from illustrator.drawing.bezier import fit_ring, path_text
from illustrator.drawing.shade import shade
from illustrator.drawing.svg import Ids, drawing, element
from illustrator.drawing.zbuffer import Box, Buffers, Mesh, render
from illustrator.spine.group import group_of, softening
from illustrator.spine.patch import patch_of
from illustrator.spine.structures import Structure
from illustrator.spine.window import BLEED, Look, View

LOOK = Look(px=0.7, units=2, outline=0.8, tone=1.6, smallest_tone=240, soft=7.0)
HEAD, HEAD_SIZE = np.array([0.0, 57.0, 20.0]), np.array([43.0, 63.0, 54.0])
SHOULDER = 188.0  # y of the shoulder joint
TABLE, PILLOW = 22.0, 26.0  # thickness
TRUNK = ((188, 300, 420, 1000), (80, 68, 92, 95))  # half width of the trunk and legs without arms, by y
REACH = 255.0  # half width of the X-ray arm's C


@dataclass(frozen=True)
class Lying:
    """Rows right, up, towards the viewer on the body's axes (left, down, front); where the X-rays pass (y of the
    body); where the sheet begins; where pillows lie (from y to y); how far the lowest skin is above the table."""

    axes: Floats
    beam: float
    sheet: float
    pillows: tuple[tuple[float, float], ...]
    table_end: float
    raised: float


POSITIONS = {
    "prone": Lying(np.array([[0, 1, 0], [0, 0, -1], [1, 0, 0.0]]), 372, 455, ((20, 112), (330, 440)), 838, 12),
    "supine": Lying(np.array([[0, 1, 0], [0, 0, 1], [1, 0, 0.0]]), 150, 300, ((8, 118),), 920, 0),
    "side": Lying(np.array([[0, 1, 0], [1, 0, 0], [0, 0, -1.0]]), 150, 330, ((8, 128),), 920, 0),
}


def _faceless(points: Floats) -> Floats:
    """The head as a smooth oval."""
    off = (points - HEAD) / HEAD_SIZE
    far = np.linalg.norm(off, axis=1)
    share = np.clip((130 - points[:, 1]) / 16, 0, 1) * (far > 1)
    pulled = HEAD + (points - HEAD) / np.maximum(far, 1)[:, None]
    return np.asarray(points + (pulled - points) * share[:, None])


def _arms_in_front(points: Floats) -> Floats:
    """On the side, seen from behind: both arms out of sight, so they are folded into the trunk below the shoulder."""
    edge = np.interp(points[:, 1], *TRUNK)
    share = np.clip((points[:, 1] - SHOULDER) / 45, 0, 1)
    over = np.maximum(np.abs(points[:, 0]) - edge, 0) * share
    folded = points.copy()
    folded[:, 0] -= np.sign(points[:, 0]) * over
    return folded


def _body(surface: Surface, name: str) -> Mesh:
    points, triangles = _faceless(surface.points), surface.triangles
    if name == "side":
        points = _arms_in_front(points)
    normals = vertex_normals(points, triangles)
    return Mesh(points, triangles, normals, np.zeros(len(points), np.int32))


@dataclass(frozen=True)
class Room:
    """Heights (up) round a lying body: its upper and lower edge for each y of the body, and the table's top."""

    ys: Floats
    upper: Floats
    lower: Floats
    table: float


def _room(view: View, buffers: Buffers, lying: Lying) -> Room:
    seen = buffers.owner >= 0
    columns = np.flatnonzero(seen.any(0))
    first, last = seen[:, columns].argmax(0), seen.shape[0] - 1 - seen[::-1, columns].argmax(0)
    ys = buffers.box.left + columns * buffers.px
    upper, lower = buffers.box.top - first * buffers.px, buffers.box.top - last * buffers.px
    trunk = (ys > 150) & (ys < lying.table_end - 20)
    return Room(ys, upper, lower, float(lower[trunk].min()) - lying.raised)


def _shape(view: View, css: str, corners: Floats) -> str:
    """A closed smooth path through (y, up) points."""
    box, units = view.box, view.look.units
    placed = np.column_stack([(corners[:, 0] - box.left) * units, (box.top - corners[:, 1]) * units])
    return element("path", {"class": css, "d": path_text(fit_ring(placed, 2.0, 40), (0, 0), 1)})


def _box(view: View, css: str, left: float, right: float, low: float, high: float, round_by: float = 0.0) -> str:
    box, units = view.box, view.look.units
    return element(
        "rect",
        {"class": css, "x": round((left - box.left) * units), "y": round((box.top - high) * units),
         "width": round((right - left) * units), "height": round((high - low) * units), "rx": round(round_by * units)},
    )  # fmt: skip


def _sheet(view: View, room: Room, lying: Lying) -> str:
    """A sheet over the lower body: the upper edge of the body, without its hollows, down to the table."""
    end = lying.table_end - 12
    span = (room.ys > lying.sheet) & (room.ys < end)
    ys = room.ys[span][::4]
    top = gaussian_filter1d(grey_closing(room.upper[span], 160), 22, mode="nearest")[::4] + 3
    fall = np.clip((ys[-1] - ys) / 24, 0, 1) ** 0.5
    top = room.table + (top - room.table) * fall
    low = np.full(len(ys), room.table - 0.4 * TABLE)
    edge = np.column_stack([ys, top])
    back = np.column_stack([ys, low])[::-1]
    return _shape(view, "sc-sheet", np.concatenate([edge, back]))


def _pillow(view: View, room: Room, span: tuple[float, float]) -> str:
    """A pillow between body and table."""
    ys = np.linspace(*span, 40)
    under = np.interp(ys, room.ys, gaussian_filter1d(room.lower, 12)) + 5
    middle = (ys - ys.mean()) / (ys[-1] - ys[0]) * 2
    swell = (1 - np.abs(middle) ** 6) ** (1 / 3)
    top = room.table + np.maximum(under - room.table, PILLOW * 0.4) * swell
    return _shape(
        view, "sc-pillow", np.concatenate([np.column_stack([ys, top]), [(ys[-1], room.table), (ys[0], room.table)]])
    )


def _arc(view: View, css: str, middle: tuple[float, float]) -> str:
    """The C, open towards the feet."""
    a = np.radians(np.linspace(72, 288, 60))
    box, units = view.box, view.look.units
    x = (middle[0] + REACH * np.cos(a) - box.left) * units
    y = (box.top - (middle[1] + REACH * np.sin(a))) * units
    d = "M" + "L".join(f"{u:.0f} {v:.0f}" for u, v in zip(x, y, strict=True))
    return element("path", {"class": css, "d": d})


def _x_ray(view: View, room: Room, lying: Lying) -> Iterator[str]:
    """Stand, C, the tube under the table, the detector over the person, and the beam between them."""
    at, middle = lying.beam, room.table + 40.0
    floor = view.box.bottom + 14
    yield _box(view, "sc-metal", at - REACH - 22, at - REACH + 30, floor, middle + 30, 12)
    yield _box(view, "sc-metal", at - REACH - 60, at - REACH + 110, floor, floor + 26, 13)
    yield _arc(view, "sc-arc-edge", (at, middle))
    yield _arc(view, "sc-arc", (at, middle))
    tube, plate = middle - REACH, middle + REACH
    beam = np.array([[at - 7, tube + 40], [at + 7, tube + 40], [at + 58, plate - 44], [at - 58, plate - 44]])
    box, units = view.box, view.look.units
    d = "M" + "L".join(f"{(u - box.left) * units:.0f} {(box.top - v) * units:.0f}" for u, v in beam) + "z"
    yield element("path", {"class": "sc-beam", "d": d})
    yield _box(view, "sc-metal", at - 40, at + 40, tube - 34, tube + 40, 14)
    yield _box(view, "sc-metal", at - 62, at + 62, plate - 44, plate + 4, 10)
    yield _box(view, "sc-screen", at - 66, at + 66, plate - 54, plate - 42, 5)


def make(surface: Surface, name: str) -> str:
    """The SVG text of a position: prone, supine or side."""
    lying = POSITIONS[name]
    mesh = _body(surface, name)
    window = Box(-190, -412, 970, 358)
    view = View(name, f"sc-{name}", lying.axes, "sc", LOOK, window)
    bled = Box(window.left - BLEED, window.bottom - BLEED, window.right + BLEED, window.top + BLEED)
    buffers = render({"body": mesh}, lying.axes, LOOK.px, bled)
    room = _room(view, buffers, lying)
    patch = patch_of(buffers, shade(buffers), 0)
    assert patch is not None
    ids = Ids(view.prefix)
    width, height = view.size
    person = group_of(Structure("person", ""), patch, view, ids)
    parts = [
        element("rect", {"class": "sc-ground", "width": width, "height": height}),
        *_x_ray(view, room, lying),
        _box(view, "sc-metal", 600, 690, view.box.bottom + 14, room.table - TABLE),
        _box(view, "sc-metal", 520, 770, view.box.bottom + 14, view.box.bottom + 36, 10),
        _box(view, "sc-table", -30, lying.table_end, room.table - TABLE, room.table, 9),
        *(_pillow(view, room, span) for span in lying.pillows),
        person,
        _sheet(view, room, lying),
    ]
    base = element("g", {"id": f"{view.prefix}-layer-base", "data-layer": "base", "class": "sc-lying"}, parts)
    return drawing(width, height, "sc", [softening(view), base])
