"""Where a level can hurt, layer by layer: the joint's pattern, the root's dermatome and dynatome, each row sourced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from dash import html

from catalog import Catalog, FacetPain, Level, Part, RootPain, Strength, strongest
from components.clinician.claimed import behind
from components.kit.controls import Node, toggle
from components.kit.markup import attrs
from components.kit.voice import Voice

Layers = dict[str, dict[str, Strength]]  # layer -> area -> how typical
STRENGTHS: tuple[Strength, ...] = get_args(Strength)


def rows_of(catalog: Catalog, level: Level, part: Part) -> dict[str, list[FacetPain | RootPain]]:
    """Layer -> its rows: the joint has one, the root one for each kind of map."""
    layers: dict[str, list[FacetPain | RootPain]] = {}
    if part == "facet":
        for one in catalog.facet_pain:
            if one.level == level.segment:
                layers.setdefault(part, []).append(one)
    else:
        for row in catalog.root_pain:
            if row.root == level.exiting_root:
                layers.setdefault(row.kind, []).append(row)
    return layers


def layers(catalog: Catalog, level: Level, part: Part) -> Layers:
    """What each layer marks on the body; of two rows for an area the stronger wins."""
    return {
        name: strongest(catalog, [(row.area_slug, row.strength) for row in rows])
        for name, rows in rows_of(catalog, level, part).items()
    }


def patterns(voice: Voice, level: Level, part: Part) -> list[Node]:
    """The switches of the layers, and each row with its source."""
    found = rows_of(voice.catalog, level, part)
    if not found:
        return []
    switches = [toggle(voice(f"clinician.layer.{name}"), look="on-body", data_pattern=name) for name in found]
    return [
        html.Section(
            [
                html.H2(voice("clinician.level.pattern")),
                html.Div(switches, className="on-bodies", role="group", **attrs(aria_label=voice("clinician.layers"))),
                *(_layer(voice, name, rows) for name, rows in found.items()),
            ],
            className="exact",
        )
    ]


def _layer(voice: Voice, name: str, rows: Sequence[FacetPain | RootPain]) -> html.Details:
    counted = voice("clinician.layer.rows", layer=voice(f"clinician.layer.{name}"), count=len(rows))
    lines = [_row(voice, row) for row in sorted(rows, key=lambda row: STRENGTHS.index(row.strength))]
    return html.Details(
        [html.Summary(counted), html.Table(html.Tbody(lines), className="exact-table")], className="fold"
    )


def _row(voice: Voice, row: FacetPain | RootPain) -> html.Tr:
    area = voice.catalog.areas[row.area_slug]
    told: list[Node] = [html.Div(text, lang="en") for text in (row.figure, row.note) if text]
    return html.Tr(
        [
            html.Th(voice.of(area.clinical), scope="row"),
            html.Td([voice(f"clinician.layer.{row.strength}"), *_contested(voice, row)]),
            html.Td([*told, html.Small(behind(voice, row))]),
        ]
    )


def _contested(voice: Voice, row: FacetPain | RootPain) -> list[Node]:
    """The mark of what published maps do not agree on."""
    if not (isinstance(row, RootPain) and row.contested):
        return []
    return [html.Br(), html.Span(voice("clinician.layer.contested"), className="unsure", **attrs(data_contested=""))]
