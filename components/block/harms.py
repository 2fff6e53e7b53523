"""Harms in numbers: the risks that have a rate, who was counted, and another count where two disagree."""

from __future__ import annotations

from dash import html

from catalog import Block, Catalog, HarmShown, Risk, evidence_at, harms_for, type_of
from components.block.people import People, figure, table
from components.kit.controls import Node
from components.kit.voice import Voice

RAREST = 0.1  # percent: what is rarer cannot be drawn in a thousand persons and is said out of 10,000
DRAWN, SAID = 1_000, 10_000  # so many people are drawn; so many are said where the harm is rarer


def harms(voice: Voice, block: Block) -> list[Node]:
    """The harms of a block that have a rate, each out of 1,000, then those that are rarer than that."""
    rows = harm_rows(voice.catalog, block)
    people = [_people(voice, risk, DRAWN) for risk, _ in rows]
    return [
        html.Div([_harm(voice, risk, shown) for risk, shown in rows], className="figures figures-harm"),
        table(voice, voice("risks.numbers"), voice("harm.table.what"), voice("harm.table.did"), people),
        *(_rare(voice, block, risk, shown) for risk, shown in rare_rows(voice.catalog, block)),
        html.P(voice("harm.sure"), className="muted"),
    ]


def harm_rows(catalog: Catalog, block: Block) -> list[tuple[Risk, HarmShown]]:
    """The risks of a block that are drawn."""
    return [(risk, shown) for risk, shown in harms_for(catalog, block) if (risk.rate_percent or 0) >= RAREST]


def rare_rows(catalog: Catalog, block: Block) -> list[tuple[Risk, HarmShown]]:
    """The risks of a block that are too rare to be drawn."""
    return [(risk, shown) for risk, shown in harms_for(catalog, block) if (risk.rate_percent or 0) < RAREST]


def sources(catalog: Catalog, block: Block) -> list[str]:
    """The ids of the sources behind the harms of a block."""
    shown = harms_for(catalog, block)
    also = [evidence_at(catalog, row.also) for _, row in shown if row.also]
    return [row.source_id for row in (*(risk for risk, _ in shown), *also)]


def drawn(voice: Voice, block: Block) -> set[tuple[int, int]]:
    """The counts and totals of persons that the harms of a block draw."""
    people = [_people(voice, risk, DRAWN) for risk, _ in harm_rows(voice.catalog, block)]
    return {(each.count, each.total) for each in people}


def _people(voice: Voice, risk: Risk, total: int) -> People:
    return People(round((risk.rate_percent or 0) * total / 100), total, voice.of(risk.risk))


def _harm(voice: Voice, risk: Risk, shown: HarmShown) -> html.Figure:
    who = html.P(voice(f"harm.who.{shown.counted}", people=f"{risk.n or 0:,}"), className="muted")
    more = [html.P(also, className="muted")] if (also := _also(voice, shown, DRAWN)) else []
    return figure(voice, _people(voice, risk, DRAWN), "harm", who, *more, *_normal(voice, shown))


def _rare(voice: Voice, block: Block, risk: Risk, shown: HarmShown) -> html.P:
    """Where the block is not of the kinds that were counted, it says so."""
    counted = not shown.counted_in or type_of(voice.catalog, block).block_type in shown.counted_in
    words = "harm.rare" if counted else "harm.rare.other"
    said = voice(words, **_people(voice, risk, SAID).told, people=f"{risk.n or 0:,}")
    return html.P([html.B(f"{voice.of(risk.risk)}. "), f"{said} {_also(voice, shown, SAID)}".strip()])


def _also(voice: Voice, shown: HarmShown, total: int) -> str:
    """Another count of the same harm that found another rate; empty if there is none."""
    if not shown.also:
        return ""
    row = evidence_at(voice.catalog, shown.also)
    people = People(round(float(row.value) * total / 100), total, "")
    return voice(f"harm.also.{shown.counted}", **people.told, people=f"{int(row.n):,}")


def _normal(voice: Voice, shown: HarmShown) -> list[Node]:
    """What many people feel who were not counted here, so that the small number is not misread."""
    found = [row for row in voice.catalog.aftercare if row.aftercare_id == shown.normal]
    return [html.P([html.B(f"{voice('after.normal')}: "), voice.of(row.text)]) for row in found]
