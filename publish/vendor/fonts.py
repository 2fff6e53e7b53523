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

# While Lato is on its way the text stands in a font that every system has, scaled to Lato's mean letter width, so that
# no line breaks anew when Lato comes. Lato's own lines: ascent 1974, descent 426 of 2000 units.
SIZE_ADJUST = 0.9769
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
    """CSS that names the files "Lato" and the stand-in "Lato fallback"."""
    text = "".join(
        f'@font-face{{font-family:"Lato";font-weight:{weight};font-style:normal;font-display:swap;'
        f'src:url({name}) format("woff2")}}\n'
        for weight, name in names.items()
    )
    return text + (
        '@font-face{font-family:"Lato fallback";'
        'src:local("Arial"),local("Liberation Sans"),local("Helvetica"),local("Roboto");'
        f"size-adjust:{SIZE_ADJUST:.2%};ascent-override:{ASCENT / SIZE_ADJUST:.2%};"
        f"descent-override:{DESCENT / SIZE_ADJUST:.2%};line-gap-override:0%}}\n"
    )
