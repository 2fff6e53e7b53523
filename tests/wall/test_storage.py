"""A browser that is told to keep nothing: no cookies, no storage, no cache. The wall screen works all the same (K2)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.support.chromium import FLAGS, executable
from tests.support.watched import Watched, until
from tests.wall.driving import ASLEEP, AWAKE, LIVE, WHOLE, seconds, touch, wake

pytestmark = pytest.mark.browser
BLOCK = 2  # Chromium's number for "blocked", as the policy DefaultCookiesSetting sets it
REFUSED = """async () => {
  const refused = [];
  for (const name of ["localStorage", "sessionStorage"]) try { window[name].length } catch { refused.push(name) }
  await caches.open("any").catch(() => refused.push("caches"));
  return refused;
}"""


@pytest.fixture
def keeping_nothing(browser: Browser, page: Watched, app: str, tmp_path: Path) -> Iterator[Page]:
    """A page of a Chromium whose profile refuses to keep anything, with a clock that the test drives."""
    (tmp_path / "Default").mkdir()
    told = {"profile": {"default_content_setting_values": {"cookies": BLOCK}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(told), encoding="utf-8")
    context = browser.browser_type.launch_persistent_context(
        tmp_path,
        executable_path=executable(),
        args=list(FLAGS),
        viewport={"width": 1920, "height": 1080},
        has_touch=True,
    )
    opened = context.pages[0]
    page.watch(opened, app)
    opened.goto(f"{app}/?at=lumbar")
    opened.clock.install()
    yield opened
    context.close()


def test_k1_k2_r2_with_storage_refused_the_wall_sleeps_starts_over_and_resets(keeping_nothing: Page) -> None:
    opened = keeping_nothing
    home = "{0.scheme}://{0.netloc}".format(urlsplit(opened.url))
    opened.goto(f"{home}/?kiosk=1")
    assert opened.evaluate(REFUSED) == ["localStorage", "sessionStorage", "caches"]
    until(opened, f"{ASLEEP} && {LIVE} && {WHOLE}", seconds=60)
    wake(opened)
    touch(opened, "[data-pick=lumbar]")
    until(opened, "location.search.includes('at=lumbar')")
    touch(opened, "#bar [data-do=reset]")
    until(opened, "!location.search.includes('at=')")
    touch(opened, "[data-pick=cervical]")
    until(opened, "location.search.includes('at=cervical')")
    seconds(opened, 95)
    touch(opened, "#still-there [data-wall=stay]")
    until(opened, AWAKE)
    seconds(opened, 125)
    until(opened, ASLEEP)
    assert "at=" not in opened.url
