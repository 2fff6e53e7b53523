"""Rows about words: on screen, explained, asked, searched for, and those that are never said."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Claim, Row
from catalog.rows.cells import EVERY, About, Id, Line, OptionalId, OptionalLine, Place, PlainName, PlainText


class Term(Claim):
    """A medical word and what it means."""

    term_id: Id
    term: PlainName
    clinical_term: Line
    plain: PlainText
    blocks: About

    @property
    def id(self) -> str:
        return self.term_id

    @property
    def general(self) -> bool:
        """It goes with every block."""
        return EVERY in self.blocks


class Question(Claim):
    """A question to ask the team, and why it matters.

    `handout_order`: its place on a handout for which no questions were chosen.
    """

    question_id: Id
    group: Id
    question: PlainText
    why: PlainText
    handout_order: Place
    notes: OptionalLine

    @property
    def id(self) -> str:
        return self.question_id


class Word(Row):
    """A text of the screen itself."""

    key: Line
    text: PlainText


class Synonym(Row):
    """An everyday or a clinic word for one thing: an area, a level, a block or a page.

    `part` may name the joint or the nerve of the level.
    """

    language: Id
    phrase: Line
    area_slug: OptionalId
    segment: OptionalId
    part: Literal["", "facet", "nerve"]
    block_id: OptionalId
    page: OptionalId


class Forbidden(Row):
    """A phrase that no patient text may hold, and why; `harmless_in`: longer phrases where it is fine, split by ;"""

    phrase: Line
    language: Id
    why: Line
    harmless_in: OptionalLine


class Taught(Row):
    """A word that cannot be made easier: the glossary explains it, or it is the name of what is meant.

    It does not count against the reading grade of a text (A34).

    term_id  the term of the glossary that explains it
    why      why it stands here where the glossary does not explain it, or how the glossary does
    """

    language: Id
    term: Line
    term_id: OptionalId
    why: OptionalLine
