"""A chart over time: what was followed without a comparison, one line a group of people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap

from markupsafe import Markup

from catalog import Chart, Mark, axis_of, signed
from components.clinician.charts.lanes import WIDTH, held
from components.clinician.charts.scale import Scale, scale
from components.clinician.charts.shapes import group, hatched, line, mark_at, picture, ticks, words
from components.kit.voice import Voice

HEIGHT = 320
LEFT, RIGHT, TOP, BOTTOM = 44, 520, 12, 262
NAME, LINE = 17, 16  # letters in a line beside a course, units to the next line
ASIDE = 5  # units that courses stand beside each other, so that their marks do not hide each other
SHAPES = ("course", "second")
TIME = re.compile(r"(\d+) (week|month)")
WEEKS = 52 / 12  # of a month

Course = tuple[str, list[tuple[float, Mark]]]


def course(voice: Voice, chart: Chart, marks: Sequence[Mark], label: str) -> Markup:
    """The picture; `label` says what it is to those who do not see it."""
    axis = axis_of(voice.catalog.axes, marks[0])
    assert axis is not None  # told by the check
    lines = courses(marks)
    up = scale([0.0, *(value for mark in marks for value in held(mark))], BOTTOM, TOP)
    times = sorted({time for _, points in lines for time, _ in points})
    along = Scale(0, times[-1] or 1.0, LEFT + 24, RIGHT - 24, tuple(times))
    drawn = [hatched(LEFT, TOP, RIGHT, BOTTOM), line((LEFT, BOTTOM), (RIGHT, BOTTOM), look="a")]
    drawn += [words(signed(tick), LEFT - 8, up(tick) + 5, "v") for tick in up.ticks]
    drawn.append(ticks({along(time): f"{time:.2g}" for time in times}, BOTTOM + 18))
    unit = voice(f"clinician.evidence.{unit_of(marks)}s")
    caption = voice("clinician.evidence.over-time", what=voice.of(axis.name), unit=unit)
    drawn.append(words(caption, (LEFT + RIGHT) / 2, BOTTOM + 38, "t s"))
    free = 0.0
    for at, (name, points) in sorted(enumerate(lines), key=lambda each: up(_last(each[1]))):
        aside = ASIDE * (2 * at - len(lines) + 1)
        way = [(along(time) + aside, up(mark.number)) for time, mark in points if mark.number is not None]
        drawn.append(line(*way, look="y"))
        drawn += [_point(SHAPES[at % len(SHAPES)], along(time) + aside, up, mark) for time, mark in points]
        free = max(free, way[-1][1] + 5)
        for text in wrap(name, NAME):
            drawn.append(words(text, RIGHT + 12, free, "b"))
            free += LINE
        free += LINE / 2
    return picture(chart.kind, label, WIDTH, HEIGHT, drawn)


def courses(marks: Sequence[Mark]) -> list[Course]:
    """Each group of people of each source with its marks in time, in weeks where all are, else in months."""
    unit = unit_of(marks)
    found: dict[tuple[str, str], Course] = {}
    for mark in marks:
        _, points = found.setdefault((mark.source_id, mark.people), (mark.people or mark.label, []))
        points.append((_time(mark, unit), mark))
    return list(found.values())


def unit_of(marks: Sequence[Mark]) -> str:
    """`week` where every time is told in weeks, else `month`."""
    units = {match[2] for mark in marks if (match := TIME.search(mark.time))}
    return "week" if units == {"week"} else "month"


def _time(mark: Mark, unit: str) -> float:
    """How long after the start a row was measured; 0 for what has no number, such as "before"."""
    match = TIME.search(mark.time)
    if not match:
        return 0.0
    return int(match[1]) / (WEEKS if match[2] != unit else 1)


def _point(shape: str, x: float, up: Scale, mark: Mark) -> Markup:
    drawn = []
    if mark.interval:
        drawn.append(line((x, up(mark.interval[0])), (x, up(mark.interval[1]))))
    if mark.number is not None:
        drawn.append(mark_at(shape, x, up(mark.number)))
    return group(mark, *drawn)


def _last(each: Course) -> float:
    return each[1][-1][1].number or 0.0
