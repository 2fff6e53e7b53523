"""The answer to a chosen level and structure: where it can hurt, what it can feel like, which block matches, what
else there is.
"""

from __future__ import annotations

from dash import html

from catalog import Level, Part, areas_of, block_for, disc_roots, home_of, level_of_root, root_at
from components.explorer.signs import at_once, today
from components.kit.controls import Node, card, choice, go, heading, honest, iconed, legend, sentence, switch
from components.kit.limits import about_door
from components.kit.markup import attrs
from components.kit.voice import Voice


def answer(voice: Voice, level: Level, part: Part, number: str) -> list[Node]:
    """The panel of one level and part; the words are the same for both sides, but for warnings that go with one.

    `number`: whom to call in an emergency; empty for the number of the place.
    """
    return [
        heading(*_title(voice, level)),
        _choices(voice, level),
        *_where(voice, level, part),
        *_honest(voice, level, part),
        *at_once(voice, level, part, number),
        _cards(voice, level, part),
        *_words(voice, level, part),
        *today(voice, level, part),
        _links(voice, level, part),
    ]


def _title(voice: Voice, level: Level) -> tuple[str, str]:
    region = voice.of(voice.catalog.regions[home_of(voice.catalog, level)].short)
    if level.kind == "context":
        return voice("level.sij"), voice("level.sij.sub")
    if level.kind == "nerve_only":
        return voice.level(level), voice("level.sacral", region=region, root=level.segment)
    if level.upper_bone == "C0":
        return voice.level(level), voice("level.skull", region=region, lower=level.lower_bone)
    return voice.level(level), voice("level.bones", region=region, upper=level.upper_bone, lower=level.lower_bone)


def _choices(voice: Voice, level: Level) -> html.Div:
    return html.Div(
        [
            switch(
                voice("part.label"),
                choice("part", "facet", voice("part.facet"), look="half-facet"),
                choice("part", "nerve", voice("part.nerve"), look="half-nerve"),
                look="switch-part",
            ),
            switch(
                voice("side.label"),
                *(choice("side", side, voice(f"side.{side}")) for side in ("both", "left", "right")),
                look="switch-side",
            ),
        ],
        className="choices",
    )


def _where(voice: Voice, level: Level, part: Part) -> list[Node]:
    strengths = areas_of(voice.catalog, level.segment, part)
    if not strengths:
        return []
    lines = []
    for strength, swatch in (("typical", part), ("sometimes", f"{part}-some")):
        slugs = [slug for slug, found in strengths.items() if found == strength]
        if slugs:
            lines.append(legend(swatch, voice(f"answer.{strength}"), f"{voice.areas(slugs)}."))
    return [html.Ul(lines, className="where")]


def _honest(voice: Voice, level: Level, part: Part) -> list[Node]:
    """What the place of the pain cannot tell; or why there is nothing to tell."""
    if level.kind == "context":
        return [honest(voice("answer.sij" if part == "facet" else "answer.sij.nerve"))]
    if part == "nerve":
        return [honest(voice("answer.honest.nerve"))]
    if level.kind == "nerve_only":
        return []
    return [honest(voice(f"answer.honest.facet.{home_of(voice.catalog, level)}"))]


def _words(voice: Voice, level: Level, part: Part) -> list[Node]:
    """What it can feel like; for a nerve also which one it is and which one a disc here can press on."""
    if level.kind == "context" or (part == "facet" and level.kind == "nerve_only"):
        return []
    if part == "facet":
        return [html.P(voice(f"answer.feel.facet.{home_of(voice.catalog, level)}"))]
    root = root_at(voice.catalog, level.segment)
    assert root is not None  # every level but the context ones has its root: checked by the catalog
    said: list[Node] = [html.P([html.B(voice("answer.root", root=root.root)), " ", sentence(voice.of(root.symptoms))])]
    for other in disc_roots(voice.catalog, level.segment):
        if other.root == root.root:
            said.append(html.P(voice("answer.disc.same")))
        else:
            home = level_of_root(voice.catalog, other.root)
            see = voice("answer.disc.go", root=other.root)
            link = [go(f"at={home.segment}&part=nerve", see, look="btn-link")] if home else []
            said.append(html.P([voice("answer.disc", root=other.root), " ", *link]))
    return said


def _cards(voice: Voice, level: Level, part: Part) -> html.Div:
    """The matching block and the other options as twins: same size, same row, neither first in rank."""
    block = block_for(voice.catalog, level.segment, part)
    options = card("page=options", "compare", voice("options.title"), voice("options.text"))
    if block:
        mine: Node = card(
            f"page=block&block={block.block_id}",
            "needle",
            voice(f"block.{part}.title"),
            voice(f"block.{part}.text"),
            **attrs(data_block=block.block_id),
        )
    else:
        mine = html.Div(
            [
                html.P(voice("answer.no-block"), className="card-name"),
                html.P(_why_none(voice, level, part), className="card-words"),
            ],
            className="sx-card card-note",
        )
    return html.Div([mine, options], className="cards")


def _why_none(voice: Voice, level: Level, part: Part) -> str:
    if level.kind == "special":
        return voice("answer.special" if part == "facet" else "answer.special.nerve")
    return voice("answer.no-joint" if level.kind == "nerve_only" else "answer.sij.card")


def _links(voice: Voice, level: Level, part: Part) -> html.Div:
    return html.Div(
        [
            go("page=questions", *iconed("question", voice("questions.short"))),
            go("page=sources", *iconed("source", voice("sources.title"))),
            about_door(voice),
        ],
        className="links",
    )
