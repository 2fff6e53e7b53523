"""Soft shading in every browser: WebKit applies no blur of a style sheet inside an SVG, but a filter of the drawing."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[3] / "assets"
DRAWINGS = sorted((ASSETS / "spine_svg").glob("*.svg"))
SHADED = [path for path in DRAWINGS if not path.name.startswith("body-")]


@pytest.mark.parametrize("path", SHADED, ids=lambda path: path.stem)
def test_r8_shading_is_softened_by_a_filter_of_the_drawing_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    filters = dict(re.findall(r'<filter id="([^"]+)"[^>]*><feGaussianBlur stdDeviation="([0-9.]+)"/></filter>', text))
    assert filters
    assert all(float(deviation) > 2 for deviation in filters.values())
    assert set(re.findall(r'filter="url\(#([^)]+)\)"', text)) == set(filters)
    tones = re.findall(r'<g ([^>]*)><path class="sp-[sh]"', text)
    assert tones
    assert all("filter=" in told for told in tones)
    faded = re.findall(r"<mask [^>]*><rect ([^>]*)/></mask>", text)
    assert all("filter=" in told for told in faded)


def test_r8_no_two_drawings_of_a_page_share_a_filter() -> None:
    names = [name for path in SHADED for name in re.findall(r'<filter id="([^"]+)"', path.read_text(encoding="utf-8"))]
    assert len(names) == len(set(names)) >= len(SHADED)


def test_r8_no_style_sheet_blurs() -> None:
    sheets = sorted((ASSETS / "css").rglob("*.css"))
    assert sheets
    assert [path.name for path in sheets if "blur(" in path.read_text(encoding="utf-8")] == []
