"""Rows about the spine and the body: regions, levels, nerves, roots and areas."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Claim, Row
from catalog.rows.cells import (
    ClinicalText,
    Id,
    Ids,
    Line,
    Measure,
    OptionalClinicalText,
    OptionalId,
    OptionalLine,
    OptionalPlainText,
    Order,
    PlainName,
    PlainText,
    Whole,
    YesNo,
)

Part = Literal["facet", "nerve"]
Side = Literal["left", "right", "both"]


class Region(Claim):
    """Neck, mid back, low back; sacrum and tailbone only as context."""

    region: Id
    kind: Literal["explored", "context"]
    name: PlainName
    short: PlainName
    clinical: ClinicalText
    vertebrae: Line
    vertebra_count: Whole
    spinal_nerves: Line
    nerve_pair_count: Whole
    curve: ClinicalText
    curve_angle: Line
    what_it_does: PlainText
    note: OptionalLine

    @property
    def id(self) -> str:
        return self.region


class Level(Claim):
    """A motion segment; a nerve-only level of the sacrum; or a joint given as context.

    feels         the ending of the words about how its joint feels; empty: as in its region
    exiting_root  the root that leaves at this level (L4-5: L4)
    example_of    what it is drawn for as the example of how a joint, or a nerve, usually feels
    """

    segment: Id
    order: Order
    region: Id
    kind: Literal["facet", "special", "nerve_only", "context"]
    example_of: Literal["", "facet", "nerve"]
    exiting_root: OptionalId
    upper_bone: OptionalId
    lower_bone: OptionalId
    name: PlainName
    feels: OptionalId
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
    """A nerve of a joint and, separately, the bone where a needle reaches it: the two numbers often differ.

    nerve, over  the two by their ids (L3, L4), `over` a level where the nerve crosses the joint itself
    plain        both in plain words
    All three are empty for a nerve that no block reaches.
    """

    level: Id
    order: Order
    name: ClinicalText
    reached_by_block: YesNo
    bone: OptionalClinicalText
    nerve: OptionalId
    over: OptionalId
    plain: OptionalPlainText
    note: OptionalLine


class Disc(Claim):
    """What a disc that bulges at a level presses on.

    usual_root        the root that a usual bulge presses on (L4-5: L5)
    far_lateral_root  the one that a bulge far out to the side can press on, where it is another (L4-5: L4)
    """

    level: Id
    usual_root: Id
    far_lateral_root: OptionalId
    text: PlainText
    confidence: Literal["high", "medium", "low"]

    @property
    def id(self) -> str:
        return self.level


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
    """A part of the body's surface where pain is felt.

    opens  the page that a touch on it opens
    """

    slug: Id
    view: Literal["front", "back", "both"]
    sides: Literal["mirrored", "midline"]
    group: Id
    name: PlainName
    short: PlainName
    clinical: ClinicalText
    boundary: Line
    choir_segments: Line
    opens: Literal["", "emergency"]

    @property
    def id(self) -> str:
        return self.slug

    @property
    def midline(self) -> bool:
        return self.sides == "midline"


class Inset(Row):
    """A part of the figure shown large, so that a finger finds each of its `areas`.

    from_midline  how far its middle lies from the figure's midline; 0: it shows both sides, else it is mirrored
    middle        how far down its middle lies; `height`: what it shows. All in units of the figure's drawing
    """

    face: Literal["front", "back"]
    inset: Id
    name: PlainName
    from_midline: Measure
    middle: Measure
    height: Measure
    group: Id
    areas: Ids

    @property
    def id(self) -> str:
        return f"{self.face}-{self.inset}"

    @property
    def sides(self) -> tuple[str, ...]:
        """The person's own side on the right of the picture, then on the left."""
        if not self.from_midline:
            return ("mid",)
        return ("left", "right") if self.face == "front" else ("right", "left")


class AreaGroup(Row):
    """An everyday part of the body, to list areas by."""

    group: Id
    name: PlainName

    @property
    def id(self) -> str:
        return self.group
