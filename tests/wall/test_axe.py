"""A28: axe-core finds nothing, on a part of the matrix that holds every view, language, theme, dialog and size."""

from __future__ import annotations

import pytest

from catalog import Catalog
from components.hurts.chooser import names
from tests.support.watched import Watched
from tests.wall.axe_matrix import LANGUAGES, SIZES, THEMES, Case, check, matrix, opened, part


@pytest.fixture(scope="session")
def zones(catalog: Catalog) -> list[str]:
    return names(catalog)


def test_a28_the_part_holds_every_view_language_theme_and_dialog(zones: list[str]) -> None:
    cases: list[Case] = part(zones, wall=True) + part(zones, wall=False)
    assert {case.view for case in cases} == {case.view for case in matrix(zones)}
    for wall in (True, False):
        told = part(zones, wall)
        assert {(case.language, case.theme) for case in told} == {(one, other) for one in LANGUAGES for other in THEMES}
    assert {case.size for case in cases} == set(SIZES)


@pytest.mark.browser
@pytest.mark.parametrize("wall", [True, False])
def test_a28_axe_finds_nothing(page: Watched, zones: list[str], wall: bool) -> None:
    assert check(opened(page, wall), part(zones, wall)) == []
