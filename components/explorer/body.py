"""The body pane: the figure from the front and from the back, the patient's own left and right written on both."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from components.kit.markup import el
from components.kit.voice import Voice

FOLDER = Path(__file__).parents[2] / "assets" / "spine_svg"
FACES = ("front", "back")
# The person faces us in front view, so the person's left is on the right of the picture; from behind it is on the left.
CORNERS = {"front": ("your-right", "your-left"), "back": ("your-left", "your-right")}


def figures(voice: Voice) -> Markup:
    """Both figures; each area is a button by role, named by the scripts in the language on screen."""
    return Markup("").join(_figure(voice, face) for face in FACES)


def _figure(voice: Voice, face: str) -> Markup:
    drawing = (FOLDER / f"body-{face}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace(' aria-hidden="true"', "").replace(' focusable="false"', "")
    drawing = drawing.replace(
        "<svg ",
        '<svg preserveAspectRatio="xMidYMin meet" role="group" data-roving="" '
        f'data-face="{face}" data-say="face:{face}" ',
        1,
    )
    drawing = drawing.replace(" data-area=", ' role="button" tabindex="-1" aria-pressed="false" data-area=')
    start, end = CORNERS[face]
    return el(
        "figure",
        el("figcaption", voice(f"body.{face}"), class_="face-name", data_t=f"body.{face}"),
        Markup(drawing),
        el("span", voice(f"body.{start}"), class_="own own-start", data_t=f"body.{start}"),
        el("span", voice(f"body.{end}"), class_="own own-end", data_t=f"body.{end}"),
        class_=f"face face-{face}",
    )
