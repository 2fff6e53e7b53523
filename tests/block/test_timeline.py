"""The time line: every band is a range of the data, and the words say what the bands show."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from catalog import Catalog, facts_of
from components.block.timeline import AXIS, COLUMN, COLUMNS, DAY, WEEK, Lane, band, lanes, place
from components.kit.slider import Slider
from components.kit.voice import Voice
from tests.block import shown
from tests.block.test_pages import BLOCKS, EVERY

Pages = dict[str, dict[str, Any]]


def lanes_of(voice: Voice, block: str) -> dict[str, Lane]:
    catalog = voice.catalog
    return {lane.key: lane for lane in lanes(voice, catalog.blocks[block], facts_of(catalog, block))}


def test_bands_hold_the_figures_that_their_words_name(catalog: Catalog) -> None:
    """The words of an aftercare row and its range are two cells of one row: both name the same figures."""
    for row in (row for row in catalog.aftercare if row.band and row.band != "active"):
        said = {float(figure) for figure in re.findall(r"\d+", row.when["en"])}
        assert {row.value_low or 0, row.value_high} <= said | {0}, row.aftercare_id


def test_a_changed_range_changes_the_band(catalog: Catalog, voices: dict[str, Voice]) -> None:
    rows = [row.model_copy(update={"value_high": 48.0}) if row.band == "drive" else row for row in catalog.aftercare]
    changed = Voice(dataclasses.replace(catalog, aftercare=tuple(rows)), "en")
    assert lanes_of(changed, "L-FJ")["drive"].end == 48
    assert lanes_of(voices["en"], "L-FJ")["drive"].end == 24


def test_the_joint_injection_of_the_low_back(voices: dict[str, Voice]) -> None:
    found = lanes_of(voices["en"], "L-FJ")
    spans = {key: (lane.start, lane.end) for key, lane in found.items()}
    assert spans == {
        "numb": (0, 24),
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


def table_of(made: dict[str, Any], block: str) -> list[list[str]]:
    """The cells of the table beside the time line, row by row, its heads first."""
    (fold,) = shown.marked(made, made[f"block|{block}"], "className", "data-table", tab="after", time="1")
    return shown.cells(made, fold)


SINGLE = {"en": {"days": "1 day", "weeks": "1 week"}, "es": {"days": "1 día", "weeks": "1 semana"}}
NAMED = {
    "en": {"hours": "hours", "days": "days", "weeks": "weeks", "months": "months", "to": "to", "shot": "the shot"},
    "es": {"hours": "horas", "days": "días", "weeks": "semanas", "months": "meses", "to": "a", "shot": "la inyección"},
}


def said(language: str, unit: str, low: float, high: float) -> str:
    if low == high == 1:
        return SINGLE[language][unit]
    count = f"{high:g}" if low == high else f"{low:g} {NAMED[language]['to']} {high:g}"
    return f"{count} {NAMED[language][unit]}"


def wanted_until(catalog: Catalog, block: str, language: str) -> dict[str, str]:
    """When each band ends, as the rows of the data say it: a fact of the block, else the row for aftercare."""
    told = facts_of(catalog, block)
    care = {row.aftercare_id: (row.value_low or 0, row.value_high or 0, row.unit) for row in catalog.aftercare}

    def of_fact(name: str) -> tuple[str, float, float] | None:
        fact = told.get(name)
        if not fact or not fact.confirmed or fact.value_low is None or fact.value_high is None:
            return None
        return fact.unit.split(" ")[0], fact.value_low, fact.value_high

    def of_care(row: str) -> tuple[str, float, float]:
        low, high, unit = care[row]
        return unit, low or high, high

    heat = catalog.blocks[block].block_type == "neurolysis_heat"
    ends = {
        "numb": of_fact("feels_after") or of_care("AC-01"),
        "drive": ("hours", 24.0, 24.0),
        "sore": (of_fact("feels_after") if heat else None) or of_care("AC-03"),
        "flare": of_care("AC-04"),
        "return": of_care("AC-03"),
        "active": ("days", 7.0, 7.0),
        "relief": of_fact("duration_relief"),
    }
    if onset := of_fact("onset_relief"):
        ends["onset"] = (onset[0], onset[2], onset[2])
    return {key: said(language, *end) for key, end in ends.items() if end}


@pytest.mark.parametrize(("block", "language"), EVERY)
def test_a16_the_table_of_the_time_line_holds_the_rows_of_the_data(
    pages: Pages, voices: dict[str, Voice], catalog: Catalog, block: str, language: str
) -> None:
    heads, *rows = table_of(pages[language], block)
    assert len(heads) == 3
    bands = lanes_of(voices[language], block)
    assert [row[0] for row in rows] == [catalog.words[f"timeline.lane.{key}"][language] for key in bands]
    ends = wanted_until(catalog, block, language)
    assert [row[2] for row in rows] == [ends[key] for key in bands]
    begins = dict(zip(bands, (row[1] for row in rows), strict=True))
    later = {"flare": said(language, "hours", 8, 8), "return": said(language, "hours", 8, 8)}
    later["active"] = said(language, "days", 1, 1)
    for key, begin in begins.items():
        if key in ("onset", "relief"):
            onset = facts_of(catalog, block).get("onset_relief")
            unit, low = ("weeks", 1.0) if onset is None or onset.value_low is None else (onset.unit, onset.value_low)
            assert begin == said(language, unit.split(" ")[0], low, low)
        else:
            assert begin == later.get(key, NAMED[language]["shot"])


@pytest.mark.parametrize("language", ["en", "es"])
def test_a16_a_chart_has_a_name_a_line_about_it_and_a_table_with_heads(pages: Pages, language: str) -> None:
    made = pages[language]
    page = made["block|L-TFE"]
    for tab, charts in (("after", 1), ("works", 1), ("risks", 1)):
        tables = [one for one in shown.nodes(made, page, tab=tab, time="1") if type(one).__name__ == "Table"]
        tables = [one for one in tables if type(one.children[0]).__name__ == "Caption"]
        assert len(tables) == charts
        for table in tables:
            assert shown.words(made, table.children[0])
            heads = [one for one in shown.nodes(made, table) if type(one).__name__ == "Th"]
            assert {getattr(one, "scope", "") for one in heads} == {"col", "row"}
    (lanes_list,) = shown.marked(made, page, "className", "tl-lanes", tab="after")
    assert getattr(lanes_list, "aria-label")
