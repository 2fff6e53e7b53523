"""From a level to where it can hurt, and from where it hurts to the levels that can cause it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from catalog.loading import Catalog
from catalog.rows.anatomy import Part, Side
from catalog.rows.pain import Strength

AreaSide = tuple[str, str]  # area slug; "left", "right" or "mid"
PARTS: tuple[Part, ...] = ("facet", "nerve")
SIDES: tuple[Side, ...] = get_args(Side)


@dataclass(frozen=True)
class Match:
    """A joint or nerve of a level that can cause pain in at least one chosen area.

    strengths   chosen areas that it reaches
    covers_all  it reaches every chosen area
    strength    the weakest over the chosen areas if it covers all, else the strongest of those it reaches
    """

    level: str
    part: Part
    strengths: Mapping[AreaSide, Strength]
    covers_all: bool
    strength: Strength


@dataclass(frozen=True)
class Context:
    """A joint outside the levels (sacroiliac) that can cause pain in at least one chosen area."""

    level: str
    strengths: Mapping[AreaSide, Strength]


def areas_of(catalog: Catalog, level: str, part: Part) -> dict[str, Strength]:
    """Where the joint or nerve of a level can cause pain: area slug -> strength; typical first, then data order.

    The nerve is the root that leaves at the level; its dermatome and dynatome count together and the stronger wins.
    A context level (sacroiliac) has the areas of its joint too, so that it can be shown; `levels_for` leaves it out.
    Empty where there is no such structure: joint of S1 and S2, nerve of a context level.
    Raises KeyError for an unknown level.
    """
    at = catalog.levels[level]
    if part == "facet":
        return strongest(catalog, [(row.area_slug, row.strength) for row in catalog.facet_pain if row.level == level])
    return strongest(
        catalog, [(row.area_slug, row.strength) for row in catalog.root_pain if row.root == at.exiting_root]
    )


def marks(catalog: Catalog, level: str, part: Part, side: Side) -> dict[AreaSide, Strength]:
    """The areas to mark on the body, by (slug, side). A midline area is "mid" whatever side is chosen."""
    sides = ("left", "right") if side == "both" else (side,)
    return {
        (slug, where): strength
        for slug, strength in areas_of(catalog, level, part).items()
        for where in (("mid",) if catalog.areas[slug].midline else sides)
    }


def levels_for(catalog: Catalog, hurts: Sequence[AreaSide]) -> list[Match]:
    """Every joint and nerve that can cause pain in the chosen areas.

    Those that cover all areas first, then typical before sometimes, then from head to foot, joint before nerve.
    Joints given as context are left to `context_for`. Raises KeyError for an unknown area.
    """
    for slug, _ in hurts:
        catalog.areas[slug]
    found = []
    for level in (found.segment for found in catalog.levels.values() if found.kind != "context"):
        for part in PARTS:
            reach = areas_of(catalog, level, part)
            strengths: dict[AreaSide, Strength] = {hurt: reach[hurt[0]] for hurt in hurts if hurt[0] in reach}
            if strengths:
                covers_all = all(hurt in strengths for hurt in hurts)
                levels_of_proof = [_rank(strength) for strength in strengths.values()]
                rank = max(levels_of_proof) if covers_all else min(levels_of_proof)
                found.append(Match(level, part, strengths, covers_all, "sometimes" if rank else "typical"))
    return sorted(found, key=lambda match: (not match.covers_all, _rank(match.strength)))


def context_for(catalog: Catalog, hurts: Sequence[AreaSide]) -> list[Context]:
    """Joints outside the levels that can cause pain in the chosen areas; told as context, never as a match."""
    found = []
    for level in catalog.levels.values():
        if level.kind == "context":
            reach = areas_of(catalog, level.segment, "facet")
            strengths: dict[AreaSide, Strength] = {hurt: reach[hurt[0]] for hurt in hurts if hurt[0] in reach}
            if strengths:
                found.append(Context(level.segment, strengths))
    return found


def _rank(strength: Strength) -> int:
    return 0 if strength == "typical" else 1


def strongest(catalog: Catalog, rows: Sequence[tuple[str, Strength]]) -> dict[str, Strength]:
    """Area -> how typical; of several rows for an area the strongest wins. Typical first, then data order."""
    best: dict[str, Strength] = {}
    for slug, strength in rows:
        if slug not in best or _rank(strength) < _rank(best[slug]):
            best[slug] = strength
    place = {slug: number for number, slug in enumerate(catalog.areas)}
    return dict(sorted(best.items(), key=lambda item: (_rank(item[1]), place[item[0]])))
