"""The facet way and the nerve way of a level side by side: pictures on one scale, maps, facts, risks, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html

from catalog import PARTS, Block, Claim, Evidence, Guideline, Level, Part, Risk, blocks_for, risks_for, why_none
from components.block.positions import evidence, positions
from components.block.scene import needle_scene, target, widths
from components.clinician.choose import choose
from components.clinician.claimed import behind, claimed
from components.clinician.levels_told import fitting, leaving, supply
from components.clinician.patterns import layers
from components.clinician.technique import exact
from components.kit import contract
from components.kit.blocks import block_door
from components.kit.controls import Node
from components.kit.maps import FACES, figure
from components.kit.markup import attrs
from components.kit.page import page
from components.kit.voice import Voice

Ways = dict[Part, Block | None]
Lines = dict[Part, list[Node]]


def compare(voice: Voice) -> contract.Pages:
    """One page a level; what stands on many of them is written once."""
    made: contract.Pages = {"compare": choose(voice)}
    for name, level in voice.catalog.levels.items():
        ways = _ways(voice, level)
        key = "+".join(block.block_id if block else "" for block in ways.values())
        made.setdefault(f"ways|{key}", _of_ways(voice, ways))
        made[f"compare|{name}"] = page(
            voice,
            voice("clinician.compare.title", level=voice.level(level)),
            html.Div([_way(voice, level, part, block) for part, block in ways.items()], className="two-ways"),
            html.Div(_level(voice, level, ways), className="way-tables"),
            html.Div(**attrs(data_insert=f"ways|{key}")),
            look="page-ways",
        )
    return made


def _ways(voice: Voice, level: Level) -> Ways:
    """The first of the blocks that fit the joint, and of those that fit the root."""
    found = {part: blocks_for(voice.catalog, level.segment, part) for part in PARTS}
    return {part: voice.catalog.blocks[fits[0].block_id] if fits else None for part, fits in found.items()}


def _way(voice: Voice, level: Level, part: Part, block: Block | None) -> html.Section:
    """One column: the block and its picture, then where its structure is felt."""
    none = why_none(voice.catalog, level.segment, part)
    told: list[Node] = [html.P(claimed(voice, voice.of(none.short), none))] if none else []
    if block:
        told = [html.P([html.B(voice.of(block.clinical)), " ", block_door(voice, block)]), *_scene(voice, block)]
    title = voice(f"clinician.compare.{part}", root=level.exiting_root)
    return html.Section(
        [html.H2(title, className=f"map-{part}"), *told, *_maps(voice, level, part, title)],
        className="way",
        **attrs(data_way=part),
    )


def _level(voice: Voice, level: Level, ways: Ways) -> html.Section:
    """What is told of the level itself: nerves with their bones beside the root and the disc; all blocks that fit."""
    anatomy: Lines = {"facet": supply(voice, level), "nerve": leaving(voice, level)}
    blocks: Lines = {part: fitting(voice, level, part) for part in ways}
    rows = [(voice("clinician.compare.nerves"), anatomy), (voice("clinician.level.blocks"), blocks)]
    return _table(voice, ways, "anatomy", rows)


def _scene(voice: Voice, block: Block) -> list[Node]:
    """The picture, as wide as what it shows: a millimetre is as long on both."""
    drawn = needle_scene(voice, block)
    if not drawn:
        return []
    wide = widths()
    share = {"--share": f"{wide[target(voice, block)] / max(wide.values()):.4f}"}
    return [html.Div(html.Div(drawn, className="way-scene", style=share), className="way-scenes")]


def _maps(voice: Voice, level: Level, part: Part, title: str) -> list[Node]:
    """A pair of bodies for each map: the joint's pattern; the root's dermatome and dynatome."""
    made: list[Node] = []
    for name, areas in layers(voice.catalog, level, part).items():
        told = voice(f"clinician.layer.{name}")
        named = [voice("compare.figure", level=title, what=told, face=voice(f"body.{face}")) for face in FACES]
        pair = [figure(face, part, areas, said) for face, said in zip(FACES, named, strict=True)]
        lines = [
            html.Li([html.B(f"{voice(f'clinician.layer.{strength}')}: "), voice.areas(slugs)])
            for strength in dict.fromkeys(areas.values())
            if (slugs := [slug for slug, found in areas.items() if found == strength])
        ]
        made.append(
            html.Div(
                [html.H3(told), html.Div(pair, className="map-figures"), html.Ul(lines, className="way-areas")],
                className="way-map",
                **attrs(data_map=name),
            )
        )
    return [html.Div(made, className="way-maps")]


def _of_ways(voice: Voice, ways: Ways) -> html.Div:
    """Facts, risks and evidence of two blocks in two columns."""
    return html.Div(
        [
            _table(voice, ways, "facts", [*_facts(voice, ways)]),
            _table(voice, ways, "risks", [*_risks(voice, ways)]),
            _table(voice, ways, "evidence", [*_evidence(voice, ways)]),
        ],
        className="way-tables",
    )


def _table(voice: Voice, ways: Ways, name: str, rows: list[tuple[str, Lines]]) -> html.Section:
    title = voice(f"clinician.compare.{name}")
    unsaid = html.Small(voice("clinician.stance.none"))  # no row says so, which is no proof of the opposite
    heads = [html.Th(title, scope="col")]
    heads += [html.Th(voice.of(block.short) if block else "", scope="col") for block in ways.values()]
    body = [
        html.Tr(
            [
                html.Th(first, scope="row"),
                *(
                    html.Td(lines[part] or (unsaid if block else None), **attrs(data_way=part))
                    for part, block in ways.items()
                ),
            ]
        )
        for first, lines in rows
    ]
    table = html.Table([html.Thead(html.Tr(heads)), html.Tbody(body)], className="exact-table ways-table")
    return html.Section(
        html.Div(table, className="scroll", tabIndex="0", role="region", **attrs(aria_label=title)),
        className="exact",
        **attrs(data_compared=name),
    )


def _facts(voice: Voice, ways: Ways) -> Iterator[tuple[str, Lines]]:
    """Every exact fact that either block has, in the order in which a level tells them."""
    facts = {part: exact(voice, block) if block else {} for part, block in ways.items()}
    for name in dict.fromkeys(name for found in facts.values() for name in found):
        lines: Lines = {
            part: _said(voice, found[name].clinical, found[name], found[name].id) if name in found else []
            for part, found in facts.items()
        }
        yield voice(f"clinician.fact.{name}"), lines


def _risks(voice: Voice, ways: Ways) -> Iterator[tuple[str, Lines]]:
    """Risks that only one of the two has stand first; then those of both, each once."""
    found = {part: risks_for(voice.catalog, block.block_id) if block else () for part, block in ways.items()}
    every = [risk for risk in voice.catalog.risks if any(risk in risks for risks in found.values())]
    for risk in sorted(every, key=lambda risk: all(risk in risks for risks in found.values())):
        lines: Lines = {part: _rate(voice, risk) if risk in risks else [] for part, risks in found.items()}
        yield risk.clinical, lines


def _rate(voice: Voice, risk: Risk) -> list[Node]:
    counted = f"n = {risk.n}" if risk.n else ""
    told = "; ".join(part for part in (risk.rate_text, counted) if part)
    return _said(voice, told or voice("clinician.compare.yes"), risk, risk.risk_id)


def _evidence(voice: Voice, ways: Ways) -> Iterator[tuple[str, Lines]]:
    """What bodies say, then the numbers of the studies."""
    said: Lines = {part: [] for part in ways}
    numbers: Lines = {part: [] for part in ways}
    for part, block in ways.items():
        if block:
            said[part] = _fold(voice, [_position(voice, guide) for guide in positions(voice, block)])
            numbers[part] = _fold(voice, [_number(voice, row) for row in evidence(voice, block)])
    yield voice("clinician.evidence.section.guidelines"), said
    yield voice("clinician.compare.numbers"), numbers


def _fold(voice: Voice, rows: list[html.Li]) -> list[Node]:
    """Many rows, behind how many there are."""
    count = voice("clinician.compare.rows", count=len(rows))
    return [html.Details([html.Summary(count), html.Ul(rows)], className="fold")] if rows else []


def _position(voice: Voice, guide: Guideline) -> html.Li:
    told = ", ".join(str(part) for part in (guide.body, guide.year, guide.procedure) if part)
    stance = ", ".join(part for part in (guide.position, guide.strength) if part)
    return html.Li([html.B(f"{stance}: "), *claimed(voice, told, guide)], **attrs(data_row=guide.guideline_id))


def _number(voice: Voice, row: Evidence) -> html.Li:
    bounds = () if row.ci_low is None or row.ci_high is None else (f"{row.ci_low:g}", f"{row.ci_high:g}")
    spread = f" ({voice('clinician.evidence.between', low=bounds[0], high=bounds[1])})" if bounds else ""
    about = "; ".join(part for part in (row.procedure, row.comparator, row.outcome, row.timepoint) if part)
    told = f"{row.value} {row.unit}".strip() + spread
    return html.Li(
        [html.B(f"{told or row.direction}: "), *claimed(voice, about, row)], **attrs(data_row=row.evidence_id)
    )


def _said(voice: Voice, text: str, claim: Claim, row: str) -> list[Node]:
    return [html.Div([html.Span(text, lang="en"), " ", html.Small(behind(voice, claim))], **attrs(data_row=row))]
