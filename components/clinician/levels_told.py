"""A level in a few lines, its joint apart from its root: what feeds the joint, what leaves, which blocks fit."""

from __future__ import annotations

from dash import html

from catalog import Level, joint_supply, root_at
from components.clinician.anatomy import disc_line
from components.clinician.claimed import behind, claimed
from components.clinician.ways import Way
from components.kit.blocks import block_door
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice


def supply(voice: Voice, level: Level) -> list[Node]:
    """Each nerve of the joint with the bone where it is reached; those that no block reaches say so."""
    lines: list[Node] = []
    for nerve in joint_supply(voice.catalog, level.segment):
        where = voice.of(nerve.bone) or voice("clinician.compare.unreached")
        ids = attrs(data_nerve=nerve.nerve, data_bone=nerve.over) if nerve.reached_by_block else {}
        lines.append(html.Li([html.B(voice.of(nerve.name)), f": {where} ", *behind(voice, nerve)], **ids))
    return [html.Ul(lines)] if lines else []


def leaving(voice: Voice, level: Level) -> list[Node]:
    """The root that leaves, and whom a disc presses."""
    root = root_at(voice.catalog, level.segment)
    if root is None:
        return []
    name = html.B(voice("clinician.level.root", root=root.root))
    told: list[Node] = [name, f": {voice.of(root.exits)} ", *behind(voice, root)]
    return [html.P(told, **attrs(data_root=root.root)), *disc_line(voice, level)]


def fitting(voice: Voice, way: Way) -> list[Node]:
    """Every block in its usual order with what it is for; or why none fits."""
    if way.why_none:
        return [html.P(claimed(voice, voice.of(way.why_none.short), way.why_none))]
    lines = []
    for match, block in zip(way.matches, way.blocks, strict=True):
        line: list[Node] = [block_door(voice, block, voice.of(block.clinical)), f" {voice(f'role.{match.role}')} "]
        if block == way.first:
            line += [html.Span(voice("clinician.compare.shown"), className="tag"), " "]
        lines.append(html.Li([*line, *behind(voice, match)]))
    return [html.Ol(lines, className="side-blocks")]
