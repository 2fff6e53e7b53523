"""Rows about where each joint and nerve can hurt, what warns, and how common it is."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Claim, Row
from catalog.rows.cells import (
    About,
    ClinicalText,
    Id,
    Ids,
    Line,
    OptionalClinicalText,
    OptionalLine,
    Place,
    Places,
    PlainText,
    Signed,
    Whole,
    YesNo,
)

Strength = Literal["typical", "sometimes"]


class FacetPain(Claim):
    """A joint can cause pain in an area."""

    level: Id
    area_slug: Id
    strength: Strength
    figure: OptionalLine
    note: OptionalLine


class RootPain(Claim):
    """A root can cause pain in an area: dermatome = skin it supplies, dynatome = where its pain is felt.

    `contested`: published maps do not agree on it, as `note` says.
    """

    root: Id
    area_slug: Id
    kind: Literal["dermatome", "dynatome"]
    strength: Strength
    contested: YesNo
    figure: OptionalLine
    note: OptionalLine


class RedFlag(Claim):
    """A warning. `red_flag`: act on it. `caution`: other causes of pain in the area.

    `on_handout`: the regions on whose handouts it stands where no block is; `handout_order`: its place there.
    """

    id: Id
    kind: Literal["red_flag", "caution"]
    region: Id
    areas: About
    flag: PlainText
    may_mean: PlainText
    action: Literal["emergency", "urgent", "see_doctor"]
    action_text: PlainText
    on_handout: Ids
    handout_order: Place


class MapSign(Row):
    """A warning that stands where a level's map is shown and reaches one of the areas, on this side of the body.

    `part`: for joints or for nerves; empty for both. `side`: empty for either.
    """

    flag_id: Id
    part: Literal["", "facet", "nerve"]
    side: Literal["", "left", "right"]
    areas: Ids


class Sign(Row):
    """A sign by its words, and how soon to act on it wherever it is told.

    `terms`: `a|b; c` is a or b, and c; a star stands for any ending. `unless`: words that make it another sign.
    `normal`: words that may be called normal only beside one of `limit`; never, where that is empty.
    """

    sign: Id
    urgency: Literal["emergency", "urgent", "call"]
    terms: ClinicalText
    unless: OptionalClinicalText
    normal: OptionalClinicalText
    limit: OptionalClinicalText


class UrgencyWord(Row):
    """A phrase that tells how soon to act, or that what is told is normal."""

    urgency: Literal["emergency", "urgent", "call", "normal"]
    language: Id
    phrase: Line


class WarningRule(Row):
    """Places that put some warnings before everything else when they are touched.

    places      one of these is touched
    and_places  one of these is touched too; empty: the first are enough
    """

    rule: Id
    flags: Ids
    places: Places
    and_places: Places

    @property
    def id(self) -> str:
        return self.rule


class Prevalence(Claim):
    """A published share of people. `part`: it is the share whose joint, or nerve, is the cause of their pain."""

    region: Id
    measure: Line
    chart_group: Id
    part: Literal["", "facet", "nerve"]
    value: OptionalLine
    ci_low: Signed
    ci_high: Signed
    n: Whole
    note: OptionalLine
