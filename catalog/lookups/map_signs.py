"""Which warnings stand where a level's map is shown."""

from __future__ import annotations

from catalog.loading import Catalog
from catalog.lookups.pain import SIDES, areas_of
from catalog.rows.anatomy import Part, Side
from catalog.rows.pain import RedFlag


def map_signs(catalog: Catalog, level: str, part: Part) -> tuple[tuple[RedFlag, tuple[Side, ...]], ...]:
    """The warnings that go with the map of a joint or nerve, each with the chosen sides at which it reaches them.

    Raises KeyError for an unknown level.
    """
    reached = areas_of(catalog, level, part)
    sides: dict[str, set[Side]] = {}
    for row in catalog.map_signs:
        if row.part in ("", part) and any(area in reached for area in row.areas):
            sides.setdefault(row.flag_id, set()).update(
                side for side in SIDES if row.side in ("", side) or side == "both"
            )
    flags = {flag.id: flag for flag in catalog.red_flags}
    return tuple((flags[name], tuple(side for side in SIDES if side in found)) for name, found in sides.items())
