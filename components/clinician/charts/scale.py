"""A scale: values to places on the picture, and round numbers to write beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Scale:
    """Values from `low` to `high` lie between the places `start` and `end` of the picture."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def __call__(self, value: float) -> float:
        """The place of a value, to a tenth of a unit."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def scale(values: Iterable[float], start: float, end: float, most: int = 4) -> Scale:
    """A scale that holds all `values` and ends on round numbers, with at most `most` steps between them."""
    found = list(values)
    least, largest = min(found), max(found)
    room = (largest - least) or abs(largest) or 1.0
    power = 10.0 ** math.floor(math.log10(room / most))
    step = next(step * power for step in STEPS if room / (step * power) <= most)
    first, last = math.floor(round(least / step, 6)), math.ceil(round(largest / step, 6))
    last = max(last, first + (1 if largest > least else most))
    return Scale(
        first * step, last * step, start, end, tuple(round(number * step, 9) for number in range(first, last + 1))
    )
