"""K19: a finger's 20 mm (A2) and capitals of 4.8 mm (A18) on every view of a wall screen, however its system scales.

`python -m tests.wall.scaling` measures each view at each scaling, upright and lying. The test suite measures each view
at one of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Page

from components.frame.wall import CAPITAL_OF_LATO
from tests.explorer.driving import go, whole
from tests.support.watched import Watched, painted, until
from tests.wall.axe_matrix import CLEAR, DRAWN, View, views
from tests.wall.test_sizes import BUTTONS, LETTERS

DPR = (1, 1.25, 1.5, 2, 3)
PX_PER_MM = 4.03  # of a 21.5 inch screen of 1920 x 1080
FINGER_MM, CAPITAL_MM = 20, 4.8


@dataclass(frozen=True)
class Panel:
    """A screen of 21.5 inch: `dpr` of its own pixels are one of the page's; from 2 on it is one of 3840 x 2160."""

    dpr: float
    upright: bool

    @property
    def density(self) -> float:
        """Its own pixels in a millimetre: what the operator sets."""
        return PX_PER_MM * (1 if self.dpr < 2 else 2)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels of the page."""
        width, height = (round(side * self.density / PX_PER_MM / self.dpr) for side in (1920, 1080))
        return (height, width) if self.upright else (width, height)

    @property
    def mm(self) -> float:
        """Pixels of the page in a millimetre."""
        return self.density / self.dpr


PANELS = [Panel(dpr, upright) for dpr in DPR for upright in (True, False)]


def wall_views(zones: Iterable[str]) -> list[View]:
    """Every view that a visitor of a wall screen can come to."""
    return [view for view in views(zones) if view.wall is not False and view.within != "#status"]


def opened(page: Watched, panel: Panel, url: str = "") -> Page:
    """A wall screen on this panel, all of it fetched."""
    path = "/?page=staff&at=C5-6&kiosk=1"
    made = page(path, size=panel.size, device_scale_factor=panel.dpr, reduced_motion="reduce", touch=True, url=url)
    return whole(made)


def too_small(page: Page, panel: Panel, shown: Iterable[View]) -> list[str]:
    """Every control under 20 mm and every capital under 4.8 mm on these views."""
    found = []
    for view in shown:
        page.evaluate(CLEAR)
        page.evaluate(f"window.before = {DRAWN}")
        go(page, f"/?{view.query}&kiosk=1")
        until(page, f"{DRAWN} !== window.before")
        if view.prepare:
            page.evaluate(f"() => {{ {view.prepare} }}")
        painted(page)
        where = f"dpr {panel.dpr} {'upright' if panel.upright else 'lying'} ?{view.query} {view.within}"
        for one in page.evaluate(BUTTONS):
            side = min(one["width"], one["height"]) / panel.mm
            if one["html"] and side < FINGER_MM - 0.25:
                found.append(f"{where} {one['name'][:30]}: {side:.1f} mm")
        for size, text in page.evaluate(LETTERS):
            capital = size * CAPITAL_OF_LATO / panel.mm
            if capital < CAPITAL_MM - 0.04:
                found.append(f"{where} {text}: capitals of {capital:.2f} mm")
    return found


def main() -> int:
    """Every view on every panel, each density with a server of its own."""
    from catalog import load
    from components.hurts.chooser import names
    from server.settings import DATA
    from tests.support.chromium import chromium
    from tests.support.running import ServerProcess

    shown = wall_views(names(load(DATA)))
    found = []
    for panel in PANELS:
        server = ServerProcess("--px-per-mm", str(panel.density))
        server.start()
        try:
            with chromium() as browser:
                watched = Watched(browser, server.url)
                new = too_small(opened(watched, panel), panel, shown) + watched.problems
                watched.close()
        finally:
            server.stop()
        found += new
        print("\n".join([*new, f"{panel}: {len(shown)} views, {len(new)} too small"]), flush=True)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
