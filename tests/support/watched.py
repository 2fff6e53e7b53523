"""Browser pages that report what a user would never see: errors, refused content, requests to somebody else."""

import re
import time
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

# Standard A22: every story passes at each of these.
SCREENS = {
    "kiosk-portrait": (1080, 1920),
    "kiosk-landscape": (1920, 1080),
    "tablet-portrait": (768, 1024),
    "tablet-landscape": (1024, 768),
    "laptop": (1366, 768),
    "phone": (390, 844),
}
READY = "#detail"


# Looks inside the page, so that waiting costs no round trips; `scheduler` runs on when a test stops the clock.
LOOK = """async ([argument, times]) => {
  const told = () => { const value = (%s); return typeof value === "function" ? value(argument) : value; };
  for (let time = 0; time < times; time += 1) {
    if (await told()) return true;
    await scheduler.postTask(() => {}, { delay: 15 });
  }
  return false;
}"""
LOOKS = 30


def until(page: Page, expression: str, argument: object = None, seconds: float = 10.0) -> None:
    """Wait until the JavaScript `expression` (or function of `argument`) is true. Raises `TimeoutError`.

    Playwright's own `wait_for_function` needs `eval` inside the page, which the content policy forbids.
    """
    begun = time.monotonic()
    while True:
        try:
            if page.evaluate(LOOK.replace("%s", expression), [argument, LOOKS]):
                return
        except Error as fault:
            if "context was destroyed" not in fault.message and "navigation" not in fault.message:
                raise
        if time.monotonic() - begun > seconds:
            raise TimeoutError(f"Not true within {seconds} s: {expression}")


def resize(page: Page, size: tuple[int, int] | str) -> Page:
    """Give an open page another size, in pixels or by a name of `SCREENS`, as turning or moving it does."""
    width, height = SCREENS[size] if isinstance(size, str) else size
    page.set_viewport_size({"width": width, "height": height})
    until(page, "(width) => innerWidth === width", width)
    return page


FRAMES = """async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
}"""


def painted(page: Page) -> Page:
    """Wait until the page has measured itself and is on screen: four frames after its fonts are there."""
    page.evaluate(FRAMES)
    return page


class Watched:
    """Opens pages of one app and collects what goes wrong in them."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url
        self._contexts: list[BrowserContext] = []
        self._allowed: list[re.Pattern[str]] = []
        self._seen: list[str] = []

    def __call__(
        self,
        path: str = "/",
        *,
        size: tuple[int, int] | str = "kiosk-landscape",
        lang: str = "en-US",
        touch: bool = False,
        ready: str | None = READY,
        url: str = "",
        **options: object,
    ) -> Page:
        """Open `path` and wait until `ready` (a selector; None = do not wait) is there.

        `size`: pixels or a name of `SCREENS`. `lang`: the browser's own language. `url`: another server's address.
        `options` go to the browser context: `color_scheme`, `reduced_motion`, `service_workers="allow"` ...
        """
        width, height = SCREENS[size] if isinstance(size, str) else size
        settings: dict[str, object] = {"service_workers": "block", **options}
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            locale=lang,
            has_touch=touch,
            **settings,  # type: ignore[arg-type]
        )
        self._contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        self.watch(page, url or self._url)
        page.goto((url or self._url) + path)
        if ready:
            page.wait_for_selector(ready, state="attached")
        return page

    def watch(self, page: Page, url: str) -> None:
        """Collect errors of `page`, and its requests to anything but `url`."""
        home = urlsplit(url).netloc

        def on_request(request: Request) -> None:
            parts = urlsplit(request.url)
            if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != home:
                self._seen.append(f"request to another host: {request.url}")

        def on_console(message: ConsoleMessage) -> None:
            if message.type == "error":
                self._seen.append(f"console: {message.text}")

        page.on("request", on_request)
        page.on("console", on_console)
        page.on("pageerror", lambda error: self._seen.append(f"page error: {error}"))
        page.on("popup", lambda popup: self._seen.append(f"new window: {popup.url}"))
        page.on("dialog", lambda dialog: (self._seen.append(f"browser dialog: {dialog.message}"), dialog.dismiss()))

    def allow(self, pattern: str) -> None:
        """Expect problems that match the regular expression, such as failed requests while the server is dead."""
        self._allowed.append(re.compile(pattern))

    @property
    def problems(self) -> list[str]:
        """What went wrong and was not expected."""
        return [seen for seen in self._seen if not any(pattern.search(seen) for pattern in self._allowed)]

    def close(self) -> None:
        """Close every page. What a test's own routes still answer is no fault of the next test."""
        for context in self._contexts:
            for page in context.pages:
                page.unroute_all(behavior="ignoreErrors")
            context.unroute_all(behavior="ignoreErrors")
            context.close()
        self._contexts.clear()
