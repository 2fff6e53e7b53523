"""The block on a handout: that of the address, else the first that fits the level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import html

from catalog import (
    Aftercare,
    Block,
    BlockFact,
    BlockMatch,
    Level,
    Part,
    RedFlag,
    blocks_for,
    facts_of,
    for_handout,
    home_of,
    type_of,
)
from components.block.after import rows_for
from components.kit.controls import Node, honest, iconed, sentence
from components.kit.markup import attrs
from components.kit.voice import Voice

EXPECT, CALL = 2, 2  # so many of each
FACTS = ("main_risk_headline", "evidence_line", "alternatives")


@dataclass(frozen=True)
class Fitting:
    """A block that fits a level. `facts`: of `FACTS`, those that patients may be told. `rows`: what is to be expected
    and done afterwards, by kind. `when`: at which addresses it is shown.
    """

    block: Block
    match: BlockMatch
    facts: Mapping[str, BlockFact]
    rows: Mapping[str, tuple[Aftercare, ...]]
    when: Mapping[str, Any]

    @property
    def sources(self) -> list[str]:
        """What its sentences rest on."""
        said = [row for name in ("normal", "call", "emergency") for row in self.rows[name]]
        return [self.match.source_id, *(each.source_id for each in (*self.facts.values(), *said))]


def fitting(voice: Voice, level: Level, part: Part) -> list[Fitting]:
    """The blocks that fit, in their usual order. The first is shown whenever none of the others is chosen."""
    catalog = voice.catalog
    matches = blocks_for(catalog, level.segment, part)
    others = [match.block_id for match in matches[1:]]
    usual = ["", *(name for name in catalog.blocks if name not in others)]
    made = []
    for match in matches:
        block = catalog.blocks[match.block_id]
        care = for_handout(rows_for(catalog, type_of(catalog, block)), home_of(catalog, level))
        facts = {name: fact for name, fact in facts_of(catalog, block.block_id).items() if name in FACTS}
        shown = [match.block_id] if match.block_id in others else usual
        made.append(
            Fitting(
                block,
                match,
                {name: fact for name, fact in facts.items() if _may_be_told(voice, fact)},
                {
                    "normal": tuple(row for row in care if row.kind == "normal")[:EXPECT],
                    "call": tuple(row for row in care if row.kind == "call")[:CALL],
                    "emergency": tuple(row for row in care if row.kind == "emergency"),
                },
                attrs(data_when=f"block={'|'.join(shown)}"),
            )
        )
    return made


def _may_be_told(voice: Voice, fact: BlockFact) -> bool:
    """No number that no page confirmed."""
    text = voice.of(fact.text)
    return bool(text) and (fact.confirmed or not any(letter.isdigit() for letter in text))


def told(voice: Voice, one: Fitting) -> html.Div:
    """One sentence on the block, its main risk, what studies say."""
    role, short = voice(f"role.{one.match.role}"), voice.of(one.match.short)
    first: list[Node] = [] if short.startswith(role) else [html.B(role), ". "]
    said: list[Node] = [html.H3(voice.of(one.block.name)), html.P([*first, short])]
    said += _facts(voice, one, "main_risk_headline")
    return html.Div(said + [honest(each.children) for each in _facts(voice, one, "evidence_line")], **one.when)


def afterwards(voice: Voice, one: Fitting, act: str) -> html.Div:
    """What to expect, what else there is, when to call, and the emergencies; `act`: what to do in one."""
    expect = [html.H3(voice("handout.expect")), listed(voice, one.rows["normal"])]
    options = [html.H3(voice("options.title")), *_facts(voice, one, "alternatives")]
    call = [html.H3(voice("after.call")), listed(voice, one.rows["call"])]
    halves = html.Div([html.Div(expect + options), html.Div(call)], className="paper-halves")
    return html.Div([halves, alarm(act, listed(voice, one.rows["emergency"]))], **one.when)


def alarm(act: str, signs: html.Ul) -> html.Div:
    return html.Div([html.H3(iconed("emergency", act)), signs], className="paper-alarm")


def listed(voice: Voice, rows: Iterable[Aftercare | RedFlag]) -> html.Ul:
    texts = {row.id: voice.of(row.text if isinstance(row, Aftercare) else row.flag) for row in rows}
    return html.Ul([html.Li(sentence(text), **attrs(data_row=name)) for name, text in texts.items()], className="dots")


def _facts(voice: Voice, one: Fitting, name: str) -> list[html.P]:
    return [html.P(voice.of(one.facts[name].text))] if name in one.facts else []
