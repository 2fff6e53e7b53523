"""Rows about the blocks, what surrounds them, and the words on screen."""

from __future__ import annotations

from typing import Literal

from catalog.rows.anatomy import Claim, Row
from catalog.rows.cells import (
    ClinicalText,
    Id,
    Line,
    Number,
    OptionalId,
    OptionalLine,
    OptionalPlainText,
    PlainText,
    Whole,
)

For = Literal["all", "listed", "none"]  # every block; those in the link file; no block of this tool
Purpose = Literal["", "test", "treatment"]  # empty: for both


class Block(Claim):
    """A procedure in one region; region `all` for those that are not tied to one."""

    block_id: Id
    region: Id
    block_type: Literal[
        "facet_joint",
        "medial_branch",
        "nerve_root",
        "neurolysis_heat",
        "neurolysis_cold",
        "neurolysis_chemical",
        "epidural",
    ]
    name: PlainText
    clinical: ClinicalText
    levels: ClinicalText
    role: PlainText

    @property
    def id(self) -> str:
        return self.block_id


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
    order: Whole
    phase: Line
    chapter: Literal["before", "there", "after"]
    blocks: For
    title: PlainText
    general: OptionalPlainText
    text: PlainText
    clinical: OptionalLine
    time: OptionalPlainText
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.step_id


class StepBlock(Row):
    step_id: Id
    block_id: Id
    purpose: Purpose


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
    ]
    blocks: For
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


class RiskBlock(Row):
    risk_id: Id
    block_id: Id
    purpose: Purpose


class Aftercare(Claim):
    """One thing to expect, to do, to avoid or to act on after a block."""

    aftercare_id: Id
    kind: Literal["normal", "do", "dont", "call", "emergency"]
    when: PlainText
    text: PlainText
    action: PlainText
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.aftercare_id


class Evidence(Claim):
    """One number of one study, for physicians: people, comparison, outcome, time."""

    evidence_id: Id
    chart_group: Id
    region: Id
    procedure: Line
    comparator: OptionalLine
    population: OptionalLine
    n: OptionalLine
    outcome: Line
    timepoint: OptionalLine
    value: OptionalLine
    unit: OptionalLine
    ci_low: Number
    ci_high: Number
    p_value: OptionalLine
    direction: OptionalLine
    certainty_or_limits: OptionalLine
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.evidence_id


class Guideline(Claim):
    """What one body says about one procedure, with what is said against it; `plain` for patients."""

    guideline_id: Id
    body: Line
    year: Whole
    region: Id
    procedure: Line
    population: OptionalLine
    position: Line
    strength: OptionalLine
    plain: PlainText
    statement: ClinicalText
    critique_or_conflict: OptionalLine
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.guideline_id


class Code(Claim):
    """A billing or diagnosis code with our own description; for physicians."""

    code_key: Line
    system: Literal["CPT", "ICD-10-CM"]
    code: Line
    description: Line
    region: Line
    blocks: For
    note: OptionalLine

    @property
    def id(self) -> str:
        return self.code_key


class CodeBlock(Row):
    code_key: Line
    block_id: Id


class Term(Claim):
    """A medical word and what it means."""

    term_id: Id
    term: PlainText
    clinical_term: Line
    plain: PlainText
    blocks: For

    @property
    def id(self) -> str:
        return self.term_id


class TermBlock(Row):
    term_id: Id
    block_id: Id


class Question(Claim):
    """A question to ask the team, and why it matters."""

    question_id: Id
    group: Id
    question: PlainText
    why: PlainText
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.question_id


class SeedFact(Claim):
    """A fact of the hospital page this work began with, and how well it holds up."""

    seed_id: Id
    fact: Line
    assessment: Literal["supported", "needs nuance", "contested", "noted", "not adopted"]
    note: OptionalLine
    independent_source_id: OptionalId
    independent_verified: OptionalLine

    @property
    def id(self) -> str:
        return self.seed_id


class SeedRow(Row):
    """The row of another file that covers a seed fact; `key` is that row's id."""

    seed_id: Id
    file: Line
    key: Line


class Source(Row):
    """A publication or page. `seen_is`: whether the page read was the publisher's own or somebody's copy."""

    source_id: Id
    authors: Line
    year: OptionalLine
    title: Line
    journal: OptionalLine
    doi: OptionalLine
    pmid: OptionalLine
    seen_at: OptionalLine
    seen_is: Literal["original", "copy", "unseen"]

    @property
    def id(self) -> str:
        return self.source_id

    @property
    def link(self) -> str:
        """Where a reader finds it: DOI, else PubMed, else the publisher's own page; "" rather than a copy."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.seen_at if self.seen_is == "original" else ""

    @property
    def citation(self) -> str:
        """Authors. Title. Journal. Year. Each part only if it is known."""
        parts = (self.authors, self.title, self.journal, self.year)
        return " ".join(f"{part.rstrip('.')}." for part in parts if part)


class Word(Row):
    """A text of the screen itself."""

    key: Line
    text: PlainText


class Synonym(Row):
    """An everyday word for an area, or for a level (then `part` may name its joint or its nerve)."""

    language: Id
    phrase: Line
    area_slug: OptionalId
    segment: OptionalId
    part: Literal["", "facet", "nerve"]


class Forbidden(Row):
    """A phrase that no patient text may hold, and why; `harmless_in`: longer phrases where it is fine, split by ;"""

    phrase: Line
    language: Id
    why: Line
    harmless_in: OptionalLine


class Taught(Row):
    """A word that cannot be made easier: the page explains it, or it is the name of what is meant.

    It does not count against the reading grade of a text (A34).
    """

    language: Id
    term: Line
    why: Line
