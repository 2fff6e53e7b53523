"""docs/data.md tells of every file and every column what is allowed, and its examples are allowed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import create_model

from catalog.checking.tables import TABLES, Table
from catalog.document import FILE, document

CELL = re.compile(r"(?<!\\) \| ")


def sections() -> dict[str, str]:
    """The text under each heading."""
    found = re.split(r"^## (.*)\n", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


def told(table: Table) -> dict[str, tuple[list[str], str]]:
    """Column -> the columns of its field, and the example."""
    lines = re.findall(r"^\| (`.*) \|$", sections()[table.file], re.MULTILINE)
    fields = [(re.findall(r"`(\w+)`", CELL.split(line)[0]), CELL.split(line)[-1]) for line in lines]
    return {column: (columns, example) for columns, example in fields for column in columns}


def without_examples(text: str) -> str:
    """Examples may grow old: a cell is changed more often than a column."""
    return re.sub(r"(^\| `.*) \| .*? \|$", r"\1", text, flags=re.MULTILINE)


def test_the_list_of_files_is_that_of_the_models() -> None:
    written = FILE.read_text(encoding="utf-8")
    assert without_examples(written) == without_examples(document()), "run `python -m catalog.document`"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_every_column_is_told_with_an_example_that_is_allowed(table: Table) -> None:
    columns = told(table)
    assert set(columns) == set(table.columns(["en", "es"]))
    for name, info in table.row.model_fields.items():
        column = table.column(name, "en") if name in table.texts() else name
        example = columns[column][1].replace("\\|", "|")
        assert example, column
        if example.endswith("..."):
            continue  # shortened to fit
        value: Any = {"en": example} if name in table.texts() else example
        one: Any = create_model("One", cell=(info.annotation, info))
        one(cell=value)  # raises what is wrong with it
