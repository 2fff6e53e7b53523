"""Borders of a label map as shared chains: every border between two labels exists once, split where three meet."""

from dataclasses import dataclass

import numpy as np

from illustrator.drawing.arrays import Ints

Corner = tuple[int, int]  # of a pixel: column, row


@dataclass(frozen=True)
class Chain:
    """A border walked with label `left` on its left and `right` on its right; closed if it ends where it starts."""

    left: int
    right: int
    corners: tuple[Corner, ...]

    @property
    def closed(self) -> bool:
        return self.corners[0] == self.corners[-1]


def _edges(labels: Ints) -> dict[Corner, list[tuple[Corner, int, int]]]:
    """From each corner: the next corner along a crack, and the labels left and right of that step."""
    edges: dict[Corner, list[tuple[Corner, int, int]]] = {}

    def add(start: Corner, end: Corner, left: int, right: int) -> None:
        edges.setdefault(start, []).append((end, left, right))
        edges.setdefault(end, []).append((start, right, left))

    for y, x in zip(*(found.tolist() for found in np.where(labels[:, :-1] != labels[:, 1:])), strict=True):
        add((x + 1, y), (x + 1, y + 1), int(labels[y, x + 1]), int(labels[y, x]))
    for y, x in zip(*(found.tolist() for found in np.where(labels[:-1] != labels[1:])), strict=True):
        add((x, y + 1), (x + 1, y + 1), int(labels[y, x]), int(labels[y + 1, x]))
    return edges


def chains(labels: Ints) -> list[Chain]:
    """All borders of a label map that has a margin of one label around it."""
    edges = _edges(labels)
    used: set[tuple[Corner, Corner]] = set()
    found = []

    def walk(start: Corner, first: tuple[Corner, int, int]) -> Chain:
        here, left, right = first
        corners = [start, here]
        used.update({(start, here), (here, start)})
        while len(edges[here]) == 2 and here != start:
            following = [step[0] for step in edges[here] if (here, step[0]) not in used]
            if not following:
                break
            used.update({(here, following[0]), (following[0], here)})
            here = following[0]
            corners.append(here)
        return Chain(left, right, tuple(corners))

    junctions = [corner for corner, steps in edges.items() if len(steps) != 2]
    for corner in [*junctions, *edges]:
        for step in edges[corner]:
            if (corner, step[0]) not in used:
                found.append(walk(corner, step))
    return found
