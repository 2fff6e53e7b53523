"""Lato in three weights, cut down to the letters on screen, and the CSS that names it."""

import hashlib
import io
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset

WEIGHTS = {400: "Regular", 700: "Bold", 900: "Black"}
# ASCII, the letters of western European languages, punctuation, signs. Lato has no arrows: those are icons.
LETTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0¡¿«»ºª°±²³·×÷µ½¼¾©®ÀÁÂÃÄÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜàáâãäçèéêëìíîïñòóôõöùúûüßŒœ–—‘’“”„•…‹›−≤≥≈€™"
)
# Signs that Lato lacks and that look like one it has: the hyphen and the spaces that do not break a line.
ALIKE = {0x2011: 0x2D, 0x2009: 0x20, 0x202F: 0xA0}
FEATURES = ["kern", "liga", "lnum"]

# While Lato is on its way the text stands in a font that the system has, scaled to Lato's width, so that no line breaks
# anew when Lato comes. Each usual system has one of these; a face whose font is not there is passed over, and the next
# one in the list of families is taken. Scale: the width of the first 20,000 letters of data/words.csv set in Lato,
# divided by their width set in that font, as Chromium measured it. Arial and Helvetica are as wide as Liberation Sans.
STAND_INS: dict[str, tuple[tuple[str, ...], dict[int, float]]] = {
    "Liberation": (("Liberation Sans", "Arial", "Helvetica"), {400: 0.9579, 700: 0.9128, 900: 0.9313}),
    "DejaVu": (("DejaVu Sans",), {400: 0.8403, 700: 0.7617, 900: 0.7771}),
    "Roboto": (("Roboto",), {400: 0.9652, 700: 0.9735, 900: 0.9932}),
    "Noto": (("Noto Sans",), {400: 0.9122, 700: 0.8790, 900: 0.8967}),
}
# Lato's own lines: ascent 1974, descent 426 of 2000 units.
ASCENT, DESCENT = 1974 / 2000, 426 / 2000


def source(weight: int) -> Path:
    """The TrueType file inside the package font-lato. Raises `FileNotFoundError` when that is not installed."""
    found = find_spec("font_lato")
    if found is None or found.origin is None:
        raise FileNotFoundError("The package font-lato is not installed. `make run` installs everything needed.")
    return Path(found.origin).parent / "files" / f"Lato-{WEIGHTS[weight]}.ttf"


def woff2(weight: int) -> bytes:
    """The subset of one weight: no hinting (large modern screens), kerning kept. About 12 KB."""
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = FEATURES
    options.notdef_outline = False
    options.name_IDs = [0, 1, 2, 13, 14]  # the names and the licence (SIL OFL 1.1)
    with subset.load_font(str(source(weight)), options) as font:
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap.update({sign: table.cmap[like] for sign, like in ALIKE.items() if like in table.cmap})
        cutter = subset.Subsetter(options)
        cutter.populate(text=LETTERS, unicodes=list(ALIKE))
        cutter.subset(font)
        font.recalcTimestamp = False  # the same bytes each time it is made
        font.flavor = "woff2"
        written = io.BytesIO()
        font.save(written)
    return written.getvalue()


def write(folder: Path) -> dict[int, str]:
    """Write the three files to `folder`; return the file name of each weight. A name changes when its content does."""
    names = {}
    for weight in WEIGHTS:
        body = woff2(weight)
        names[weight] = f"lato-{weight}.{hashlib.sha256(body).hexdigest()[:12]}.woff2"
        (folder / names[weight]).write_bytes(body)
    return names


def faces(names: dict[int, str]) -> str:
    """CSS that names the files "Lato" and its stand-ins "Lato over Liberation", "Lato over DejaVu" and so on."""
    lato = [
        f'@font-face{{font-family:"Lato";font-weight:{weight};font-style:normal;font-display:swap;'
        f'src:url({name}) format("woff2")}}\n'
        for weight, name in names.items()
    ]
    return "".join([*lato, *(_stand_in(name, weight) for name in STAND_INS for weight in WEIGHTS)])


def _stand_in(name: str, weight: int) -> str:
    systems, scales = STAND_INS[name]
    scale = scales[weight]
    cut = "" if weight == 400 else " Bold"
    places = ",".join(f'local("{system}{cut}")' for system in systems)
    return (
        f'@font-face{{font-family:"Lato over {name}";font-weight:{weight};src:{places};'
        f"size-adjust:{scale:.2%};ascent-override:{ASCENT / scale:.2%};"
        f"descent-override:{DESCENT / scale:.2%};line-gap-override:0%}}\n"
    )
