"""What a cross-section shows besides bone: the inside of bone and disc, fat, ligament, sac, cord or cauda equina.

Sizes of sac, cord and ligament, and the places of the rootlets, are drawing choices along known anatomy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np
from scipy.ndimage import label as components

from illustrator.drawing.arrays import Floats
from illustrator.drawing.svg import Ids, element
from illustrator.scenes.outline import inside, path
from illustrator.scenes.relief import Cut
from illustrator.scenes.solids import whole_spine
from illustrator.spine.dimensions import above, region
from illustrator.spine.layout import Frame
from illustrator.spine.nerve import in_canal
from illustrator.spine.window import View

SHELL = 1.1  # mm of dense bone round the spongy inside
FLAVUM_REACH = 2.3  # times its thickness: how far from the sac the ligament is still drawn
LAMELLAE = (0.95, 0.87, 0.79, 0.71)


@dataclass(frozen=True)
class Sac:
    """Half width and half depth of the sac and of the cord (none where the cauda equina is), thickness of the
    yellow ligament, how far the sac lies in front of the canal's middle; mm."""

    sac: tuple[float, float]
    cord: tuple[float, float] | None
    flavum: float
    forward: float = 0.0


SACS = {
    "cervical": Sac((9.4, 6.6), (6.6, 4.2), 1.7),
    "thoracic": Sac((7.0, 6.0), (4.6, 3.7), 2.0),
    "lumbar": Sac((9.4, 7.0), None, 3.2, 2.0),
}


def middle_of_canal(lower: str, view: View, depth: float) -> Floats:
    """World point where the canal's axis crosses the plane of the cut, near the bone named."""
    a, b = in_canal(whole_spine(), above(lower)), in_canal(whole_spine(), lower)
    za, zb = view.axes[2] @ a, view.axes[2] @ b
    return np.asarray(a + (b - a) * ((depth - za) / (zb - za)))


@dataclass(frozen=True)
class Inside:
    """Everything needed to fill a cross-section; x to the left, y to the front of the person, from the sac's middle."""

    view: View
    section: Cut
    frame: Frame
    lower: str
    depth: float

    @property
    def upper(self) -> str:
        """The bone over the disc; its region decides what the sac holds."""
        return above(self.lower)

    @property
    def centre(self) -> Floats:
        """The sac's middle in the frame."""
        axis = self.frame.into(middle_of_canal(self.lower, self.view, self.depth))
        return np.asarray(axis + np.array([0, SACS[region(self.upper)].forward, 0]))

    @property
    def local(self) -> tuple[Floats, Floats]:
        """x and y of every pixel."""
        own = self.frame.into(self.section.plane) - self.centre
        return own[..., 0], own[..., 1]


def spongy(at: Inside) -> str:
    """The inside of every cut bone."""
    bone = at.section.of("vertebra", "rib")
    return path("sc-spongy", inside(at.view, bone + SHELL, 60))


def rings_of_disc(at: Inside) -> Iterator[str]:
    """Fibre rings and the soft middle of the disc, where the plane cuts the disc."""
    discs = at.section.of("disc")
    bone = at.section.of("vertebra")
    cut = (discs < 0) & (bone > 0)
    if cut.mean() < 0.008:
        return
    own = at.frame.into(at.section.plane[cut])
    low, high = own.min(0), own.max(0)
    half, middle = (high - low) / 2, (high + low) / 2
    own = at.frame.into(at.section.plane)
    u, v = np.abs(own[..., 0] / half[0]), np.abs((own[..., 1] - middle[1]) / half[1])
    r = (u**2.3 + v**2.5) ** (1 / 2.4)
    keep = np.maximum(discs, -bone) + 0.4
    for share in LAMELLAE:
        yield path("sc-lamella", inside(at.view, np.maximum((r - share) * half[1], keep)))
    yield path("sc-nucleus", inside(at.view, (r - 0.56) * half[1]))


def fill(at: Inside, ids: Ids) -> Iterator[str]:
    """Fat, ligament, sac and what the sac holds, in this order."""
    made = SACS[region(at.upper)]
    x, y = at.local
    size = whole_spine().dimensions.vertebrae[at.lower]
    wide, deep = size.canal_width / 2, size.canal_depth / 2
    hard = np.minimum(at.section.of("vertebra"), at.section.of("disc"))
    bone = at.section.of("vertebra")
    rx, ry = made.sac
    canal = ((np.abs(x) / (wide + 1.5)) ** 2.4 + (np.abs(y) / (deep + 3.5)) ** 2.4) ** (1 / 2.4) - 1
    fat = np.maximum(np.maximum(canal * deep, -hard), -at.section.of("nerve"))
    yield _group(ids, "fat", [path("sc-fat", inside(at.view, _one_piece(fat, x, y)))])
    sac = (np.hypot(x / rx, y / ry) - 1) * ry
    behind = np.maximum(bone - made.flavum, -(bone - 0.1))
    behind = np.maximum(behind, y + 0.35 * ry)
    behind = np.maximum(np.maximum(behind, 0.5 - np.abs(x)), sac - FLAVUM_REACH * made.flavum)
    yield _group(ids, "ligament", [path("sc-ligament", inside(at.view, behind, soft=1.6))])
    sac = np.maximum(sac, 0.5 - hard)
    inner = [path("sc-dura", inside(at.view, sac)), path("sc-csf", inside(at.view, sac + 0.6))]
    content = _cord(at, made.cord) if made.cord else _rootlets(at, made.sac)
    yield _group(ids, "sac", [*inner, *content])


def _one_piece(field: Floats, x: Floats, y: Floats) -> Floats:
    """The field without pieces that bone parts from the middle of the canal."""
    pieces, _ = components(field < 0)
    middle = np.unravel_index(np.argmin(np.hypot(x, y)), field.shape)
    return np.where(pieces == pieces[middle], field, np.abs(field))


def _cord(at: Inside, size: tuple[float, float]) -> list[str]:
    """The cord with the grey butterfly inside."""
    x, y = at.local
    a, b = size
    white = (np.hypot(x / a, y / b) - 1) * b
    horn = np.abs(np.abs(x) - a * (0.30 + 0.05 * y / b)) - (0.75 + 0.35 * (y > 0))
    grey = np.minimum(np.maximum(horn, np.abs(y) - b * 0.62), np.maximum(np.abs(y) - 0.55, np.abs(x) - a * 0.4))
    return [path("sc-cord", inside(at.view, white)), path("sc-grey", inside(at.view, grey, 10, 1.8))]


def _rootlets(at: Inside, size: tuple[float, float]) -> list[str]:
    """The cut roots of the cauda equina, in arcs at the back and sides of the sac as when a person lies on the back."""
    found = []
    for count, share, span in ((13, 0.74, 150.0), (9, 0.48, 140.0), (4, 0.20, 120.0)):
        for step in range(count):
            a = (-span + 2 * span * step / (count - 1)) * pi / 180
            own = at.centre + np.array([share * size[0] * sin(a), -share * size[1] * cos(a), 0])
            u, v = at.view.place(at.frame.out(own))
            r = 6 + (step * 7 + count) % 3
            found.append(element("circle", {"class": "sc-rootlet", "cx": round(u), "cy": round(v), "r": r}))
    return found


def sheath(at: Inside, names: list[str]) -> str:
    """The sleeve of the sac round the cut roots, as a line, as far as the ganglion."""
    roots = at.section.of(*names)
    x, _ = at.local
    size = whole_spine().dimensions.vertebrae[at.lower]
    reach = size.canal_width / 2 + size.pedicle_width
    field = np.maximum(np.maximum(roots - 0.8, 0.2 - at.section.of("vertebra", "disc")), np.abs(x) - reach)
    return path("sc-sheath", inside(at.view, field))


def _group(ids: Ids, name: str, children: list[str]) -> str:
    return element("g", {"id": ids.new(name), "data-structure": name}, children)
