"""No id of a row of data/ stands in the code: what is so about one block, level or area is a cell of its row.

Ids are those of every file with one column as its key. Python is read as a syntax tree, scripts as strings; a string
counts when it is an id or a place (`saddle.mid`), or holds an id that cannot be an everyday word (with a capital, a
digit or a hyphen).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from catalog.checking.csv_file import read
from catalog.checking.tables import TABLES

ROOT = Path(__file__).parents[1]
CODE = ("app.py", "assembly.py", "cli.py", "assets", "benchmarks", "catalog", "components", "deploy", "illustrator")
CODE = (*CODE, "publish", "scripts", "server")
# Their keys are what the code asks by, or words themselves; no thing that a fact is about.
NO_THINGS = {"words", "forbidden_phrases", "taught_terms", "synonyms"}
# The illustrator makes the shape of each bone and each part of the skin: its code is about them, one by one.
DRAWN = {"regions", "levels", "roots", "areas", "area_groups"}
SCENES = {"epidural"}  # the name of a scene and what it shows, and that of a kind of block
EVERYDAY = {"joint", "root"}  # kinds of plan, and names of a picture, a column and a knob of a shape
STYLE = {"className", "class_", "look"}  # names of styles, such as "foot" of a box
WORD = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
PLACE = re.compile(r"[.|](?:left|right|mid|facet|nerve)$")  # how the address and the lists name a part or a side
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\\])//[^\n]*", re.DOTALL)
STRING = re.compile(r"""(["'`])((?:\\.|(?!\1).)*)\1""", re.DOTALL)


def ids() -> dict[str, str]:
    """Id -> the name of its file, the first where two have the same key."""
    found: dict[str, str] = {}
    for table in TABLES:
        if len(table.key) == 1 and table.name not in NO_THINGS:
            frame, _ = read(ROOT / "data" / table.file)
            found = {**dict.fromkeys(frame[table.key[0]], table.name), **found}
    return {name: table for name, table in found.items() if name not in EVERYDAY}


def of_python(text: str) -> Iterator[str]:
    """Every string but docstrings, names of styles and what a module hands out."""
    tree = ast.parse(text)
    left_out: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left_out.add(node.value)
        if isinstance(node, ast.keyword) and node.arg in STYLE:
            left_out.update(ast.walk(node.value))
        if isinstance(node, ast.Assign) and "__all__" in [getattr(target, "id", "") for target in node.targets]:
            left_out.update(ast.walk(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in left_out:
            yield node.value


def of_script(text: str) -> Iterator[str]:
    return (found[2] for found in STRING.finditer(COMMENT.sub("", text)))


def named(text: str, known: Mapping[str, str]) -> list[str]:
    """The ids in one string."""
    place = PLACE.sub("", text)
    if place in known:
        return [place]
    return [word for word in WORD.findall(text) if word in known and re.search(r"[A-Z0-9-]", word)]


def own(path: Path, known: Mapping[str, str]) -> list[str]:
    text = path.read_text(encoding="utf-8")
    strings = of_python(text) if path.suffix == ".py" else of_script(text)
    return sorted({name for string in strings for name in named(string, known)})


def code() -> Iterator[Path]:
    for name in CODE:
        for path in [ROOT / name, *(ROOT / name).rglob("*")]:
            if path.suffix in {".py", ".js", ".mjs"} and not path.is_relative_to(ROOT / "assets" / "vendor"):
                yield path


def test_no_id_of_a_row_stands_in_the_code() -> None:
    known = ids()
    assert {"L-FJ", "facet_joint", "saddle", "QU-01", "GL-BMJ-1", "L4-5"} <= set(known)
    drawn = {name: table for name, table in known.items() if table not in DRAWN and name not in SCENES}
    found = {
        path.relative_to(ROOT).as_posix(): own(path, drawn if path.is_relative_to(ROOT / "illustrator") else known)
        for path in code()
    }
    assert len(found) > 150
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"""About L-FJ."""\nHEART = ("heart", "aorta-lung")', ["heart", "aorta-lung"]),
        ('go("at=SIJ&part=facet")', ["SIJ"]),
        ('f"page=block&block=L-FJ{x}"', ["L-FJ"]),
        ('if kind == "medial_branch": "epidural"', ["medial_branch"]),
        ('html.Div(className="foot")', []),
        ('"it is in the heart"', []),
    ],
)
def test_an_id_in_python_is_found(text: str, names: list[str]) -> None:
    known = ids()
    assert [name for string in of_python(text) for name in named(string, known)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('const SADDLE = "saddle.mid"; // "L-FJ"', ["saddle"]),
        ("/* 'L-FJ' */ const region = 'lumbar';", ["lumbar"]),
        ("choose(`${side}|L4-5`)", ["L4-5"]),
    ],
)
def test_an_id_in_a_script_is_found(text: str, names: list[str]) -> None:
    known = ids()
    assert [name for string in of_script(text) for name in named(string, known)] == names
