"""Nerves, roots and bones of a level. Every lookup raises KeyError for an unknown level, root or area."""

from __future__ import annotations

from catalog.loading import Catalog
from catalog.rows.anatomy import Disc, FacetNerve, Level, Part, Root
from catalog.rows.evidence import Source


def facet_nerves(catalog: Catalog, level: str) -> tuple[FacetNerve, ...]:
    """The nerves that a medial branch block of this joint numbs; none at C0-1, C1-2, S1, S2 and the SI joint."""
    return tuple(nerve for nerve in joint_supply(catalog, level) if nerve.reached_by_block)


def joint_supply(catalog: Catalog, level: str) -> tuple[FacetNerve, ...]:
    """All nerves of the joint, also those that no block of this tool reaches."""
    catalog.levels[level]
    return tuple(nerve for nerve in catalog.facet_nerves if nerve.level == level)


def root_at(catalog: Catalog, level: str) -> Root | None:
    """The root that leaves at the level (L4-5: L4); None for a context level."""
    root = catalog.levels[level].exiting_root
    return catalog.roots[root] if root else None


def disc_at(catalog: Catalog, level: str) -> Disc | None:
    """What a disc that bulges at the level presses on; None where there is no disc."""
    catalog.levels[level]
    return catalog.discs.get(level)


def level_of_root(catalog: Catalog, root: str) -> Level | None:
    """The level where the root leaves; None for S3 and below, which no level shows."""
    catalog.roots[root]
    return next((level for level in catalog.levels.values() if level.exiting_root == root), None)


def sources_of(catalog: Catalog, level: str, part: Part) -> tuple[Source, ...]:
    """What the claims about the joint or nerve of a level rest on, each source once, in order of first use."""
    at = catalog.levels[level]
    ids = [at.source_id, at.commonness_source_id]
    if part == "facet":
        ids += [nerve.source_id for nerve in joint_supply(catalog, level)]
        ids += [row.source_id for row in catalog.facet_pain if row.level == level]
    elif at.exiting_root:
        ids = [catalog.roots[at.exiting_root].source_id]
        ids += [row.source_id for row in catalog.root_pain if row.root == at.exiting_root]
    return tuple(catalog.sources[source] for source in dict.fromkeys(ids) if source)
