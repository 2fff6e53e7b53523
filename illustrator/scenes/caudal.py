"""The way to the epidural space near the tailbone: sacrum and coccyx cut along the midline, seen from the side.

data/block_facts.csv, L-CAU: `approach` (through the ligament between sacrum and coccyx), `target` (the epidural space)
and `safety_note` (tip below about S3, as the sac usually ends near S2). The person lies face down, head to the left.
Sizes of sac and ligament, skin and buttock, and how far the fluids spread, are drawing choices.
"""

from functools import cache
from itertools import pairwise

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.drawing.svg import Ids, element
from illustrator.scenes.canal import SHELL
from illustrator.scenes.needle import Needle, clearest, draw, ring, unit
from illustrator.scenes.outline import inside, line_path, path, ring_path, smooth_ring
from illustrator.scenes.relief import Cut, sliced
from illustrator.scenes.scene import Drawn, Scene
from illustrator.scenes.solids import Solid, nearest, solids, tube, whole_spine
from illustrator.scenes.stage import stage
from illustrator.spine.nerve import in_canal
from illustrator.spine.sacrum import borders, directions
from illustrator.spine.structures import WORLD, Structure
from illustrator.spine.window import View

NAME = "lumbar-caudal"
AXES: Floats = np.array(
    [[0, 0, -1], [0, -1, 0], [-1, 0, 0.0]]
)  # rows right, up, towards the viewer: back up, feet right
MIDDLE, SIZE = (0.0, -43.0, -52.0), (199.0, 112.0)
SAC_END = 1.5  # borders between the sacral bodies, from the S1 end plate; 1.5 is the middle of S2
TIP = 3.5  # the tip lies in the middle of S4; the border between S3 and S4 is 3
FLATTEST, STEEPEST = 10, 30  # degrees between needle and table; drawing choices
LIGAMENT = 1.3  # mm, half its thickness
BOW = 1.2  # mm it bends backwards
TAPER = 20.0  # mm over which the sac narrows to its end
ROOM = 1.2  # mm between the sac and the wall of its canal
BESIDE = 6.0  # mm from the tip towards the hiatus that the fluids fill
ROUND = 0.2  # 1/mm, how round their ends are
REACH = {"contrast": 40.0, "medicine": 88.0}  # mm along the canal from the tip towards the head

# Midline skin and the buttock behind it, (back to front y, height z), mm of the world.
SKIN = ((-84, 60), (-81, 30), (-79, 0), (-78, -30), (-75, -58), (-68, -84), (-56, -106), (-40, -126), (-20, -146),
        (4, -166), (60, -200), (60, 60))  # fmt: skip
BUTTOCK = ((-60, 10), (-78, -20), (-91, -60), (-96, -98), (-91, -134), (-74, -164), (-40, -186), (0, -190), (0, 10))


def bony() -> list[Solid]:
    """What the needle must not go through."""
    return solids(["vertebra-L5", "vertebra-S1", "vertebra-Co"])


def window() -> View:
    """The view, the person's left half seen from the cut."""
    return stage(NAME, AXES, WORLD, np.array(MIDDLE), SIZE)


def _walls(at: float) -> tuple[Floats, Floats]:
    """World points of the front and back wall of the sacral canal behind a place on the row of bodies (in borders)."""
    nodes, front = borders(), directions()[0]
    low = int(min(at, 4))
    node = nodes[low] + (nodes[low + 1] - nodes[low]) * (at - low)
    back = -unit(front[low] + (front[low + 1] - front[low]) * (at - low))
    steps = whole_spine().frames["S1"].out(node + back * np.arange(0, 40, 0.1)[:, None])
    free = solids(["vertebra-S1"])[0].distance(steps) > 0
    opens = int(np.argmax(free))
    closes = opens + int(np.argmax(~free[opens:]))
    return steps[opens], steps[closes]


@cache
def course() -> tuple[Floats, Floats]:
    """Middle of the canal from L4 to the hiatus, world points (n, 3), and its half depth there (n,), mm."""
    spine = whole_spine()
    upper = ("L4", "L5")
    walls = [_walls(at) for at in np.arange(0.9, 4.0, 0.2)]
    middle = [*(in_canal(spine, bone) for bone in upper), *((a + b) / 2 for a, b in walls)]
    wide = (float(np.linalg.norm(b - a)) for a, b in walls)
    half = [*(spine.dimensions.vertebrae[bone].canal_depth / 2 for bone in upper), *(each / 2 for each in wide)]
    return np.array(middle), np.array(half)


def place(at: float) -> Floats:
    """World point in the middle of the canal behind a place on the row of bodies."""
    a, b = _walls(at)
    return np.asarray((a + b) / 2)


def space() -> Solid:
    """The middle of the sacral canal below the sac, from S3 to the hiatus, as a cord."""
    return tube(Structure("epidural", "lumbar", level="sacral"), np.array([place(at) for at in (3.0, 3.35, 3.7)]), 0.8)


def ligament() -> Floats:
    """World points (n, 3) of the ligament over the hiatus: from the end of the sacrum's back wall to the coccyx."""
    frame = whole_spine().frames["S1"]
    nodes, (front, down) = borders(), directions()
    over = _lower_end_of_back_wall()
    under = frame.out(nodes[5] - front[5] * 4.4 + down[5] * 5)
    bow = unit(np.array([0, under[2] - over[2], over[1] - under[1]]))
    return np.array([over, (over + under) / 2 + bow * BOW, under])


def _lower_end_of_back_wall() -> Floats:
    """World point, on the midline, where bone behind the sacral canal ends."""
    y, z = np.meshgrid(np.arange(-60, -40, 0.25), np.arange(-95, -70, 0.25))
    plane = np.stack([np.zeros_like(y), y, z], axis=-1).reshape(-1, 3)
    bone = plane[(nearest(bony(), plane) < 0) & (plane[:, 1] < place(3.7)[1] - 1)]
    return np.asarray(bone[bone[:, 2] < bone[:, 2].min() + 1.5].mean(0))


def through_the_hiatus() -> Needle:
    """From behind and below, through the ligament, into the canal below S3."""
    wall, back = _walls(TIP)
    ways = []
    for share in (0.25, 0.3, 0.35):
        for angle in range(FLATTEST, STEEPEST, 2):
            a = np.radians(angle)
            way = np.array([0, -np.sin(a), -np.cos(a)])
            ways.append(Needle(wall + (back - wall) * share, way, ("epidural-sacral",)))
    return clearest(ways, bony())


def _along(plane: Floats) -> tuple[Floats, Floats, Floats]:
    """For every point: distance to the canal's middle, its half depth there, and how far along the canal, mm."""
    middle, half = course()
    far = np.full(plane.shape[:2], np.inf)
    deep, reach = np.zeros_like(far), np.zeros_like(far)
    start = 0.0
    for i in range(len(middle) - 1):
        step = middle[i + 1] - middle[i]
        long = float(np.linalg.norm(step))
        t = np.clip((plane - middle[i]) @ step / long**2, 0, 1)
        off = np.linalg.norm(plane - middle[i] - t[..., None] * step, axis=-1)
        near = off < far
        far = np.where(near, off, far)
        deep = np.where(near, half[i] + (half[i + 1] - half[i]) * t, deep)
        reach = np.where(near, start + t * long, reach)
        start += long
    return far, deep, reach


def sac_end() -> float:
    """How far along the canal the sac ends, mm."""
    return float(_along(place(SAC_END)[None, None])[2][0, 0])


def sac(plane: Floats) -> Floats:
    """Distance-like field (mm, negative inside) of the sac of the nerves: as wide as the canal lets it, round below."""
    far, deep, reach = _along(plane)
    left = np.clip(sac_end() - reach, 0, None)
    wide = np.minimum(deep - ROOM, 6.4) * np.clip(left / TAPER, 0, 1) ** 0.5
    return np.asarray(np.where(left > 0, far - wide, far + 1))


def _strands(view: View) -> list[str]:
    """Roots of the cauda equina in the sac, as lines."""
    middle, half = course()
    lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(middle, axis=0), axis=1))])
    found = []
    for off, stop in ((-0.55, 0.62), (-0.2, 0.86), (0.15, 0.94), (0.5, 0.7)):
        spots = np.linspace(0, sac_end() * stop, 14)
        spine_line = np.stack([np.interp(spots, lengths, middle[:, k]) for k in range(3)], axis=-1)
        wide = (np.interp(spots, lengths, half) - ROOM) * np.clip((sac_end() - spots) / TAPER, 0, 1) ** 0.5 * 0.8
        aside = np.gradient(spine_line, axis=0)
        aside /= np.linalg.norm(aside, axis=1, keepdims=True)
        normal = np.stack([np.zeros(14), -aside[:, 2], aside[:, 1]], axis=-1)
        found.append(
            element("path", {"class": "sc-strand", "d": line_path(view, spine_line + normal * (wide * off)[:, None])})
        )
    return found


def _band(plane: Floats) -> Floats:
    """Distance (mm) to the ligament over the hiatus."""
    line, best = ligament(), np.full(plane.shape[:2], np.inf)
    for a, b in pairwise(line):
        t = np.clip((plane - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
        best = np.minimum(best, np.linalg.norm(plane - a - t[..., None] * (b - a), axis=-1))
    return best


def _fat(section: Cut) -> Floats:
    """The fat of the canal: what neither bone nor disc fills, down to the ligament."""
    far, deep, _ = _along(section.plane)
    hard = np.minimum(section.of("vertebra"), section.of("disc"))
    return np.maximum(far - deep - 0.6, -hard)


def _ground(view: View) -> list[str]:
    """Ground, the buttock behind, and the cut skin."""
    width, height = view.size

    def shape(css: str, corners: tuple[tuple[float, float], ...]) -> str:
        flat = smooth_ring(corners)
        world = np.column_stack([np.zeros(len(flat)), flat])
        return element("path", {"class": css, "d": ring_path(view, world)})

    return [element("rect", {"class": "sc-ground", "width": width, "height": height}),
            shape("sc-buttock", BUTTOCK), shape("sc-skin", SKIN)]  # fmt: skip


def _fluids(view: View, section: Cut, needle: Needle) -> dict[str, str]:
    """Contrast, then medicine, in the fat round the tip and on towards the head; neither enters sac nor bone."""
    off, _, reach = _along(section.plane)
    tip = float(_along(needle.tip[None, None])[2][0, 0])
    free = np.maximum(_fat(section) + 0.5, 0.5 - sac(section.plane))
    bulge = ROUND * off**2
    found = {}
    for layer, far in REACH.items():
        ends = np.maximum(tip - far - reach + bulge, reach + bulge - tip - BESIDE)
        found[layer] = path(f"sc-{layer}", inside(view, np.maximum(free, ends), 20, 0.8))
    return found


def make() -> Drawn:
    """Draw the cut along the midline."""
    view, ids = window(), Ids(window().prefix)
    shown = solids([f"vertebra-{bone}" for bone in ("L4", "L5", "S1", "Co")] + ["disc-L4-5", "disc-L5-S1"])
    relief, section = sliced(view, shown, 0.0, ids)
    bone, plane = section.of("vertebra"), section.plane
    tight = np.maximum(_band(plane) - LIGAMENT, 0.1 - bone)
    inner = sac(plane)

    def group(name: str, *children: str) -> str:
        return element("g", {"id": ids.new(name), "data-structure": name}, list(children))

    base = [*_ground(view), *relief.groups, path("sc-spongy", inside(view, bone + SHELL, 60)),
            group("fat", path("sc-fat", inside(view, _fat(section)))),
            group("ligament", path("sc-ligament", inside(view, tight, 20))),
            group("sac", path("sc-dura", inside(view, inner)), path("sc-csf", inside(view, inner + 0.6)),
                  *_strands(view))]  # fmt: skip
    needle = through_the_hiatus()
    fluid = _fluids(view, section, needle)
    layers = {"base": "".join(base), **fluid, "needle": ring(view, needle.tip) + draw(view, needle, 200.0)}
    return Drawn(Scene(NAME, "from the side", "back", (needle,), ()), view, layers, relief.spots)
