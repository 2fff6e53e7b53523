"""Each mark of each chart is its row, read back from the picture alone; nothing is left out, nothing unsure hidden."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from catalog import Catalog, Chart, Mark, marks_of, sentence_of
from components.clinician.charts.scale import scale
from components.clinician.evidence import evidence
from components.kit.to_json import to_json
from components.kit.voice import Voice
from server.settings import DATA

LANGUAGES = ("en", "es")
LARGEST = 3 * 1024  # bytes of one picture
NEAR = 0.006  # of an axis: places are written to a tenth of a unit
NOT_COMPARED = re.compile(r"\(no (?:control|placebo) group\)")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

Node = dict[str, Any]
Placed = dict[str, list[float]]  # row -> middle of its mark, ends of its interval, as values of the axis


def every(node: Any) -> Iterator[Node]:
    """All components of a tree, from its JSON."""
    if isinstance(node, list):
        for one in node:
            yield from every(one)
    elif isinstance(node, dict) and "props" in node:
        yield node
        yield from every(node["props"].get("children"))


def text(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(text, node))
    return text(node["props"].get("children")) if isinstance(node, dict) else str(node or "")


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, catalog: Catalog) -> Node:
    """What the browser fetches, in one language."""
    found: Node = json.loads(to_json(evidence(Voice(catalog, request.param))))
    return found


def pictures(section: Node) -> list[ElementTree.Element]:
    drawn = [node["props"]["svg"] for node in every(section) if node["type"] == "Drawing"]
    return [ElementTree.fromstring(svg) for svg in drawn if "chart-svg" in svg]


def axis(picture: ElementTree.Element, upright: bool) -> tuple[float, float, float, float] | None:
    """The first and the last number of an axis and their places, read from what is written beside it."""
    if upright:
        found = [
            (float(one.get("y", "")) - 5, value(one.text))
            for one in picture.iterfind("text")
            if one.get("class") == "v"
        ]
    else:
        found = [(float(one.get("x", "")), value(one.text)) for one in picture.iterfind("text[@class='t']/tspan")]
    return (*found[0], *found[-1]) if found else None


def value(told: str | None) -> float:
    return float((told or "").replace("−", "-"))


def read_back(picture: ElementTree.Element) -> Placed:
    """The values that a picture shows, by row."""
    upright = "is-course" in picture.get("class", "")
    found = axis(picture, upright)
    if not found:
        return {}
    start, low, end, high = found
    shown = {}
    for group in picture.iterfind("g[@data-row]"):
        places: list[float] = []
        for path in group.iterfind("path"):
            x, y, end_of_line = re.findall(r"^M(\S+) (\S+?)(?:m|([HV])|$)", path.get("d", ""))[0]
            places.append(float(y if upright else x))
            if end_of_line:
                places.append(float(path.get("d", "").partition(end_of_line)[2]))
        if places:
            shown[group.get("data-row", "")] = [low + (p - start) / (end - start) * (high - low) for p in places]
    return shown


def charts(catalog: Catalog) -> list[tuple[Chart, tuple[Mark, ...]]]:
    return [(chart, marks_of(catalog, chart)) for chart in catalog.charts.values() if chart.kind != "positions"]


def raw(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_each_mark_of_each_chart_equals_its_row(catalog: Catalog, pages: Node) -> None:
    rows = {row["evidence_id"]: row for row in raw("evidence.csv")}
    for row in raw("prevalence.csv"):  # an id of its own: source, region, and the how manieth of them
        place = f"PR-{row['source_id']}-{row['region']}-"
        rows[f"{place}{1 + sum(name.startswith(place) for name in rows)}"] = row
    checked = 0
    for chart, marks in charts(catalog):
        for picture in pictures(pages[f"chart|{chart.chart_group}"]):
            _, low, _, high = axis(picture, chart.kind == "course") or (0, 0, 0, 1)
            for name, shown in read_back(picture).items():
                row = rows[name]
                wanted = [float(row[end]) for end in ("ci_low", "ci_high") if row["ci_low"] and row["ci_high"]]
                wanted += [float(row["value"])] if NUMBER.fullmatch(row["value"]) else []
                assert shown == pytest.approx(wanted, abs=NEAR * abs(high - low)), name
                checked += 1
        numbers = [mark for mark in marks if mark.number is not None or mark.interval]
        drawn = {name for picture in pictures(pages[f"chart|{chart.chart_group}"]) for name in read_back(picture)}
        assert drawn == {mark.id for mark in numbers}, chart.chart_group
    assert checked > 200


def test_every_row_of_the_three_files_appears(catalog: Catalog, pages: Node) -> None:
    shown = [
        node["props"]["data-row"]
        for chart in catalog.charts
        for node in every(pages[f"chart|{chart}"])
        if node["type"].lower() == "tr" and "data-row" in node["props"]
    ]
    assert len(shown) == len(set(shown))
    wanted = [row["evidence_id"] for row in raw("evidence.csv")] + [
        row["guideline_id"] for row in raw("guidelines.csv")
    ]
    assert set(wanted) - set(shown) == set()
    assert len(set(shown) - set(wanted)) == len(raw("prevalence.csv"))
    assert all(name.startswith("PR-") for name in set(shown) - set(wanted))


def test_a_table_has_the_rows_of_its_picture_and_their_numbers(catalog: Catalog, pages: Node) -> None:
    for chart, marks in charts(catalog):
        section = pages[f"chart|{chart.chart_group}"]
        assert section["props"]["data-chart"] == chart.chart_group
        lines = {
            node["props"]["data-row"]: [text(cell) for cell in node["props"]["children"]]
            for node in every(section)
            if node["type"].lower() == "tr" and "data-row" in node["props"]
        }
        drawn = [group.get("data-row") for picture in pictures(section) for group in picture.iterfind("g[@data-row]")]
        assert sorted(drawn) == sorted(lines) == sorted(mark.id for mark in marks)
        for mark in marks:
            cells = [cell.replace("−", "-") for cell in lines[mark.id]]
            told = [mark.told, *(f"{end:g}" for end in mark.interval or ())]
            assert set(told) - {""} <= set(cells), mark.id


def test_no_chart_without_its_sentence_and_no_gap_left_open(catalog: Catalog, pages: Node) -> None:
    for name in catalog.charts:
        said = next(node for node in every(pages[f"chart|{name}"]) if node["props"].get("className") == "chart-said")
        assert text(said).endswith(".")
        assert not re.search(r"[{}]", text(said))


def test_what_is_not_confirmed_is_hollow_dashed_and_says_so(catalog: Catalog, pages: Node) -> None:
    words = catalog.words["sources.unconfirmed"].values()
    unsure = 0
    for chart, marks in charts(catalog):
        section = pages[f"chart|{chart.chart_group}"]
        looks = {
            group.get("data-row"): group.get("class")
            for picture in pictures(section)
            for group in picture.iterfind("g[@data-row]")
        }
        for mark in marks:
            assert looks[mark.id] == (None if mark.confirmed and not mark.partly else "p" if mark.confirmed else "u")
        rows = {
            node["props"]["data-row"]: node
            for node in every(section)
            if node["type"].lower() == "tr" and "data-row" in node["props"]
        }
        for mark in marks:
            if not mark.confirmed:
                unsure += 1
                assert any(word in text(rows[mark.id]) for word in words), mark.id
    memory = [
        row for name in ("evidence.csv", "prevalence.csv") for row in raw(name) if row["verified"] == "from memory"
    ]
    assert unsure == len(memory) > 30


def test_what_was_not_compared_never_stands_with_trials(catalog: Catalog, pages: Node) -> None:
    for chart, marks in charts(catalog):
        alone = any(NOT_COMPARED.search(mark.direction) for mark in marks)
        if alone:
            assert chart.kind in ("series", "course"), chart.chart_group
            assert all(NOT_COMPARED.search(mark.direction) for mark in marks), chart.chart_group
        section = pages[f"chart|{chart.chart_group}"]
        kinds = {picture.get("class") for picture in pictures(section)}
        assert kinds == {f"chart-svg is-{chart.kind}"}
        if chart.kind in ("series", "course"):
            assert any(node["props"].get("className") == "tag" and text(node) for node in every(section))
            assert all(
                picture.find("path[@class='h']") is not None for picture in pictures(section) if axis(picture, False)
            )


def test_marks_of_the_kinds_of_charts_have_shapes_of_their_own(catalog: Catalog, pages: Node) -> None:
    shapes: dict[str, set[str]] = {}
    for chart, _ in charts(catalog):
        for picture in pictures(pages[f"chart|{chart.chart_group}"]):
            for path in picture.iterfind("g[@data-row]/path"):
                if not path.get("class"):
                    shapes.setdefault(chart.kind, set()).add(path.get("d", "").partition("m")[2])
    assert shapes["series"] <= shapes["course"]
    assert not shapes["trial"] & (shapes["series"] | shapes["course"] | shapes["share"])
    assert not shapes["share"] & shapes["course"]


def test_pictures_are_small_and_their_words_stay_inside(catalog: Catalog, pages: Node) -> None:
    for chart, _ in charts(catalog):
        for node in every(pages[f"chart|{chart.chart_group}"]):
            if node["type"] == "Drawing":
                assert len(node["props"]["svg"].encode()) < LARGEST, chart.chart_group
        for picture in pictures(pages[f"chart|{chart.chart_group}"]):
            _, _, _, height = map(float, picture.get("viewBox", "").split())
            for word in picture.iter("text"):
                assert 0 < float(word.get("y", "")) < height


def test_positions_for_and_against_stand_in_one_table(catalog: Catalog, pages: Node) -> None:
    name = next(name for name, chart in catalog.charts.items() if chart.kind == "positions")
    section = pages[f"chart|{name}"]
    table = next(node for node in every(section) if node["props"].get("className") == "positions")
    stands = [node["props"]["data-row"] for node in every(table) if node["props"].get("className") == "stand"]
    assert sorted(stands) == sorted(row["guideline_id"] for row in raw("positions_shown.csv"))
    body = [node for node in every(table) if node["type"].lower() == "tr"][1:]
    empty = [cell for row in body for cell in row["props"]["children"][1:] if not text(cell)]
    assert empty == []
    nothing = catalog.words["clinician.stance.none"].values()
    assert any(text(cell) in nothing for row in body for cell in row["props"]["children"])
    unsure = {row["guideline_id"] for row in raw("guidelines.csv") if row["verified"] == "from memory"}
    words = catalog.words["sources.unconfirmed"].values()
    for node in every(table):
        if node["props"].get("className") == "stand":
            assert (node["props"]["data-row"] in unsure) == any(word in text(node) for word in words)


def test_positions_agree_with_the_guidelines(catalog: Catalog) -> None:
    """A stance that the guideline's own words do not bear would be a position nobody took."""
    words = {"conditional": r"consider|conditional", "uncertain": r"uncertain|inconclusive|unclear"}
    rows = {row["guideline_id"]: row for row in raw("guidelines.csv")}
    for shown in raw("positions_shown.csv"):
        row = rows[shown["guideline_id"]]
        told = f"{row['position']} {row['strength']} {row['statement_en']}".lower()
        assert re.search(words.get(shown["stance"], rf"\b{shown['stance']}\b"), told), shown


def test_counts_in_sentences_are_counted(catalog: Catalog) -> None:
    """The forest of the BMJ panel, counted here by hand from the file."""
    rows = [row for row in raw("evidence.csv") if row["chart_group"] == "bmj2025_axial_vs_sham" and row["ci_low"]]
    crossing = [row for row in rows if float(row["ci_low"]) <= 0 <= float(row["ci_high"])]
    said = sentence_of(catalog, catalog.charts["bmj2025_axial_vs_sham"], "en")
    assert said.startswith(f"{len(crossing)} of {len(rows)} intervals")
    mint = sentence_of(catalog, catalog.charts["mint_2017"], "en")
    assert mint.startswith("1 of 3 intervals")


def test_an_axis_ends_on_round_numbers_and_holds_every_value() -> None:
    for values in ([0, 0.02], [-2.28, -0.67, 0], [0, 0], [1, 0.41, 1.13], [0, 263], [0, 12.6, 71.9], [-23.6, 0]):
        made = scale(values, 100, 200)
        assert made.low <= min(values) and max(values) <= made.high
        assert made.low < made.high
        steps = [b - a for a, b in pairwise(made.ticks)]
        assert steps == pytest.approx([steps[0]] * len(steps))
        assert (made(made.low), made(made.high)) == (100, 200)
        assert len(made.ticks) <= 7
