"""What stands for a value. Trials, series and shares of people have each a shape of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from catalog import Mark
from components.kit.markup import el, svg

# Each begins at its middle, so that the first numbers of a mark's path are where the value lies.
SHAPES = {
    "trial": "m-5-5h10v10h-10z",
    "share": "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "series": "m0-7l7 7-7 7-7-7z",
    "course": "m0-7l7 7-7 7-7-7z",
    "second": "m0-7l7 12h-14z",
}
HATCH = 28  # units between the lines of the ground of what was not compared


def group(mark: Mark, *drawn: str) -> Markup:
    """All that is drawn of a row. `u`: hollow and dashed, not confirmed; `p`: dashed, a part of it not confirmed."""
    look = "" if mark.confirmed else "u"
    return el("g", *drawn, class_=look or ("p" if mark.partly else None), data_row=mark.id)


def mark_at(shape: str, x: float, y: float) -> Markup:
    return el("path", d=f"M{x:g} {y:g}{SHAPES[shape]}")


def line(*points: tuple[float, float], look: str = "l") -> Markup:
    """A line along `points`; along an axis it is written shorter."""
    (x, y), *rest = points
    d = f"M{x:g} {y:g}"
    for next_x, next_y in rest:
        d += f"H{next_x:g}" if next_y == y else f"V{next_y:g}" if next_x == x else f"L{next_x:g} {next_y:g}"
        x, y = next_x, next_y
    return el("path", class_=look, d=d)


def words(text: str, x: float, y: float, look: str = "") -> Markup:
    """Words that begin at `x`; `v`: end there; `t`: have their middle there; `s`: small; `b`: bold."""
    return el("text", text, x=f"{x:g}" if x else None, y=f"{y:g}", class_=look or None)


def ticks(told: Mapping[float, str], y: float) -> Markup:
    """The numbers below an axis, by their places."""
    return el("text", *(el("tspan", text, x=f"{x:g}") for x, text in told.items()), y=f"{y:g}", class_="t")


def hatched(left: float, top: float, right: float, bottom: float) -> Markup:
    """The ground behind what nothing was compared with: slanting lines, cut at the edges."""
    d = ""
    for start in range(HATCH, int(right - left + bottom - top), HATCH):
        x, y = min(left + start, right), top + max(0.0, start - (right - left))
        down = min(x - left, bottom - y)
        d += f"M{x:g} {y:g}l{-down:g} {down:g}"
    return el("path", class_="h", d=d)


def picture(kind: str, label: str, width: float, height: float, drawn: Iterable[Markup]) -> Markup:
    """The whole chart; `label` says what it is to those who do not see it."""
    made = svg(f"0 0 {width:g} {height:g}", *drawn, class_=f"chart-svg is-{kind}", role="img", aria_label=label)
    return Markup(str(made).replace("></path>", "/>"))
