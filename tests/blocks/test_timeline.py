"""The time line: every band is a range of the data, and the words say what the bands show."""

from __future__ import annotations

import re
from typing import Any

import pytest

import catalog as facts
from catalog import Catalog
from components.slider import Slider
from components.timeline import AXIS, CHECKED, COLUMN, COLUMNS, DAY, WEEK, Lane, band, lanes, place
from components.voice import Voice
from tests.blocks import shown
from tests.blocks.test_pages import BLOCKS, EVERY

Pages = dict[str, dict[str, Any]]


def lanes_of(voice: Voice, block: str) -> dict[str, Lane]:
    catalog = voice.catalog
    return {lane.key: lane for lane in lanes(voice, catalog.blocks[block], facts.facts_of(catalog, block))}


def test_ranges_in_the_code_are_those_of_the_rows(catalog: Catalog) -> None:
    rows = {f"aftercare.csv|{row.aftercare_id}": row.when["en"] for row in catalog.aftercare}
    assert {key: rows[key] for key in CHECKED} == CHECKED


def test_the_joint_injection_of_the_low_back(voices: dict[str, Voice]) -> None:
    found = lanes_of(voices["en"], "L-FJ")
    spans = {key: (lane.start, lane.end) for key, lane in found.items()}
    assert spans == {
        "numb": (0, 8),
        "drive": (0, 24),
        "sore": (0, 3 * DAY),
        "flare": (8, 7 * DAY),
        "active": (DAY, WEEK),
        "onset": (2 * DAY, 14 * DAY),
        "relief": (2 * DAY, 12 * WEEK),
    }


def test_a_test_block_promises_no_relief(voices: dict[str, Voice]) -> None:
    for block in ("C-MBB", "T-MBB", "L-MBB"):
        found = lanes_of(voices["en"], block)
        assert "relief" not in found and "onset" not in found and "flare" not in found
        assert "return" in found


@pytest.mark.parametrize("block", BLOCKS)
def test_bands_lie_where_their_hours_lie(voices: dict[str, Voice], block: str) -> None:
    for lane in lanes_of(voices["en"], block).values():
        drawn = [float(x) for x in re.findall(r'class="tl-may|M([\d.]+) 3', str(band(lane))) if x]
        assert drawn[0] == pytest.approx(place(lane.start), abs=0.1)
        assert lane.start < lane.end and lane.start <= lane.sure <= lane.end


def test_the_axis_rises_column_by_column() -> None:
    assert [place(hours) for hours in AXIS] == [COLUMN * k for k in range(len(AXIS))]
    assert place(10 * AXIS[-1]) == place(AXIS[-1])


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_a16_each_time_says_in_words_what_its_bands_show(
    pages: Pages, voices: dict[str, Voice], block: str, language: str
) -> None:
    found = lanes_of(voices[language], block)
    for column in range(len(AXIS) - 1):
        state = {"tab": "after", "time": str(column + 1)}
        made = pages[language]
        (words,) = shown.marked(made, made[f"block|{block}"], "className", "tl-words", **state)
        text = shown.words(made, words)
        for lane in found.values():
            assert (lane.text in text) == lane.meets(column)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a16_the_slider_has_a_name_and_says_its_time_in_words(
    pages: Pages, voices: dict[str, Voice], language: str
) -> None:
    made, voice = pages[language], voices[language]
    for column in COLUMNS:
        (slider,) = [one for one in shown.nodes(made, made["times"], time=str(column + 1)) if isinstance(one, Slider)]
        told = slider.to_plotly_json()["props"]
        assert (told["name"], told["value"], told["label"]) == ("time", column + 1, voice("timeline.choose"))
        assert told["words"][column] == voice(f"timeline.then.{column + 1}")
        assert len(told["marks"]) == len(told["words"]) == len(COLUMNS)


def test_a6_the_time_goes_on_and_back_by_a_button_and_stops_at_both_ends(pages: Pages) -> None:
    made = pages["en"]
    for column in COLUMNS:
        now = str(column + 1)
        earlier, later = shown.marked(made, made["times"], "className", "sx-btn", time=now)
        assert getattr(earlier, "data-go", "") == (f"time={column}" if column else "")
        assert getattr(later, "data-go", "") == (f"time={column + 2}" if column < COLUMNS[-1] else "")
        assert (getattr(earlier, "aria-disabled", ""), getattr(later, "aria-disabled", "")) == (
            "" if column else "true",
            "" if column < COLUMNS[-1] else "true",
        )
