"""Which spot of a level is meant: its joint or its nerve, on both sides or on one."""

from __future__ import annotations

from dash import html

from components.kit.controls import choice, switch
from components.kit.voice import Voice


def choices(voice: Voice, joint: str, nerve: str) -> html.Div:
    """Two switches; `joint` and `nerve` are the words on the first one."""
    return html.Div(
        [
            switch(
                voice("part.label"),
                choice("part", "facet", joint, look="half-facet"),
                choice("part", "nerve", nerve, look="half-nerve"),
                look="switch-part",
            ),
            switch(
                voice("side.label"),
                *(choice("side", side, voice(f"side.{side}")) for side in ("both", "left", "right")),
                look="switch-side",
            ),
        ],
        className="choices",
    )
