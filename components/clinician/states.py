"""Everything of the wing that the browser looks up: at once, and page by page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from catalog import PARTS, Catalog
from components.clinician import plan
from components.clinician.evidence import evidence
from components.clinician.handout import Clinic, handouts
from components.clinician.level import level, parts
from components.clinician.patterns import layers
from components.clinician.shortcuts import SHORTCUTS, shortcuts
from components.clinician.side_by_side import compare
from components.clinician.toolbar import bar
from components.kit import contract
from components.kit.voice import Voice

# Pages by name, each with what writes its words in one language: a file each, fetched when it is opened.
PAGES: dict[str, Callable[[Voice], contract.Pages]] = {
    "plan": plan.pages,
    "evidence": evidence,
    "keys": shortcuts,
}
# Pages of the patient's that have other words here.
OVER: dict[str, Callable[[Voice], contract.Pages]] = {
    "compare": compare,
}
ICONS = {"joint", "print", "search"}  # beside those of the first view
# Pages that both voices have; what a clinic sets stands on them.
SHARED: dict[str, Callable[[Clinic, Voice], contract.Pages]] = {
    "handout": handouts,
}


def writers(clinic: Clinic) -> dict[str, Callable[[Voice], contract.Pages]]:
    """All pages by name, each with what writes its words in one language."""
    return PAGES | OVER | {name: partial(write, clinic) for name, write in SHARED.items()}


def door(catalog: Catalog, files: str) -> contract.WingDoor:
    """What the first HTML knows of the wing; `files`: where the rest is told."""
    return contract.WingDoor(
        pages=list(PAGES),
        shared=list(SHARED),
        kinds=list(catalog.plan_kinds),
        charts=list(catalog.charts),
        files=files,
    )


def wing(voice: Voice) -> contract.Wing:
    """What one language needs for the tools and for every level."""
    spots = [(at, part) for at in voice.catalog.levels.values() for part in PARTS]
    return contract.Wing(
        bar=bar(voice),
        detail={f"{at.segment}|{part}": level(voice, at, part) for at, part in spots},
        parts=parts(voice),
        layers={f"{at.segment}|{part}": found for at, part in spots if (found := layers(voice.catalog, at, part))},
        keys=SHORTCUTS,
    )
