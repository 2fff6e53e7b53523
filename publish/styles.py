"""The project's own styles, published as two sheets: what the first view needs, and what comes with the long pages.

`assets/css/first.css` and `later.css` import a file for each part of the page; those files are written to be read.
"""

from __future__ import annotations

from pathlib import Path

from lightningcss import bundle_css

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "css"
FLOOR = ("chrome 99", "firefox 98", "safari 15.4")  # the oldest browsers that show the page


def sheet(path: Path) -> str:
    """The sheet at `path` with what it imports written out, so that a visitor asks once; spaces and comments left out.

    Raises `OSError` when a file that it imports is not there, `ValueError` where one is no style sheet.
    """
    return str(bundle_css(str(path), browsers_list=list(FLOOR)))
