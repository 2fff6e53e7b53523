"""Joint or nerve? How each usually feels; and, for a level, the joint's map beside the nerve's two maps."""

from __future__ import annotations

from dash import html

from catalog import PARTS, Catalog, Level, Part, Strength, areas_of, blocks_for
from components.kit.blocks import block_door
from components.kit.controls import Node, go, honest, iconed
from components.kit.maps import Map, figure, figures, listed
from components.kit.page import page
from components.kit.signs import sign
from components.kit.voice import Voice

FEELS: dict[Part, str] = {"facet": "joint", "nerve": "nerve"}  # the words of how each usually is


def compare(voice: Voice, level: Level | None) -> html.Article:
    """With a level: its joint, and its nerve's pain (dynatome) and skin (dermatome), on figures of one size."""
    words = [_feel(voice), _signs(voice), honest(voice("compare.overlap"))]
    if level is None:
        return page(voice, voice("part.label"), *words, _links(voice, None), look="page-compare")
    root = level.exiting_root
    joint = areas_of(voice.catalog, level.segment, "facet")
    maps = [_map(voice, level, "facet", voice("part.facet"), joint)]
    for kind, name, legends in (("dynatome", "felt", "answer"), ("dermatome", "skin", "compare.skin")):
        areas = of_root(voice.catalog, root, kind)
        maps.append(_map(voice, level, "nerve", voice(f"compare.{name}"), areas, legends))
    return page(
        voice,
        voice("compare.level", level=voice.level(level)),
        html.Div(maps, className="maps"),
        *words,
        _links(voice, level),
        look="page-compare",
    )


def _signs(voice: Voice) -> html.Ul:
    """The warnings that go with nerves: a weak muscle is told with how soon to be seen."""
    named = {row.flag_id for row in voice.catalog.map_signs if row.part == "nerve"}
    return html.Ul(
        [sign(voice, flag) for flag in voice.catalog.red_flags if flag.id in named], className="signs signs-calm"
    )


def _links(voice: Voice, level: Level | None) -> html.Div:
    """The blocks of the level and, always, what else there is."""
    links: list[Node] = []
    parts: tuple[Part, ...] = ("facet", "nerve")
    for part in parts:
        fitting = blocks_for(voice.catalog, level.segment, part) if level else ()
        links += [block_door(voice, voice.catalog.blocks[match.block_id]) for match in fitting]
    links.append(go("page=options&block=", *iconed("compare", voice("options.title"))))
    return html.Div(links, className="links")


def of_root(catalog: Catalog, root: str, kind: str) -> dict[str, Strength]:
    """Areas of one kind of map of a root, typical first."""
    rows = [row for row in catalog.root_pain if row.root == root and row.kind == kind]
    rows.sort(key=lambda row: row.strength != "typical")
    return {row.area_slug: row.strength for row in rows}


def _map(voice: Voice, level: Level, part: Part, title: str, areas: Map, legends: str = "answer") -> html.Section:
    if not areas:
        return html.Section([html.H2(title, className=f"map-{part}"), html.P(voice("compare.none"))], className="map")
    return html.Section(
        [
            html.H2(title, className=f"map-{part}"),
            figures(voice, level, part, title, areas),
            listed(voice, part, areas, legends),
        ],
        className="map",
    )


def _feel(voice: Voice) -> html.Div:
    halves: list[Node] = []
    examples = [level for level in voice.catalog.levels.values() if level.example_of]
    for level, part in ((level, part) for part in PARTS for level in examples if level.example_of == part):
        name, areas = FEELS[part], areas_of(voice.catalog, level.segment, part)
        typical: Map = {slug: strength for slug, strength in areas.items() if strength == "typical"}
        said = f"{voice(f'part.{part}')}. {voice('compare.example')}"
        words = [html.H2(voice(f"part.{part}"), className=f"map-{part}"), html.P(voice(f"compare.{name}.text"))]
        words.append(html.P(voice("compare.example"), className="muted"))
        halves.append(
            html.Section(
                [figure("back", part, typical, said), html.Div(words)],
                className="feel",
            )
        )
    return html.Div(halves, className="feels")
