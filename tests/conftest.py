"""Fixtures for all tests. One server and one browser for each test process."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser

from catalog import Catalog, load
from publish import vendor
from server.live import Live
from server.settings import DATA, Settings
from tests.support.chromium import chromium
from tests.support.running import ServerProcess, serving
from tests.support.standing import Standing
from tests.support.watched import Watched

# On a busy machine an example may take as long as it takes.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The project's own facts and words."""
    return load(DATA)


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Live:
    """The project's own app, built once, without the sounds that `make speech` may have made."""
    from app import build  # here, so that tests without the app need not build it

    vendor.ensure()
    return Live(build, Settings(speech=tmp_path_factory.mktemp("silence")))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where apps that tests have finished are kept, for all test processes of this run."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "built"


@pytest.fixture(scope="session")
def app(live: Live) -> Iterator[str]:
    """The address of the running app."""
    with serving(live) as url:
        yield url


@pytest.fixture
def server_process() -> Iterator[Callable[..., ServerProcess]]:
    """Makes servers in processes of their own: `server_process("--kiosk")`, then `.start()`, `.kill()`, `.stop()`."""
    made: list[ServerProcess] = []

    def make(*options: str) -> ServerProcess:
        made.append(ServerProcess(*options))
        return made[-1]

    yield make
    for process in made:
        process.kill()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Browser, app: str) -> Iterator[Watched]:
    """Opens pages: `page("/?at=L4-5", size="phone", touch=True)`. Any error in one of them fails the test."""
    opener = Watched(browser, app)
    yield opener
    problems = opener.problems
    opener.close()
    assert not problems, "\n".join(problems)


@pytest.fixture(scope="session")
def held_open(browser: Browser, app: str) -> Iterator[Standing]:
    """The pages behind `standing`."""
    opener = Watched(browser, app)
    yield Standing(opener)
    opener.close()


@pytest.fixture
def standing(held_open: Standing) -> Iterator[Standing]:
    """As `page`, on a page that stays open from test to test: `standing("/?at=L4-5", size="phone")`."""
    before = len(held_open.opener.problems)
    yield held_open
    problems = held_open.opener.problems[before:]
    assert not problems, "\n".join(problems)
