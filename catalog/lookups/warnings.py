"""Which warnings go with which areas."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.loading import Catalog
from catalog.rows.cells import EVERY
from catalog.rows.pain import RedFlag

URGENCY = ("emergency", "urgent", "see_doctor")


def red_flags_for(catalog: Catalog, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Signs to act on that are shown with any of the areas (slugs): emergencies first, then data order.

    With no area: only those that go with every area. Raises KeyError for an unknown area.
    """
    return _shown(catalog, areas, "red_flag")


def cautions_for(catalog: Catalog, areas: Sequence[str]) -> tuple[RedFlag, ...]:
    """Other causes of pain in any of the areas (slugs): the most urgent first. Raises KeyError for an unknown area."""
    return _shown(catalog, areas, "caution")


def _shown(catalog: Catalog, areas: Sequence[str], kind: str) -> tuple[RedFlag, ...]:
    for slug in areas:
        catalog.areas[slug]
    shown = [flag for flag in catalog.red_flags if flag.kind == kind and not {EVERY, *areas}.isdisjoint(flag.areas)]
    return tuple(sorted(shown, key=lambda flag: URGENCY.index(flag.action)))
