"""The first HTML: title, picture, language buttons and the start's words stand in it, so that nothing has to load
before it is seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import unescape
from pathlib import Path

from markupsafe import Markup, escape

from components import said
from components.explorer.body import figures
from components.frame import wall
from components.frame.screen import first
from components.frame.templating import render
from components.kit.contract import Site
from components.kit.icons import stylesheet
from components.kit.markup import to_html
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

SCRIPT = Path(__file__).parents[2] / "assets" / "address.js"
ADDRESS = re.sub(r"/\*.*?\*/\n", "", SCRIPT.read_text(encoding="utf-8"), flags=re.DOTALL)

Document = Callable[..., Markup]  # writes the page, given the parts that Dash makes, as Markup by name


def document(
    voices: Mapping[str, Voice],
    language: str,
    spine: Markup,
    site: Site,
    stylesheets: list[str],
    modules: list[str],
    px_per_mm: float,
) -> Document:
    """The page in one of the `voices`, with the whole spine and both figures drawn.

    `modules`: addresses of the scripts that the first view needs, the one that starts them first.
    """
    voice = voices[language]
    names, texts = said.names(voice), said.texts(voice)

    def named(key: str) -> Markup:
        return Markup('data-say="{}" aria-label="{}"').format(key, names[key])

    return partial(
        render,
        "document.html",
        voice=voice,
        voices=list(voices.values()),
        languages={code: voice.catalog.words["lang.name"][code] for code in voices},
        stylesheets=stylesheets,
        modules=modules,
        address=Markup(ADDRESS),
        rules=Markup(stylesheet(ICONS) + wall.sizes(px_per_mm)),
        named=named,
        spine=_with_words(spine, names, texts),
        figures=_with_words(figures(voice), names, texts),
        first=to_html(first(voice, tuple(voices))),
        site=Markup(to_json(site).decode().replace("<", "\\u003c")),
    )


def _with_words(drawing: Markup, names: Mapping[str, str], texts: Mapping[str, str]) -> Markup:
    """Names and texts at the marks where the scripts put them later, so that they are right without scripts too."""
    text = re.sub(
        r'data-say="([^"]+)"', lambda mark: f'{mark[0]} aria-label="{escape(names[unescape(mark[1])])}"', str(drawing)
    )
    return Markup(
        re.sub(r'data-t="([^"]+)">(?=</text>)', lambda mark: f"{mark[0]}{escape(texts[unescape(mark[1])])}", text)
    )
