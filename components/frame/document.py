"""The first HTML: title, picture, language buttons and the start's words stand in it, so that nothing has to load
before it is seen.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from components import said
from components.explorer.body import figures
from components.frame import wall
from components.frame.attract import attract
from components.frame.screen import first
from components.kit.contract import Site
from components.kit.icons import stylesheet
from components.kit.markup import el, to_html
from components.kit.to_json import to_json
from components.kit.voice import Voice

ICONS = {
    "back",
    "body",
    "check",
    "close",
    "compare",
    "contrast",
    "emergency",
    "language",
    "listen",
    "more",
    "needle",
    "next",
    "question",
    "source",
    "spine",
    "staff",
    "start-over",
    "swap",
    "text-size",
    "touch",
}

# Dash puts its parts where the braces are.
INDEX = """<!DOCTYPE html>
<html lang="{language}" data-bs-theme="light" data-text="100">
<head>
{{%metas%}}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<title>{{%title%}}</title>{{%favicon%}}
<link rel="manifest" href="/manifest.webmanifest">{vendor}{{%css%}}<style>{icons}</style>
</head>
<body>{page}
<script type="application/json" id="site">{site}</script>
<footer hidden>{{%config%}}{{%scripts%}}{{%renderer%}}</footer></body>
</html>"""


def index(
    voices: Mapping[str, Voice],
    language: str,
    spine: Markup,
    site: Site,
    stylesheets: list[str],
    px_per_mm: float,
) -> str:
    """Dash's index string in one of the `voices`, with the whole spine and both figures drawn."""
    voice, languages = voices[language], tuple(voices)
    page = Markup("").join(
        [
            el("a", voice("app.skip"), href="#detail", class_="skip", data_t="app.skip"),
            Markup('<div class="screen">'),
            _top(voice, languages),
            el("aside", el("p", voice("app.note"), data_t="app.note"), id="note", data_say="label:note"),
            el("section", el("div", spine, id="spine-view"), id="spine", data_say="label:spine"),
            el(
                "section", el("div", figures(voice), id="body-view", class_="figures"), id="body", data_say="label:body"
            ),
            to_html(first(voice, languages)),
            Markup("{%app_entry%}</div>"),
            attract(voices),
            wall.layers(voice),
        ]
    )
    return INDEX.format(
        language=voice.language,
        description=escape(voice("start.text")),
        vendor="".join(f'<link rel="stylesheet" href="{escape(link)}">' for link in stylesheets),
        icons=stylesheet(ICONS) + wall.sizes(px_per_mm),
        page=_named(page, said.names(voice), said.texts(voice)),
        site=to_json(site).decode().replace("<", "\\u003c"),
    )


def _top(voice: Voice, languages: tuple[str, ...]) -> Markup:
    pills = [
        el(
            "button",
            voice.catalog.words["lang.name"][code],
            type="button",
            lang=code,
            translate="no",
            class_="pill",
            data_choice=f"lang={code}",
            aria_pressed=str(code == voice.language).lower(),
        )
        for code in languages
    ]
    return el(
        "header",
        el(
            "p",
            el("span", class_="ic ic-spine", aria_hidden="true"),
            el("span", voice("app.name"), data_t="app.name"),
            class_="word",
        ),
        el("div", *pills, class_="pills", role="group", aria_label=voice("app.languages")),
        id="top",
    )


def _named(page: Markup, names: Mapping[str, str], texts: Mapping[str, str]) -> Markup:
    """Write names and texts into the marks that the scripts use later, so that they are right without scripts too."""
    text = str(page)
    for key, name in names.items():
        text = text.replace(f'data-say="{escape(key)}"', f'data-say="{escape(key)}" aria-label="{escape(name)}"')
    for key, words in texts.items():
        text = text.replace(f'data-t="{escape(key)}"></text>', f'data-t="{escape(key)}">{escape(words)}</text>')
    return Markup(text)
