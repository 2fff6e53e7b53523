"""K19: sizes follow the setting of pixels in a millimetre, however the system scales and the visitor zooms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from catalog import Catalog
from components.hurts.chooser import names
from server.live import Live
from server.settings import Settings
from tests.support.running import serving
from tests.support.watched import Watched, until
from tests.wall.driving import open_wall
from tests.wall.scaling import PANELS, PX_PER_MM, Panel, opened, too_small, wall_views


@pytest.fixture(scope="module")
def finer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An app for a screen of twice as many pixels in a millimetre."""
    from app import build

    settings = Settings(px_per_mm=2 * PX_PER_MM, speech=tmp_path_factory.mktemp("silence"))
    with serving(Live(build, settings)) as url:
        yield url


@pytest.mark.browser
@pytest.mark.parametrize("panel", PANELS, ids=lambda one: f"{one.dpr}-{'upright' if one.upright else 'lying'}")
def test_k19_a2_a18_fingers_and_letters_have_their_size(
    page: Watched, catalog: Catalog, request: pytest.FixtureRequest, panel: Panel
) -> None:
    url = "" if panel.density == PX_PER_MM else request.getfixturevalue("finer")
    shown = wall_views(names(catalog))[PANELS.index(panel) :: len(PANELS)]
    assert too_small(opened(page, panel, url), panel, shown) == []


@pytest.mark.browser
def test_k19_large_letters_keep_the_names_on_the_drawing_readable(page: Watched, catalog: Catalog) -> None:
    lying = next(panel for panel in PANELS if not panel.upright)
    shown = [view for view in wall_views(names(catalog)) if "text=200" in view.query]
    assert shown
    assert too_small(opened(page, lying), lying, shown) == []


@pytest.mark.browser
def test_k19_zoom_changes_nothing_on_the_wall(page: Watched) -> None:
    """Zoom makes the page's pixels larger and tells so, as the system's scaling does."""
    wall = open_wall(page)
    letter = "parseFloat(getComputedStyle(document.documentElement).fontSize) * devicePixelRatio"
    before = wall.evaluate(letter)
    control = wall.context.new_cdp_session(wall)
    zoomed = {"width": 1280, "height": 720, "deviceScaleFactor": 1.5, "mobile": False}
    control.send("Emulation.setDeviceMetricsOverride", zoomed)
    until(wall, "devicePixelRatio === 1.5 && document.documentElement.style.getPropertyValue('--dpr') === '1.5'")
    assert wall.evaluate(letter) == pytest.approx(before, abs=0.5)
