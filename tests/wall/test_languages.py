"""A36: another language is another column; longer words and the other direction fit too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog import load
from server.live import Live
from server.settings import Settings
from tests.support.running import serving
from tests.support.watched import Watched, painted, resize, until
from tests.wall.driving import sleeping, wake
from tests.wall.pseudo import FROM_RIGHT, LONGER, write

PLACES = ("", "&at=lumbar", "&at=L4-5&part=facet", "&page=emergency")
CUT = """() => [...document.querySelectorAll("button")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[inert]"))
  .filter((one) => one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2)
  .map((one) => one.textContent.trim())"""


@pytest.fixture(scope="session")
def babel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data with two more languages."""
    return write(tmp_path_factory.mktemp("babel") / "data")


@pytest.fixture(scope="session")
def tower(babel: Path) -> Iterator[str]:
    """The address of an app that speaks them."""
    from app import build

    site = Settings(data=babel, kiosk=True)
    with serving(Live(build, site)) as url:
        yield url


def test_a36_a_language_is_a_column_more(babel: Path) -> None:
    assert set(load(babel).languages) >= {"en", "es", LONGER, FROM_RIGHT}


@pytest.mark.browser
def test_a36_every_language_stands_on_the_first_views(page: Watched, tower: str) -> None:
    opened = sleeping(page, "/", url=tower)
    assert opened.locator(f"#attract [lang={FROM_RIGHT}]").count() == 3
    wake(opened)
    assert opened.locator(".pills .pill").count() == 4


@pytest.mark.browser
def test_a26_a_language_from_right_to_left_turns_the_page(page: Watched, tower: str) -> None:
    opened = page(f"/?lang={FROM_RIGHT}&at=L4-5", url=tower, touch=True)
    until(opened, "document.querySelector('#detail h1')")
    assert opened.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", FROM_RIGHT]
    spine, answer = (opened.locator(one).bounding_box() for one in ("#spine", "#detail"))
    assert spine and answer
    assert spine["x"] > answer["x"]
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.parametrize("language", [LONGER, FROM_RIGHT])
def test_a36_no_button_cuts_its_words(page: Watched, tower: str, language: str) -> None:
    opened = page(f"/?lang={language}&at=L4-5", url=tower, touch=True)
    cut = []
    for place in PLACES:
        opened.goto(f"{tower}/?lang={language}{place or '&look=back'}")
        until(opened, "document.documentElement.hasAttribute('data-live')")
        until(opened, "document.querySelector('article h1, #side h1')")
        for size in ("kiosk-portrait", "kiosk-landscape"):
            painted(resize(opened, size))
            cut += [f"{place}, {size}: {text}" for text in opened.evaluate(CUT)]
            assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert cut == []
