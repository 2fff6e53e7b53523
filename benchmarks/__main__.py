"""`python -m benchmarks`: measure the app in Chromium and write benchmarks/RESULTS.md."""

import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import first_view, taps
from benchmarks.report import report
from tests.support.chromium import chromium
from tests.support.running import ServerProcess

VISITS = 5
SECONDS_TO_SHRINK = 5
RESULTS = Path(__file__).parent / "RESULTS.md"


def smallest(browser: Browser, url: str) -> list[first_view.Asked]:
    """The first view's requests, once the server has made the best compressed form of everything aside."""
    size, asked = 0, first_view.requests(browser, url)
    while size != sum(one.size for one in asked):
        size = sum(one.size for one in asked)
        time.sleep(SECONDS_TO_SHRINK)
        asked = first_view.requests(browser, url)
    return asked


def main() -> None:
    """Start the server in a process of its own, as a visitor's is, and measure."""
    server = ServerProcess()
    server.start()
    try:
        with chromium() as browser:
            asked = smallest(browser, server.url)
            visits = {
                f"{'warm' if warm else 'cold'}, {slow}x slower": [
                    first_view.visit(browser, server.url, warm=warm, slow_down=slow) for _ in range(VISITS)
                ]
                for slow in (1, 4)
                for warm in (False, True)
            }
            touched = {
                f"{way.__name__}, {slow}x slower": taps.measure(browser, server.url, slow, way)
                for slow in (1, 4)
                for way in (taps.forward, taps.backward)
            }
            text = report(browser.version, asked, visits, touched)
    finally:
        server.stop()
    RESULTS.write_text(text.replace("1x slower", "full speed"), encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
