"""A block as it is done: approach, view, target, needle, drugs, when a test is positive, safety; codes. One a block,
put into the answer of every level that it fits.
"""

from __future__ import annotations

from dash import html

from catalog import Block, BlockFact, Code, Risk, codes_for, facts_of, risks_for
from components.clinician.claimed import behind
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice

# What a physician looks for first; the other facts follow in the order of the data.
FIRST = (
    *("approach", "fluoro_view", "target_point", "target", "needle_gauge", "injectate", "volume_per_level"),
    *("positive_test", "false_positive", "safety_note", "position"),
)


def technique(voice: Voice, block: Block) -> html.Table:
    """Every exact fact of the block, then its group of bleeding risk, each with its source."""
    facts = {name: fact for name, fact in facts_of(voice.catalog, block.block_id).items() if fact.clinical}
    order = [name for name in FIRST if name in facts] + [name for name in facts if name not in FIRST]
    bleeding = [risk for risk in risks_for(voice.catalog, block.block_id) if risk.category == "anticoagulant"]
    rows = [_fact(voice, facts[name]) for name in order] + [_risk(voice, risk) for risk in bleeding]
    return html.Table(html.Tbody(rows), className="exact-table")


def _fact(voice: Voice, fact: BlockFact) -> html.Tr:
    named = voice(f"clinician.fact.{fact.attribute}")
    spread = _spread(fact)
    return _row(voice, named, [fact.clinical, *([f" [{spread}]"] if spread else [])], fact)


def _spread(fact: BlockFact) -> str:
    """The fact's figures with their unit: `22 to 25 gauge`, written as a range."""
    low, high = fact.value_low, fact.value_high
    found = list(dict.fromkeys(f"{value:g}" for value in (low, high) if value is not None))
    return f"{'-'.join(found)} {fact.unit}".strip() if found else ""


def _risk(voice: Voice, risk: Risk) -> html.Tr:
    told = ". ".join(part for part in (voice.of(risk.risk), risk.clinical, risk.rate_text) if part)
    return _row(voice, voice("clinician.fact.bleeding"), [told], risk)


def _row(voice: Voice, named: str, told: list[Node], claim: BlockFact | Risk) -> html.Tr:
    told_by: list[Node] = [html.Span(told, lang="en"), " ", html.Small(behind(voice, claim))]
    return html.Tr([html.Th(named, scope="row"), html.Td(told_by)])


def codes(voice: Voice, block: Block) -> html.Table:
    """Number and our own words of every code that goes with the block."""
    return code_table(voice, codes_for(voice.catalog, block.block_id))


def code_table(voice: Voice, found: tuple[Code, ...]) -> html.Table:
    rows = [
        html.Tr(
            [
                html.Th([html.Small(code.system), " ", html.B(code.code)], scope="row"),
                html.Td(
                    [
                        html.Span(code.description, lang="en"),
                        *([html.Br(), html.Small(code.note, lang="en")] if code.note else []),
                        " ",
                        html.Small(behind(voice, code)),
                    ]
                ),
            ],
            **attrs(data_code=code.code),
        )
        for code in found
    ]
    return html.Table(html.Tbody(rows), className="exact-table")
