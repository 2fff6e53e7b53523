"""The SVG writer."""

import pytest

from illustrator.drawing.svg import Ids, drawing, element


def test_ids_carry_the_drawings_prefix_and_are_given_once() -> None:
    ids = Ids("lat-lum")
    assert ids.new("disc-L4-5") == "lat-lum-disc-L4-5"
    with pytest.raises(ValueError, match="used twice"):
        ids.new("disc-L4-5")


def test_empty_attributes_are_left_out_and_values_escaped() -> None:
    assert element("g", {"id": "a", "data-level": "", "x": '<"&'}) == '<g id="a" x=\'&lt;"&amp;\'/>'


def test_a10_the_root_is_decoration_and_cannot_be_focused() -> None:
    text = drawing(10, 20, "sp", [element("path", {"d": "M0 0z"})])
    assert 'viewBox="0 0 10 20"' in text
    assert 'aria-hidden="true"' in text
    assert 'focusable="false"' in text
