"""The two ways of a level, facet and nerve: which blocks fit, and what of the data is about them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from catalog import (
    Block,
    BlockFact,
    BlockMatch,
    Catalog,
    Claim,
    Evidence,
    Guideline,
    Level,
    Part,
    PositionShown,
    about,
    blocks_for,
    facts_of,
    home_of,
    opens_with,
    type_of,
    why_none,
)
from components.clinician.patterns import rows_of

STANCES = ("for", "conditional", "uncertain", "against")


@dataclass(frozen=True)
class Way:
    """The joint or the nerve of a level. `blocks`: those that fit, in their usual order; the first is looked at."""

    catalog: Catalog
    level: Level
    part: Part

    @cached_property
    def matches(self) -> tuple[BlockMatch, ...]:
        return blocks_for(self.catalog, self.level.segment, self.part)

    @cached_property
    def why_none(self) -> BlockMatch | None:
        return why_none(self.catalog, self.level.segment, self.part)

    @cached_property
    def blocks(self) -> list[Block]:
        return [self.catalog.blocks[match.block_id] for match in self.matches]

    @cached_property
    def first(self) -> Block | None:
        return next(iter(self.blocks), None)

    @cached_property
    def facts(self) -> dict[str, BlockFact]:
        """Those about the first block, by attribute; none where no block fits."""
        return facts_of(self.catalog, self.first.block_id) if self.first else {}

    @cached_property
    def pattern(self) -> list[Claim]:
        """The rows that say where it hurts."""
        return [row for rows in rows_of(self.catalog, self.level, self.part).values() for row in rows]

    @cached_property
    def studies(self) -> list[Evidence]:
        return [row for row in self.catalog.evidence if self._about(row)]

    @cached_property
    def positions(self) -> list[tuple[PositionShown, Guideline]]:
        """What guidelines say about these kinds of block, kind by kind, from for to against."""
        guides = {row.guideline_id: row for row in self.catalog.guidelines if self._about(row)}
        kinds = list(dict.fromkeys(type_of(self.catalog, block).experts for block in self.blocks))
        found = [
            (shown, guides[shown.guideline_id])
            for shown in self.catalog.positions_shown
            if shown.guideline_id in guides and shown.procedure in kinds
        ]
        return sorted(found, key=lambda each: (kinds.index(each[0].procedure), STANCES.index(each[0].stance)))

    def _about(self, row: Evidence | Guideline) -> bool:
        home = home_of(self.catalog, self.level)
        here = row.region == "all" or opens_with(self.catalog, row.region) == home
        return here and any(about(block, row.block_types) for block in self.blocks)
