"""Exact anatomy of a level: its joint's nerves with their bones, its roots, its disc."""

from __future__ import annotations

from collections.abc import Callable

from dash import html

from catalog import FacetNerve, Level, Root, disc_at, joint_supply, level_of_root, root_at
from components.clinician.claimed import behind, claimed
from components.clinician.ladder import ladder
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice

# Rows of the table of roots, each with the column of roots.csv that it shows; exact texts are in English.
COLUMNS: dict[str, Callable[[Root], str]] = {
    "sensory": lambda root: root.key_sensory_point,
    "muscle": lambda root: root.key_muscle,
    "weakness": lambda root: root.weakness,
    "reflex": lambda root: root.reflex,
    "commonness": lambda root: root.commonness,
}


def nerves(voice: Voice, level: Level) -> list[Node]:
    """The joint's nerves by name, each with the bone where it is reached, or that no block of this tool reaches it."""
    supply = joint_supply(voice.catalog, level.segment)
    if not supply:
        return []
    reached = [nerve for nerve in supply if nerve.reached_by_block]
    lines = html.Ol([_nerve(voice, nerve) for nerve in supply], className="nerve-lines" if reached else "nerve-plain")
    title = html.H2(voice("clinician.level.nerves" if reached else "clinician.level.nerves.unreached"))
    picture = [ladder(voice, level)] if reached else []
    return [html.Section([title, html.Div([*picture, lines], className="nerve-bone")], className="exact")]


def _nerve(voice: Voice, nerve: FacetNerve) -> html.Li:
    where = voice.of(nerve.bone)
    told: list[Node] = [html.B(voice.of(nerve.name)), html.Br()]
    if where:
        told += [voice("clinician.level.at", bone=where), html.Br()]
    if nerve.note:
        told += [html.Small(nerve.note, lang="en"), html.Br()]
    marks = attrs(data_nerve=nerve.nerve, data_bone=nerve.over) if nerve.reached_by_block else {}
    return html.Li([*told, html.Small(behind(voice, nerve))], **marks)


def roots(voice: Voice, level: Level) -> list[Node]:
    """Which root leaves, which one a disc hits, and what each of them does."""
    catalog = voice.catalog
    disc = disc_at(catalog, level.segment)
    leaving = root_at(catalog, level.segment)
    hit = [catalog.roots[disc.usual_root]] if disc else []
    shown = list({root.root: root for root in [*([leaving] if leaving else []), *hit, *_below(voice, level)]}.values())
    if not shown:
        return []
    exits = html.Tr(
        [_head(voice, "exits"), *(html.Td([html.B(root.root), " ", voice.of(root.exits)]) for root in shown)]
    )
    rows = [
        html.Tr([_head(voice, name), *(html.Td(column(root), lang="en") for root in shown)])
        for name, column in COLUMNS.items()
    ]
    sources = html.Tr([_head(voice, "source"), *(html.Td(behind(voice, root)) for root in shown)])
    table = html.Table(html.Tbody([exits, *rows, sources]), className="exact-table")
    title = html.H2(voice("clinician.level.roots"))
    return [html.Section([title, *disc_line(voice, level), table], className="exact")]


def disc_line(voice: Voice, level: Level) -> list[Node]:
    """Whom a disc that bulges here presses; empty where there is no disc."""
    disc = disc_at(voice.catalog, level.segment)
    if disc is None:
        return []
    far = disc.far_lateral_root
    told = voice("clinician.level.disc", root=disc.usual_root)
    if far:
        told += " " + voice("clinician.level.disc.far", root=far)
    return [html.P(claimed(voice, told, disc), className="disc-line", **attrs(data_disc=disc.usual_root))]


def _below(voice: Voice, level: Level) -> list[Root]:
    """Roots that leave at no level of their own stand with the last level of their region."""
    catalog = voice.catalog
    last = [one for one in catalog.levels.values() if one.region == level.region][-1]
    if level is not last:
        return []
    return [
        root
        for root in catalog.roots.values()
        if root.region == level.region and level_of_root(catalog, root.root) is None
    ]


def _head(voice: Voice, name: str) -> html.Th:
    return html.Th(voice(f"clinician.level.{name}"), scope="row")
