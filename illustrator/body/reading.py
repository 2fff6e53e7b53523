"""Read a body drawing back: the areas as they are really written, as polygons in drawing units."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from illustrator.drawing.arrays import Floats

SVG = "{http://www.w3.org/2000/svg}"
TOKEN = re.compile(r"[Mclhvz]|-?(?:\d+\.\d+|\.\d+|\d+)")
TAKES = {"M": 2, "l": 2, "h": 1, "v": 1, "c": 6}
FINE = 12  # pieces of one curve


@dataclass(frozen=True)
class Area:
    """One pain area: slug, side (left, right, mid), what is seen and what can be touched (with the halo)."""

    slug: str
    side: str
    seen: BaseGeometry
    touched: BaseGeometry


def _steps(text: str) -> list[tuple[str, list[float]]]:
    tokens, steps, letter, at = TOKEN.findall(text), [], "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            letter, at = tokens[at], at + 1
        values = [float(word) for word in tokens[at : at + TAKES.get(letter, 0)]]
        steps.append((letter, values))
        at += len(values)
    return steps


def rings(text: str) -> list[Floats]:
    """Closed rings (n, 2) of path data as curves.path_text and halo.halo_text write it."""
    found: list[Floats] = []
    line: list[Floats] = []
    here = np.zeros(2)
    for letter, values in _steps(text):
        if letter == "z":
            found.append(np.array(line))
        elif letter == "M":
            here = np.array(values)
            line = [here]
        elif letter == "c":
            a, b, c = np.array(values).reshape(3, 2) + here
            t = np.linspace(0, 1, FINE + 1)[1:, None]
            line.extend((1 - t) ** 3 * here + 3 * t * (1 - t) ** 2 * a + 3 * t * t * (1 - t) * b + t**3 * c)
            here = c
        else:
            here = here + {"l": values, "h": [*values, 0], "v": [0, *values]}[letter]
            line.append(here)
    return found


def shape(text: str) -> BaseGeometry:
    """The area inside path data (all rings together)."""
    return shapely.union_all([Polygon(ring).buffer(0) for ring in rings(text)])


def root(path: Path) -> ElementTree.Element:
    """The drawing's root element."""
    return ElementTree.parse(path).getroot()


def by_id(drawing: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """Elements by their id."""
    return {element.get("id", ""): element for element in drawing.iter() if element.get("id")}


def areas(path: Path) -> list[Area]:
    """Every area element of a drawing, in the order of the file."""
    drawing = root(path)
    known, found = by_id(drawing), []
    for use in drawing.iter(f"{SVG}use"):
        slug, side = use.get("data-area"), use.get("data-side")
        if slug is None or side is None:
            continue
        name = use.get("href", "")[1:]
        seen = shape(known[f"{name}-s"].get("d", ""))
        halo = known[name].find(f"{SVG}path")
        touched = seen if halo is None else seen.union(shape(halo.get("d", "")))
        if use.get("transform"):
            seen, touched = (affinity.scale(s, -1, 1, origin=(300, 0)) for s in (seen, touched))
        found.append(Area(slug, side, seen, touched))
    return found
