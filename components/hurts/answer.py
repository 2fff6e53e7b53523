"""From where it hurts to the levels that can cause it: the pieces of the answer, made once; the scripts choose and
order them.
"""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from catalog import (
    PARTS,
    Catalog,
    Level,
    Part,
    RedFlag,
    alarms,
    areas_of,
    cautions_for,
    context_for,
    explored,
    red_flags_for,
    rules,
    sides_of,
)
from components.hurts import chooser
from components.hurts.chooser import toggle
from components.kit import contract
from components.kit.controls import Node, go, iconed, sentence
from components.kit.icons import icon
from components.kit.limits import about_door
from components.kit.markup import attrs
from components.kit.signs import sign
from components.kit.voice import Voice

GAPS = {"places": ("count",), "all": ("count",)}  # what the scripts put into them


def links(catalog: Catalog) -> contract.Warnings:
    """Which warnings go with which areas."""
    return contract.Warnings(
        insets=chooser.links(catalog),
        squares=chooser.squares(),
        flags=[flag.id for flag in red_flags_for(catalog, list(catalog.areas))],
        cautions=[flag.id for flag in cautions_for(catalog, list(catalog.areas))],
        emergencies=[flag.id for flag in catalog.red_flags if flag.action == "emergency"],
        alarms=alarms(catalog),
        flags_of={slug: [flag.id for flag in red_flags_for(catalog, [slug])] for slug in catalog.areas},
        cautions_of={slug: [flag.id for flag in cautions_for(catalog, [slug])] for slug in catalog.areas},
        rules=[contract.Rule(flags=flags, places=places) for flags, places in rules(catalog)],
        context={
            slug: [found.level for found in context_for(catalog, [(slug, sides_of(area)[0])])]
            for slug, area in catalog.areas.items()
        },
    )


def pieces(voice: Voice, number: str) -> contract.Answer:
    """Everything of the answer in one language, by what it is about."""
    catalog = voice.catalog
    reached: dict[str, tuple[Level, Part]] = {
        f"{level.segment}|{part}": (level, part)
        for level in catalog.levels.values()
        for part in PARTS
        if level.kind != "context" and areas_of(catalog, level.segment, part)
    }
    places = [(area, side) for area in catalog.areas.values() for side in sides_of(area)]
    return contract.Answer(
        names={f"{area.slug}.{side}": voice.area(area, side) for area, side in places},
        chips={
            f"{area.slug}.{side}": toggle(
                area.slug,
                side,
                html.Span(voice.area(area, side)),
                icon("close"),
                look="chip",
                aria_label=voice("hurt.take-away", place=voice.area(area, side)),
            )
            for area, side in places
        },
        rows={key: row(voice, level, part) for key, (level, part) in reached.items()},
        regions={name: voice.of(catalog.regions[name].short) for name in explored(catalog)},
        kinds={part: kind(voice, part) for part in PARTS},
        flags={flag.id: sign(voice, flag) for flag in catalog.red_flags if flag.kind == "red_flag"},
        cautions={flag.id: caution(voice, flag) for flag in catalog.red_flags if flag.kind == "caution"},
        zones=chooser.zones(voice),
        say=sentences(voice, number),
        parts=parts(voice),
        own=_own(voice, "hurt", catalog.areas),
        none=_own(voice, "hurt.none", catalog.areas),
        doubt=_own(voice, "hurt.doubt", explored(catalog)),
        context={level.segment: _context(voice, level) for level in catalog.levels.values() if level.kind == "context"},
    )


def _own(voice: Voice, start: str, names: Iterable[str]) -> dict[str, str]:
    """The words of some areas or regions in particular, by their ids: those of `start` and the id."""
    keys = {name: f"{start}.{name}" for name in names}
    return {name: voice(key) for name, key in keys.items() if key in voice.catalog.words}


def _context(voice: Voice, level: Level) -> html.P:
    """A joint outside the levels that can hurt here too, and the way to it."""
    way = go(f"at={level.segment}&part=facet", voice("hurt.sij.go"), look="btn-link")
    return html.P([voice("hurt.sij"), " ", way], className="aside")


def row(voice: Voice, level: Level, part: Part) -> html.Button:
    """A joint or nerve of a level; its dot tells how well it fits, and its name says so (written by the scripts)."""
    label = voice.level(level)
    said = {
        strength: voice("hurt.row", level=label, part=voice(f"part.{part}"), strength=voice(f"hurt.{name}"))
        for strength, name in (("typical", "often"), ("sometimes", "sometimes"), ("part", "in-part"))
    }
    return html.Button(
        label,
        type="button",
        className="pick fit",
        **attrs(
            data_pick=level.segment,
            data_part=part,
            aria_pressed="false",
            **{f"data-said-{strength}": text for strength, text in said.items()},
        ),
    )


def kind(voice: Voice, part: Part) -> html.Span:
    name = "joint" if part == "facet" else "nerve"
    swatch = html.Span(className=f"sw sw-{part}", **attrs(aria_hidden="true"))
    return html.Span([swatch, voice(f"hurt.{name}")], className="kind")


def caution(voice: Voice, flag: RedFlag) -> html.P:
    """Other causes of pain in a place, and what to do about them."""
    return html.P(f"{sentence(voice.of(flag.may_mean))} {voice.of(flag.action_text)}", **attrs(data_caution=flag.id))


def sentences(voice: Voice, number: str) -> dict[str, str]:
    """Words that the scripts put numbers and names into."""
    keys = ("touched", "places", "can", "can-one", "share", "share-all", "single", "parts-only", "none")
    more = ("all", "some", "other", "first", "new", "chosen", "levels")
    said = {key: voice.for_scripts(f"hurt.{key}", *GAPS.get(key, ())) for key in (*keys, *more)}
    for tail in ("", "-one", "-none"):
        said[f"announce{tail}"] = voice.for_scripts(f"announce.hurts{tail}", "places", "count")
    said["act"] = voice("emergency.act", number=number or voice("emergency.number"))
    said["today"] = voice("emergency.urgent")
    said["search-label"], said["search-none"] = voice("search.label"), voice("search.none")
    said["search-count"] = voice.for_scripts("search.count", "count")
    return said


def parts(voice: Voice) -> dict[str, Node]:
    """Buttons and lines that the answer is put together from."""
    return {
        "add": go("zone=body", *iconed("touch", voice("hurt.add"))),
        "clear": go("hurts=&zone=", *iconed("close", voice("hurt.clear"))),
        "ends": html.Div(
            [
                go("page=compare", *iconed("compare", voice("part.label"))),
                go("page=options", voice("options.title")),
                go("page=questions", *iconed("question", voice("questions.short"))),
                about_door(voice),
            ],
            className="links",
        ),
        "legend": _legend(voice, voice("hurt.sometimes")),
        "legendAll": _legend(voice, voice("hurt.hatched")),
        "compare": go("page=compare", *iconed("compare", voice("compare.open"))),
        "back": html.Button(
            [icon("back"), html.Span(voice("hurt.back"))],
            type="button",
            className="sx-btn back-to-places",
            **attrs(data_do="places"),
        ),
        "emergency": go("page=emergency", *iconed("emergency", voice("emergency.title")), look="btn-alarm"),
    }


def _legend(voice: Voice, hatched: str) -> html.P:
    """What a full and what a hatched dot says."""
    dots = [
        html.Span(className="dot", **attrs(data_match=match, aria_hidden="true")) for match in ("typical", "sometimes")
    ]
    return html.P([dots[0], html.Span(voice("hurt.often")), dots[1], html.Span(hatched)], className="dots")
