"""A small SVG writer: attributes in the order given, no spaces to spare, ids unique in one page."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import quoteattr


class Ids:
    """Ids of one drawing. Each starts with the drawing's own prefix, so that several drawings can share a page."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._used: set[str] = set()

    def new(self, name: str) -> str:
        """The prefixed id. Raises ValueError when it was given out before."""
        full = f"{self._prefix}-{name}"
        if full in self._used:
            raise ValueError(f"id {full!r} is used twice")
        self._used.add(full)
        return full


def element(tag: str, attributes: Mapping[str, str | int], children: Iterable[str] = ()) -> str:
    """One element as text. Empty attribute values are left out; children must be SVG text already."""
    head = tag + "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items() if value != "")
    inside = "".join(children)
    return f"<{head}>{inside}</{tag}>" if inside else f"<{head}/>"


def blur(name: str, deviation: float, margin: float = 0.1) -> str:
    """A filter of the id `name`: Gaussian blur in drawing units, reaching `margin` of the blurred shape past it.

    A filter element and not the style sheet's blur(), which WebKit does not apply inside an SVG. Colours are mixed as
    the style sheet would mix them.
    """
    area = {"x": f"-{margin:g}", "y": f"-{margin:g}", "width": f"{1 + 2 * margin:g}", "height": f"{1 + 2 * margin:g}"}
    inside = element("feGaussianBlur", {"stdDeviation": f"{deviation:g}"})
    return element("filter", {"id": name, **area, "color-interpolation-filters": "sRGB"}, [inside])


def drawing(width: int, height: int, classes: str, children: Iterable[str]) -> str:
    """The root element. Decoration to assistive technology: names and targets are the page's work."""
    root = {"xmlns": "http://www.w3.org/2000/svg", "class": classes, "viewBox": f"0 0 {width} {height}",
            "aria-hidden": "true", "focusable": "false"}  # fmt: skip
    return element("svg", root, children) + "\n"
