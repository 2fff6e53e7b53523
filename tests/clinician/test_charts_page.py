"""The page of evidence in a browser: under the content policy, with Plotly only when asked, and what is kept as files.

The page's own events do the work: Playwright's `evaluate` lifts the rule against eval while it runs, so reports are
gathered by a script that is there before the page, and read as text.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, Request

from catalog import Catalog, marks_of
from tests.support.accessibility import violations
from tests.support.watched import Watched

# Reports go where a locator can read them.
GATHER = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
  const told = document.documentElement;
  told.dataset.reports = `${told.dataset.reports ?? ""} ${violatedDirective} ${blockedURI} ${sample}`;
});
"""
SHOWN = "[data-chart] svg"
LIVE = ".chart-live .main-svg"


def opened(page: Watched, query: str, size: str = "laptop") -> Page:
    made = page("/", size=size)
    made.add_init_script(GATHER)
    made.goto(f"{made.url.partition('?')[0]}?view=clinician&page=evidence{query}")
    made.wait_for_selector(SHOWN)
    return made


def reports(made: Page) -> str | None:
    return made.locator("html").get_attribute("data-reports")


def chart(made: Page, name: str) -> Locator:
    return made.locator(f'[data-chart="{name}"]')


def test_s1_a_report_would_be_gathered(page: Watched) -> None:
    """The other tests prove nothing if reports were lost."""
    page.allow("Content Security Policy|inline style")
    made = opened(page, "")
    made.locator("#bar").evaluate("(bar) => bar.setAttribute('style', 'color: red')")
    made.wait_for_selector("html[data-reports*='style-src-attr']")


def test_s1_every_chart_and_table_breaks_no_rule_and_plotly_is_not_asked_for(page: Watched, catalog: Catalog) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    made = page("/", size="laptop")
    made.on("request", note)
    made.add_init_script(GATHER)
    made.goto(f"{made.url.partition('?')[0]}?view=clinician&page=evidence")
    made.wait_for_selector(SHOWN)
    names = [one.get_attribute("data-chart") for one in made.locator("[data-chart]").all()]
    assert sorted(map(str, names)) == sorted(catalog.charts)
    for fold in made.locator("[data-chart] summary").all():
        fold.click()
    assert made.locator("[data-chart] details[open]").count() == len(names)
    assert reports(made) is None
    assert not [one for one in asked if "plotly" in one or "figures" in one]
    with made.expect_response(re.compile("wing/plotly")):
        chart(made, "mint_2017").locator("[data-explore]").click()
    made.wait_for_selector(LIVE)
    assert reports(made) is None


def test_s1_every_chart_can_be_looked_into(page: Watched, catalog: Catalog) -> None:
    """Drawn by the page's own button, hovered by a real pointer: nothing is reported, hover tells n and the source."""
    made = opened(page, "", size="kiosk-landscape")
    buttons = made.locator("[data-explore]")
    for button in buttons.all():
        button.click()
    made.wait_for_selector(f"[data-chart] >> nth=0 >> {LIVE}")
    for name in (one.get_attribute("data-chart") for one in made.locator("[data-chart]:has([data-explore])").all()):
        drawn = chart(made, str(name)).locator(".chart-live")
        drawn.locator(".main-svg").first.wait_for()
        points = drawn.locator(".scatterlayer .point")
        marks = [mark for mark in marks_of(catalog, catalog.charts[str(name)]) if mark.number is not None]
        assert points.count() == len(marks), name
        assert made.locator(".chart-live .modebar-btn").count() == 0
    mint = chart(made, "mint_2017").locator(".chart-live")
    mint.scroll_into_view_if_needed()
    mint.locator(".scatterlayer .point").first.hover(force=True)
    told = mint.locator(".hovertext")
    told.wait_for()
    text = told.inner_text() if told.evaluate("(one) => one instanceof HTMLElement") else told.text_content()
    row = next(mark for mark in marks_of(catalog, catalog.charts["mint_2017"]))
    assert f"n = {row.n}" in str(text) and "Juch" in str(text)
    assert reports(made) is None


def test_explore_puts_the_pictures_back(page: Watched) -> None:
    made = opened(page, "&chart=mint_2017")
    own = chart(made, "mint_2017")
    button = own.locator("[data-explore]")
    button.click()
    made.wait_for_selector(LIVE)
    assert not own.locator(".chart-pictures").is_visible()
    button.click()
    own.locator(".chart-pictures").wait_for()
    assert own.locator(".chart-live > *").count() == 0


@pytest.mark.parametrize("name", ["mint_2017", "guideline_positions", "facet_share_low"])
def test_s12_a_chart_is_kept_as_csv(page: Watched, catalog: Catalog, name: str, tmp_path: Path) -> None:
    made = opened(page, f"&chart={name}")
    with made.expect_download() as coming:
        chart(made, name).locator("[data-save=csv]").click()
    assert coming.value.suggested_filename == f"{name}.csv"
    coming.value.save_as(tmp_path / "kept.csv")
    text = (tmp_path / "kept.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip()[:1] in {"=", "+", "-", "@"} and cell.strip()]
    marks = marks_of(catalog, catalog.charts[name])
    ids = [mark.id for mark in marks] or [row.guideline_id for row in catalog.guidelines]
    assert [row["id"] for row in rows] == ids
    for mark, row in zip(marks, rows, strict=False):
        assert row["Value"].removeprefix("'") == mark.told
        bounds = [row.get(side, "").removeprefix("'") for side in ("From", "To")]
        assert bounds == ["" if end is None else f"{end:g}" for end in (mark.low, mark.high)]
    assert reports(made) is None


def test_a_chart_is_kept_as_png(page: Watched, tmp_path: Path) -> None:
    made = opened(page, "&chart=surgery_vs_waiting")
    with made.expect_download() as coming:
        chart(made, "surgery_vs_waiting").locator("[data-save=png]").click()
    assert coming.value.suggested_filename == "surgery_vs_waiting.png"
    coming.value.save_as(tmp_path / "kept.png")
    with Image.open(tmp_path / "kept.png") as kept:
        assert kept.format == "PNG" and kept.width == 1440 and kept.height > 1000
        colors = {color for _, color in kept.convert("RGB").getcolors(kept.width * kept.height) or []}
    act = made.locator("html").evaluate("(one) => getComputedStyle(one).getPropertyValue('--sx-act').trim()")
    assert tuple(bytes.fromhex(act.removeprefix("#"))) in colors  # the marks are in it, in the page's colours
    assert reports(made) is None


def test_the_page_shows_what_is_asked_for(page: Watched) -> None:
    made = opened(page, "&at=cervical")
    neck, low = chart(made, "facet_share_neck"), chart(made, "facet_share_low")
    neck.wait_for()
    assert not low.is_visible()
    made.locator(".chart-filters [data-region=lumbar]").click()
    low.wait_for()
    assert "at=lumbar" in made.url and not neck.is_visible()
    series = chart(made, "cryo_course")
    series.wait_for()
    made.locator("[data-procedure=cold]").click()
    series.wait_for(state="hidden")
    assert made.locator("[data-procedure=cold]").get_attribute("aria-pressed") == "false"
    made.locator("[data-procedure=cold]").click()
    series.wait_for()


def test_one_chart_alone_by_its_address(page: Watched) -> None:
    made = opened(page, "&chart=less_2014&lang=es")
    assert made.locator("[data-chart]").count() == 1
    made.locator("[data-go='chart=']").click()
    made.wait_for_selector(".chart-filters")
    assert "chart" not in made.url and made.locator("[data-chart]").count() > 50


@pytest.mark.parametrize(("theme", "lang"), [("light", "en"), ("dark", "es"), ("contrast", "en")])
def test_a28_axe_finds_nothing_on_the_page(page: Watched, theme: str, lang: str) -> None:
    made = opened(page, f"&at=thoracic&theme={theme}&lang={lang}")
    made.locator("[data-chart]:visible summary").first.click()
    assert violations(made, within="#page") == []
