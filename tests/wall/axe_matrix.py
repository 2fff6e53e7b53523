"""axe-core on every view, in every language and theme, with every dialog (A28).

`python -m tests.wall.axe_matrix` checks the whole matrix at every size; `... phone laptop` at these sizes only. The
test suite checks `part`, which holds each view, language, theme, dialog and size.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from playwright.sync_api import Page

from tests.explorer.driving import go, whole
from tests.support.accessibility import violations
from tests.support.watched import SCREENS, Watched, painted, resize, until

LANGUAGES = ("en", "es")
THEMES = ("light", "dark", "contrast")
WALL = ("kiosk-portrait", "kiosk-landscape")
SIZES = (*WALL, "laptop", "tablet-portrait", "phone")
OPEN_FOLDS = "document.querySelectorAll('#page-slot details').forEach((one) => (one.open = true))"
COUNTDOWN = (
    "const one = document.getElementById('%s'); one.showModal(); one.querySelector('[role=timer]').textContent = 29"
)


@dataclass(frozen=True)
class View:
    """A state of the page. `within`: what axe looks at, all for "". `prepare`: JavaScript, once it is drawn.

    `wall`: on the wall screen only, or anywhere but there; None = on both.
    """

    query: str
    within: str = "#side"
    prepare: str = ""
    wall: bool | None = None


@dataclass(frozen=True)
class Case:
    """One cell of the matrix."""

    size: str
    language: str
    theme: str
    view: View

    def __str__(self) -> str:
        return f"{self.size} {self.language} {self.theme} ?{self.view.query} {self.view.within}"


def root(attribute: str) -> str:
    """JavaScript that sets an attribute of the page's root, as the scripts do."""
    return f"document.documentElement.setAttribute('{attribute}', '')"


def views(zones: Iterable[str]) -> tuple[View, ...]:
    """Every view. `zones`: parts of the body that are shown large, and their lists."""
    page = "#page"
    places = [View(f"at={at}", "") for at in ("", "cervical", "thoracic", "lumbar", "L4-5", "SIJ")]
    places += [View("at=C5-6&part=nerve&side=left&look=back", ""), View("at=nowhere", ""), View("text=200&at=L4-5", "")]
    insets = [View(f"zone={zone}") for zone in zones]
    pain = [
        View("zone=back-seat&hurts=buttock.left"),
        View("hurts=low-back.left", ""),
        View("hurts=low-back.left,calf.left,calf.right"),
        View("hurts=chest-upper.left&at="),
        View("hurts=buttock.left&at=L4-5&part=nerve"),
        View("hurts=saddle", page),
    ]
    short = [View("at=L4-5&page=emergency", "")]
    short += [View(f"page={name}", page) for name in ("staff", "about", "display", "options", "questions", "diary")]
    short += [View("page=sources", page), View("at=L4-5&page=sources", page), View("page=search", page, wall=False)]
    short += [View("page=compare", page), View("at=C5-6&page=compare", page)]
    tabs = ("what", "how", "after", "works", "risks", "options")
    blocks = [View("page=block&block=L-FJ", "")]
    blocks += [View(f"page=block&block=L-TFE&tab={tab}", page, OPEN_FOLDS) for tab in tabs]
    blocks += [View(f"page=block&block=L-RFA&tab={tab}", page) for tab in ("after", "works", "risks")]
    blocks += [View("page=block&block=C-TFE&tab=how&step=15", page)]
    blocks += [View("page=block&block=L-RFA&tab=works&view=clinician", page, wall=False)]
    wing = [View(f"view=clinician&{query}", "", wall=False) for query in ("at=L4-5", "at=C5-6&part=nerve")]
    wing += [View(f"view=clinician&page={name}", page, wall=False) for name in ("keys", "evidence", "handout")]
    wing += [View("view=clinician&at=L4-5&page=plan&plan=L3-4.right,SIJ.left", page, wall=False)]
    wing += [View("view=clinician&at=C5-6&page=compare", page, wall=False)]
    layers = [
        View("", "#attract", "spine.wall.sleep()", wall=True),
        View("at=thoracic", "#still-there", COUNTDOWN % "still-there", wall=True),
        View("at=lumbar", "#cleaning", COUNTDOWN % "cleaning", wall=True),
        View("at=cervical", "#status", "document.getElementById('status').showModal()", wall=True),
        View("at=C5-6", "", root("data-low"), wall=True),
        View("at=T4-5", "", f"{root('data-voice')}; {root('data-speaking')}"),
        View("at=L1-2", "", root("data-missing")),
        View("at=L2-3", "", root("data-sheet")),
    ]
    return (*places, *insets, *pain, *short, *blocks, *wing, *layers)


def matrix(zones: Iterable[str], sizes: Iterable[str] = SIZES) -> Iterator[Case]:
    """Every cell, ordered so that no view follows itself."""
    for size, language, theme in product(sizes, LANGUAGES, THEMES):
        for view in views(zones):
            if view.wall in (None, size in WALL):
                yield Case(size, language, theme, view)


def part(zones: Iterable[str], wall: bool) -> list[Case]:
    """A part that is checked with every change: each view once, on the wall screen or off it, all else taking turns."""
    numbered = enumerate(views(zones))
    chosen = [view for index, view in numbered if view.wall is wall or (view.wall is None and index % 2 == wall)]
    sizes = [size for size in SIZES if (size in WALL) == wall]
    turns = list(product(LANGUAGES, THEMES))
    return [
        Case(sizes[index * len(sizes) // len(chosen)], *turns[index % len(turns)], view)
        for index, view in enumerate(chosen)
    ]


DRAWN = "document.getElementById('detail').innerHTML + document.getElementById('page-slot').innerHTML"
CLEAR = """() => {
  for (const one of document.querySelectorAll("dialog[open]")) one.close();
  for (const name of ["data-low", "data-sheet", "data-missing", "data-speaking", "data-voice", "data-attract"])
    document.documentElement.removeAttribute(name);
}"""


def check(page: Page, cases: Iterable[Case]) -> list[str]:
    """What axe finds in these cells, all of one kind of screen, on one open page."""
    found = []
    size = ""
    for case in cases:
        page.evaluate(CLEAR)
        if case.size != size:
            size = case.size
            painted(resize(page, size))
        kiosk = "&kiosk=1" if size in WALL else ""
        page.evaluate(f"window.before = {DRAWN}")
        go(page, f"/?{case.view.query}&lang={case.language}&theme={case.theme}{kiosk}")
        until(page, f"{DRAWN} !== window.before")
        if case.view.prepare:
            page.evaluate(f"() => {{ {case.view.prepare} }}")
        painted(page)
        found += [f"{case}: {line}" for line in violations(page, within=case.view.within)]
    return found


def opened(page: Watched, wall: bool) -> Page:
    """A page for `check`, all of it fetched, nothing moving, at a view that no matrix begins with."""
    path = "/?page=staff&at=C5-6&kiosk=1" if wall else "/?page=staff&at=C5-6"
    return whole(page(path, size=WALL[0] if wall else "laptop", reduced_motion="reduce", touch=True))


def main(sizes: list[str]) -> int:
    """The whole matrix against a server of its own; every finding, then how much was checked."""
    from catalog import load
    from components.hurts.chooser import names
    from server.settings import DATA
    from tests.support.chromium import chromium
    from tests.support.running import ServerProcess

    zones = names(load(DATA))
    server = ServerProcess()
    server.start()
    found, count = [], 0
    try:
        with chromium() as browser:
            for size in sizes or SIZES:
                watched = Watched(browser, server.url)
                cases = list(matrix(zones, [size]))
                new = check(opened(watched, size in WALL), cases) + watched.problems
                watched.close()
                found, count = found + new, count + len(cases)
                print("\n".join([*new, f"{size}: {len(cases)} checked, {len(new)} found"]), flush=True)
    finally:
        server.stop()
    print(f"{count} checked, {len(found)} found")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main([size for size in sys.argv[1:] if size in SCREENS]))
