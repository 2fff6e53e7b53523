"""E12: a record system's button leads to region, level or block, in the reader's voice and language; what it tells of
a person is gone before anything else is loaded.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from html import escape
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from catalog import Catalog
from server.live import Live
from tests.publish.conftest import site, site_url
from tests.record.oracle import OIDS, TOLD, Asked, asked
from tests.support.running import serving
from tests.support.standing import enter
from tests.support.watched import Watched, painted, until

__all__ = ["site", "site_url"]
pytestmark = pytest.mark.browser
LIVE = "document.documentElement?.hasAttribute('data-live') && !('asked' in window)"
SEEN = """() => [document.documentElement.lang, document.title,
  ...["levels", "detail", "page-slot", "bar"].map((id) => document.getElementById(id).innerText)]"""
KEPT = "[document.referrer, JSON.stringify(history.state), document.documentElement.outerHTML]"
SYSTEM = f"mainSearchCriteria.v.cs={OIDS}6.90"


RECORD = "the-record"  # a page that holds the link, as a record system's does


class Visit:
    """One window in which links of a record system are pressed; what it asks for after that is kept."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.watched, self.url = Watched(browser, url), url
        self.whole = "/spine/" not in url  # the static site is the same scripts: it is asked a part
        self.page: Page = self.watched("", ready=None, size="laptop")
        self.devtools = self.page.context.new_cdp_session(self.page)
        self.asked: list[str] = []
        self.page.on("request", self._note)
        self.page.route(f"**/{RECORD}", lambda route: route.fulfill(content_type="text/html", body=self._link))

    def _note(self, request: Request) -> None:
        if not request.is_navigation_request():
            self.asked.append(f"{request.url} {request.headers}")

    def open(self, query: str) -> Page:
        self._link = f'<!doctype html><link rel="icon" href="data:,"><a href="{escape(f"{self.url}?{query}")}">info</a>'
        self.page.goto(self.url + RECORD)
        self.asked.clear()
        self.page.click("a")
        until(self.page, LIVE, seconds=30)
        return self.page

    def told(self) -> list[str]:
        """Where the link's own words are still to be found: in a later request, the steps back, the page."""
        steps = self.devtools.send("Page.getNavigationHistory")["entries"]
        places = [*self.asked, *self.page.evaluate(KEPT), *(f"{step['url']} {step['title']}" for step in steps)]
        return [place[:200] for place in places if any(word in place for word in TOLD)]


@pytest.fixture(params=["server", "files"])
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """Of the running app, and of the static site on a plain file server."""
    name = {"server": "app", "files": "site_url"}[request.param]
    address = str(request.getfixturevalue(name))
    opened = Visit(browser, address if address.endswith("/") else f"{address}/")
    yield opened
    problems = opened.watched.problems
    opened.watched.close()
    assert problems == []


def wrong(visit: Visit, request: Asked, notice: str) -> list[str]:
    page = visit.open(request.query)
    found = [f"told: {place}" for place in visit.told()]
    query = dict(parse_qsl(urlsplit(page.url).query))
    if query != {"part": "facet", **request.leads} and query != request.leads:  # a level always names its part
        found.append(f"it led to {query}, not to {request.leads}")
    seen = painted(page).evaluate(SEEN)
    if (notice in seen[3]) is request.known:
        found.append(f"notice: {seen[3][:80]!r}")
    enter(page, urlsplit(visit.url).path + request.link)
    wanted = painted(page).evaluate(SEEN)
    return found if not request.known or seen == wanted else [*found, f"{seen} is not {wanted}"]


def test_e12_requests_lead_where_the_table_says(visit: Visit, catalog: Catalog) -> None:
    assert len([one for one in asked() if one.known]) >= 30
    problems = []
    for one in asked() if visit.whole else asked()[::4]:
        notice = catalog.words["app.unknown"][one.leads.get("lang", "en")]
        problems += [f"{one.query[:200]}\n  {problem}" for problem in wrong(visit, one, notice)]
    assert problems == [], "\n".join(problems)


def test_a_reload_and_back_lead_to_the_same_view(visit: Visit) -> None:
    page = visit.open(asked()[1].query)
    clean = page.url
    page.click("[data-pick='L4-5']")
    until(page, "location.search.includes('L4-5')")
    page.go_back()
    until(page, f"location.href === {clean!r}")
    page.reload()
    until(page, LIVE, seconds=30)
    assert page.url == clean
    assert visit.told() == []


STRANGE = [
    "mainSearchCriteria.v.c=__proto__&mainSearchCriteria.v.cs=__proto__",
    "mainSearchCriteria.v.c=constructor&mainSearchCriteria.v.cs=constructor",
    f"mainSearchCriteria.v.c=__proto__&{SYSTEM}",
    f"mainSearchCriteria.v.c={'M54.2' * 900}&mainSearchCriteria.v.cs={'2.16.' * 300}",
    f"mainSearchCriteria.v.c=%00&{SYSTEM}",
    f"mainSearchCriteria.v.c=%E0%A4%A&{SYSTEM}",
    f"mainSearchCriteria.v.c={quote('<img src=x onerror=window.bad=1>')}&{SYSTEM}",
    f"mainSearchCriteria.v.c={quote('at=L4-5&kiosk=1')}&{SYSTEM}",
    "mainSearchCriteria.v.c=M54.16",
    "mainSearchCriteria.v.c=M54.16&mainSearchCriteria.v.cs=ICD10CM",
    f"mainSearchCriteria.v.c=...&{SYSTEM}",
]


def test_s5_strange_requests_lead_to_the_start_and_a_calm_line(visit: Visit, catalog: Catalog) -> None:
    notice = catalog.words["app.unknown"]["en"]
    for strange in STRANGE if visit.whole else STRANGE[::5]:
        page = visit.open(f"{strange}&patientPerson.name=Rosa")
        assert page.url == visit.url, strange
        assert notice in page.inner_text("#detail"), strange
        assert visit.told() == [], strange
    assert page.evaluate("window.bad") is None
    page.click("[data-pick=lumbar]")
    until(page, f"!document.getElementById('detail').textContent.includes({notice!r})")


@pytest.mark.parametrize(
    ("query", "search"),
    [
        ("main%53earchCriteria%2Ev%2Ec=M54.2&mainSearchCriteria.v.cs=" + OIDS + "6.90", "?at=cervical"),
        (f"mainSearchCriteria.v.c=M54.2&mainSearchCriteria.v.c=M54.6&{SYSTEM}", "?at=cervical"),
        (f"mainSearchCriteria.v.c=+M54.2+&{SYSTEM}&informationRecipient=+prov+", "?at=cervical&view=clinician"),
        (f"mainSearchCriteria.v.c=M54.2&{SYSTEM}&informationRecipient=PAYOR", "?at=cervical"),
        (f"mainSearchCriteria.v.c=M54.2&{SYSTEM}&informationRecipient.languageCode.c=constructor", "?at=cervical"),
        (f"mainSearchCriteria.v.c=M54.2&{SYSTEM}&at=lumbar&view=clinician&informationRecipient=PAT", "?at=cervical"),
        ("patientPerson.name=Rosa&at=lumbar&lang=es", "?at=lumbar&lang=es"),
        ("informationRecipient=PROV&informationRecipient.languageCode.c=es", "?view=clinician&lang=es"),
        (f"mainSearchCriteria.v.c=M54.2&{SYSTEM}&name=Rosa#patientPerson=Rosa", "?at=cervical"),
    ],
)
def test_what_is_ours_in_a_request_is_read_and_nothing_else(page: Watched, query: str, search: str) -> None:
    screen = page(f"/?{query}", size="laptop")
    until(screen, LIVE, seconds=30)
    assert screen.evaluate("location.search + location.hash") == search


def test_k5_a_wall_screen_speaks_to_patients_only(page: Watched) -> None:
    screen = page(f"/?kiosk=1&mainSearchCriteria.v.c=M54.16&{SYSTEM}&informationRecipient=PROV")
    until(screen, LIVE, seconds=30)
    assert screen.evaluate("[spine.now().view, spine.now().at, location.search]") == [
        "patient",
        "lumbar",
        "?at=lumbar&kiosk=1",
    ]


def test_p1_nothing_of_it_is_fetched_without_such_a_link(page: Watched) -> None:
    screen = page("/", ready=None)
    fetched: list[str] = []
    screen.on("request", lambda one: fetched.append(one.url))
    screen.goto(screen.url + "?at=lumbar")
    until(screen, "document.documentElement.hasAttribute('data-whole')", seconds=60)
    assert [address for address in fetched if "record.json" in address] == []
    assert [address for address in screen.evaluate("spine.site.later") if "record.mjs" in address]


def test_r3_without_the_table_the_start_says_so_calmly(page: Watched, catalog: Catalog) -> None:
    page.allow("net::ERR_FAILED")
    screen = page("/", ready=None)
    screen.route("**/record.json*", lambda route: route.abort())
    screen.goto(f"{screen.url}?mainSearchCriteria.v.c=M54.16&{SYSTEM}&informationRecipient.languageCode.c=es")
    until(screen, LIVE, seconds=30)
    assert screen.evaluate("location.search") == "?lang=es"
    assert catalog.words["app.unknown"]["es"] in screen.inner_text("#detail")


def test_k14_r3_a_request_leads_there_without_a_network(browser: Browser, site_url: str) -> None:
    watched = Watched(browser, site_url)
    screen = watched("", service_workers="allow", size="laptop")
    kept = "(async () => Boolean(navigator.serviceWorker.controller) && (await caches.keys()).length > 0)()"
    until(screen, kept, seconds=90)
    watched.allow("net::ERR_(FAILED|INTERNET_DISCONNECTED)")
    screen.context.set_offline(True)
    screen.goto(f"{site_url}?{asked()[0].query}")
    until(screen, LIVE, seconds=60)
    assert screen.evaluate("location.search") == "?at=lumbar"
    assert watched.problems == []
    watched.close()


def test_s8_the_server_writes_no_request_down(
    live: Live, browser: Browser, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(live) as url:
        visit = Visit(browser, f"{url}/")
        visit.open(asked()[2].query)
        visit.page.goto(f"{url}/no/such/page?patientPerson.name=Rosa")
        visit.watched.close()
    written = capfd.readouterr()
    text = written.out + written.err + caplog.text
    assert [word for word in (*TOLD, "M5416") if word in text] == []
