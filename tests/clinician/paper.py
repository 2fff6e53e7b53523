"""Handouts on paper: printed by Chromium, read back from the file.

`python -m tests.clinician.paper` prints every level, part, block, language and paper and tells what does not fit.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page
from pypdf import PdfReader

from server.live import Live
from server.settings import Settings
from tests.explorer import oracle
from tests.support.chromium import chromium
from tests.support.running import serving
from tests.support.standing import WHOLE, enter
from tests.support.watched import Watched, painted, until

PUBLIC = "https://spine.example.org/there"
PAPERS = ("A4", "Letter")
LEAST = 10.0  # points
# The drawings are there, and the words are those of the address.
READY = """([at, language]) => spine.now().at === at
  && document.querySelector("#handout")?.lang === language
  && document.querySelectorAll("#handout .layers svg").length >= 6"""

FITS = """(() => {
  const front = document.querySelector("#handout .front");
  return front.scrollHeight <= front.clientHeight;
})()"""


@dataclass(frozen=True)
class Printed:
    """What a printed file holds. `letters`: the size of the smallest letter, in points."""

    pages: int
    text: str
    letters: float


def printed(page: Page, paper: str) -> Printed:
    """Print what is on screen, and read it back."""
    reader = PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
    sizes: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        if text.strip():
            height = (tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
            sizes.append(size * (height[0] ** 2 + height[1] ** 2) ** 0.5)

    text = "\n".join(one.extract_text(visitor_text=visit) for one in reader.pages)
    return Printed(len(reader.pages), text, min(sizes, default=0.0))


def query(level: str, part: str, language: str, **more: str) -> str:
    """The address of a handout, its paper in `language`."""
    told = {"at": level, "part": part, "page": "handout", "sheet": language, **more}
    return "/?" + "&".join(f"{key}={value}" for key, value in told.items() if value)


def show(page: Page, level: str, part: str, language: str, **more: str) -> Page:
    """Open a handout in an open page."""
    enter(page, query(level, part, language, **more))
    until(page, READY, [level, language])
    return painted(page)


@contextmanager
def public() -> Iterator[str]:
    """The address of an app that knows where visitors reach it."""
    from app import build  # here, so that who only reads need not build it

    with (
        TemporaryDirectory() as silence,
        serving(Live(build, Settings(speech=Path(silence), public_url=PUBLIC))) as url,
    ):
        yield url


def whole_run() -> int:
    """Every level, part, fitting block, language and paper; the number of those that are not one page."""
    wrong, all_of_them, least = 0, 0, 99.0
    sizes: dict[str, int] = {}
    with public() as url, chromium() as browser:
        opener = Watched(browser, url)
        page = opener("/", size="laptop")
        until(page, WHOLE, seconds=90)
        for language, level, part in product(oracle.LANGUAGES, oracle.levels(), oracle.PARTS):
            for block in oracle.blocks(level, part) or [""]:
                show(page, level, part, language, block=block)
                letters = page.locator("#handout .front").get_attribute("data-letters") or ""
                if not page.evaluate(FITS):
                    wrong += 1
                    print(language, level, part, block, "does not fit", flush=True)
                sizes[letters] = sizes.get(letters, 0) + 1
                for paper in PAPERS:
                    found = printed(page, paper)
                    all_of_them += 1
                    least = min(least, found.letters)
                    if found.pages != 1 or found.letters < LEAST - 0.01:
                        wrong += 1
                        print(language, level, part, block, paper, found.pages, round(found.letters, 2), flush=True)
        print(*opener.problems, sep="\n")
    print(f"{all_of_them} sheets, {wrong} wrong, smallest letter {least:.2f} pt, letters {sizes}")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if whole_run() else 0)
