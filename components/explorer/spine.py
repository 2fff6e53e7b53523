"""The spine pane: the whole spine with its three regions, and each region enlarged with its levels."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from catalog import Catalog, explored, levels_in
from components.explorer import plate
from components.explorer.plate import HEIGHT, LABELS, TARGET, WIDTH, Circle, Placed, Point, Spot, View
from components.kit.markup import el

TINTS = ("neck", "mid", "low")  # of the regions from the head down


def tint(catalog: Catalog, region: str) -> str:
    """The tint of an explored region."""
    return TINTS[explored(catalog).index(region) % len(TINTS)]


@dataclass(frozen=True)
class Row:
    """A level on an enlarged plate: its share of the label column and its band on the drawing (top, bottom, in
    plate units).
    """

    segment: str
    label: tuple[float, float]
    band: tuple[float, float]
    target: Point
    facet: list[Circle]
    nerve: list[Circle]


def whole(catalog: Catalog, look: str, views: dict[str, View]) -> Markup:
    """The whole spine on three tinted bands, each one a target."""
    view = plate.LOOKS[look]
    found = views[view]
    placed = plate.place(found.box, LABELS + 40, WIDTH - LABELS - 40)
    regions = explored(catalog)
    edges = [0.0] + [placed.at(0, found.regions[name])[1] for name in regions[1:]] + [HEIGHT]
    targets, texts = [], []
    for name, (top, bottom) in zip(regions, pairwise(edges), strict=True):
        tinted = tint(catalog, name)
        gap = 2.0
        box = el(
            "rect", x=0, y=top + gap, width=WIDTH, height=bottom - top - 2 * gap, rx=14, class_=f"band band-{tinted}"
        )
        strip = el("rect", x=0, y=top, width=WIDTH, height=bottom - top, class_="catch")
        targets.append(plate.button(name, Markup("").join([strip, box]), first=name == regions[0]))
        middle = (top + bottom) / 2
        texts.append(el("text", x=16, y=middle, class_=f"band-name ink-{tinted}", data_t=f"region:{name}"))
        texts.append(el("text", x=16, y=middle + 32, class_=f"band-note ink-{tinted}", data_t=f"bones:{name}"))
    return plate.frame(view, *targets, el("g", plate.drawing(view, placed), *texts, class_="ink", aria_hidden="true"))


def enlarged(catalog: Catalog, look: str, region: str, views: dict[str, View]) -> Markup:
    """One region with a target for each level, its joint and its nerve."""
    view = f"{plate.LOOKS[look]}-{region}"
    found = views[view]
    placed = plate.place(found.box, LABELS, WIDTH - LABELS)
    rows = rows_of(levels_in(catalog, region), found.spots, placed)
    targets: list[Markup] = []
    labels: list[Markup] = []
    for index, row in enumerate(rows):
        targets += _targets(catalog, row, look, first=index == 0)
        labels.append(_label(row, catalog.levels[row.segment].label, tint(catalog, region)))
    rings = [_rings(row) for row in rows]
    return plate.frame(
        view, *targets, el("g", plate.drawing(view, placed), *labels, *rings, class_="ink", aria_hidden="true")
    )


def rows_of(segments: list[str], spots: dict[str, Spot], placed: Placed) -> list[Row]:
    """Equal shares of the label column; true bands on the drawing, the first and last reaching the plate's edges."""
    share = HEIGHT / len(segments)
    edges = [0.0, *(placed.at(0, spots[name].top)[1] for name in segments[1:]), HEIGHT]
    return [
        Row(
            name,
            (index * share, (index + 1) * share),
            (edges[index], edges[index + 1]),
            placed.at(*spots[name].target),
            _circles(spots[name].facet, placed),
            _circles(spots[name].nerve, placed),
        )
        for index, name in enumerate(segments)
    ]


def _circles(found: tuple[Circle, ...], placed: Placed) -> list[Circle]:
    return [(*placed.at(x, y), radius * placed.scale) for x, y, radius in found]


def _slice(row: Row, left: float, right: float) -> list[Point]:
    """The part of a level's band between two x on the drawing."""
    top, bottom = row.band
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _targets(catalog: Catalog, row: Row, look: str, first: bool) -> list[Markup]:
    """The level (label and front of the drawing), its nerve and its joint: side by side, never over each other."""
    level = catalog.levels[row.segment]
    slant = LABELS + 26
    zones = _zones(row, look, joint=bool(row.facet), nerve=bool(level.exiting_root))
    taken = min((left for _, left, _ in zones), default=WIDTH)
    (label_top, label_bottom), (top, bottom) = row.label, row.band
    outline = [
        (0.0, label_top),
        (LABELS - 4, label_top),
        (slant, top),
        (taken, top),
        (taken, bottom),
        (slant, bottom),
        (LABELS - 4, label_bottom),
        (0.0, label_bottom),
    ]
    made = [plate.button(row.segment, el("polygon", points=plate.polygon(outline), class_="catch"), first=first)]
    parts: dict[str, list[Markup]] = {}
    for part, left, right in zones:
        parts.setdefault(part, []).append(el("polygon", points=plate.polygon(_slice(row, left, right)), class_="catch"))
    return made + [plate.button(row.segment, Markup("").join(shapes), part=part) for part, shapes in parts.items()]


def _zones(row: Row, look: str, joint: bool, nerve: bool) -> list[tuple[str, float, float]]:
    """(part, left, right). Side view: nerve before joint. Back view: joints in the middle, the nerve's ends outside."""
    start = LABELS + 26
    if not (joint and nerve):
        return [("facet" if joint else "nerve", start + TARGET, WIDTH)] if joint or nerve else []
    if look == "side":
        middle = (row.nerve[0][0] + row.facet[0][0]) / 2 if row.nerve else row.facet[0][0] - TARGET / 2
        middle = min(max(middle, start + TARGET), WIDTH - TARGET)
        return [("nerve", middle - TARGET, middle), ("facet", middle, WIDTH)]
    centre = row.target[0]
    half = max(TARGET / 2, abs(row.facet[0][0] - centre) + 14)
    return [("nerve", start, centre - half), ("facet", centre - half, centre + half), ("nerve", centre + half, WIDTH)]


def _label(row: Row, name: str, tint: str) -> Markup:
    """The level's name with a tag that fills when chosen, and a leader line to its disc."""
    middle = sum(row.label) / 2
    width = LABELS - 8
    height = 46
    end = row.target[0], min(max(row.target[1], row.band[0] + 4), row.band[1] - 4)
    return el(
        "g",
        el("polyline", points=plate.polygon([(width, middle), (LABELS + 22, end[1]), end]), class_="leader"),
        el("circle", cx=end[0], cy=end[1], r=4, class_="leader-end"),
        el("rect", x=2, y=middle - height / 2, width=width - 2, height=height, rx=12, class_="tag"),
        el("text", name, x=width / 2, y=middle, class_="level-name"),
        data_row=row.segment,
        class_=f"lev lev-{tint}",
    )


def _rings(row: Row) -> Markup:
    """Rings round the chosen structure, and pins for levels that can cause pain in chosen areas; hidden until
    needed.
    """
    made = []
    for part, circles in (("facet", row.facet), ("nerve", row.nerve)):
        for x, y, radius in circles:
            size = max(radius, 20.0)
            made.append(
                el(
                    "g",
                    el("circle", cx=x, cy=y, r=size, class_="ring-edge"),
                    el("circle", cx=x, cy=y, r=size, class_="ring-line"),
                    data_ring=f"{row.segment}|{part}",
                    class_=f"ring ring-{part}",
                )
            )
            made.append(el("circle", cx=x, cy=y, r=13, data_pin=f"{row.segment}|{part}", class_=f"pin pin-{part}"))
    return el("g", *made)
