"""Reads a folder and checks it: cells and headings here, links and meaning in `links` and `meaning`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import ValidationError

from catalog.checking import links, meaning, phrases, readability, urgency
from catalog.checking.csv_file import read
from catalog.checking.tables import TABLES, Sheet, Table
from catalog.fault import Fault, nearest, shorten
from catalog.rows.base import Row

LANGUAGE = re.compile(r"name_([a-z]{2,3}(?:-[A-Z]{2})?)")


@dataclass(frozen=True)
class Folder:
    """All files after checking. `sheets` may be used for content only if `faults` is empty."""

    languages: tuple[str, ...]
    sheets: Mapping[str, Sheet]
    faults: tuple[Fault, ...]


def check(folder: Path) -> list[Fault]:
    """Every fault of every file in the folder, in the order of the files; an empty list if all is well."""
    return list(open_folder(folder).faults)


def warnings(folder: Path) -> list[Fault]:
    """What is hard to read, told like a fault: data with warnings can be used. Nothing while there are faults."""
    opened = open_folder(folder)
    return [] if opened.faults else list(readability.warnings(opened.sheets))


def open_folder(folder: Path) -> Folder:
    """Read and check all files. Never raises on bad data: what is wrong is in `faults`."""
    if not Path(folder).is_dir():
        return Folder((), {}, (Fault(str(folder), 0, "", "this is not a folder", "Name the folder of the CSV files"),))
    read_files = {table.name: read(Path(folder) / table.file) for table in TABLES}
    languages = _languages(read_files["regions"][0])
    sheets: dict[str, Sheet] = {}
    faults: list[Fault] = list(_in_the_way(Path(folder)))
    for table in TABLES:
        frame, found = read_files[table.name]
        faults += found
        if not found or not frame.empty:
            faults += _headings(table, frame, languages)
        rows, wrong = _rows(table, frame, languages)
        faults += wrong
        sheets[table.name] = Sheet(table, frame, rows)
    frames = {name: sheet.frame for name, sheet in sheets.items()}
    faults += links.faults(frames)
    if not faults:  # what rows mean together can be told only once each row holds
        faults += meaning.faults({name: sheet.rows for name, sheet in sheets.items()})
        faults += phrases.faults(sheets)
        faults += urgency.faults(sheets)
    order = {table.file: number for number, table in enumerate(TABLES)}
    return Folder(
        languages, sheets, tuple(sorted(set(faults), key=lambda fault: (order.get(fault.file, len(order)), fault)))
    )


def _in_the_way(folder: Path) -> Iterator[Fault]:
    """What bears the name of a CSV file and is none, such as a folder."""
    known = {table.file for table in TABLES}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in known and not path.is_file():
            yield Fault(path.name, 0, "", "this is not a file", "Take it out of the data folder")


def _languages(regions: pd.DataFrame) -> tuple[str, ...]:
    """The languages of the data: one for each `name_..` column of regions.csv."""
    found = [match[1] for column in regions.columns if (match := LANGUAGE.fullmatch(column))]
    return tuple(found) or ("en",)


def _headings(table: Table, frame: pd.DataFrame, languages: tuple[str, ...]) -> Iterator[Fault]:
    wanted = table.columns(languages)
    missing = [column for column in wanted if column not in frame.columns]
    unknown = [column for column in frame.columns if column not in wanted]
    for column in missing:
        yield Fault(table.file, 1, column, "the column is missing", f'Add a column with the heading "{column}"')
    for column in unknown:
        meant = nearest(column, missing) or nearest(column, wanted)
        right = f'Did you mean "{meant}"?' if meant else "Take the column out"
        yield Fault(table.file, 1, column, "no column of this name is known", right.rstrip("."))


def _rows(table: Table, frame: pd.DataFrame, languages: tuple[str, ...]) -> tuple[dict[int, Row], list[Fault]]:
    rows: dict[int, Row] = {}
    faults: list[Fault] = []
    texts = set(table.texts())
    present = set(frame.columns)
    for number, cells in zip(frame.index, frame.to_dict("records"), strict=True):
        record: dict[str, Any] = {}
        for name in table.row.model_fields:
            if name in texts:
                columns = {lang: table.column(name, lang) for lang in languages}
                record[name] = {lang: cells[column] for lang, column in columns.items() if column in present}
            elif name in present:
                record[name] = cells[name]
        try:
            rows[int(number)] = table.row.model_validate(record)
        except ValidationError as problem:
            faults += _cell_faults(table, int(number), problem, languages)
    return rows, faults


def _cell_faults(table: Table, number: int, problem: ValidationError, languages: tuple[str, ...]) -> Iterator[Fault]:
    for error in problem.errors(include_url=False):
        name = str(error["loc"][0]) if error["loc"] else ""
        context: Mapping[str, Any] = error.get("ctx", {})
        if error["type"] == "missing":
            continue  # told once, as a missing heading
        if error["type"] == "literal_error":
            value = str(error["input"])
            allowed = re.findall(r"'([^']*)'", str(context["expected"]))
            meant = nearest(value, allowed)
            wrong = f"{shorten(value)} is not allowed here" if value else "the cell is empty"
            right = (
                f'Did you mean "{meant}"?'
                if meant
                else "Write one of: " + ", ".join(word or "(empty)" for word in allowed)
            )
        else:
            wrong, right = str(context["wrong"]), str(context["right"])
        lang = str(context.get("lang", "")) or languages[0]
        column = table.column(name, lang) if name in table.texts() else name
        yield Fault(table.file, number, column, wrong, right)
