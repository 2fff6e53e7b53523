"""The page that compares: the facet way and the nerve way of a level, row by row, on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from catalog import PARTS, Level, areas_of
from components.block.scene import needle_scene, target, widths
from components.clinician import side_parts
from components.clinician.choose import choose
from components.clinician.claimed import behind
from components.clinician.levels_told import fitting, leaving, supply
from components.clinician.ways import Way
from components.kit import contract
from components.kit.controls import Node, go, iconed
from components.kit.maps import figures, listed
from components.kit.markup import attrs
from components.kit.page import page
from components.kit.voice import Voice

Cell = list[Node]


def compare(voice: Voice) -> contract.Pages:
    """A page for each level, and one to choose it; what several levels share is written once."""
    levels = list(voice.catalog.levels.values())
    made: contract.Pages = {"compare": choose(voice), **side_parts.shared(voice)}
    for before, level, after in zip([None, *levels], levels, [*levels[1:], None], strict=False):
        made[f"compare|{level.segment}"] = page(
            voice,
            voice("clinician.compare.title", level=voice.level(level)),
            _table(voice, level, _steps(voice, before, after)),
            look="page-sides",
        )
    return made


def _steps(voice: Voice, *levels: Level | None) -> html.Div:
    """To the level above and the one below."""
    steps = [
        go(f"at={level.segment}", *iconed(picture, voice.level(level)))
        for picture, level in zip(("back", "next"), levels, strict=True)
        if level
    ]
    return html.Div(steps, className="side-steps")


def _table(voice: Voice, level: Level, corner: html.Div) -> html.Table:
    ways = [Way(voice.catalog, level, part) for part in PARTS]
    heads = [html.Th(_head(voice, way), scope="col", className=f"map-{way.part}") for way in ways]
    scale = _scale(voice, ways)
    rows: dict[str, side_parts.Writer] = {
        "pictures": lambda voice, way: _pictures(voice, way, scale),
        "anatomy": lambda voice, way: (supply if way.part == "facet" else leaving)(voice, way.level),
        "blocks": fitting,
        **{name: side_parts.facts_of_row(name) for name in side_parts.FACTS},
        "harms": side_parts.harms,
        "serious": side_parts.serious,
        "guidelines": side_parts.positions,
        "studies": side_parts.studies,
        "others": side_parts.others,
    }
    high = f"{side_parts.harm_scale(voice.catalog).high:g}"
    body = []
    for name, write in rows.items():
        cells = [_cell(voice, way, write(voice, way)) for way in ways]
        title = html.Th(voice(f"clinician.compare.row.{name}", high=high), scope="row")
        body.append(html.Tr([title, *cells], **attrs(data_compared=name)))
    return html.Table([html.Thead(html.Tr([html.Td(corner), *heads])), html.Tbody(body)], className="two-ways")


def _cell(voice: Voice, way: Way, found: Cell) -> html.Td:
    name = voice(f"clinician.compare.{way.part}")
    none = html.Span(voice("clinician.compare.none"), className="muted")
    return html.Td(found or none, **attrs(data_way=name))


def _head(voice: Voice, way: Way) -> Cell:
    level = way.level
    head: Cell = [html.B(voice(f"clinician.compare.{way.part}"))]
    if way.part == "facet" and level.kind != "nerve_only":
        head.append(html.Small(voice("clinician.plan.joint", level=voice.level(level))))
    elif way.part == "nerve" and level.exiting_root:
        head.append(html.Small(voice("clinician.level.root", root=level.exiting_root)))
    return head


def _scale(voice: Voice, ways: Sequence[Way]) -> dict[str, float]:
    """By the name of a drawing, its width as a share of the wider of both: a millimetre is as long on either."""
    shown = {name: widths()[name] for way in ways if way.first and (name := target(voice, way.first)) in widths()}
    return {name: wide / max(shown.values()) for name, wide in shown.items()}


def _pictures(voice: Voice, way: Way, scale: dict[str, float]) -> Cell:
    """The needle of the first block that fits, and where it can hurt."""
    drawn: Cell = []
    if way.first:
        share = {"--share": f"{scale.get(target(voice, way.first), 1):.4f}"}
        drawn.append(html.Div(needle_scene(voice, way.first), className="side-scene", style=share))
    areas = areas_of(voice.catalog, way.level.segment, way.part)
    if areas:
        title = voice(f"clinician.compare.{way.part}")
        rows = {(row.source_id, row.confirmed): row for row in way.pattern}.values()
        sources = [node for row in rows for node in (" ", *behind(voice, row))]
        words = html.Div([listed(voice, way.part, areas), html.P(html.Small(sources))], className="side-areas")
        drawn += [figures(voice, way.level, way.part, title, areas), words]
    return [html.Div(drawn, className="side-pictures")] if drawn else []
