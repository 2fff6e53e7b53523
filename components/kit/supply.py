"""The nerves of a joint, numbered on their bones: a picture from behind and the same in words.

The bones are those of the plates. The nerves' course is a sketch: from where the nerve leaves the spine over its bone
to the joint.
"""

from __future__ import annotations

from math import dist

from dash import html
from markupsafe import Markup

from catalog import Catalog, FacetNerve, Level, facet_nerves, home_of, level_of_root
from components.kit.drawing import Drawing
from components.kit.markup import attrs, el, svg
from components.kit.plate_shapes import Key, Point, Shape, shapes
from components.kit.voice import Voice

SIDES = ("left", "right")
STROKES = ("edge", "nerve")  # a nerve has an edge of ink, as on the plates
OUT = 0.55  # how far from the joint above to the tip of the bone a nerve crosses it
ROOM = 0.12  # of the picture's width, around what is drawn
SHAPE = 0.45  # of the picture's width: its least height
NUMBER = 0.072  # of the picture's width: half a number's disc
APART = 2.7  # of that: from one number to the next, so that two discs never look like one


def supply(voice: Voice, level: Level) -> html.Figure:
    """Picture and words; `side` in the URL dims the other side."""
    nerves = facet_nerves(voice.catalog, level.segment)
    dims = [html.I(className=f"only-{side}", **attrs(data_when=f"side={side}")) for side in SIDES]
    lines = [
        html.Li(
            [html.B(str(index), className="supply-number"), *_said(voice, nerve)],
            **attrs(data_nerve=nerve.nerve, data_bone=nerve.over),
        )
        for index, nerve in enumerate(nerves, start=1)
    ]
    title = voice("supply.one" if len(nerves) == 1 else "supply.two")
    return html.Figure(
        [
            *dims,
            Drawing(svg=_drawing(voice.catalog, level), className="supply-picture"),
            html.Figcaption(
                [html.B(title), html.Ol(lines, className="supply-lines"), html.Small(voice("supply.behind"))]
            ),
        ],
        className="supply",
    )


def _said(voice: Voice, nerve: FacetNerve) -> list[html.Div]:
    """In plain words, or in exact ones for physicians; each a block of its own: only one is read aloud."""
    exact = f"{voice.of(nerve.name)}: {voice.of(nerve.bone)}"
    voices = {"patient": voice.of(nerve.plain), "clinician": exact}
    return [html.Div(text, **attrs(data_when=f"view={view}")) for view, text in voices.items()]


def _drawing(catalog: Catalog, level: Level) -> Markup:
    plate = shapes(f"posterior-{home_of(catalog, level)}")
    nerves = facet_nerves(catalog, level.segment)
    bones = [plate["vertebra", bone, ""] for bone in (level.lower_bone, level.upper_bone)]
    courses = {side: [_course(catalog, plate, level, nerve, side) for nerve in nerves] for side in SIDES}
    met = [point for side in SIDES for course in courses[side] for point in course]
    met += [point for bone in bones for point in bone.points]
    left, right = (pick(x for x, _ in met) for pick in (min, max))
    top, bottom = (pick(y for course in courses[SIDES[0]] for _, y in course) for pick in (min, max))
    room = (right - left) * ROOM
    lower = max((right - left) * SHAPE, bottom - top)  # a single nerve takes little height
    box = (left - room, (top + bottom - lower) / 2 - room, right - left + 2 * room, lower + 2 * room)
    unit = box[2] * NUMBER
    middle = (left + right) / 2
    drawn = [el("path", d=bone.path, class_="supply-bone") for bone in bones]
    for side in SIDES:
        joint = plate["facet", level.segment, side]
        lines = [el("path", d=_line(course), class_=f"supply-{name}") for course in courses[side] for name in STROKES]
        places = _apart([course[1] for course in courses[side]], unit * APART)
        discs = [_number(index, place, unit) for index, place in enumerate(places, start=1)]
        drawn.append(el("g", el("path", d=joint.path, class_="supply-joint"), *lines, *discs, class_=f"supply-{side}"))
    at = {nerve.over: course[1][1] for nerve, course in zip(nerves, courses[SIDES[0]], strict=True)}
    for bone, beside in (
        (level.upper_bone, -2.3),
        (level.lower_bone, 2.3),
    ):  # beside the joint where no nerve crosses it
        y = at.get(bone, at.get(level.segment, 0) + beside * unit)
        drawn.append(el("text", bone, x=round(middle), y=round(y), font_size=round(unit * 1.6), class_="supply-name"))
    return svg(" ".join(f"{number:.0f}" for number in box), *drawn, class_="supply-drawing", aria_hidden="true")


def _course(
    catalog: Catalog, plate: dict[Key, Shape], level: Level, nerve: FacetNerve, side: str
) -> tuple[Point, Point, Point]:
    """Where the nerve leaves the spine, where it crosses its bone, and the joint."""
    joint = plate["facet", level.segment, side].middle
    if nerve.over == level.segment:
        start = plate["nerve", level.segment, side].middle
        return start, joint, (joint[0] + (joint[0] - start[0]) * 0.5, joint[1] + (joint[1] - start[1]) * 0.8)
    root = level_of_root(catalog, nerve.nerve)
    assert root is not None  # every such nerve leaves at a level: told by the check
    start = plate["nerve", root.segment, side].middle
    return start, crossing(catalog, plate, nerve, side), joint


def crossing(catalog: Catalog, plate: dict[Key, Shape], nerve: FacetNerve, side: str) -> Point:
    """Where a nerve of a joint crosses its bone, or the joint itself, in units of the plate.

    Raises KeyError where the plate does not show the bone with the joints beside it.
    """
    if nerve.over == nerve.level:
        return plate["facet", nerve.level, side].middle
    over, under = (plate["facet", name, side].middle if name else None for name in _joints(catalog, nerve.over))
    assert over is not None  # each bone that a nerve crosses has a joint above it
    bone = plate["vertebra", nerve.over, ""]
    pick = min if over[0] < bone.middle[0] else max
    if nerve.nerve == nerve.over and under:  # on the waist of its own bone, between the two joints
        return pick(over[0], under[0]), (over[1] + under[1]) / 2
    tip = pick(bone.points)
    return over[0] + (tip[0] - over[0]) * OUT, over[1] + (tip[1] - over[1]) * OUT


def _joints(catalog: Catalog, bone: str) -> tuple[str, str]:
    """The levels above and below a bone."""
    above = next((level.segment for level in catalog.levels.values() if level.lower_bone == bone), "")
    below = next((level.segment for level in catalog.levels.values() if level.upper_bone == bone), "")
    return above, below


def _line(course: tuple[Point, ...]) -> str:
    (x0, y0), (x1, y1), (x2, y2) = course
    return f"M{x0:.0f} {y0:.0f}L{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}"


def _apart(places: list[Point], least: float) -> list[Point]:
    """The same places, two of them moved away from each other until they are `least` apart."""
    if len(places) != 2 or (far := dist(*places)) >= least:
        return places
    (x0, y0), (x1, y1) = places
    more = (least / far - 1) / 2
    return [(x0 - (x1 - x0) * more, y0 - (y1 - y0) * more), (x1 + (x1 - x0) * more, y1 + (y1 - y0) * more)]


def _number(number: int, at: Point, unit: float) -> Markup:
    x, y = at
    return el(
        "g",
        el("circle", cx=round(x), cy=round(y), r=round(unit)),
        el("text", str(number), x=round(x), y=round(y), font_size=round(unit * 1.6)),
        class_="supply-disc",
    )
