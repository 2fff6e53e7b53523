"""A block's places on the spine: the level it was opened from, the levels it fits, the ways back to each."""

from __future__ import annotations

from typing import Any

from dash import html

from catalog import SIDES, Block, BlockMatch, Level, levels_of, next_of, root_at
from components.kit.blocks import block_door
from components.kit.controls import Node, go, iconed
from components.kit.markup import attrs
from components.kit.supply import supply
from components.kit.voice import Voice


def titles(voice: Voice, block: Block) -> list[html.Span]:
    """What the title says besides the block's name: the level that is chosen, and its side where one is chosen."""
    one_side = [html.Span(f", {voice(f'side.{side}.long').lower()}", **_when("side", side)) for side in SIDES[:2]]
    return [
        html.Span([f": {voice.level(level)}", *one_side], **_when("at", level.segment))
        for level, _ in _places(voice, block)
    ]


def shared(voice: Voice) -> dict[str, html.Figure]:
    """The nerves of each joint that a block fits, once."""
    found = {match.level for match in voice.catalog.block_matches if match.block_id and match.part == "facet"}
    levels = voice.catalog.levels
    return {f"supply|{name}": supply(voice, level) for name, level in levels.items() if name in found}


def here(voice: Voice, block: Block) -> list[Node]:
    """The level that the page was opened from: its nerves on their bones or its root, the side, the way back."""
    return [_here(voice, block, level, match) for level, match in _places(voice, block)]


def _here(voice: Voice, block: Block, level: Level, match: BlockMatch) -> html.Section:
    named = {side: f"{voice.level(level)}, {voice(f'side.{side}.long').lower()}" for side in SIDES}
    sides = [html.Span(text, **_when("side", side)) for side, text in named.items()]
    root = root_at(voice.catalog, level.segment)
    told: list[Node] = [html.P(voice.of(match.short))]
    if match.part == "facet":
        told.append(html.Div(**attrs(data_insert=f"supply|{level.segment}")))
    elif root:
        told.append(html.P(voice("answer.root", root=root.root), **attrs(data_nerve=root.root)))
    return html.Section(
        [
            html.Div([html.H2(sides), *told], className="here-words"),
            _back(voice, level, match, voice("block.back", level=voice.level(level)), "back"),
        ],
        className="here",
        **_when("at", level.segment),
    )


def onward(voice: Voice, block: Block) -> list[Node]:
    """Doors to the blocks that the words about what comes next name."""
    doors = [block_door(voice, other) for other in next_of(voice.catalog, block)]
    return [html.Div(doors, className="links next-blocks")] if doors else []


def levels(voice: Voice, block: Block) -> html.Section:
    """Every level that the block fits, each a way back to its answer."""
    backs = [_back(voice, level, match, voice.level(level)) for level, match in _places(voice, block)]
    return html.Section([html.H2(voice("block.levels")), html.Div(backs, className="block-levels")], className="fact")


def _back(voice: Voice, level: Level, match: BlockMatch, text: str, picture: str = "") -> html.Button:
    said = iconed(picture, text) if picture else [text]
    return go(f"at={level.segment}&part={match.part}&page=&block=", *said)


def _places(voice: Voice, block: Block) -> list[tuple[Level, BlockMatch]]:
    return [(voice.catalog.levels[match.level], match) for match in levels_of(voice.catalog, block.block_id)]


def _when(key: str, value: str) -> dict[str, Any]:
    return attrs(data_when=f"{key}={value}")
