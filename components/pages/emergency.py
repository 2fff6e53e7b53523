"""Emergency signs: when to call, when to be seen today."""

from __future__ import annotations

from dash import html

from components.kit.controls import go, iconed
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
