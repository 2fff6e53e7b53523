"""The handout: one page for the patient about a level, printed by the browser, with a back page if wished.

Which rows stand there is told by `on_handout` and `handout_order` in the data. Nothing is typed in or kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from catalog import PARTS, SIDES, Catalog, Level, Part, areas_of, for_handout, home_of, why_none
from components.clinician.sheet.block import Fitting, afterwards, alarm, fitting, listed, told
from components.clinician.sheet.fill_in import asked, back_page, strip
from components.clinician.sheet.pictures import pictures
from components.kit.citations import short
from components.kit.contract import Pages
from components.kit.controls import Node, choice, go, honest, iconed, legend, switch
from components.kit.drawing import Drawing
from components.kit.markup import attrs
from components.kit.qr import qr
from components.kit.voice import Voice

BACK = "back-page"  # ticked: there is a back page


class Sheet(Component):
    """Paper: `assets/modules/clinician/handout.mjs` sizes its letters, dates it and picks the questions."""

    _namespace = "spine"
    _type = "Sheet"

    def __init__(self, children: list[Node], **props: Any) -> None:
        self._prop_names = ["children", *props]
        self._valid_wildcard_attributes: list[str] = []
        super().__init__(children=children, **props)  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Clinic:
    """What a clinic sets. `public_url`: where visitors reach the app, empty for no code that leads there. `number`:
    whom to call in an emergency, empty for the number of the place. `files`: addresses of the drawings by name.
    """

    public_url: str
    number: str
    files: Mapping[str, str]


def handouts(clinic: Clinic, voice: Voice) -> Pages:
    """Every handout in one language, and the parts that they share."""
    made: Pages = {
        "handout|tools": _tools(voice),
        "handout|asked": asked(voice),
        "handout|strip": strip(voice),
        "handout|back": html.Section(back_page(voice), className="paper back"),
        "handout": _page(html.P(voice("handout.level"))),
    }
    for level in voice.catalog.levels.values():
        for part in PARTS:
            made[f"handout|{level.segment}|{part}"] = _page(_sheet(voice, clinic, level, part))
    return made


def _insert(name: str) -> html.Div:
    return html.Div(**attrs(data_insert=f"handout|{name}"))


def _page(body: Node) -> html.Article:
    return html.Article([_insert("tools"), html.Div(body, className="page-body")], className="page page-handout")


def _tools(voice: Voice) -> html.Div:
    """What is not printed, in the language of the screen: that is another one than the paper's where it is wished."""
    voices = {language: Voice(voice.catalog, language) for language in voice.catalog.languages}
    return html.Div([_tools_in(each, voices) for each in voices.values()], className="handout-tools")


def _tools_in(voice: Voice, voices: Mapping[str, Voice]) -> html.Header:
    papers = [
        choice("sheet", "" if other == voice.language else other, html.Span(each("lang.name"), lang=other))
        for other, each in voices.items()
    ]
    printing = attrs(data_print="handout")
    ticked = attrs(data_tick=BACK, aria_pressed="false")
    return html.Header(
        [
            html.H1(voice("handout.title"), className="title", tabIndex="-1"),
            html.Button(voice("diary.print"), type="button", className="sx-btn btn-first print-btn", **printing),
            switch(voice("handout.language"), *papers),
            html.Button(iconed("check", voice("handout.more")), type="button", className="sx-btn tick-btn", **ticked),
            go("page=&block=", *iconed("close", voice("page.close"))),
        ],
        className="page-head",
        **attrs(data_when=f"lang={voice.language}"),
    )


def _sheet(voice: Voice, clinic: Clinic, level: Level, part: Part) -> Sheet:
    found = fitting(voice, level, part)
    front = [
        _title(voice, clinic, level, part),
        pictures(voice, clinic.files, level, part),
        html.Div([*_where(voice, level, part), *_blocks(voice, level, part, found)], className="told"),
        *_afterwards(voice, clinic, level, found),
        html.Div([_insert("asked"), _insert("strip")], className="paper-halves"),
        _foot(voice, level, part, found),
    ]
    return Sheet(
        [html.Section(front, className="paper front", **attrs(data_part=part)), _insert("back")],
        id="handout",
        className="handout",
        lang=voice.language,
        dir="rtl" if voice.from_right else "ltr",
        back=BACK,
        **attrs(data_bs_theme="light"),
    )


def _title(voice: Voice, clinic: Clinic, level: Level, part: Part) -> html.Header:
    region = voice.of(voice.catalog.regions[home_of(voice.catalog, level)].short)
    sides = [
        html.Span(f" · {voice(f'side.{side}.long')}", **attrs(data_when=f"side={side}"))
        for side in SIDES
        if areas_of(voice.catalog, level.segment, part)
    ]
    words = [
        html.P([voice("handout.take"), " · ", html.Time()], className="small"),
        html.H2(voice(f"handout.{part}", level=voice.level(level))),
        html.P([region, *sides], className="sub"),
    ]
    return html.Header([html.Div(words), *_code(voice, clinic, level, part)])


def _code(voice: Voice, clinic: Clinic, level: Level, part: Part) -> list[Node]:
    """The way to the same level on a phone, in the paper's language."""
    words = html.P(voice("handout.phone"), className="small")
    if not clinic.public_url:
        return []
    home = f"{clinic.public_url.rstrip('/')}/?at={level.segment}&part={part}"
    codes = [
        html.Div(Drawing(svg=qr(f"{home}&side={side}&lang={voice.language}")), **attrs(data_when=f"side={side}"))
        for side in SIDES
    ]
    return [words, html.Div(codes, id="qr")]


def _where(voice: Voice, level: Level, part: Part) -> list[Node]:
    strengths = areas_of(voice.catalog, level.segment, part)
    lines = []
    for strength, swatch in (("typical", part), ("sometimes", f"{part}-some")):
        slugs = [slug for slug, found in strengths.items() if found == strength]
        if slugs:
            lines.append(legend(swatch, voice(f"answer.{strength}"), f"{voice.areas(slugs)}."))
    if not lines:
        return []
    of = "nerve" if part == "nerve" else f"facet.{home_of(voice.catalog, level)}"
    doubt = voice("answer.sij" if level.kind == "context" else f"answer.honest.{of}")
    return [html.H3(voice("handout.where")), html.Ul(lines, className="where"), honest(doubt)]


def _blocks(voice: Voice, level: Level, part: Part, found: list[Fitting]) -> list[Node]:
    """Each block that fits; or why none does."""
    none = why_none(voice.catalog, level.segment, part)
    if none:
        return [html.H3(voice("answer.no-block")), html.P(voice.of(none.short))]
    return [told(voice, one) for one in found]


def _afterwards(voice: Voice, clinic: Clinic, level: Level, found: list[Fitting]) -> list[Node]:
    act = voice("emergency.act", number=clinic.number or voice("emergency.number"))
    if found:
        return [afterwards(voice, one, act) for one in found]
    flags = for_handout(voice.catalog.red_flags, home_of(voice.catalog, level))
    options = [html.H3(voice("options.title")), html.P(voice("options.text"))]
    return [html.Div([html.Div(options), alarm(act, listed(voice, flags))])]


def _foot(voice: Voice, level: Level, part: Part, found: list[Fitting]) -> html.Footer:
    """Notices, and the sources of the map and of the block that is shown; a text of our own has none."""
    notices = (voice("handout.general"), voice("sources.notice"), voice("block.foot.date"))
    used = _mapped(voice.catalog, level, part)
    told_of = [(one.when, [*used, *one.sources]) for one in found] or [({}, used)]
    lines = [html.P(f"{voice('sources.title')}: {'; '.join(_cited(voice, names))}.", **when) for when, names in told_of]
    return html.Footer([html.P(" ".join(notices)), *lines], className="small")


def _mapped(catalog: Catalog, level: Level, part: Part) -> list[str]:
    """Ids of the sources of where it can hurt."""
    if part == "facet":
        return [row.source_id for row in catalog.facet_pain if row.level == level.segment]
    return [row.source_id for row in catalog.root_pain if row.root == level.exiting_root]


def _cited(voice: Voice, names: list[str]) -> list[str]:
    sources = (voice.catalog.sources[name] for name in dict.fromkeys(names))
    return list(dict.fromkeys(short(source) for source in sources if source.seen_is != "unseen"))
