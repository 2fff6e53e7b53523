"""The doors to the pages of the blocks."""

from __future__ import annotations

from typing import Any

from dash import html

from catalog import Block, BlockMatch
from components.kit.controls import Node, go, iconed
from components.kit.markup import attrs
from components.kit.voice import Voice


def block_card(voice: Voice, match: BlockMatch) -> html.Button:
    """A block that fits a level: its name, and a line that says first whether it tests or treats."""
    block = voice.catalog.blocks[match.block_id]
    role, short = voice(f"role.{match.role}"), voice.of(match.short)
    first: list[Node] = [] if short.startswith(role) else [html.B(role), ". "]
    return html.Button(
        [
            html.Span(voice.of(block.short), className="card-name"),
            html.Span([*first, short], className="card-words"),
        ],
        type="button",
        className="sx-card card-block",
        **attrs(data_go=f"page=block&block={block.block_id}", data_block=block.block_id),
    )


def block_door(voice: Voice, block: Block, *words: Node, **attributes: Any) -> html.Button:
    """A button to the page of a block: by its whole name, or by `words`."""
    return go(
        f"page=block&block={block.block_id}&tab=&step=&time=",
        *(words or iconed("needle", voice.of(block.name))),
        data_block=block.block_id,
        **attributes,
    )
