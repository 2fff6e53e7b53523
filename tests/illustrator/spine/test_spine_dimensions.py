"""Reading the measured spine, and naming its segments as the data do."""

import csv
import shutil
from pathlib import Path

import pytest

from illustrator.spine.dimensions import MEASURES, VERTEBRAE, above, below, read, segment
from illustrator.spine.nerve import ROOTS, leaves_at

DATA = Path(__file__).parents[3] / "data"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def levels() -> list[dict[str, str]]:
    return [row for row in table(DATA / "levels.csv") if row["segment"] != "SIJ"]


def test_segments_are_those_of_the_data_from_top_to_bottom() -> None:
    ours = [segment(bone) for bone in ("C0", *VERTEBRAE)]
    assert ours == [row["segment"] for row in levels() if row["segment"] not in ("S1", "S2")]


@pytest.mark.parametrize("row", levels(), ids=lambda row: str(row["segment"]))
def test_the_root_drawn_at_a_level_is_the_one_that_leaves_there(row: dict[str, str]) -> None:
    assert [root for root in ROOTS if leaves_at(root) == row["segment"]] == [row["exiting_root"]]


def test_neighbours() -> None:
    assert (above("C1"), below("C7"), below("L5")) == ("C0", "T1", "S1")


def test_s11_a_missing_measure_is_named(tmp_path: Path) -> None:
    shutil.copy(MEASURES / "alignment.csv", tmp_path)
    text = (MEASURES / "morphometry.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "morphometry.csv").write_text(text.replace("L3,EPWu", "L3,EPWx"), encoding="utf-8")
    with pytest.raises(KeyError, match=r"L3.*EPWu"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "key"), [("morphometry", ("level", "measure", "source_id")), ("alignment", ("quantity",))]
)
def test_every_measure_stands_once_with_its_unit_and_a_source_that_is_listed(name: str, key: tuple[str, ...]) -> None:
    rows = table(MEASURES / f"{name}.csv")
    keys = [tuple(row[column] for column in key) for row in rows]
    assert len(keys) == len(set(keys))
    assert {row["unit"] for row in rows} <= {"mm", "mm2", "deg"}
    assert {row["source_id"] for row in rows} <= {row["source_id"] for row in table(DATA / "sources.csv")}
