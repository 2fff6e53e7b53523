"""Nerve and bone: the joint, its nerves, and the bone where each is reached, as a ladder drawn from the facts."""

from __future__ import annotations

from dash import html
from markupsafe import Markup

from catalog import Catalog, FacetNerve, Level, facet_nerves
from components.kit.drawing import Drawing
from components.kit.markup import attrs, el, svg
from components.kit.voice import Voice

ROW, BODY, WIDTH = 40.0, (74.0, 150.0), 236.0  # height of a bone's row; its body from left to right; all, in units
CROSSING = 204.0  # where a needle reaches the nerve
DISC, GAP = 10.0, 3.0  # half a number's disc; between two bones


def ladder(voice: Voice, level: Level) -> html.Div:
    """The picture; what it shows stands beside it in words (`anatomy.nerves`)."""
    return html.Div(Drawing(svg=_drawn(voice, level)), className="ladder", **attrs(aria_hidden="true"))


def spine(catalog: Catalog) -> list[str]:
    """Every bone, from the neck down."""
    pairs = [(level.upper_bone, level.lower_bone) for level in catalog.levels.values() if level.upper_bone]
    return list(dict.fromkeys(bone for pair in pairs for bone in pair))


def bones_of(catalog: Catalog, level: Level) -> list[str]:
    """Those that the ladder shows: the joint's two, the ones the nerves are named after, the ones they cross."""
    nerves = facet_nerves(catalog, level.segment)
    named = {level.upper_bone, level.lower_bone, *(one.nerve for one in nerves), *(one.over for one in nerves)}
    return [bone for bone in spine(catalog) if bone in named]


def _drawn(voice: Voice, level: Level) -> Markup:
    bones = bones_of(voice.catalog, level)
    joint = ROW * bones.index(level.lower_bone)
    parts = [_bone(bone, ROW * row) for row, bone in enumerate(bones)]
    nerves = list(enumerate(facet_nerves(voice.catalog, level.segment), start=1))
    places = [(number, *_crossing(nerve, bones, joint)) for number, nerve in nerves]
    parts += [_course(x, y, joint) for _, x, y in places]
    x = BODY[0]
    parts.append(el("path", d=f"M{x - 7:.0f} {joint:.0f}l7 -7l7 7l-7 7z", class_="ladder-joint"))
    parts.append(el("text", voice.level(level), x=f"{x - 12:.0f}", y=f"{joint:.0f}", class_="ladder-level"))
    parts += [_number(*place) for place in places]
    return svg(f"0 {-GAP:.0f} {WIDTH:.0f} {ROW * len(bones) + GAP:.0f}", *parts, class_="ladder-drawing")


def _bone(name: str, top: float) -> Markup:
    left, right = BODY
    middle = top + ROW / 2
    outline = (
        f"M{left:.0f} {top + GAP:.0f}H{right:.0f}V{middle - 6:.0f}H{WIDTH - 12:.0f}q8 6 0 12H{right:.0f}"
        f"V{top + ROW - GAP:.0f}H{left:.0f}z"
    )
    label = el("text", name, x=f"{(left + right) / 2:.0f}", y=f"{middle:.0f}", class_="ladder-name")
    return el("g", el("path", d=outline, class_="ladder-bone"), label)


def _crossing(nerve: FacetNerve, bones: list[str], joint: float) -> tuple[float, float]:
    """On the bone's process; a nerve that crosses the joint itself is reached there."""
    if nerve.over in bones:
        return CROSSING, ROW * (bones.index(nerve.over) + 0.5)
    return BODY[0] + 40, joint


def _course(x: float, y: float, joint: float) -> Markup:
    start, bend = BODY[0], (BODY[0] + x) / 2
    return el(
        "path",
        d=f"M{start:.0f} {joint:.0f}C{bend:.0f} {joint:.0f} {bend:.0f} {y:.0f} {x:.0f} {y:.0f}",
        class_="ladder-nerve",
    )


def _number(number: int, x: float, y: float) -> Markup:
    return el(
        "g",
        el("circle", cx=f"{x:.0f}", cy=f"{y:.0f}", r=f"{DISC:.0f}"),
        el("text", str(number), x=f"{x:.0f}", y=f"{y:.0f}"),
        class_="ladder-number",
    )
