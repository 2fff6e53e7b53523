"""Bytes and times of the first view, cold (nothing kept by the browser) and warm (a second visit)."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.watched import until

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
SCREEN = {"width": 1080, "height": 1920}
FIRST_TOUCH = '[data-node="lumbar"]'
QUIET_MS = 1500


@dataclass(frozen=True)
class Asked:
    """One answer: its path, kind (document, script, stylesheet, image, font, fetch), bytes on the wire, wave."""

    path: str
    kind: str
    size: int
    later: bool


@dataclass(frozen=True)
class Visit:
    """Milliseconds since the visit began; `touchable`: the first answered touch has been painted."""

    touchable: float
    lcp: float
    cls: float


def open_page(context: BrowserContext, slow_down: int = 1) -> Page:
    """A page with the probe in it, its processor slowed down so many times."""
    page = context.new_page()
    page.add_init_script(PROBE)
    if slow_down > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow_down})
    return page


def requests(browser: Browser, url: str) -> list[Asked]:
    """Everything a first visit loads until the network is quiet, untouched. Later = asked for after the load event."""
    context = browser.new_context(viewport=SCREEN, service_workers="block")  # type: ignore[arg-type]
    page = open_page(context)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    answers: dict[str, tuple[str, str]] = {}
    sizes: dict[str, int] = {}
    later: set[str] = set()
    loaded = [False]
    page.on("load", lambda _: loaded.__setitem__(0, True))

    def asked(event: dict) -> None:  # type: ignore[type-arg]
        if loaded[0]:
            later.add(event["requestId"])
        answers[event["requestId"]] = (urlsplit(event["request"]["url"]).path, event.get("type", "Other").lower())

    session.on("Network.requestWillBeSent", asked)
    session.on(
        "Network.loadingFinished", lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"])
    )
    page.goto(url, wait_until="load")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(QUIET_MS)
    context.close()
    return [
        Asked(*answers[key], int(size), key in later)
        for key, size in sizes.items()
        if not answers[key][0].startswith("image/")
    ]


def visit(browser: Browser, url: str, *, warm: bool, slow_down: int = 1) -> Visit:
    """One visit by somebody who touches the spine from the first moment on."""
    context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type]
    if warm:
        first = open_page(context)
        first.goto(url, wait_until="networkidle")
        first.close()
    watched = open_page(context, slow_down)
    watched.goto(url, wait_until="networkidle")
    seen = watched.evaluate("({ lcp: __probe.lcp, cls: __probe.cls })")
    watched.close()
    context.close()
    # A touch ends the browser's watch for the largest paint, so the impatient visitor comes in a visit of his own.
    context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type]
    if warm:
        first = open_page(context)
        first.goto(url, wait_until="networkidle")
        first.close()
    hasty = open_page(context, slow_down)
    hasty.add_init_script(f"__probe.impatient({FIRST_TOUCH!r})")
    hasty.goto(url, wait_until="commit")
    until(hasty, "__probe.touchable !== null", seconds=60)
    touchable = float(hasty.evaluate("__probe.touchable"))
    context.close()
    return Visit(touchable, float(seen["lcp"]), float(seen["cls"]))
