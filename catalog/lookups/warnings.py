"""Which warnings go with which areas."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.loading import Catalog
from catalog.lookups.places import sides_of
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


def alarms(catalog: Catalog) -> list[str]:
    """The places (`area.side`) that open the emergency signs at once."""
    return _places(catalog, [area.slug for area in catalog.areas.values() if area.opens == "emergency"])


def rules(catalog: Catalog) -> list[tuple[tuple[str, ...], list[list[str]]]]:
    """What puts warnings before everything else: their ids, and the sets of places, of each of which one is touched."""
    return [
        (rule.flags, [_places(catalog, names) for names in (rule.places, rule.and_places) if names])
        for rule in catalog.warning_rules
    ]


def _places(catalog: Catalog, names: Sequence[str]) -> list[str]:
    """Places as the URL writes them, of areas and groups of areas, with or without a side."""
    wanted = {(name, side) for name, _, side in (name.partition(".") for name in names)}
    return [
        f"{area.slug}.{side}"
        for area in catalog.areas.values()
        for side in sides_of(area)
        if not wanted.isdisjoint((name, told) for name in (area.slug, area.group) for told in ("", side))
    ]


def _shown(catalog: Catalog, areas: Sequence[str], kind: str) -> tuple[RedFlag, ...]:
    for slug in areas:
        catalog.areas[slug]
    shown = [flag for flag in catalog.red_flags if flag.kind == kind and not {EVERY, *areas}.isdisjoint(flag.areas)]
    return tuple(sorted(shown, key=lambda flag: URGENCY.index(flag.action)))
