"""Short names beside a scene, each with a thin line that ends on its structure.

The names stand in two columns at the picture's edges, ROWS places each, so that they can grow with the letters and with
the language and never meet. Which name, and where it points, is chosen here; the words are in data/words.csv,
`scene.label.NAME`. The places are those with the shortest lines, so that no two lines cross.
"""

import re
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.ndimage import distance_transform_edt
from scipy.optimize import linear_sum_assignment

from illustrator.drawing.arrays import Floats, Mask
from illustrator.drawing.svg import element
from illustrator.scenes.outline import rings_of
from illustrator.scenes.scene import Drawn

Point = tuple[float, float]
Line = tuple[Point, Point]

ROWS = 5
COLUMN = 0.25  # of the width, each side
RIM = 0.02  # of the width: no line ends nearer to a column where that can be
SHARES = (0.5, 0.56, 0.44, 0.62, 0.38, 0.68, 0.32, 0.26)  # of a needle's length, the best first
STEP = 4  # drawing units between the places that are tried
CLEAR = 0.045  # of the width: no line ends nearer to a needle's tip
BEYOND = 0.15  # of the width: what a line into its own column costs
FAR, NEVER = 3e3, 1e5  # costs, drawing units

# By scene: name of the label and what it points at: a structure's group, or a class of the drawing (with a dot).
# Where needle and structure are at one place, the line goes to the same structure of the other side.
POINTS: dict[str, dict[str, str]] = {
    "cervical-facet": {"bone": "vertebra-C4", "joint": "facet-C4-5-left", "disc": "disc-C4-5", "cord": ".sc-cord",
                       "artery": "artery-vertebral-left"},
    "cervical-medial": {"bone": "vertebra-C5", "joint": "facet-C5-6-left", "branch": "medial-C5-left",
                        "nerve": "nerve-C4-5-left", "artery": ".sc-avoid"},
    "cervical-root": {"bone": "vertebra-C5", "disc": "disc-C5-6", "cord": ".sc-cord", "nerve": "nerve-C5-6-right",
                      "artery": "artery-vertebral-left"},
    "cervical-epidural": {"bone": "vertebra-C7", "ligament": ".sc-ligament", "cord": ".sc-cord",
                          "nerve": "nerve-C7-T1-right"},
    "thoracic-facet": {"bone": "vertebra-T7", "joint": "facet-T7-8-right", "rib": "rib-T8-right",
                       "nerve": "nerve-T8-9-right"},
    "thoracic-medial": {"bone": "vertebra-T8", "branch": "medial-T7-left", "rib": "rib-T8-right",
                        "joint": "facet-T7-8-right"},
    "thoracic-root": {"bone": "vertebra-T7", "cord": ".sc-cord", "nerve": "nerve-T7-8-right", "lung": ".sc-lung",
                      "artery": ".sc-vessel"},
    "thoracic-epidural": {"bone": "vertebra-T9", "ligament": ".sc-ligament", "cord": ".sc-cord", "rib": "rib-T9-right"},
    "lumbar-facet": {"bone": "vertebra-L4", "joint": "facet-L4-5-right", "nerve": "nerve-L4-5-right",
                     "disc": "disc-L4-5", "sac": ".sc-csf"},
    "lumbar-medial": {"bone": "vertebra-L4", "joint": "facet-L4-5-right", "branch": "medial-L3-right",
                      "disc": "disc-L3-4", "nerve": "nerve-L4-5-left"},
    "lumbar-root": {"bone": "vertebra-L4", "disc": "disc-L4-5", "nerve": "nerve-L4-5-right", "sac": ".sc-csf",
                    "artery": ".sc-vessel"},
    "lumbar-epidural": {"bone": "vertebra-L4", "ligament": ".sc-ligament", "nerve": "nerve-L4-5-right",
                        "disc": "disc-L4-5", "sac": ".sc-csf"},
    "lumbar-caudal": {"sacrum": "vertebra-S1", "tailbone": "vertebra-Co", "ligament": ".sc-ligament", "sac": ".sc-csf"},
}  # fmt: skip
BROUGHT = ("contrast", "medicine", "heat", "cold")  # layers that have a name of their own, besides the needle


@dataclass(frozen=True)
class Label:
    """word: its name in data/words.csv; layer: the one it comes with; at: where its line ends, drawing units; on:
    what it points at; side (left or right) and row (from 0): where it stands."""

    word: str
    layer: str
    at: tuple[int, int]
    on: str
    side: str
    row: int


@dataclass(frozen=True)
class _Pointer:
    word: str
    layer: str
    on: str
    at: tuple[int, int]


def start(side: str, row: int, size: tuple[int, int]) -> tuple[float, float]:
    """Where a label's line begins, drawing units: the inner edge of its column, the middle of its row."""
    return size[0] * (COLUMN if side == "left" else 1 - COLUMN), size[1] * (row + 0.5) / ROWS


def labels(drawn: Drawn) -> list[Label]:
    """The labels of a scene, by column and row. Heat, cold and needle are never seen together, so each finds its place
    among the names that stay."""
    pointers = _pointers(drawn)
    ends = ("heat", "cold")
    made = _placed(drawn, [p for p in pointers if p.layer not in ends], [])
    staying = [label for label in made if label.layer in ("base", "avoid")]
    for end in ends:
        made += _placed(drawn, [p for p in pointers if p.layer == end], staying)
    return sorted(made, key=lambda label: (label.side, label.row, label.word))


def _cross(one: Line, other: Line) -> bool:
    """Whether two lines cross."""

    def turn(a: Point, b: Point, c: Point) -> bool:
        return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])

    (p, q), (r, s) = one, other
    return turn(p, q, r) != turn(p, q, s) and turn(r, s, p) != turn(r, s, q)


def leaders(drawn: Drawn) -> str:
    """The lines from the labels to their structures, each with the layer of its label."""
    found = []
    for label in labels(drawn):
        x, y = start(label.side, label.row, drawn.view.size)
        line = f"M{x:.0f} {y:.0f}L{label.at[0]} {label.at[1]}"
        dot = f"M{label.at[0]} {label.at[1]}h0"
        drawings = [element("path", {"class": css, "d": d}) for css, d in (
            ("sc-lead-halo", line), ("sc-dot-halo", dot), ("sc-lead", line), ("sc-dot", dot))]  # fmt: skip
        found.append(element("g", {"data-layer": label.layer}, drawings))
    return element("g", {"class": "sc-leads"}, found)


def _placed(drawn: Drawn, pointers: list[_Pointer], staying: list[Label]) -> list[Label]:
    """Each pointer at a free place of its own, the lines as short as can be and across no staying one."""
    taken = {(label.side, label.row) for label in staying}
    places = [place for place in product(("left", "right"), range(ROWS)) if place not in taken]
    if not pointers:
        return []
    cost = np.array([[_cost(drawn, pointer, *place) for place in places] for pointer in pointers])
    size = drawn.view.size
    kept = [(start(label.side, label.row, size), label.at) for label in staying]
    for row, pointer in enumerate(pointers):
        lines = [(start(*place, size), pointer.at) for place in places]
        cost[row] += [NEVER * any(_cross(line, other) for other in kept) for line in lines]
    _, chosen = linear_sum_assignment(cost)
    return [Label(p.word, p.layer, p.at, p.on, *places[k]) for p, k in zip(pointers, chosen, strict=True)]


def _pointers(drawn: Drawn) -> list[_Pointer]:
    shafts = _shafts(drawn.layers["needle"])
    tips = [tip for tip, _ in shafts]
    found = []
    for word, on in POINTS[drawn.scene.name].items():
        layer = "avoid" if on == ".sc-avoid" else "base"
        at = _deepest(drawn, _marked(drawn.layers[layer], on), shafts)
        found.append(_Pointer(word, layer, on, at))
    for layer in BROUGHT:
        if layer in drawn.layers:
            taken = tips[:1] + [one.at for one in found]
            found.append(_Pointer(layer, layer, f".sc-{layer}", _apart(drawn, layer, taken)))
    found.append(_Pointer("needle", "needle", ".sc-needle", _on_shaft(drawn, shafts[0])))
    return found


def _marked(markup: str, on: str) -> str:
    """The part of a drawing that a label points at: the paths of a class, or the outline of a structure's group."""
    mark = rf'class="{on[1:]}(?: [^"]*)?"' if on.startswith(".") else rf'id="[^"]*-p-{re.escape(on)}"'
    return "".join(re.findall(rf"<(?:path|circle|ellipse) [^>]*{mark}[^>]*>", markup))


def _mask(drawn: Drawn, markup: str) -> Mask:
    """Which places, STEP apart, lie inside the outlines."""
    width, height = drawn.view.size
    x, y = np.meshgrid(np.arange(0.0, width, STEP), np.arange(0.0, height, STEP))
    inside = np.zeros(x.shape, bool)
    for ring in rings_of(markup):
        inside ^= _within(ring, x, y)
    return inside


def _within(ring: Floats, x: Floats, y: Floats) -> Mask:
    """Even-odd rule for one closed ring (n, 2)."""
    odd = np.zeros(x.shape, bool)
    for (ax, ay), (bx, by) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        if ay != by:
            odd ^= ((ay > y) != (by > y)) & (x < ax + (y - ay) / (by - ay) * (bx - ax))
    return odd


def _places(drawn: Drawn, markup: str) -> tuple[Floats, Floats]:
    """Places inside (n, 2), drawing units, and how deep inside each lies (n,); those between the columns if any."""
    mask = np.pad(_mask(drawn, markup), 1)
    deep = distance_transform_edt(mask)[1:-1, 1:-1]
    rows, columns = np.nonzero(deep)
    spots = np.column_stack([columns, rows]) * float(STEP)
    between = np.abs(spots[:, 0] / drawn.view.size[0] - 0.5) < 0.5 - COLUMN - RIM
    keep = between if between.any() else np.ones(len(spots), bool)
    return spots[keep], deep[rows, columns][keep]


def _away(spots: Floats, others: list[Point]) -> Floats:
    """Distance (n,) of every place to the nearest of some points."""
    return np.asarray(np.min([np.linalg.norm(spots - np.array(other), axis=1) for other in others], axis=0))


def _deepest(drawn: Drawn, markup: str, shafts: list[Line]) -> tuple[int, int]:
    """The place deepest inside, clear of every needle and still more of its tip where that can be."""
    spots, deep = _places(drawn, markup)
    least = CLEAR * drawn.view.size[0]
    clear = _away(spots, [tip for tip, _ in shafts]) > least
    along = [tuple(point) for tip, hub in shafts for point in np.linspace(tip, hub, 60)]
    free = clear & (_away(spots, along) > least / 2)
    keep = next((each for each in (free, clear) if each.any()), np.ones_like(clear))
    best = spots[np.argmax(deep * keep)]
    return int(best[0]), int(best[1])


def _apart(drawn: Drawn, layer: str, others: list[Point]) -> tuple[int, int]:
    """The place well inside a fluid, clear of the tip and of where other labels point, that is nearest to a column."""
    spots, deep = _places(drawn, _marked(drawn.layers[layer], f".sc-{layer}"))
    width = drawn.view.size[0]
    well = deep >= min(3.0, float(deep.max()))
    spots = spots[well]
    away = np.minimum(_away(spots, others), CLEAR * width)
    outwards = np.abs(spots[:, 0] / width - 0.5)
    best = spots[np.argmax(away + outwards)]
    return int(best[0]), int(best[1])


def _on_shaft(drawn: Drawn, shaft: Line) -> tuple[int, int]:
    """The place nearest to a needle's middle that lies between the columns."""
    points = [np.array(shaft[0]) * (1 - t) + np.array(shaft[1]) * t for t in SHARES]
    between = [point for point in points if _is_between(point[0] / drawn.view.size[0])]
    best = (between or points[-1:])[0]
    return round(float(best[0])), round(float(best[1]))


def _is_between(share: float) -> bool:
    return abs(share - 0.5) < 0.5 - COLUMN - RIM


def _shafts(markup: str) -> list[Line]:
    """From tip to hub, drawing units."""
    lines = re.findall(r'class="sc-(?:needle|probe)" d="M(-?\d+) (-?\d+)L(-?\d+) (-?\d+)"', markup)
    return [((float(a), float(b)), (float(c), float(d))) for a, b, c, d in lines]


def _cost(drawn: Drawn, pointer: _Pointer, side: str, row: int) -> float:
    """Length of the line; dear where it passes a tip, or where the label would lie on a needle or on what it names."""
    width, height = drawn.view.size
    here, end = np.array(start(side, row, (width, height))), np.array(pointer.at, float)
    line = here + (end - here) * np.linspace(0, 1, 40)[:, None]
    total = float(np.linalg.norm(end - here))
    outer = (0, here[0]) if side == "left" else (here[0], width)
    for layer in ("needle", "heat", "cold"):
        for tip, hub in _shafts(drawn.layers.get(layer, "")):
            near = np.linalg.norm(line - np.array(tip), axis=1).min()
            total += NEVER * (near < CLEAR * width * (0.5 if pointer.layer != "base" else 1))
            shaft = np.array(tip) + (np.array(hub) - np.array(tip)) * np.linspace(0, 1.15, 60)[:, None]
            covers = (shaft[:, 0] > outer[0]) & (shaft[:, 0] < outer[1])
            covers &= np.abs(shaft[:, 1] - here[1]) < height / ROWS / 2
            total += FAR * covers.any()
    beyond = outer[0] < end[0] < outer[1]
    under = beyond and abs(end[1] - here[1]) < height / ROWS / 2
    return float(total + FAR * under + BEYOND * width * beyond)
