"""Rows about a plan of several levels: what can be planned, and where sources differ on how it is counted."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Claim, Row
from catalog.rows.cells import ClinicalText, Id, Ids, Order


class PlanKind(Row):
    """What one plan is made of: one kind of block at each of its levels.

    counts  what the needles go to: each nerve of a joint once, the joint itself, or the root that leaves
    """

    kind: Id
    order: Order
    block_type: Id
    counts: Literal["nerves", "joints", "roots"]
    name: ClinicalText

    @property
    def id(self) -> str:
        return self.kind


class PlanFlag(Row):
    """Something in a plan on which sources differ.

    when    what makes it appear: `any` or `every` one of its `levels` is planned; the nerves make a joint numb that is
    not planned (`completed`); a level on `both` sides; levels whose sides `differ`; a `third` level; codes of two
    `regions`; `always`
    kinds   of plan that it is about
    """

    flag: Id
    order: Order
    when: Literal["any", "every", "completed", "both", "differ", "third", "regions", "always"]
    levels: Ids
    kinds: Ids
    name: ClinicalText

    @property
    def id(self) -> str:
        return self.flag


class PlanPosition(Claim):
    """What one source says on a flag, in our own words."""

    flag: Id
    order: Order
    text: ClinicalText
