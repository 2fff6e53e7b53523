"""Rows about the spine and the body: regions, levels, roots, areas and where each can hurt."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from catalog.rows.cells import (
    FROM_MEMORY,
    ClinicalText,
    Day,
    Id,
    Line,
    Number,
    OptionalClinicalText,
    OptionalId,
    OptionalLine,
    OptionalVerified,
    PlainText,
    Verified,
    Whole,
    YesNo,
)

Part = Literal["facet", "nerve"]
Side = Literal["left", "right", "both"]
Strength = Literal["typical", "sometimes"]


class Row(BaseModel):
    """One row of one file. Frozen; a column that no field names is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Claim(Row):
    """A row that says something about the world: it names its source, what confirmed it and who reviewed it."""

    source_id: Id
    verified: Verified
    reviewer: OptionalLine
    reviewed_on: Day
    next_review: Day

    @property
    def confirmed(self) -> bool:
        """False while no page confirmed the row: then no number of it may reach a patient."""
        return self.verified != FROM_MEMORY


class Region(Claim):
    """Neck, mid back, low back; sacrum and tailbone only as context."""

    region: Id
    kind: Literal["explored", "context"]
    name: PlainText
    short: PlainText
    clinical: ClinicalText
    vertebrae: Line
    vertebra_count: Whole
    spinal_nerves: Line
    nerve_pair_count: Whole
    curve: ClinicalText
    curve_angle: Line
    what_it_does: PlainText
    facet_block: OptionalId
    nerve_block: OptionalId
    note: OptionalLine

    @property
    def id(self) -> str:
        return self.region


class Level(Claim):
    """A motion segment; a nerve-only level of the sacrum; or a joint given as context.

    exiting_root  the root that leaves at this level (L4-5: L4)
    disc_root     the root that a usual disc bulge here irritates (L4-5: L5); a second one only at T12-L1
    """

    segment: Id
    order: Whole
    region: Id
    kind: Literal["facet", "special", "nerve_only", "context"]
    exiting_root: OptionalId
    disc_root: OptionalId
    disc_root_2: OptionalId
    upper_bone: OptionalId
    lower_bone: OptionalId
    name: PlainText
    commonness: OptionalLine
    commonness_source_id: OptionalId
    note: OptionalLine

    @property
    def id(self) -> str:
        return self.segment

    @property
    def label(self) -> str:
        """As read on the diagram: L4-L5, C7-T1, S1."""
        return f"{self.upper_bone}-{self.lower_bone}" if self.upper_bone else self.segment


class FacetNerve(Claim):
    """A nerve of a joint and, separately, the bone where a needle reaches it: the two numbers often differ."""

    level: Id
    order: Whole
    name: ClinicalText
    reached_by_block: YesNo
    bone: OptionalClinicalText
    note: OptionalLine


class Root(Claim):
    """A spinal nerve root."""

    root: Id
    region: Id
    exits: ClinicalText
    key_sensory_point: Line
    key_muscle: Line
    weakness: Line
    reflex: Line
    symptoms: PlainText
    commonness: Line

    @property
    def id(self) -> str:
        return self.root


class Area(Row):
    """A part of the body's surface where pain is felt."""

    slug: Id
    view: Literal["front", "back", "both"]
    sides: Literal["mirrored", "midline"]
    group: Id
    name: PlainText
    short: PlainText
    clinical: ClinicalText
    boundary: Line
    choir_segments: Line

    @property
    def id(self) -> str:
        return self.slug

    @property
    def midline(self) -> bool:
        return self.sides == "midline"


class AreaGroup(Row):
    """An everyday part of the body, to list areas by."""

    group: Id
    name: PlainText

    @property
    def id(self) -> str:
        return self.group


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
    areas: Literal["all", "listed"]
    flag: PlainText
    may_mean: PlainText
    action: Literal["emergency", "urgent", "see_doctor"]
    action_text: PlainText


class RedFlagArea(Row):
    id: Id
    area_slug: Id


class Morphometry(Row):
    """A measured or chosen size of a bone or disc; `status` says how sure it is."""

    level: Line
    measure: Line
    value: Line
    unit: Literal["mm", "deg", "mm2"]
    source_id: Id
    status: Line
    verified: OptionalVerified
    note: OptionalLine


class Alignment(Row):
    """An angle of the curves of the spine, published or chosen for the drawing."""

    quantity: Line
    value: Line
    unit: Literal["mm", "deg"]
    source_id: Id
    verified: OptionalVerified
    status: Line


class Prevalence(Claim):
    """A published share of people."""

    region: Id
    measure: Line
    value: OptionalLine
    ci_low: Number
    ci_high: Number
    n: Whole
    note: OptionalLine
