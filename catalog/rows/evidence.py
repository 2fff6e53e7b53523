"""Rows about what the facts rest on: studies, guidelines, sources."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Claim, Row
from catalog.rows.cells import (
    About,
    ClinicalText,
    Id,
    Line,
    OptionalClinicalText,
    OptionalLine,
    PlainText,
    Signed,
    Whole,
)


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


class Chart(Row):
    """A picture of the rows that name its `chart_group`, for physicians. Charts stand on the page in the file's order.

    kind        trial: groups compared; series: people followed, nothing compared; course: the same over time; share: a
                part of people counted; positions: what guidelines say
    summary     one sentence; `{EV-1}` is the value of a row, `{n:EV-1}`, `{p:EV-1}`, `{low:EV-1}`, `{high:EV-1}` what
                else it holds; `{lowest}`, `{second}` (largest but one), `{highest}` of all values; `{crossing}` of
                `{intervals}` intervals include no difference; `{worthwhile}`
    tag         what the rows lack, such as a comparison group
    less, more  whom values below and above no difference favour
    worthwhile  the smallest difference that the rows call important
    """

    chart_group: Id
    section: Literal["trials", "guidelines", "tests", "common", "series", "harms", "others"]
    kind: Literal["trial", "series", "course", "share", "positions"]
    title: ClinicalText
    summary: ClinicalText
    tag: OptionalClinicalText
    less: OptionalClinicalText
    more: OptionalClinicalText
    worthwhile: Signed

    @property
    def id(self) -> str:
        return self.chart_group


class Axis(Row):
    """A scale that values stand on. A value is on the first axis whose `unit` its own begins with and whose `outcome`
    its outcome holds. `no_difference`: where two groups are equal on it.
    """

    axis: Id
    unit: Line
    outcome: OptionalLine
    name: ClinicalText
    no_difference: Signed

    @property
    def id(self) -> str:
        return self.axis


class PositionShown(Row):
    """Where a guideline stands on one kind of procedure, as the table of positions shows it."""

    guideline_id: Id
    body: Line
    procedure: Id
    stance: Literal["for", "against", "conditional", "uncertain"]


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
