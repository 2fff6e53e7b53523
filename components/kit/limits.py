"""The way to the page that says in full what this tool cannot do; the short line is always in sight."""

from __future__ import annotations

from dash import html

from components.kit.controls import go
from components.kit.voice import Voice


def limits(voice: Voice) -> html.Div:
    """The door at the foot of a page; the line itself stands below every page, and beside the drawings."""
    return html.Div(about_door(voice), className="limits")


def about_door(voice: Voice) -> html.Button:
    """Leads to the page that says what this tool is and what it cannot do."""
    return go("page=about", voice("about.title"))
