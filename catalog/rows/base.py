"""What every row has, and what a claim about the world names besides."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from catalog.rows.cells import FROM_MEMORY, Day, Id, Person, Verified


class Row(BaseModel):
    """One row of one file. Frozen; a column that no field names is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Claim(Row):
    """A row that says something about the world: it names its source, what confirmed it and who reviewed it."""

    source_id: Id
    verified: Verified
    reviewer: Person
    reviewed_on: Day
    next_review: Day

    @property
    def confirmed(self) -> bool:
        """False while no page confirmed the row: then no number of it may reach a patient."""
        return self.verified != FROM_MEMORY
