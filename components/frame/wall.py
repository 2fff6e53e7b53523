"""What a wall screen needs beside its template: the words that change with the language, and true sizes."""

from __future__ import annotations

import math

# Words of the layers, renamed by the scripts when the language changes.
WORDS = (
    "idle.title",
    "idle.text",
    "idle.stay",
    "bar.start-over",
    "status.title",
    "status.release",
    "status.data",
    "status.uptime",
    "status.page",
    "status.health",
    "status.clean",
    "page.close",
    "clean.title",
    "clean.text",
    "offline.text",
    "listen.pause",
    "listen.play",
    "listen.again",
    "listen.stop",
    "listen.volume",
)

TARGET_MM = 20  # smallest control of a wall screen: Colle & Hiszem 2004
CAPITAL_MM = 4.9  # capital height, a little over the 4.8 mm (3/16 inch) of Section 508, 402.4
CAPITAL_OF_LATO = 0.7165  # capital height of Lato as a share of its size, from the font's OS/2 table
SMALLEST_TARGET_PX, SMALLEST_LETTER_PX = 44, 17  # of the page, as on any other screen


def sizes(px_per_mm: float) -> str:
    """The style rule that gives controls and letters their true size on a wall screen of `px_per_mm` of its own pixels.

    `--dpr` (assets/modules/wall/wall.mjs): how many of those make a pixel of the page, by the system's scaling
    and the zoom.
    """
    target = math.ceil(TARGET_MM * px_per_mm)
    letter = math.ceil(CAPITAL_MM * px_per_mm / CAPITAL_OF_LATO)
    return (
        f"html[data-wall]{{--sx-target:max({SMALLEST_TARGET_PX}px,calc({target}px/var(--dpr,1)));"
        f"--root:max({SMALLEST_LETTER_PX}px,calc({letter}px/var(--dpr,1)))}}"
    )
