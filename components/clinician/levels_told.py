"""A level in a few lines, its joint apart from its root: what feeds the joint, what leaves, which blocks fit."""

from __future__ import annotations

from dash import html

from catalog import Level, Part, blocks_for, joint_supply, root_at, why_none
from components.clinician.anatomy import disc_line
from components.clinician.claimed import behind, claimed
from components.kit.blocks import block_door
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice


def supply(voice: Voice, level: Level) -> list[Node]:
    """Each nerve of the joint with the bone where it is reached."""
    lines: list[Node] = []
    for nerve in joint_supply(voice.catalog, level.segment):
        where = f": {voice.of(nerve.bone)} " if voice.of(nerve.bone) else " "
        ids = attrs(data_nerve=nerve.nerve, data_bone=nerve.over) if nerve.reached_by_block else {}
        lines.append(html.P([html.B(voice.of(nerve.name)), where, html.Small(behind(voice, nerve))], **ids))
    return lines


def leaving(voice: Voice, level: Level) -> list[Node]:
    """The root that leaves, and whom a disc presses."""
    root = root_at(voice.catalog, level.segment)
    if root is None:
        return []
    name = html.B(voice("clinician.level.root", root=root.root))
    told: list[Node] = [name, f": {voice.of(root.exits)} ", html.Small(behind(voice, root))]
    return [html.P(told, **attrs(data_root=root.root)), *disc_line(voice, level)]


def fitting(voice: Voice, level: Level, part: Part) -> list[Node]:
    """Every block in its usual order with what it is for; or why none fits."""
    none = why_none(voice.catalog, level.segment, part)
    if none:
        return [html.P(claimed(voice, voice.of(none.short), none))]
    return [
        html.P(
            [
                block_door(voice, block, voice.of(block.clinical)),
                f" {voice(f'role.{match.role}')} ",
                html.Small(behind(voice, match)),
            ]
        )
        for match in blocks_for(voice.catalog, level.segment, part)
        if (block := voice.catalog.blocks[match.block_id])
    ]
