"""The answer to a chosen level and structure: where it can hurt, what it can feel like, which blocks fit, what else
there is.
"""

from __future__ import annotations

from dash import html

from catalog import Level, Part, areas_of, blocks_for, disc_at, home_of, level_of_root, root_at, why_none
from components.explorer.signs import at_once, today
from components.kit import spot
from components.kit.blocks import block_card
from components.kit.controls import Node, card, go, heading, honest, iconed, legend, sentence
from components.kit.limits import about_door
from components.kit.markup import attrs
from components.kit.supply import supply
from components.kit.voice import Voice


def answer(voice: Voice, level: Level, part: Part, number: str) -> list[Node]:
    """The panel of one level and part; the words are the same for both sides, but for warnings that go with one.

    `number`: whom to call in an emergency; empty for the number of the place.
    """
    return [
        heading(*_title(voice, level)),
        spot.choices(voice, voice("part.facet"), voice("part.nerve")),
        *_disc(voice, level, part, here=False),
        *_where(voice, level, part),
        *_honest(voice, level, part),
        *at_once(voice, level, part, number),
        *_cards(voice, level, part),
        *_words(voice, level, part),
        *_disc(voice, level, part, here=True),
        *today(voice, level, part),
        *([supply(voice, level)] if part == "facet" and level.kind == "facet" else []),
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


def _disc(voice: Voice, level: Level, part: Part, *, here: bool) -> list[Node]:
    """Which nerve a disc presses on; `here`: the nerve shown, else another one, whose map is one touch away."""
    disc = disc_at(voice.catalog, level.segment) if part == "nerve" else None
    if disc is None or (disc.usual_root == level.exiting_root) is not here:
        return []
    home = None if here else level_of_root(voice.catalog, disc.usual_root)
    if home is None:
        return [html.P(voice.of(disc.text))]
    see = html.Span(voice("answer.disc.go", root=disc.usual_root), className="card-go")
    told = html.Span([voice.of(disc.text), " ", see], className="card-words")
    return [html.Button(told, type="button", className="sx-card", **attrs(data_go=f"at={home.segment}&part=nerve"))]


def _words(voice: Voice, level: Level, part: Part) -> list[Node]:
    """What it can feel like; for a nerve also which one it is."""
    if level.kind == "context" or (part == "facet" and level.kind == "nerve_only"):
        return []
    if part == "facet":
        return [html.P(voice(f"answer.feel.facet.{level.feels or home_of(voice.catalog, level)}"))]
    root = root_at(voice.catalog, level.segment)
    assert root is not None  # every level but the context ones has its root: checked by the catalog
    return [html.P([html.B(voice("answer.root", root=root.root)), " ", sentence(voice.of(root.symptoms))])]


def _cards(voice: Voice, level: Level, part: Part) -> list[Node]:
    """The blocks that fit, in their usual order, and the other options as one more card of the same size.

    That the order is no advice is said below them.
    """
    options = card("page=options", "compare", voice("options.title"), voice("options.text"))
    none = why_none(voice.catalog, level.segment, part)
    if none:
        said = [
            html.P(voice("answer.no-block"), className="card-name"),
            html.P(voice.of(none.short), className="card-words"),
        ]
        return [html.Div([html.Div(said, className="sx-card card-note"), options], className="cards")]
    fitting = [block_card(voice, match) for match in blocks_for(voice.catalog, level.segment, part)]
    named = {"role": "group", **attrs(aria_label=voice("match.title"))}
    return [
        html.Div([options, *fitting], className="cards", **named),
        html.P(voice("match.lead"), className="muted"),
    ]


def _links(voice: Voice, level: Level, part: Part) -> html.Div:
    return html.Div(
        [
            go("page=questions", *iconed("question", voice("questions.short"))),
            go("page=sources", *iconed("source", voice("sources.title"))),
            about_door(voice),
        ],
        className="links",
    )
