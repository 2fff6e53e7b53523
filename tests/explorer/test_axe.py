"""A28: axe-core finds nothing, on every view of the forward way, in every language and theme."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from tests.explorer import oracle
from tests.explorer.driving import differences, go, whole
from tests.explorer.test_alone import PAGES, opened
from tests.support.watched import Watched

pytestmark = pytest.mark.browser
THEMES = ("light", "dark", "contrast")
PLACES = ("", *oracle.regions(), "L4-5", "SIJ")
Axe = Callable[..., list[str]]


@pytest.mark.parametrize(("language", "theme"), list(product(oracle.LANGUAGES, THEMES)))
def test_a28_no_violation(page: Watched, axe: Axe, language: str, theme: str) -> None:
    screen = whole(page("/", size="laptop", reduced_motion="reduce"))
    problems: list[str] = []

    def check(query: str, title: str = "") -> None:
        go(screen, f"/?{query}&lang={language}&theme={theme}")
        if title:
            problems.extend(opened(screen, title))
        problems.extend(f"{query or 'start'}: {line}" for line in axe(screen))

    # A theme changes colours and a language words: in the second language the other themes are sampled.
    all_of_them = language == "en" or theme == "light"
    for place in PLACES if all_of_them else ("", "L4-5"):
        go(screen, f"/?at={place}&lang={language}&theme={theme}")
        if place:
            problems += differences(screen, {"heading": oracle.heading(place, language)})
        check(f"at={place}")
    check("at=L4-5&part=nerve&side=left&look=back")
    for name in PAGES if all_of_them else ("emergency",):
        check(f"at=L4-5&page={name}", oracle.word(f"{name}.title", language))
    check("at=L4-5&page=block", oracle.keyed("blocks", "block_id")["L-FJ"][f"name_{language}"])
    assert not problems, "\n".join(problems)
