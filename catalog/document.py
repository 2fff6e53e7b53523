"""What may stand in data/: `python -m catalog.document` writes docs/data.md from the models of the rows."""

from __future__ import annotations

import csv
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from catalog.checking.tables import TABLES, Link, Table
from catalog.fault import shorten
from catalog.rows import cells

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "data.md"
DATA = ROOT / "data"
HEAD = """# The files of data/

Written by `python -m catalog.document` from the models in `catalog/rows/`.

Every fact and every word on screen is a cell of one of these files. `make check` tells what is wrong, with file, row
and column. An example is a cell of the file; where there is none yet, one that would be allowed.

## Kinds of cells

| kind | what it may hold |
| --- | --- |
"""
LANGUAGES = ("en", "es")


def document(folder: Path = DATA) -> str:
    """The whole file; the examples come from the files of `folder`."""
    found = (get_args(alias)[1:] for alias in vars(cells).values() if get_args(alias))
    told = [item for items in found for item in items if isinstance(item, FieldInfo)]
    kinds = "\n".join(f"| {item.title} | {item.description} |" for item in told)
    return HEAD + kinds + "\n\n" + "\n\n".join(_file(table, folder) for table in TABLES) + "\n"


def _file(table: Table, folder: Path) -> str:
    with (folder / table.file).open(encoding="utf-8-sig", newline="") as stream:
        records = list(csv.DictReader(stream))
    places = {column: place for place, column in enumerate(records[0])}
    key = " and ".join(f"`{column}`" for column in table.key)
    head = f"## {table.file}\n\n{_said(table)}\n\nNo two rows have the same {key}."
    lines = [
        f"| {', '.join(f'`{column}`' for column in columns)} | {_allowed(info, link)} | "
        f"{_example(records, columns[0], info)} |"
        for columns, info, link in sorted(_columns(table), key=lambda found: places[found[0][0]])
    ]
    return "\n".join([head, "", "| column | allowed | example |", "| --- | --- | --- |", *lines])


def _said(table: Table) -> str:
    """What the model says of itself; the fields it explains in lines of their own become a list."""
    text = inspect.cleandoc(str(table.row.__doc__))
    return re.sub(r"^(\w+)  +(.*)$", r"- `\1`: \2", text, flags=re.MULTILINE)


def _columns(table: Table) -> Iterator[tuple[list[str], FieldInfo, Link | None]]:
    """Each field: its columns, what it may hold, and the file it points into."""
    links = {link.column: link for link in table.links}
    texts = set(table.texts())
    for name, info in table.row.model_fields.items():
        columns = [table.column(name, language) for language in LANGUAGES] if name in texts else [name]
        yield columns, info, links.get(name)


def _allowed(info: FieldInfo, link: Link | None) -> str:
    if get_origin(info.annotation) is Literal:
        return ", ".join(f"`{word}`" if word else "empty" for word in get_args(info.annotation))
    if not link:
        return str(info.title)
    words = "".join(f", or `{word}`" for word in sorted(link.also) if word not in str(info.title))
    return f"{info.title}, of `{link.target}.csv`{words}"


def _example(records: list[dict[str, str]], column: str, info: FieldInfo) -> str:
    """The first filled cell of the column; the example of its kind where none is filled."""
    cell = next((record[column] for record in records if record[column]), str(info.description).rpartition(": ")[2])
    return shorten(cell, 60)[1:-1].replace("|", "\\|")


def main() -> None:
    FILE.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
