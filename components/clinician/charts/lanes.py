"""Charts with a lane a row: its name, its mark and interval on the axis, its value. Each scale has its own picture."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from markupsafe import Markup

from catalog import Axis, Chart, Mark, axis_of, signed
from components.clinician.charts.said import beside, named, result
from components.clinician.charts.scale import Scale, scale
from components.clinician.charts.shapes import group, hatched, line, mark_at, picture, ticks, words
from components.kit.markup import el
from components.kit.voice import Voice

WIDTH = 680
TOP = 4
LEFT, RIGHT = 262, 490  # between them lies the axis
LINE, SMALL = 17, 15  # units from one line of words to the next
ROOM = 12  # above and below the words of a lane
NAMES, TICKS, CAPTION = 24, 18, 17  # above the axis whom it favours; below it the numbers and what they are

BEYOND = 1.25  # of the difference called worthwhile: so far the axis reaches
COMMON = 100  # letters in a line of what all rows share

Lines = tuple[list[str], list[str]]


def lanes(voice: Voice, chart: Chart, marks: Sequence[Mark], label: str) -> list[Markup]:
    """The pictures, one for each scale; `label` says what they are to those who do not see them."""
    return [_panel(voice, chart, axis, own, label) for axis, own in panels(voice.catalog.axes, marks)]


def panels(axes: Sequence[Axis], marks: Sequence[Mark]) -> list[tuple[Axis | None, list[Mark]]]:
    """The rows of each scale; those that are told in words only come last."""
    found: dict[str, tuple[Axis | None, list[Mark]]] = {}
    for mark in marks:
        axis = axis_of(axes, mark)
        found.setdefault(axis.axis if axis else "", (axis, []))[1].append(mark)
    return sorted(found.values(), key=lambda panel: panel[0] is None)


def _panel(voice: Voice, chart: Chart, axis: Axis | None, marks: Sequence[Mark], label: str) -> Markup:
    """One axis with its lanes; without an axis, what is told in words only."""
    on = scale_of(chart, axis, marks) if axis else None
    favours = [voice.of(side) for side in (chart.less, chart.more)] if axis and axis.no_difference is not None else []
    start = TOP + (NAMES if any(favours) else 0)
    lines, common = named(voice, marks, not any(chart.tag.values()))
    rows, rules, y = [], "", start
    for mark, (name, special) in zip(marks, lines, strict=True):
        under = beside(voice, mark, axis)
        tall = max(LINE * len(name) + SMALL * len(special), LINE + SMALL * bool(under)) + ROOM
        if y > start:
            rules += f"M0 {y:g}h{WIDTH}"
        rows.append(_lane(voice, chart, on, mark, (name, special), under, y, tall))
        y += tall
    drawn = [*([el("path", class_="r", d=rules)] if rules else []), *rows]
    if axis and on:
        drawn = [*_ground(voice, chart, axis, on, favours, start, y), *drawn]
        y += TICKS
        drawn.append(ticks({on(tick): signed(tick) for tick in on.ticks}, y))
        y += CAPTION
        drawn.append(words(voice.of(axis.name), (LEFT + RIGHT) / 2, y, "t s"))
    for text in wrap(common, COMMON):
        y += CAPTION
        drawn.append(words(text, WIDTH / 2, y, "t s"))
    return picture(chart.kind, label, WIDTH, y + ROOM, drawn)


def scale_of(chart: Chart, axis: Axis, marks: Sequence[Mark]) -> Scale:
    """The axis of a picture: it holds all intervals, no difference, and the difference called worthwhile."""
    values = [axis.no_difference or 0.0, *(value for mark in marks for value in held(mark))]
    if chart.worthwhile is not None:
        values.append(-BEYOND * chart.worthwhile)
    return scale(values, LEFT, RIGHT)


def held(mark: Mark) -> list[float]:
    """All numbers that a row has on its axis."""
    return [value for value in (mark.number, mark.low, mark.high) if value is not None]


def _ground(
    voice: Voice, chart: Chart, axis: Axis, on: Scale, favours: list[str], top: float, bottom: float
) -> list[Markup]:
    """What lies behind the rows: slanting lines where nothing was compared; the ground of differences called
    worthwhile; the line of no difference and whom each side favours; the axis.
    """
    made = [hatched(LEFT, top, RIGHT, bottom)] if chart.kind == "series" else []
    if axis.no_difference is not None:
        if chart.worthwhile is not None:
            made.append(el("path", class_="w", d=f"M{LEFT} {top:g}H{on(-chart.worthwhile):g}V{bottom:g}H{LEFT}z"))
        middle = on(axis.no_difference)
        made.append(line((middle, top), (middle, bottom), look="z"))
        sides = zip(favours, (-6, 6), ("v", ""), strict=False)
        made += [words(text, middle + aside, top - 8, f"b s {look}".strip()) for text, aside, look in sides if text]
    return [*made, line((LEFT, bottom), (RIGHT, bottom), look="a")]


def _lane(
    voice: Voice, chart: Chart, on: Scale | None, mark: Mark, name: Lines, under: str, top: float, tall: float
) -> Markup:
    """One row. To keep the picture small its words have no class but `b`: charts.css knows them by their places."""
    said, special = name
    y = top + ROOM / 2 - 4
    texts = []
    for at, text in enumerate(said):
        y += LINE
        texts.append(words(text, 0, y, "b" if at else ""))
    for text in special:
        y += SMALL
        texts.append(words(text, 0, y))
    middle = round(top + tall / 2)
    first = middle + (-2 if under else 5)
    texts.append(words(result(voice, mark), WIDTH, first))
    if under:
        texts.append(words(under, WIDTH, first + SMALL, "s"))
    drawn = []
    if on and mark.interval:
        drawn.append(line((on(mark.interval[0]), middle), (on(mark.interval[1]), middle)))
    if on and mark.number is not None:
        drawn.append(mark_at(chart.kind, on(mark.number), middle))
    return group(mark, *drawn, *texts)
