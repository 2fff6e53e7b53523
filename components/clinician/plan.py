"""What a plan of several levels is reckoned from: any levels and sides can be chosen, so the browser puts it together
(assets/modules/clinician/plan.mjs).
"""

from __future__ import annotations

from contextlib import suppress

from dash import html

from catalog import (
    SIDES,
    Catalog,
    Code,
    FacetNerve,
    Level,
    PlanFlag,
    PlanKind,
    Planned,
    Reached,
    Refused,
    explored,
    home_of,
    level_of_root,
    planned,
)
from components.clinician.claimed import claimed
from components.kit import contract
from components.kit.plate_shapes import Point, foramina, shapes
from components.kit.supply import crossing
from components.kit.voice import Voice

EACH_SIDE = tuple(side for side in SIDES if side != "both")
GAPS: dict[str, tuple[str, ...]] = {
    "count.joint": ("count",),
    "count.joints": ("count",),
    "count.root": ("count",),
    "count.roots": ("count",),
    "count.nerve": ("count",),
    "count.nerves": ("count",),
    "count.needle": ("count",),
    "count.needles": ("count",),
    "why.shared": ("names", "joints", "nerves", "apart"),
    "why.shared.one": ("names", "joints", "nerves", "apart"),
    "why.apart": ("joints", "nerves"),
    "why.each": ("needles",),
    "codes.some": ("levels",),
    "completes": ("level", "side"),
    "note.for": ("levels",),
}
PLAIN = (
    *("title", "kind", "regions", "levels", "hint", "clear", "handout", "elsewhere", "empty", "all-refused"),
    *("why.one", "why.single", "why.sides", "nerves", "targets", "left", "right"),
    *(f"side.{side}{length}" for side in SIDES for length in ("", ".short")),
    *("codes", "code", "words", "units", "sides", "codes.one", "codes.both", "codes.check", "codes.none"),
    *("refused", "note", "copy", "copied", "select", "flags"),
)


def pages(voice: Voice) -> contract.Pages:
    """What the page of the plan is put together from."""
    return {"facts": facts(voice)}


def facts(voice: Voice) -> contract.PlanFacts:
    """Levels, points, codes and flags in one language."""
    catalog = voice.catalog
    kinds, levels = catalog.plan_kinds, catalog.levels
    found = {(level, kind): planned(catalog, level, kinds[kind]) for kind in kinds for level in levels}
    done = {spot: one for spot, one in found.items() if isinstance(one, Planned)}
    return contract.PlanFacts(
        kinds={name: _kind(voice, kind) for name, kind in kinds.items()},
        regions={name: voice.of(catalog.regions[name].short) for name in explored(catalog)},
        levels={name: _level(voice, level) for name, level in levels.items()},
        points={_id(target): _point(voice, target) for one in done.values() for target in one.reached},
        stops={f"{level}|{kind}": _stop(voice, one) for (level, kind), one in found.items()},
        codes={code.id: _code(voice, code) for one in done.values() for code in one.codes},
        flags={name: _flag(voice, flag) for name, flag in catalog.plan_flags.items()},
        say=_say(voice),
    )


def _say(voice: Voice) -> dict[str, str]:
    gaps = {**dict.fromkeys(PLAIN, ()), **GAPS}
    said = {key: voice.for_scripts(f"clinician.plan.{key}", *names) for key, names in gaps.items()}
    return {**said, "unknown": voice("app.unknown")}


def _kind(voice: Voice, kind: PlanKind) -> contract.PlanKind:
    part = voice.catalog.block_types[kind.block_type].family
    return contract.PlanKind(name=voice.of(kind.name), part=part, counts=kind.counts)


def _level(voice: Voice, level: Level) -> contract.PlanLevel:
    return contract.PlanLevel(
        label=voice.level(level), home=home_of(voice.catalog, level), at=_spots(voice.catalog, level)
    )


def _stop(voice: Voice, found: Planned | Refused) -> contract.PlanStop:
    if isinstance(found, Refused):
        why = html.Span(claimed(voice, voice.of(found.why.short), found.why))
        return contract.PlanStop(points=[], codes=[], refused=why)
    codes = [code.id for code in found.codes]
    return contract.PlanStop(points=[_id(target) for target in found.reached], codes=codes, refused=None)


def _id(target: Reached) -> str:
    return f"{target.nerve}.{target.over}" if isinstance(target, FacetNerve) else target.id


def _point(voice: Voice, target: Reached) -> contract.PlanPoint:
    catalog = voice.catalog
    spots = _spots(catalog, target)
    if isinstance(target, FacetNerve):
        name, where = voice.of(target.name), voice.of(target.bone)
        return contract.PlanPoint(nerve=target.nerve, bone=target.over, name=name, where=where, at=spots)
    if isinstance(target, Level):
        name = voice("clinician.plan.joint", level=voice.level(target))
        return contract.PlanPoint(nerve="", bone="", name=name, where="", at=spots)
    level = level_of_root(catalog, target.root)
    assert level is not None  # a plan reaches it at a level
    name, where = voice("clinician.plan.root", root=target.root), voice.of(target.exits)
    return contract.PlanPoint(nerve=target.root, bone=level.segment, name=name, where=where, at=spots)


def _spots(catalog: Catalog, target: Reached) -> contract.Spots:
    """Plate by plate; one that does not show the place has none."""
    found: contract.Spots = {}
    for plate in ("posterior", *(f"posterior-{region}" for region in explored(catalog))):
        with suppress(KeyError):
            found[plate] = {side: _spot(catalog, plate, target, side) for side in EACH_SIDE}
    return found


def _spot(catalog: Catalog, plate: str, target: Reached, side: str) -> Point:
    drawn = shapes(plate)
    if isinstance(target, FacetNerve):
        x, y = crossing(catalog, drawn, target, side)
    elif isinstance(target, Level):
        x, y = drawn["facet", target.segment, side].middle
    else:
        level = level_of_root(catalog, target.root)
        x, y = foramina(plate)[level.segment if level else ""][EACH_SIDE.index(side)]
    return round(x), round(y)


def _code(voice: Voice, code: Code) -> contract.PlanCode:
    """In our own words: where on the spine, and which levels it counts."""
    first, *others = (voice.of(voice.catalog.regions[name].short) for name in code.region.split(";"))
    where = first
    for other in others:
        where = voice("clinician.plan.or", one=where, other=other.lower())
    words = f"{where}: {voice(f'clinician.plan.counts.{code.counts}')}"
    assert code.counts  # of a plan's codes, each counts levels
    return contract.PlanCode(code=code.code, words=words, counts=code.counts)


def _flag(voice: Voice, flag: PlanFlag) -> contract.PlanFlag:
    says = [
        html.Li(claimed(voice, voice.of(one.text), one))
        for one in voice.catalog.plan_positions
        if one.flag == flag.flag
    ]
    return contract.PlanFlag(
        when=flag.when, levels=flag.levels, kinds=flag.kinds, name=voice.of(flag.name), says=[*says]
    )
