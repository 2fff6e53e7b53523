"""The plate and the body of a handout, with the patient's own left and right."""

from __future__ import annotations

from collections.abc import Mapping

from dash import html
from markupsafe import Markup

from catalog import SIDES, Level, Part, Side, home_of
from components.clinician.sheet.drawings import FACES, LOOKS, body_marks, plate_marks
from components.kit.drawing import Drawing
from components.kit.markup import attrs
from components.kit.voice import Voice

# From the front the patient's right stands on the left of the picture.
CORNERS = {"front": ("your-right", "your-left"), "back": ("your-left", "your-right")}


def pictures(voice: Voice, files: Mapping[str, str], level: Level, part: Part) -> html.Div:
    """`files`: the addresses of the drawings. The plate is the one that the address looks at."""
    region = home_of(voice.catalog, level)
    made = []
    for look, drawn in LOOKS.items():
        marked = {side: plate_marks(look, region, level.segment, part, side) for side in SIDES}
        picture = [html.Figcaption(voice.level(level)), _layers(files[f"{drawn}-{region}"], marked)]
        made.append(html.Figure(picture, className="paper-plate", **attrs(data_when=f"look={look}")))
    for face in FACES:
        marked = {side: body_marks(voice.catalog, level.segment, part, side, face) for side in SIDES}
        own = html.P([html.Span(voice(f"body.{corner}")) for corner in CORNERS[face]], className="corners")
        picture = [html.Figcaption(voice(f"body.{face}")), _layers(files[f"body-{face}"], marked), own]
        made.append(html.Figure(picture, className="paper-face"))
    return html.Div(made, className="pictures")


def _layers(drawing: str, marked: Mapping[Side, Markup]) -> html.Div:
    """A drawing, and over it what is marked for each side; what is the same for some sides stands there once."""
    sides: dict[Markup, list[str]] = {}
    for side, marks in marked.items():
        sides.setdefault(marks, []).append(side)
    over = [html.Div(Drawing(svg=marks), **attrs(data_when=f"side={'|'.join(of)}")) for marks, of in sides.items()]
    return html.Div([Drawing(src=drawing), *over], className="layers")
