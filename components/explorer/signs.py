"""Warnings where a level's map shows: what has to be acted on at once, and what today."""

from __future__ import annotations

from dash import html

from catalog import Level, Part, Side, map_signs
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.signs import sign
from components.kit.voice import Voice


def at_once(voice: Voice, level: Level, part: Part, number: str) -> list[Node]:
    """The emergencies that go with the map, and whom to call: `number`, or the one of the place."""
    found = [one for one in map_signs(voice.catalog, level.segment, part) if one[0].action == "emergency"]
    act = voice("emergency.act", number=number or voice("emergency.number"))
    return [
        html.Section(
            [html.Ul(sign(voice, flag), className="signs"), html.P(act, className="act")],
            className="first-signs map-signs",
            **attrs(data_when=_when(sides), aria_label=voice("hurt.first")),
        )
        for flag, sides in found
    ]


def today(voice: Voice, level: Level, part: Part) -> list[Node]:
    """The other signs that go with the map, each with how soon to be seen."""
    found = [one for one in map_signs(voice.catalog, level.segment, part) if one[0].action != "emergency"]
    return [html.Ul(sign(voice, flag), className="signs signs-calm map-signs") for flag, _ in found]


def _when(sides: tuple[Side, ...]) -> str:
    return f"side={'|'.join(sides)}"
