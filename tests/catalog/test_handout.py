"""What stands on a handout is told by the data, and the check holds it together."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import catalog
from catalog import Catalog
from tests.catalog.spoiling import Spoiler

DATA = Path(__file__).parents[2] / "data"
KINDS = ("normal", "call", "emergency")


def placed(name: str, column: str, region: str, **wanted: str) -> list[str]:
    """Ids of the rows of a file that name the region, in their order: read with nothing but the csv module."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if {"all", region} & set(row["on_handout"].split())]
    rows = [row for row in rows if all(row[key] == value for key, value in wanted.items())]
    return [row[column] for row in sorted(rows, key=lambda row: int(row["handout_order"]))]


@pytest.mark.parametrize("region", ["cervical", "thoracic", "lumbar"])
def test_rows_of_a_handout_come_by_region_in_their_order(facts: Catalog, region: str) -> None:
    found = catalog.for_handout(facts.aftercare, region)
    for kind in KINDS:
        told = [row.id for row in found if row.kind == kind]
        assert told == placed("aftercare", "aftercare_id", region, kind=kind)
    assert [flag.id for flag in catalog.for_handout(facts.red_flags, region)] == placed("red_flags", "id", region)


def test_the_most_urgent_signs_of_a_region_come_first(facts: Catalog) -> None:
    """Low back: numb between the legs, bladder, weakness. Neck: breathing, stroke, weakness."""
    told = {
        region: [row.text["en"] for row in catalog.for_handout(facts.aftercare, region) if row.kind == "emergency"]
        for region in ("cervical", "lumbar")
    }
    for region, words in {
        "lumbar": ("Numb", "urine", "Weakness"),
        "cervical": ("breath", "Stroke", "Weakness"),
    }.items():
        assert len(told[region]) == len(words)
        assert all(word in text for word, text in zip(words, told[region], strict=True)), told[region]


def test_four_questions_stand_there_unless_others_are_chosen(facts: Catalog) -> None:
    assert [question.handout_order for question in catalog.handout_questions(facts)] == [1, 2, 3, 4]


FAULTS = {
    "a place without a region": ("aftercare.csv", "AC-20", "on_handout", "", "do not fit"),
    "a region without a place": ("red_flags.csv", "heart", "handout_order", "", "do not fit"),
    "a region that is not there": ("aftercare.csv", "AC-28", "on_handout", "lumber", 'Did you mean "lumbar"?'),
    "what is done at home": ("aftercare.csv", "AC-08", "on_handout", "all", "stands on no handout"),
    "a sign that can wait": ("red_flags.csv", "cancer", "on_handout", "all", "stands on no handout"),
    "two rows in one place": ("aftercare.csv", "AC-21", "handout_order", "1", "has this place"),
    "a question twice": ("questions.csv", "QU-02", "handout_order", "1", "told twice"),
    "no emergency left": ("red_flags.csv", "heart", "on_handout", "lumbar", "this place on handouts of lumbar"),
    "too little to call for": ("aftercare.csv", "AC-20", "on_handout", "lumbar", "Write cervical at 2 or more"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_s11_a_handout_that_does_not_hold_is_told(spoil: Spoiler, folder: Path, fault: str) -> None:
    file, name, column, value, told = FAULTS[fault]
    with (folder / file).open(encoding="utf-8", newline="") as stream:
        key = next(csv.reader(stream))[0]
    row = spoil.row_of(file, key, name)
    if column == "on_handout" and value == "all":
        spoil.cell(file, row, "handout_order", "9")
    spoil.cell(file, row, column, value)
    found = catalog.check(folder)
    assert any(each.file == file and told in str(each) for each in found), [str(each) for each in found]
