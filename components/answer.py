"""The answer to a chosen level and structure: where it can hurt, what it can feel like, which block matches, what else there is."""

from __future__ import annotations

from dash import html

from catalog import Catalog, Level, Part, areas_of, block_for, disc_roots, level_of_root, root_at
from components.parts import Node, card, choice, go, heading, honest, iconed, legend, switch
from components.voice import Voice


def answer(voice: Voice, level: Level, part: Part) -> list[Node]:
    """The panel of one level and part; the side is only pressed, since the words are the same for both sides."""
    return [
        heading(*_title(voice, level)),
        _choices(voice, level),
        *_where(voice, level, part),
        *_words(voice, level, part),
        _cards(voice, level, part),
        _links(voice, level, part),
    ]


def region_of(catalog: Catalog, level: Level) -> str:
    """The region that opens with a level: the sacral ones belong to the low back."""
    return level.region if catalog.regions[level.region].kind == "explored" else "lumbar"


def _title(voice: Voice, level: Level) -> tuple[str, str]:
    region = voice.of(voice.catalog.regions[region_of(voice.catalog, level)].short)
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
            switch(voice("side.label"), *(choice("side", side, voice(f"side.{side}")) for side in ("both", "left", "right")), look="switch-side"),
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
    return [html.P(voice("answer.can"), className="can"), html.Ul(lines, className="where")]


def _words(voice: Voice, level: Level, part: Part) -> list[Node]:
    if part == "facet":
        return _joint_words(voice, level)
    return _nerve_words(voice, level)


def _joint_words(voice: Voice, level: Level) -> list[Node]:
    if level.kind == "nerve_only":
        return [honest(voice("answer.no-joint"))]
    if level.kind == "context":
        return [honest(voice("answer.sij"))]
    region = region_of(voice.catalog, level)
    return [html.P(voice(f"answer.feel.facet.{region}")), honest(voice(f"answer.honest.facet.{region}"))]


def _nerve_words(voice: Voice, level: Level) -> list[Node]:
    root = root_at(voice.catalog, level.segment)
    if root is None:
        return [honest(voice("answer.sij.nerve"))]
    said: list[Node] = [html.P([html.B(voice("answer.root", root=root.root)), " ", f"{voice.of(root.symptoms)}."])]
    for other in disc_roots(voice.catalog, level.segment):
        if other.root == root.root:
            said.append(html.P(voice("answer.disc.same")))
        else:
            home = level_of_root(voice.catalog, other.root)
            link = [go(f"at={home.segment}&part=nerve", voice("answer.disc.go", root=other.root), look="btn-link")] if home else []
            said.append(html.P([voice("answer.disc", root=other.root), " ", *link]))
    said.append(honest(voice("answer.honest.nerve")))
    return said


def _cards(voice: Voice, level: Level, part: Part) -> html.Div:
    """The matching block and the other options as twins: same size, same row, neither first in rank."""
    block = block_for(voice.catalog, level.segment, part)
    options = card("page=options", "compare", voice("options.title"), voice("options.text"))
    if block:
        mine: Node = card(f"page=block&block={block.block_id}", "needle", voice(f"block.{part}.title"), voice(f"block.{part}.text"), **{"data-block": block.block_id})
    else:
        reason = {"special": "special", "nerve_only": "no-joint", "context": "sij"}[level.kind] if part == "facet" else "sij"
        text = {"special": "answer.special", "no-joint": "answer.no-joint", "sij": "answer.sij" if part == "facet" else "answer.sij.nerve"}[reason]
        mine = html.Div([html.P(voice(f"answer.{reason}.title"), className="card-name"), html.P(voice(text), className="card-words")], className="sx-card card-note")
    return html.Div([mine, options], className="cards")


def _links(voice: Voice, level: Level, part: Part) -> html.Div:
    return html.Div(
        [
            go("page=questions", *iconed("question", voice("questions.short"))),
            go("page=sources", *iconed("source", voice("sources.title"))),
        ],
        className="links",
    )
