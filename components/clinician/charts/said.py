"""A row in the words that stand beside its mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap

from catalog import Axis, Mark, signed
from components.kit.voice import Voice

LIMITS = 12  # letters: what is certain or limited in few words stands in the picture, the rest in the table
WIDTH, SMALL = 33, 42  # letters in a line of the picture, large and small
SPECIAL = 3  # things told of a row beside its name


def result(voice: Voice, mark: Mark) -> str:
    """The value with its interval, as in `−0.18 (−0.76 to 0.4)`; the words of a row without a number."""
    told = signed(mark.told) + (" %" if mark.told and mark.unit.startswith("%") else "")
    if mark.interval is None:
        return told or mark.unit
    low, high = map(signed, mark.interval)
    between = voice("clinician.evidence.between", low=low, high=high)
    return f"{told} ({between})" if mark.number is not None else between


def beside(voice: Voice, mark: Mark, axis: Axis | None) -> str:
    """What stands under the value: that it is not confirmed, else what is special in its unit, else its limits."""
    if not mark.confirmed:
        return voice("sources.unconfirmed")
    if mark.partly:
        return voice("clinician.evidence.partly")
    special = mark.unit.removeprefix(axis.unit).strip() if axis else ""
    return special or (mark.limits if len(mark.limits) <= LIMITS else "")


def region(voice: Voice, mark: Mark) -> str:
    regions = voice.catalog.regions
    return voice.of(regions[mark.region].short) if mark.region in regions else voice("clinician.evidence.all")


def parts(voice: Voice, compared: bool) -> list[Callable[[Mark], str]]:
    """What tells one row of a chart from another, most important first. `compared`: whether it was, with something."""
    return [
        lambda mark: mark.label,
        lambda mark: region(voice, mark),
        lambda mark: voice("clinician.evidence.versus", other=mark.versus) if mark.versus and compared else "",
        lambda mark: mark.outcome,
        lambda mark: mark.time,
        lambda mark: voice("clinician.evidence.n", n=mark.n) if mark.n else "",
    ]


def named(voice: Voice, marks: Sequence[Mark], compared: bool) -> tuple[list[tuple[list[str], list[str]]], str]:
    """For each row its name and what is special about it, each in lines; and in one text what all rows share.

    A single row has all of it beside its name. A region is named only where the rows have several.
    """
    told = [[part(mark) for part in parts(voice, compared)] for mark in marks]
    shared = [len(set(column)) == 1 for column in zip(*told, strict=True)]
    if len(marks) == 1:
        shared = [at == 1 for at in range(len(shared))]
    lines = []
    for row in told:
        own = [text for text, all_have in zip(row, shared, strict=True) if text and not all_have]
        name, *special = own or row[:1]
        lines.append((wrap(name, WIDTH), wrap(" · ".join(special[:SPECIAL]), SMALL)))
    common = [text for at, text in enumerate(told[0]) if shared[at] and text and at != 1]
    return lines, " · ".join(common)
