"""The block page: six tabs, one part of the page each. `tab` in the URL says which; the browser shows that one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dash import html

from catalog import Block, BlockFact, facts_of
from components.block import after, how, numbers, place, positions, risks, terms, timeline
from components.block.scene import needle_scene
from components.kit.citations import cite, source_list
from components.kit.contract import Tree
from components.kit.controls import Node, choice, go, honest, iconed
from components.kit.limits import limits
from components.kit.markup import attrs
from components.kit.voice import Voice

TABS = ("what", "how", "after", "works", "risks", "options")
PATIENT = ("patient", "both")


def block_page(voice: Voice, block: Block, put_in: Mapping[str, object]) -> html.Article:
    """A block in plain words; every sentence stands in data/ with its source. `put_in`: the `shared` parts."""
    facts = facts_of(voice.catalog, block.block_id)
    bodies: dict[str, list[Node]] = {
        "what": _what(voice, block, facts),
        "how": how.how(voice, block, facts),
        "after": after.after(voice, block, facts),
        "works": _works(voice, block, facts),
        "risks": risks.risks(voice, block, facts),
        "options": [*_said(voice, facts, ("alternatives",)), html.Div(**attrs(data_insert="options|all"))],
    }
    for tab in ("what", "after", "works", "risks"):
        own = terms.own_terms(voice, block) if tab == "what" else []
        used = [term for term in terms.used_terms(voice, block, bodies[tab], put_in) if term not in own]
        bodies[tab] += terms.terms(voice, own + used)
    tabs = html.Nav(
        [choice("tab", tab, html.Span(voice(f"block.tab.{tab}")), look="tab") for tab in TABS],
        className="tabs",
        **attrs(aria_label=voice("block.tabs")),
    )
    head = html.Header(
        [
            html.H1([voice.of(block.name), *place.titles(voice, block)], className="title", tabIndex="-1"),
            go("page=&block=", *iconed("close", voice("page.close"))),
            tabs,
        ],
        className="page-head block-head",
    )
    body = html.Div(
        [html.Section(parts, className=f"tab-{tab}", **attrs(data_when=f"tab={tab}")) for tab, parts in bodies.items()]
        + [_foot(voice, block, facts)],
        className="page-body",
    )
    return html.Article([head, body], className="page page-block", **attrs(aria_label=voice.of(block.name)))


def shared(voice: Voice) -> dict[str, Tree]:
    """Parts that many block pages put in, and what is said at each step."""
    spoken = {f"steps|{block.block_id}": how.spoken(voice, block) for block in voice.catalog.blocks.values()}
    cited = {f"source|{name}": html.Li(cite(source)) for name, source in voice.catalog.sources.items()}
    parts = (how, after, numbers, place, positions, risks, terms, timeline)
    made = {name: made for part in parts for name, made in part.shared(voice).items()}
    return made | spoken | cited


def _what(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    return [
        html.P([html.B(f"{voice('block.names')}: "), voice.of(block.clinical)], className="muted"),
        html.Div(
            [
                html.Div(
                    [
                        *place.here(voice, block),
                        _section(
                            voice,
                            "block.target",
                            _said(voice, facts, ("target", "covers_levels", "pain_area_linked", "hip_note")),
                        ),
                        _section(voice, "block.who", _said(voice, facts, ("causes", "may_suit", "when_not_facet"))),
                    ],
                    className="facts",
                ),
                *needle_scene(voice, block),
            ],
            className="storyboard",
        ),
        html.H2(voice("block.purposes")),
        html.Div(_purposes(voice, block, facts), className="halves"),
        _section(voice, "block.next", _said(voice, facts, ("next_step", "frequency_per_year", "delay_surgery_claim"))),
        *place.onward(voice, block),
        place.levels(voice, block),
    ]


def _purposes(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    """Test and treatment stand apart; a block without one of the two says so (E4)."""
    halves = {
        "test": _said(voice, facts, ("purpose_diagnostic", "positive_test", "false_positive")),
        "treatment": _said(
            voice,
            facts,
            ("purpose_therapeutic", "onset_relief", "duration_relief", "injectate_opioid_note", "approval"),
        ),
    }
    if "purpose_diagnostic" not in facts:
        halves["test"] = [html.P(voice("block.no-test")), *halves["test"]]
    else:
        halves["test"].append(html.Div(go("page=diary", voice("diary.title")), className="in-half"))
    return [
        html.Section([html.H3(voice(f"block.{name}")), *lines], className=f"purpose purpose-{name}")
        for name, lines in halves.items()
    ]


def _works(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    return [
        html.Div(_said(voice, facts, ("evidence_line",)), className="lead"),
        *numbers.works(voice, block),
        *positions.experts(voice, block),
        *positions.for_clinicians(voice, block),
    ]


def _foot(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> html.Footer:
    """Always there: other options one touch away (E3), sources, date, how it is kept up, who pays (E2)."""
    used = [fact.source_id for fact in facts.values()] + numbers.sources(voice, block)
    cited = tuple(voice.catalog.sources[name] for name in dict.fromkeys(used))
    return html.Footer(
        [
            html.Div(
                [
                    choice("tab", "options", *iconed("compare", voice("options.title")), look="sx-btn foot-options"),
                    go("page=questions", *iconed("question", voice("questions.title"))),
                ],
                className="foot-links",
            ),
            html.Details(
                [html.Summary(voice("sources.title")), source_list(cited)],
                className="fold",
            ),
            honest(" ".join(voice(f"block.foot.{name}") for name in ("date", "update", "funding"))),
            honest(voice("sources.notice")),
            limits(voice),
        ],
        className="block-foot",
    )


def _said(voice: Voice, facts: dict[str, BlockFact], names: Iterable[str]) -> list[Node]:
    """The patient texts of these facts, each a paragraph."""
    found = [facts[name] for name in names if name in facts and facts[name].audience in PATIENT]
    return [html.P(voice.of(fact.text)) for fact in found if voice.of(fact.text)]


def _section(voice: Voice, title: str, lines: list[Node]) -> html.Section:
    return html.Section([html.H2(voice(title)), *lines], className="fact")
