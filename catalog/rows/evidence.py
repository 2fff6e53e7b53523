"""Rows about what the facts rest on: studies, guidelines, sources."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Claim, Row
from catalog.rows.cells import About, ClinicalText, Id, Line, OptionalLine, PlainText, Signed, Whole


class Evidence(Claim):
    """One number of one study, for physicians: people, comparison, outcome, time.

    `count`: how many of the `n` people of this group, where the study counts them.
    """

    evidence_id: Id
    chart_group: Id
    region: Id
    procedure: Line
    block_types: About
    comparator: OptionalLine
    population: OptionalLine
    n: OptionalLine
    count: Whole
    outcome: Line
    timepoint: OptionalLine
    value: OptionalLine
    unit: OptionalLine
    ci_low: Signed
    ci_high: Signed
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
    block_types: About
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
