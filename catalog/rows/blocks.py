"""Rows about the blocks and what surrounds them: facts, steps, risks, aftercare, codes."""

from __future__ import annotations

from typing import Literal

from catalog.rows.anatomy import Part
from catalog.rows.base import Claim, Row
from catalog.rows.cells import (
    About,
    AboutWhen,
    ClinicalText,
    Id,
    Ids,
    Line,
    Number,
    OptionalId,
    OptionalLine,
    OptionalPlainText,
    Order,
    Place,
    PlainName,
    PlainText,
    Whole,
    YesNo,
)


class BlockType(Row):
    """A kind of block. `scene`: the target in the drawings. `ends_with`: what takes the place of needle and medicine.

    `experts`: the ending of the words about what experts say. `numbs`: it makes numb for hours. `test_only`: no relief
    is promised. `term_id`: the term that says what such a block is, where no row of the glossary lists it.
    `next_types`: what its words name as the next.
    """

    block_type: Id
    family: Part
    experts: Id
    steroid: YesNo
    numbs: YesNo
    test_only: YesNo
    scene: Id
    ends_with: Literal["", "heat", "cold"]
    term_id: OptionalId
    next_types: Ids

    @property
    def id(self) -> str:
        return self.block_type


class Block(Claim):
    """A procedure in one region; region `all` for those that are not tied to one.

    `scene`: a drawing of its own, instead of that of its kind and region. `lies`: how one lies.
    """

    block_id: Id
    region: Id
    block_type: Id
    scene: OptionalId
    lies: Literal["prone", "side", "supine"]
    name: PlainName
    short: PlainName
    clinical: ClinicalText
    levels: ClinicalText
    role: PlainText

    @property
    def id(self) -> str:
        return self.block_id


class BlockMatch(Claim):
    """A block that fits the joint or the nerve of a level; `order`: the usual one, never a rank for one person.

    Where none fits, one row without a block, of order 0, says why.
    """

    level: Id
    part: Part
    order: Order
    block_id: OptionalId
    role: Literal["", "test", "treatment", "both"]
    short: PlainText


class BlockFact(Claim):
    """One fact about one block. `text` is for patients, `clinical` for physicians; either may be empty."""

    block_id: Id
    attribute: Id
    audience: Literal["patient", "physician", "both"]
    text: OptionalPlainText
    clinical: OptionalLine
    value_low: Number
    value_high: Number
    unit: OptionalLine
    confidence: Literal["high", "medium", "low"]
    notes: OptionalLine

    @property
    def id(self) -> str:
        return f"{self.block_id}|{self.attribute}"


class BlockStep(Claim):
    """One step of the visit, in order. `general`: said before `text` where the block has no fact of its own for it."""

    step_id: Id
    order: Order
    phase: Line
    chapter: Literal["before", "there", "after"]
    adds: Ids
    ends: YesNo
    blocks: AboutWhen
    title: PlainText
    general: OptionalPlainText
    text: PlainText
    clinical: OptionalLine
    time: OptionalPlainText
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.step_id


class Risk(Claim):
    """A risk, caution or contraindication. `only_with`: it belongs to what is used, not to the block as such."""

    risk_id: Id
    category: Literal[
        "common",
        "uncommon",
        "rare-serious",
        "radiation",
        "pregnancy",
        "contraindication",
        "caution",
        "anticoagulant",
        "diagnostic-error",
        "no-benefit",
        "none-seen",
    ]
    blocks: AboutWhen
    only_with: Literal["", "steroid", "contrast", "ct", "fluoroscopy", "third_occipital_nerve"]
    risk: PlainText
    clinical: Line
    rate_text: OptionalLine
    rate_percent: Number
    n: Whole
    helps: PlainText
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.risk_id


class HarmShown(Row):
    """A risk whose rate is shown in numbers, and on which pages: kinds of block, or blocks.

    `harm`: of rows about the same one, the row that names the block itself is shown. `counted`: the words that say who
    was counted. `counted_in`: the kinds of block that were; empty for all. `also`: another study with another rate.
    `normal`: what is to be expected after a block and looks like this harm.
    """

    risk_id: Id
    drawn_for: Ids
    harm: OptionalId
    counted: Id
    counted_in: Ids
    also: OptionalId
    normal: OptionalId


class NumberShown(Row):
    """A number that stands on a block's page. `number`: its words. `compared_id`: the group beside it in a `pair`.

    `second`: first tests that a second one did not back up. `said`: no count of persons, so it is said and not drawn.
    """

    block_id: Id
    order: Order
    number: Id
    kind: Literal["pair", "second", "said"]
    evidence_id: Id
    compared_id: OptionalId


class Aftercare(Claim):
    """One thing to expect, to do, to avoid or to act on after a block.

    `on_handout`: the regions on whose handouts it stands; `handout_order`: where, among those of its kind.
    """

    aftercare_id: Id
    kind: Literal["normal", "do", "dont", "call", "emergency"]
    block_types: About
    band: Literal["", "numb", "drive", "sore", "flare", "active"]
    value_low: Number
    value_high: Number
    unit: Literal["", "hours", "days", "weeks", "months"]
    when: PlainText
    text: PlainText
    action: PlainText
    on_handout: Ids
    handout_order: Place
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.aftercare_id


class Code(Claim):
    """A billing or diagnosis code with our own description; for physicians.

    counts  which levels of a session it is for: the `first`, the `second`, the `third` and all that follow together, or
    each `further` one after the first; empty for a code that counts no levels
    """

    code_key: Line
    system: Literal["CPT", "ICD-10-CM"]
    code: Line
    description: Line
    region: Line
    blocks: About
    counts: Literal["", "first", "second", "third", "further"]
    note: OptionalLine

    @property
    def id(self) -> str:
        return self.code_key
