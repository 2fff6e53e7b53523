"""A level for a physician: exact anatomy first, then where it can hurt, then the blocks that fit, as they are done."""

from __future__ import annotations

from dash import html

from catalog import BlockMatch, Level, Part, about, blocks_for, home_of, why_none
from components.clinician.anatomy import nerves, roots
from components.clinician.claimed import cited, claimed
from components.clinician.patterns import patterns
from components.clinician.technique import code_table, codes, technique
from components.kit import spot
from components.kit.contract import Tree
from components.kit.controls import Node, go, heading, iconed
from components.kit.markup import attrs
from components.kit.voice import Voice


def level(voice: Voice, at: Level, part: Part) -> list[Node]:
    """The panel of one level and part."""
    exact = [*nerves(voice, at), *roots(voice, at)] if part == "facet" else [*roots(voice, at), *nerves(voice, at)]
    return [
        heading(voice.level(at), voice.of(voice.catalog.regions[at.region].clinical)),
        *_common(voice, at),
        _choices(voice, at),
        *exact,
        *patterns(voice, at, part),
        *_caveat(voice, at, part),
        html.Section([html.H2(voice("clinician.level.blocks")), *_blocks(voice, at, part)], className="exact"),
        html.Div(
            [
                go("page=sources", *iconed("source", voice("sources.title"))),
                go("page=options", *iconed("compare", voice("options.title"))),
            ],
            className="links",
        ),
    ]


def parts(voice: Voice) -> dict[str, Tree]:
    """What the answers put in: each block's technique and codes, once."""
    catalog = voice.catalog
    blocks = catalog.blocks.values()
    others = tuple(code for code in catalog.codes if not any(about(block, code.blocks) for block in blocks))
    made: dict[str, Tree] = {"codes|": code_table(voice, others)}
    for name, block in catalog.blocks.items():
        made[f"technique|{name}"] = technique(voice, block)
        made[f"codes|{name}"] = codes(voice, block)
    return made


def _common(voice: Voice, at: Level) -> list[Node]:
    """How common it is, where a row says so; what the row itself notes."""
    told: list[Node] = []
    if at.commonness:
        told += [html.Span(at.commonness, lang="en"), " "]
        told += [cited(voice.catalog, at.commonness_source_id)] if at.commonness_source_id else []
    if at.note:
        told += [" ", html.Span(at.note, lang="en")]
    return [html.P(html.Small(told), className="level-note")] if told else []


def _choices(voice: Voice, at: Level) -> html.Div:
    root = voice("clinician.level.root", root=at.exiting_root) if at.exiting_root else voice("part.nerve")
    return spot.choices(voice, voice("clinician.level.joint"), root)


def _caveat(voice: Voice, at: Level, part: Part) -> list[Node]:
    """What the place of the pain cannot tell, in the region's own words."""
    if part == "nerve" or at.kind != "facet":
        return []
    return [html.P(voice(f"answer.honest.facet.{home_of(voice.catalog, at)}"), className="honest")]


def _blocks(voice: Voice, at: Level, part: Part) -> list[Node]:
    none = why_none(voice.catalog, at.segment, part)
    if none:
        return [html.P(claimed(voice, voice.of(none.short), none))]
    return [
        html.P(voice("match.lead"), className="muted"),
        *(_block(voice, match) for match in blocks_for(voice.catalog, at.segment, part)),
        _fold(voice("clinician.level.codes.other"), html.Div(**attrs(data_insert="codes|"))),
    ]


def _block(voice: Voice, match: BlockMatch) -> html.Details:
    """A block that fits: its exact name and role; open, how it is done, its codes and the door to its page."""
    block = voice.catalog.blocks[match.block_id]
    named = html.Span([html.B(voice.of(block.clinical)), " ", html.Small(voice(f"role.{match.role}"))])
    door = go(f"page=block&block={block.block_id}", *iconed("needle", voice.of(block.name)), data_block=block.block_id)
    return _fold(
        named,
        html.Div(**attrs(data_insert=f"technique|{block.block_id}")),
        html.H3(voice("clinician.level.codes")),
        html.Div(**attrs(data_insert=f"codes|{block.block_id}")),
        html.Div(door, className="links"),
    )


def _fold(summary: Node, *body: Node) -> html.Details:
    return html.Details([html.Summary(summary), *body], className="fold")
