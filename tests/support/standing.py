"""One open page for many tests: loading a page costs more than most of what is then looked at."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.watched import Watched, resize, until

WHOLE = "document.documentElement.hasAttribute('data-whole') && document.documentElement.hasAttribute('data-live')"

# Enters an address as Back and Forward do, and waits until the app has shown it.
ENTER = """async (address) => {
  document.activeElement?.blur();
  document.documentElement.removeAttribute("data-sheet");
  if (address === location.pathname + location.search) return;
  await new Promise((done) => {
    const deafen = spine.hearShown(({ search }) => {
      if (search !== spine.now().search) return;
      deafen();
      requestAnimationFrame(() => requestAnimationFrame(done));
    });
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  });
}"""


def enter(page: Page, path: str) -> Page:
    """Go to another address of an open page, and wait until what it names is on screen."""
    page.evaluate(ENTER, path)
    return page


class Standing:
    """`standing("/?at=L4-5", size="phone", touch=True)`: as `Watched`, but on a page that stays open.

    All that a visitor chooses is in the address, so that the address given is the whole state. Not for tests of how the
    page loads, nor for those that change what lies behind it (clock, network, styles, ticks).
    """

    def __init__(self, opener: Watched) -> None:
        self.opener = opener
        self._pages: dict[bool, Page] = {}

    def __call__(
        self, path: str = "/", *, size: tuple[int, int] | str = "kiosk-landscape", touch: bool = False
    ) -> Page:
        if touch not in self._pages:
            self._pages[touch] = self.opener("/", touch=touch)
            until(self._pages[touch], WHOLE, seconds=60)
        page = resize(self._pages[touch], size)
        page.mouse.move(0, 0)
        return enter(page, path)
