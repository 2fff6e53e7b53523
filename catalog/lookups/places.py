"""Places on the spine and on the body: which regions open, which levels open with them, which sides an area has."""

from __future__ import annotations

from catalog.loading import Catalog
from catalog.rows.anatomy import Area, Level


def explored(catalog: Catalog) -> list[str]:
    """The regions that open: ids in order from the neck down."""
    return [region.region for region in catalog.regions.values() if region.kind == "explored"]


def opens_with(catalog: Catalog, region: str) -> str:
    """The region that is open when `region` is seen: itself, or the explored one above a region given as context.

    Raises KeyError for an unknown region.
    """
    catalog.regions[region]
    names, opening = list(catalog.regions), explored(catalog)
    above = names[: names.index(region) + 1]
    return next((name for name in reversed(above) if name in opening), opening[0])


def home_of(catalog: Catalog, level: Level) -> str:
    """The region that opens with a level: the low back for the sacral ones."""
    return opens_with(catalog, level.region)


def levels_in(catalog: Catalog, region: str) -> list[str]:
    """The levels shown with a region, top to bottom; the low back also shows the sacral nerves and the SI joint."""
    return [level.segment for level in catalog.levels.values() if home_of(catalog, level) == region]


def sides_of(area: Area) -> tuple[str, ...]:
    """The sides of an area as the URL writes them, left first."""
    return ("mid",) if area.midline else ("left", "right")
