"""One CSV file, as Excel, LibreOffice or a person saves it, as a table of strings.

Accepted without a word: UTF-8 with or without a byte order mark, Windows-1252, comma, semicolon or tab between
cells, any line ending, empty rows, empty columns at the end, rows cut short where only empty cells followed.
Anything else is a Fault; nothing but a Fault ever comes out of a bad file.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd

from catalog.fault import Fault, shorten

LARGEST_FILE = 2_000_000
MOST_ROWS = 5_000
SAVE_AGAIN = 'Save it again as "CSV UTF-8 (comma delimited)"'
# What UTF-8 letters look like after being read as Windows-1252 and saved again: a capital A with a mark, then a sign.
GARBLED = ("Ã¡", "Ã©", "Ã\xad", "Ã³", "Ãº", "Ã±", "Â¿", "Â¡", "â€", "\ufffd")


def read(path: Path) -> tuple[pd.DataFrame, list[Fault]]:
    """The cells of a CSV file, stripped of outer blanks, and the faults that reading alone can show.

    The index of the frame is the row number as a spreadsheet shows it (the header is row 1, so it starts at 2).
    """
    file = path.name
    try:
        if path.exists() and not path.is_file():  # nobody may ever write into a pipe that we wait for
            return _nothing(file, "this is not a file", "Put the CSV file in its place")
        if path.stat().st_size > LARGEST_FILE:
            return _nothing(file, f"the file is larger than {LARGEST_FILE:,} bytes", "Take out what does not belong")
        text = _decode(path.read_bytes())
    except FileNotFoundError:
        return _nothing(file, "the file is missing", "Put it back into the data folder")
    except OSError as problem:
        return _nothing(file, f"the file cannot be opened ({problem.strerror})", "Check the file and its permissions")
    except UnicodeError:
        return _nothing(file, "this is not a CSV text file", SAVE_AGAIN)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True))
    except csv.Error as problem:
        return _nothing(file, f"the cells cannot be told apart ({problem})", 'Look for a quotation mark " left open')
    return _table(file, records)


def _nothing(file: str, wrong: str, right: str) -> tuple[pd.DataFrame, list[Fault]]:
    return pd.DataFrame(), [Fault(file, 0, "", wrong, right)]


def _decode(raw: bytes) -> str:
    if b"\0" in raw:  # a spreadsheet file renamed to .csv, or UTF-16
        raise UnicodeError
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def _separator(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _table(file: str, records: list[list[str]]) -> tuple[pd.DataFrame, list[Fault]]:
    if not records or not any(cell.strip() for cell in records[0]):
        return _nothing(file, "the header row is missing", "Put the column names into row 1")
    if len(records) > MOST_ROWS:
        return _nothing(file, f"more than {MOST_ROWS:,} rows", "Take out what does not belong")
    faults: list[Fault] = []
    header = [cell.strip() for cell in records[0]]
    while header and not header[-1]:
        header.pop()
    for name in sorted({name for name in header if header.count(name) > 1 or not name}):
        wrong = f"the heading {name} is there twice" if name else "a column has no heading"
        faults.append(Fault(file, 1, name, wrong, "Give each column its own heading"))
    rows: dict[int, list[str]] = {}
    for number, record in enumerate(records[1:], start=2):
        cells = [cell.strip() for cell in record]
        if not any(cells):
            continue
        beyond = [cell for cell in cells[len(header) :] if cell]
        if beyond:
            wrong = f"there are cells beyond the last heading ({shorten(beyond[0])})"
            right = "Put quotation marks around a text that holds a comma, or take the cells out"
            faults.append(Fault(file, number, "", wrong, right))
        rows[number] = (cells + [""] * len(header))[: len(header)]
        for name, cell in zip(header, cells, strict=False):
            if any(sign in cell for sign in GARBLED):
                wrong = f"letters are garbled in {shorten(cell)}"
                faults.append(Fault(file, number, name, wrong, f"Type the letters again. {SAVE_AGAIN}"))
    if faults and any(fault.row == 1 for fault in faults):
        return pd.DataFrame(), faults
    return pd.DataFrame.from_dict(rows, orient="index", columns=header, dtype=str), faults
