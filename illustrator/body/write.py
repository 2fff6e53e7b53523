"""Write one view as SVG: half the figure, once, and its mirror image; colours by class only (assets/css).

Every area is one `<use>` with data-area and data-side. It refers to a group of two shapes: the halo (a touch target,
never painted) and the shape itself, clipped by itself: its outline is drawn inside, where no neighbour covers it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from illustrator.body.canvas import AREAS, FILLER, MIDLINE
from illustrator.body.curves import Cubics, mirrored, path_text
from illustrator.body.halo import halo_text
from illustrator.body.network import MIDLINE_EDGE, Border, around
from illustrator.body.view import CENTRE, View
from illustrator.drawing.arrays import Floats
from illustrator.drawing.svg import element

BOX = "44 4 512 980"
FLIP = f"matrix(-1 0 0 1 {2 * CENTRE:.0f} 0)"
# On the right of the picture: the person's left from the front, the person's right from behind.
SIDES: dict[View, tuple[str, str]] = {"front": ("left", "right"), "back": ("right", "left")}
GROUND: dict[View, int] = {"front": 944, "back": 902}
SHORTS: dict[View, str] = {
    "front": "M190 399q110 15 220 0v150q-50 15-107 11l-3-14-3 14q-57 4-107-11z",
    "back": "M190 396q110 10 220 0v152q-50 16-107 12l-3-14-3 14q-57 4-107-12z",
}
WAISTBAND: dict[View, str] = {
    "front": "M190 399q110 15 220 0v8q-110 15-220 0z",
    "back": "M190 396q110 10 220 0v8q-110 10-220 0z",
}
HIPS = "M180 380h78v190h-78zM342 380h78v190h-78z"  # the shorts are shaded at the sides only: they must not look thin
SEAM = "M299.5 474l.5-6 .5 6 .3 74h-1.6z"
HATCH, LINE = 7, 2.7  # period and width of the hatch, units


@dataclass(frozen=True)
class Drawing:
    """All the parts of one view, right half unless said otherwise."""

    view: View
    borders: list[Border]
    halos: dict[str, list[Floats]]
    tones: dict[str, str]
    hair: str
    creases: str
    strokes: tuple[str, str]  # of one side, of the midline


def _shifted(cubics: Cubics) -> Cubics:
    return [cubic + np.array([CENTRE, 0]) for cubic in cubics]


def silhouette(borders: list[Border]) -> str:
    """Path text of the whole figure's outline."""
    closed, left_open = around(borders, set(range(1, len(AREAS) + 1)), MIDLINE_EDGE)
    lines = [line for ring in closed for line in (ring, mirrored(ring))] + [line + mirrored(line) for line in left_open]
    return "".join(path_text(_shifted(line)) for line in lines)


def area_text(borders: list[Border], area: str) -> str:
    """Path text of one area: its right half's ring, or the whole of it if it lies on the midline."""
    label = AREAS.index(area) + 1
    if area not in MIDLINE:
        rings, _ = around(borders, {label})
        return "".join(path_text(_shifted(ring)) for ring in rings)
    rings, left_open = around(borders, {label}, MIDLINE_EDGE)
    return "".join(path_text(_shifted(line + mirrored(line))) for line in left_open + [r for r in rings if r])


def _patterns(letter: str) -> Iterable[str]:
    """Hatch of joint and nerve, and the same for mirrored areas, which would turn it over."""
    for part, angle in (("facet", 45), ("nerve", -45)):
        ground = element("path", {"class": f"bf-{part}-0", "d": f"M0 0h{HATCH}v{HATCH}H0z"})
        line = element("path", {"class": f"bf-{part}-1", "d": f"M0 0h{LINE}v{HATCH}H0z"})
        size: dict[str, str | int] = {"width": HATCH, "height": HATCH, "patternUnits": "userSpaceOnUse"}
        name = f"bf-hatch-{part}-{letter}"
        yield element("pattern", {"id": name, **size, "patternTransform": f"rotate({angle})"}, [ground, line])
        yield element("pattern", {"id": f"{name}m", "href": f"#{name}", "patternTransform": f"rotate({-angle})"})


def _use(name: str, flip: bool = False, **more: str) -> str:
    """One `<use>`; a keyword becomes an attribute, of_class the class."""
    given = {"class" if key == "of_class" else key.replace("_", "-"): value for key, value in more.items()}
    return element("use", {"href": f"#{name}", **given, "transform": FLIP if flip else ""})


def _both(name: str) -> str:
    return _use(name) + _use(name, True)


def _area(letter: str, area: str, shape: str, halo: list[Floats]) -> str:
    name = f"bf-{letter}-{area}"
    clip = element("clipPath", {"id": f"{name}-c"}, [element("path", {"id": f"{name}-s", "d": shape})])
    air = [element("path", {"class": "bf-halo", "d": "".join(map(halo_text, halo))})] if halo else []
    return clip + element("g", {"id": name}, [*air, _use(f"{name}-s", clip_path=f"url(#{name}-c)")])


def svg(drawing: Drawing) -> str:
    """The whole file."""
    view, f = drawing.view, drawing.view[0]
    present = {AREAS[label - 1] for border in drawing.borders for label in (border.left, border.right) if label > 0}
    areas = [area for area in AREAS if area in present and area != FILLER]
    picture_right, picture_left = SIDES[view]
    tones = {name: text for name, text in drawing.tones.items() if text}

    outline, inside, in_shorts = f"bf-{f}-outline", f"url(#bf-{f}-in)", f"url(#bf-{f}-shorts)"
    defs = [
        *_patterns(f),
        element("path", {"id": outline, "d": silhouette(drawing.borders)}),
        element("clipPath", {"id": f"bf-{f}-in"}, [_use(outline)]),
        element("clipPath", {"id": f"bf-{f}-hips"}, [element("path", {"d": HIPS})]),
        element("clipPath", {"id": f"bf-{f}-shorts"}, [element("path", {"d": SHORTS[view]})]),
        *(element("path", {"id": f"bf-{f}-{name}", "d": text}) for name, text in tones.items()),
        element("path", {"id": f"bf-{f}-hair", "d": drawing.hair}),
        element("path", {"id": f"bf-{f}-pen", "d": drawing.strokes[0] + drawing.creases}),
        *(_area(f, area, area_text(drawing.borders, area), drawing.halos.get(area, [])) for area in areas),
    ]
    plaster = "".join(element("g", {"class": name}, [_both(f"bf-{f}-{name}")]) for name in tones)
    hair = element("g", {"class": "bf-hair"}, [_both(f"bf-{f}-hair")])
    folds = [element("g", {"class": f"bf-w{name[-1]}"}, [_both(f"bf-{f}-{name}")]) for name in ("bf-t3", "bf-t4")]
    round_hips = element("g", {"clip-path": f"url(#bf-{f}-hips)"}, folds)
    band, seam = (
        element("path", {"class": "bf-w3", "d": WAISTBAND[view]}),
        element("path", {"class": "bf-seam", "d": SEAM}),
    )
    shorts = element("g", {"clip-path": in_shorts}, [_use(outline, of_class="bf-w1"), round_hips, band, seam])
    hem = element("path", {"class": "bf-hem", "d": SHORTS[view]})
    targets = []
    for area in areas:
        sides = ("mid",) if area in MIDLINE else (picture_right, picture_left)
        for side in sides:
            flip = side == picture_left
            targets.append(_use(f"bf-{f}-{area}", flip, of_class="bf-area", data_area=area, data_side=side))
    below = [
        element("ellipse", {"class": "bf-ground", "cx": 300, "cy": GROUND[view], "rx": 150, "ry": 22}),
        _use(outline, of_class="bf-t1"),
        element("g", {"clip-path": inside}, [plaster, hair]),
        element("g", {"class": "bf-pen"}, [_both(f"bf-{f}-pen"), element("path", {"d": drawing.strokes[1]})]),
        element("g", {"class": "bf-wear", "clip-path": inside}, [shorts, hem]),
    ]
    root = {"xmlns": "http://www.w3.org/2000/svg", "class": f"bf bf-{view}", "viewBox": BOX}
    hidden = {"aria-hidden": "true", "focusable": "false"}  # the page names its targets itself
    groups = [
        element("defs", {}, defs),
        element("g", {"class": "bf-art"}, below),
        element("g", {"class": "bf-areas"}, targets),
        _use(outline, of_class="bf-edge"),
    ]
    return element("svg", {**root, **hidden}, groups) + "\n"
