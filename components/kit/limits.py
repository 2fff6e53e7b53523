"""What this tool cannot do, in one short line, and the way to the page that says it in full."""

from __future__ import annotations

from dash import html

from components.kit.controls import go
from components.kit.voice import Voice


def limits(voice: Voice) -> html.Div:
    """The line at the foot of a page. Beside the drawings it is always in sight, so there the door is enough."""
    return html.Div([html.P(voice("app.note"), className="muted"), about_door(voice)], className="limits")


def about_door(voice: Voice) -> html.Button:
    """Leads to the page that says what this tool is and what it cannot do."""
    return go("page=about", voice("about.title"))
