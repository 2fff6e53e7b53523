"""The view of a wall screen that nobody uses: what it is, in every language, and how to begin.

The spine beside the words is the page's own drawing, set free by the style sheet: nothing is sent twice.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from components.kit.markup import el
from components.kit.voice import Voice


def attract(voices: Mapping[str, Voice]) -> Markup:
    """One button as large as the screen; the first language of the data stands first and largest."""
    name = next(iter(voices.values()))("app.name")
    return el(
        "dialog",
        el(
            "button",
            el("span", el("span", class_="ic ic-spine", aria_hidden="true"), name, class_="word"),
            el("span", *_said(voices, "attract.title"), class_="attract-title"),
            el(
                "span",
                el("span", class_="ic ic-touch", aria_hidden="true"),
                el("span", *_said(voices, "attract.start")),
                class_="attract-start",
            ),
            el("span", *_said(voices, "attract.private"), class_="attract-private"),
            type="button",
        ),
        id="attract",
        aria_label=name,
        tabindex="-1",
    )


def _said(voices: Mapping[str, Voice], key: str) -> list[Markup]:
    return [el("span", voice(key), lang=language) for language, voice in voices.items()]
