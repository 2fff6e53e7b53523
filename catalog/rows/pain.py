"""Rows about where each joint and nerve can hurt, what warns, and how common it is."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Claim
from catalog.rows.cells import About, Id, Line, OptionalLine, PlainText, Signed, Whole

Strength = Literal["typical", "sometimes"]


class FacetPain(Claim):
    """A joint can cause pain in an area."""

    level: Id
    area_slug: Id
    strength: Strength
    figure: OptionalLine
    note: OptionalLine


class RootPain(Claim):
    """A root can cause pain in an area: dermatome = skin it supplies, dynatome = where its pain is felt."""

    root: Id
    area_slug: Id
    kind: Literal["dermatome", "dynatome"]
    strength: Strength
    figure: OptionalLine
    note: OptionalLine


class RedFlag(Claim):
    """A warning. `red_flag`: act on it. `caution`: other causes of pain in the area."""

    id: Id
    kind: Literal["red_flag", "caution"]
    region: Id
    areas: About
    flag: PlainText
    may_mean: PlainText
    action: Literal["emergency", "urgent", "see_doctor"]
    action_text: PlainText


class Prevalence(Claim):
    """A published share of people."""

    region: Id
    measure: Line
    value: OptionalLine
    ci_low: Signed
    ci_high: Signed
    n: Whole
    note: OptionalLine
