"""The block page: what it is, what it targets, what it is for, what to expect, what studies show, what can go
wrong, what else there is.
"""

from __future__ import annotations

from dash import html

from catalog import Block
from components.pages import page, source_list
from components.parts import Node, card, honest
from components.voice import Voice

SECTIONS = (
    ("block.target", ("target", "guidance")),
    ("block.feel", ("feels_like", "visit_duration")),
    ("block.after", ("feels_after", "flare", "going_home", "activities")),
    ("block.helps", ("onset_relief", "duration_relief")),
    ("block.can", ("evidence_line",)),
    ("block.risk", ("main_risk_headline",)),
)


def block_page(voice: Voice, block: Block) -> html.Article:
    """A block in plain words; every sentence stands in data/block_facts.csv with its source."""
    facts = {
        fact.attribute: fact
        for fact in voice.catalog.block_facts
        if fact.block_id == block.block_id and fact.audience != "physician"
    }

    def said(names: tuple[str, ...]) -> list[Node]:
        return [html.P(voice.of(facts[name].text)) for name in names if name in facts and voice.of(facts[name].text)]

    sections = [
        html.Section([html.H2(voice(title)), *lines], className="fact")
        for title, names in SECTIONS
        if (lines := said(names))
    ]
    used = dict.fromkeys(fact.source_id for fact in facts.values())
    return page(
        voice,
        voice.of(block.name),
        html.P([html.B(f"{voice('block.names')}: "), voice.of(block.clinical)], className="muted"),
        _purposes(voice, said),
        html.Div(sections, className="facts"),
        html.Div(
            [
                card("page=options&block=", "compare", voice("options.title"), voice("options.text")),
                card("page=questions&block=", "question", voice("questions.title"), voice("questions.lead")),
            ],
            className="cards",
        ),
        honest(voice("sources.notice")),
        html.H2(voice("sources.title")),
        source_list(tuple(voice.catalog.sources[source] for source in used)),
    )


def _purposes(voice: Voice, said: object) -> html.Div:
    """Test and treatment stand apart, side by side."""
    assert callable(said)
    halves = [
        html.Section([html.H3(voice(f"block.{name}")), *said((attribute,))])
        for name, attribute in (("test", "purpose_diagnostic"), ("treatment", "purpose_therapeutic"))
        if said((attribute,))
    ]
    return html.Div([html.H2(voice("block.purposes")), html.Div(halves, className="halves")])
