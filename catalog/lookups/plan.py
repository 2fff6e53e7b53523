"""What a plan does at one level: what its needles reach and which codes count it, or why it is not done there."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.loading import Catalog
from catalog.lookups.blocks import blocks_for, codes_for, why_none
from catalog.lookups.structures import facet_nerves, root_at
from catalog.rows.anatomy import FacetNerve, Level, Root
from catalog.rows.blocks import BlockMatch, Code
from catalog.rows.plan import PlanKind

Reached = FacetNerve | Level | Root  # a nerve on its bone, a joint, or a root where it leaves


@dataclass(frozen=True)
class Planned:
    """`reached`: one needle a side for each; `codes`: those that count levels of this kind, in data order."""

    reached: tuple[Reached, ...]
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class Refused:
    """No block of this kind is done at the level; `why` says it in words, with its source."""

    why: BlockMatch


def planned(catalog: Catalog, level: str, kind: PlanKind) -> Planned | Refused:
    """Raises KeyError for an unknown level."""
    part = catalog.block_types[kind.block_type].family
    fitting = (match.block_id for match in blocks_for(catalog, level, part))
    block = next((name for name in fitting if catalog.blocks[name].block_type == kind.block_type), None)
    if block is None:
        why = why_none(catalog, level, part)
        assert why is not None  # told by the check
        return Refused(why)
    return Planned(_reached(catalog, level, kind), tuple(code for code in codes_for(catalog, block) if code.counts))


def _reached(catalog: Catalog, level: str, kind: PlanKind) -> tuple[Reached, ...]:
    if kind.counts == "joints":
        return (catalog.levels[level],)
    if kind.counts == "roots":
        root = root_at(catalog, level)
        assert root is not None  # a nerve's block fits only where a root leaves
        return (root,)
    return facet_nerves(catalog, level)
