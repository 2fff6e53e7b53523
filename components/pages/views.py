"""The pages that open over the explorer and close again: emergency signs, staff, options, questions, sources,
about, display.
"""

from __future__ import annotations

from dash import html

from catalog import Level, Part, sources_of
from components.kit.citations import source_list
from components.kit.controls import choice, go, honest, iconed, switch
from components.kit.icons import icon
from components.kit.markup import attrs
from components.kit.page import page
from components.kit.signs import sign
from components.kit.voice import Voice


def emergency(voice: Voice, number: str) -> html.Article:
    """Asks first, then says what to do, then offers a way out; the most urgent signs first."""
    flags = [flag for flag in voice.catalog.red_flags if flag.kind == "red_flag"]
    now = [flag for flag in flags if flag.action == "emergency"]
    today = [flag for flag in flags if flag.action == "urgent"]
    act = voice("emergency.act", number=number or voice("emergency.number"))
    return page(
        voice,
        voice("emergency.title"),
        html.H2(voice("emergency.ask")),
        html.Div([*iconed("emergency", act)], className="sx-alert"),
        html.Ul([sign(voice, flag) for flag in now], className="signs"),
        html.H2(voice("emergency.urgent")),
        html.Ul([sign(voice, flag) for flag in today], className="signs signs-calm"),
        go("page=&block=", voice("emergency.no"), look="btn-first"),
        look="page-alarm",
    )


def staff(voice: Voice, text: str) -> html.Article:
    said = [html.P(text)] if text else []
    return page(voice, voice("staff.title"), *said, html.P(voice("staff.text")), html.P(voice("staff.same")))


def questions(voice: Voice) -> html.Article:
    """The questions of the data, grouped as they stand there, each with why it matters; ticks stay in memory only."""
    groups: dict[str, list[html.Li]] = {}
    for found in voice.catalog.questions:
        told = html.Span([html.B(voice.of(found.question)), html.Span(voice.of(found.why))])
        tick = attrs(data_tick=found.question_id, aria_pressed="false")
        button = html.Button([icon("check"), told], type="button", className="sx-btn tick-btn question", **tick)
        groups.setdefault(found.group, []).append(html.Li(button))
    parts = [
        html.Details(
            [html.Summary(voice(f"questions.group.{group}")), html.Ul(items, className="tick-list")],
            className="fold",
            open=not index,
        )
        for index, (group, items) in enumerate(groups.items())
    ]
    return page(voice, voice("questions.title"), html.P(voice("questions.lead")), *parts)


def sources(voice: Voice, level: Level | None, part: Part) -> html.Article:
    """The sources behind a level's pain areas and block; without a level, all that the app names."""
    found = sources_of(voice.catalog, level.segment, part) if level else tuple(voice.catalog.sources.values())
    return page(
        voice,
        voice("sources.title"),
        html.P(voice("sources.lead")),
        source_list(found),
        honest(voice("sources.notice")),
        words_only=True,  # a wall screen has no links
    )


def about(voice: Voice) -> html.Article:
    return page(
        voice,
        voice("about.title"),
        *(html.P(voice(f"about.{name}")) for name in ("text", "review", "drawings", "keep")),
        words_only=True,
        foot=False,
    )


def display(voice: Voice, languages: tuple[str, ...]) -> html.Article:
    """Language, text size, contrast and staff, where a small screen has no room for them in the bar."""
    names = [(code, voice.catalog.words["lang.name"][code]) for code in languages]
    return page(
        voice,
        voice("display.title"),
        html.H2(voice("app.languages")),
        switch(voice("app.languages"), *(choice("lang", code, html.Span(name, lang=code)) for code, name in names)),
        html.H2(voice("bar.text-size")),
        switch(voice("bar.text-size"), *(choice("text", size, f"{size} %") for size in ("100", "125", "150", "200"))),
        html.H2(voice("bar.theme")),
        switch(
            voice("bar.theme"),
            *(choice("theme", theme, voice(f"theme.{theme}")) for theme in ("light", "dark", "contrast")),
        ),
        html.H2(voice("bar.staff")),
        go("page=staff", *iconed("staff", voice("bar.staff"))),
    )
