"""The controls that are always there, at the same place and in the same order on every view."""

from __future__ import annotations

from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.tools import tool, views
from components.kit.voice import Voice


def bar(voice: Voice, languages: tuple[str, ...]) -> list[Node]:
    """Back, start over, staff, emergency, language, text size, contrast; a phone shows four of them and `display`."""
    other = languages[(languages.index(voice.language) + 1) % len(languages)]
    return [
        tool("back", voice("bar.back"), **attrs(data_do="back")),
        tool("start-over", voice("bar.start-over"), **attrs(data_do="reset")),
        tool("staff", voice("bar.staff"), look="wide-only", **attrs(data_go="page=staff")),
        tool("emergency", voice("bar.emergency"), look="alarm", **attrs(data_go="page=emergency")),
        tool(
            "language",
            voice.catalog.words["lang.name"][other],
            look="wide-only",
            lang=other,
            **attrs(data_go=f"lang={other}"),
        ),
        tool("text-size", voice("bar.text-size"), look="wide-only", **attrs(data_do="text")),
        tool("contrast", voice("bar.theme"), look="wide-only", **attrs(data_do="theme")),
        tool("listen", voice("bar.listen"), look="wide-only voice-only", **attrs(data_wall="listen")),
        tool(
            "more",
            voice("bar.reach"),
            look="wide-only kiosk-only",
            **attrs(data_wall="reach", aria_pressed="false"),
        ),
        tool("text-size", voice("bar.display"), look="phone-only", **attrs(data_go="page=display")),
        views(voice),
    ]
