"""Whatever dies, the screen is back at home with nobody's help."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.pictures import differing
from tests.support.running import ServerProcess
from tests.support.wall import Wall
from tests.support.watched import Watched, until
from tests.wall.driving import ASLEEP, AWAKE, LIVE, seconds, sleeping, touch, wake

pytestmark = pytest.mark.browser
LATE_SECONDS = 5  # K10: after the server's first answer
BACK_SECONDS = 20  # K11


@pytest.fixture
def wall(tmp_path: Path, server_process: Callable[..., ServerProcess]) -> Iterator[tuple[Wall, ServerProcess]]:
    """A wall screen that runs, and its server that does not yet."""
    if sys.platform != "linux":
        pytest.skip("the wall screen's scripts are for Linux")
    server = server_process("--kiosk")
    screen = Wall(tmp_path, server.url)
    screen.start()
    yield screen, server
    screen.stop()


def picture(browser: Browser, screen: Wall) -> bytes:
    """The wall screen as it stands at home."""
    watching = browser.browser_type.connect_over_cdp(f"http://127.0.0.1:{screen.port}")
    (opened,) = watching.contexts[0].pages
    opened.emulate_media(reduced_motion="reduce")
    until(opened, f"{ASLEEP} && {LIVE} && document.fonts.status === 'loaded'")
    taken = opened.screenshot()
    watching.close()
    return taken


def test_k10_k11_r7_home_again_after_a_late_server_and_after_each_kill(
    wall: tuple[Wall, ServerProcess], browser: Browser
) -> None:
    screen, server = wall
    screen.wait("file:", seconds=30)
    server.start()
    screen.wait(server.url, seconds=LATE_SECONDS)
    fresh = picture(browser, screen)
    for kind in ("renderer", "browser"):
        screen.kill(kind)
        screen.wait(server.url, seconds=BACK_SECONDS)
        assert differing(browser, picture(browser, screen), fresh, most=8) == 0, kind
    server.kill()
    assert screen.address().startswith(server.url)
    assert screen.stop() == 0
    assert list(screen.profiles.iterdir()) == []


@pytest.mark.parametrize("years", [10, -10])
def test_r7_a_clock_that_jumps_neither_wakes_nor_ends_a_visit(page: Watched, years: int) -> None:
    opened = sleeping(page, clock=True)
    jump = f"Date.now() / 1000 + {years * 365 * 24 * 3600}"
    opened.clock.set_system_time(opened.evaluate(jump))
    seconds(opened, 2)
    assert opened.evaluate(ASLEEP)
    wake(opened)
    touch(opened, "[data-pick=lumbar]")
    opened.clock.set_system_time(opened.evaluate(jump))
    seconds(opened, 2)
    assert opened.evaluate(AWAKE)
    assert "at=lumbar" in opened.url
    seconds(opened, 125)
    until(opened, ASLEEP)
