"""The panel before a level is chosen: the start, and a region with its levels."""

from __future__ import annotations

from dash import html

from catalog import Region, explored, levels_in
from components.explorer.spine import tint
from components.kit.controls import Node, choice, go, heading, honest, iconed, legend, pick, sentence, switch
from components.kit.doors import doors, mirror, search_door
from components.kit.limits import about_door
from components.kit.voice import Voice


def start(voice: Voice) -> list[Node]:
    """The second door, touch where it hurts; the first one, touch the spine, is the list beside it."""
    return [
        html.Section(
            [
                html.H2([*iconed("touch", voice("start.body"))]),
                doors(voice),
            ],
            className="invite",
        ),
        html.Div([mirror(voice), search_door(voice)], className="ways"),
        html.P(voice("start.text"), className="muted"),
    ]


def region(voice: Voice, chosen: Region) -> list[Node]:
    """A region's levels are in the list beside it; here stands what a level is and what the colours mean."""
    name = chosen.region
    return [
        heading(voice.of(chosen.short), voice("region.touch", clinical=voice.of(chosen.clinical))),
        html.P(sentence(voice.of(chosen.what_it_does))),
        html.P(voice("region.level")),
        honest(voice(f"region.honest.{name}")),
        html.Ul(
            [
                legend("blue", voice("region.key.joint"), voice("region.key.joint.text")),
                legend("yellow", voice("region.key.nerve"), voice(f"region.key.nerve.{name}")),
            ],
            className="where",
        ),
        html.Div(
            [
                go("page=sources", *iconed("source", voice("sources.title"))),
                go("page=questions", *iconed("question", voice("questions.short"))),
                go("page=options", *iconed("compare", voice("options.title"))),
                about_door(voice),
            ],
            className="links",
        ),
    ]


def region_list(voice: Voice) -> list[Node]:
    """The three regions as buttons, equal to the bands of the drawing."""
    made: list[Node] = [html.H2([*iconed("touch", voice("start.spine"))], className="invite-title")]
    for name in explored(voice.catalog):
        found = voice.catalog.regions[name]
        bones = html.Small(voice("spine.bones", count=found.vertebra_count))
        made.append(
            pick(name, html.Span([voice.of(found.short), bones]), look=f"pick-region pick-{tint(voice.catalog, name)}")
        )
    return [heading(voice("start.title")), html.Div(made, className="list list-regions")]


def level_list(voice: Voice, name: str) -> list[Node]:
    """The levels of a region as buttons: same set, same order as on the drawing."""
    segments = levels_in(voice.catalog, name)
    levels = [voice.catalog.levels[segment] for segment in segments]
    buttons = [pick(level.segment, level.label) for level in levels]
    return [html.Div(buttons, className=f"list list-levels count-{len(segments)}")]


def turn(voice: Voice) -> list[Node]:
    """Side view or back view of the drawing; and the way back to the whole spine."""
    halves = [choice("look", look, voice(f"spine.{look}-view")) for look in ("side", "back")]
    return [
        go("at=", *iconed("spine", voice("spine.whole")), look="btn-whole"),
        switch(voice("spine.turn"), *halves, look="switch-look"),
    ]
