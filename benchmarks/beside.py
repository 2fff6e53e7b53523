"""`python -m benchmarks.beside FOLDER`: what a touch costs here and in FOLDER, another checkout, in turn.

Time of the processor, not of the clock: what else the machine does changes it little. Writes benchmarks/BESIDE.md.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import taps
from benchmarks.first_view import SCREEN, open_page
from catalog import explored, load
from server.settings import DATA
from tests.support.chromium import chromium
from tests.support.running import ROOT, answers, free_port
from tests.support.watched import painted, until

ROUNDS = 4
RESULTS = Path(__file__).with_name("BESIDE.md")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The app of `folder` in a process of its own; gives its address. Raises `RuntimeError` when it does not start."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = [sys.executable, "app.py", "--port", str(port)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if not answers(f"{url}/health", process):
            raise RuntimeError(f"The app in {folder} ended with {process.returncode}.")
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)


def spent(browser: Browser) -> float:
    """Processor seconds of the browser's drawing processes so far."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return float(sum(one["cpuTime"] for one in processes if one["type"] in ("renderer", "GPU")))


def cost(browser: Browser, url: str) -> float:
    """Processor milliseconds of one touch: every level of the lowest region, three times over, joint and nerve."""
    region = explored(load(DATA))[-1]
    context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type]
    page = open_page(context)
    page.goto(url, wait_until="networkidle")
    until(page, "document.documentElement.hasAttribute('data-whole')", seconds=60)
    taps.touch(page, f'[data-node="{region}"]')
    painted(page)
    before, touches = spent(browser), 0
    for level in taps.levels(region) * 3:
        taps.touch(page, f'[data-node="{level}"]:not([data-part])')
        touches += 1
        for part in ("nerve", "facet"):
            other = f'[data-choice="part={part}"][aria-pressed="false"]'
            if page.evaluate("selector => __probe.pointOf(selector) !== null", other):
                taps.touch(page, other)
                touches += 1
    painted(page)
    found = (spent(browser) - before) / touches * 1000
    context.close()
    return found


def commit(folder: Path) -> str:
    """The short name of the commit in `folder`."""
    return subprocess.check_output(["git", "rev-parse", "--short", "HEAD"], cwd=folder, text=True).strip()


def main(folder: Path) -> None:
    """Measure both and write the table."""
    folders = (ROOT, folder)
    costs: dict[Path, list[float]] = {ROOT: [], folder: []}
    with served(ROOT) as here, served(folder) as there, chromium() as browser:
        urls = dict(zip(folders, (here, there), strict=True))
        for turn in range(ROUNDS):
            for one in folders[:: 1 if turn % 2 else -1]:
                costs[one].append(cost(browser, urls[one]))
    rows = [
        f"| {commit(one)} | {statistics.median(found):.1f} | {min(found):.1f} | {max(found):.1f} |"
        for one, found in costs.items()
    ]
    text = f"""# What a touch costs beside an earlier commit

Made by `python -m benchmarks.beside FOLDER`: both in one run, in turn, {ROUNDS} rounds each. Milliseconds of the
processor for one touch on a level of the low back, its joint or its nerve, until it is painted.

| commit | median | least | most |
| --- | ---: | ---: | ---: |
"""
    RESULTS.write_text(text + "\n".join(rows) + "\n", encoding="utf-8")
    print(RESULTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="another checkout of this project, set up")
    main(parser.parse_args().folder.resolve())
