"""One row of tools, in the same order on every view; then the voices, patient and clinician."""

from __future__ import annotations

from dash import html

from components.kit.controls import Node
from components.kit.icons import icon
from components.kit.markup import attrs
from components.kit.tools import tool, views
from components.kit.voice import Voice

# Page -> its picture; the first is the level itself.
TOOLS = {"explore": "spine", "plan": "joint", "compare": "compare", "evidence": "source", "handout": "print"}


def bar(voice: Voice) -> list[Node]:
    """The tools; then what is always there, and the switch of voices."""
    languages = voice.catalog.languages
    other = languages[(languages.index(voice.language) + 1) % len(languages)]
    return [
        html.P([icon("spine"), html.Span(voice("app.name"))], className="word"),
        *(
            tool(picture, voice(f"clinician.tool.{page}"), **attrs(data_choice=f"page={page}", aria_pressed="false"))
            for page, picture in TOOLS.items()
        ),
        tool("language", voice.catalog.words["lang.name"][other], lang=other, **attrs(data_go=f"lang={other}")),
        tool("contrast", voice("bar.display"), look="tool-small", **attrs(data_go="page=display")),
        tool("emergency", voice("bar.emergency"), look="alarm", **attrs(data_go="page=emergency")),
        tool("back", voice("bar.back"), look="tool-small", **attrs(data_do="back")),
        tool("start-over", voice("bar.start-over"), **attrs(data_do="reset")),
        views(voice),
    ]
