"""Keys that do what a tool does, and the page that tells them."""

from __future__ import annotations

from dash import html

from components.kit import contract
from components.kit.page import page
from components.kit.voice import Voice

# Key -> what changes in the address. Each has its words: `clinician.key.<key>`.
SHORTCUTS = {
    "l": "page=explore",
    "p": "page=plan",
    "c": "page=compare",
    "e": "page=evidence",
    "h": "page=handout",
    "j": "part=facet",
    "n": "part=nerve",
    "b": "side=both",
    "r": "side=right",
    "f": "side=left",
    "v": "view=patient",
    "?": "page=keys",
}


def shortcuts(voice: Voice) -> contract.Pages:
    """The page of keys, one line a key."""
    lines = [html.Tr([html.Th(html.Kbd(key), scope="row"), html.Td(_does(voice, key))]) for key in SHORTCUTS]
    return {"keys": page(voice, voice("clinician.keys.title"), html.Table(html.Tbody(lines)), words_only=True)}


def _does(voice: Voice, key: str) -> str:
    return voice("clinician.key.help" if key == "?" else f"clinician.key.{key}")
