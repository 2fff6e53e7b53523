"""The blocks of a level, and what belongs to a block."""

from __future__ import annotations

from collections.abc import Container

from catalog.loading import Catalog
from catalog.rows.anatomy import Part
from catalog.rows.blocks import Block, BlockFact, BlockMatch, BlockStep, BlockType, Code, HarmShown, NumberShown, Risk
from catalog.rows.cells import EVERY
from catalog.rows.evidence import Evidence
from catalog.rows.words import Term


def blocks_for(catalog: Catalog, level: str, part: Part) -> tuple[BlockMatch, ...]:
    """The blocks that fit the joint or the nerve of a level, in their usual order; none where `why_none` says why.

    Raises KeyError for an unknown level.
    """
    return tuple(match for match in _matches(catalog, level, part) if match.block_id)


def why_none(catalog: Catalog, level: str, part: Part) -> BlockMatch | None:
    """Why no block fits the joint or the nerve of a level; None where one does."""
    return next((match for match in _matches(catalog, level, part) if not match.block_id), None)


def levels_of(catalog: Catalog, block: str) -> tuple[BlockMatch, ...]:
    """Where a block fits, from the neck down."""
    catalog.blocks[block]
    order = list(catalog.levels)
    found = [match for match in catalog.block_matches if match.block_id == block]
    return tuple(sorted(found, key=lambda match: order.index(match.level)))


def next_of(catalog: Catalog, block: Block) -> tuple[Block, ...]:
    """The blocks that are named as the next after this one: of those kinds, and for a level that this one fits too."""
    here = {match.level for match in levels_of(catalog, block.block_id)}
    return tuple(
        other
        for kind in type_of(catalog, block).next_types
        for other in catalog.blocks.values()
        if other.block_type == kind and here & {match.level for match in levels_of(catalog, other.block_id)}
    )


def _matches(catalog: Catalog, level: str, part: Part) -> list[BlockMatch]:
    catalog.levels[level]
    return [match for match in catalog.block_matches if (match.level, match.part) == (level, part)]


def type_of(catalog: Catalog, block: Block) -> BlockType:
    """The kind of a block."""
    return catalog.block_types[block.block_type]


def about(block: Block, names: Container[str]) -> bool:
    """Whether what names these blocks, or these kinds of block, is about this one."""
    return EVERY in names or block.block_type in names or block.block_id in names


def numbers_for(catalog: Catalog, block: Block) -> tuple[NumberShown, ...]:
    """The numbers that stand on a block's page, in order."""
    return tuple(
        sorted((row for row in catalog.numbers_shown if row.block_id == block.block_id), key=lambda row: row.order or 0)
    )


def evidence_at(catalog: Catalog, evidence_id: str) -> Evidence:
    """A row of evidence by its id. Raises KeyError for an unknown one."""
    for row in catalog.evidence:
        if row.evidence_id == evidence_id:
            return row
    raise KeyError(evidence_id)


def harms_for(catalog: Catalog, block: Block) -> tuple[tuple[Risk, HarmShown], ...]:
    """The risks of a block that are shown in numbers; of the same harm, the one that names the block itself."""
    shown = {row.risk_id: row for row in catalog.harms_shown}
    own = {row.harm for row in shown.values() if row.harm and block.block_id in row.drawn_for}
    return tuple(
        (risk, row)
        for risk in risks_for(catalog, block.block_id)
        if (row := shown.get(risk.risk_id))
        and (block.block_id in row.drawn_for or (about(block, row.drawn_for) and row.harm not in own))
    )


def facts_of(catalog: Catalog, block: str) -> dict[str, BlockFact]:
    """The facts about a block by attribute (`target`, `feels_like`, ...), in data order."""
    catalog.blocks[block]
    return {fact.attribute: fact for fact in catalog.block_facts if fact.block_id == block}


def steps_for(catalog: Catalog, block: str) -> tuple[BlockStep, ...]:
    """The steps of the visit for a block, in order."""
    at = catalog.blocks[block]
    return tuple(step for step in catalog.block_steps if about(at, step.blocks))


def risks_for(catalog: Catalog, block: str) -> tuple[Risk, ...]:
    """The risks of a block, in data order: common, uncommon, rare but serious, others."""
    at = catalog.blocks[block]
    return tuple(risk for risk in catalog.risks if about(at, risk.blocks))


def codes_for(catalog: Catalog, block: str) -> tuple[Code, ...]:
    """The billing and diagnosis codes that go with a block; for physicians."""
    at = catalog.blocks[block]
    return tuple(code for code in catalog.codes if about(at, code.blocks))


def terms_for(catalog: Catalog, block: str) -> tuple[Term, ...]:
    """The glossary terms that belong to a block in particular, then the general ones."""
    at = catalog.blocks[block]
    terms = [term for term in catalog.glossary.values() if about(at, term.blocks)]
    return tuple(sorted(terms, key=lambda term: term.general))
