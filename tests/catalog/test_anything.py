"""S11: whatever stands in a file, it is told as a fault; nothing is raised."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import catalog
from catalog.checking.csv_file import read
from catalog.checking.tables import TABLES
from tests.catalog.conftest import DATA

FILES = [table.file for table in TABLES]


@given(junk=st.binary(max_size=300), keep=st.integers(0, 400))
def test_s11_no_bytes_raise_anything(tmp_path_factory: pytest.TempPathFactory, junk: bytes, keep: int) -> None:
    path = tmp_path_factory.mktemp("junk", numbered=True) / "areas.csv"
    good = (DATA / "areas.csv").read_bytes()
    for spoiled in (junk, good[:keep] + junk, junk + good):
        path.write_bytes(spoiled)
        frame, faults = read(path)
        assert list(frame.columns) or faults


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), value=st.text(max_size=40), data=st.data())
def test_s11_no_cell_raises_anything(folder: Path, file: str, value: str, data: st.DataObject) -> None:
    path = folder / file
    before = path.read_bytes()
    with path.open(encoding="utf-8", newline="") as stream:
        records = list(csv.reader(stream))
    row = data.draw(st.integers(0, len(records) - 1))
    records[row][data.draw(st.integers(0, len(records[0]) - 1))] = value
    try:
        with path.open("w", encoding="utf-8", newline="", errors="replace") as stream:
            csv.writer(stream).writerows(records)
        catalog.check(folder)
    finally:
        path.write_bytes(before)
