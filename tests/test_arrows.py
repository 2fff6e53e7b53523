"""Who may import whom: nobody asks above, rooms beside each other stay apart, nothing goes round."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "assets" / "modules"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)  # types are named by imports in comments; they load nothing
FROM = re.compile(
    r"""^\s*(?:import|export)\s+(?:[^;"'=]*\bfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']""", re.MULTILINE
)
PROGRAM = ("app", "assembly", "cli", "catalog", "components", "illustrator", "publish", "server")
BESIDE = ("benchmarks", "scripts", "tests")  # of this project, but never part of the program

# Each room and the rooms it may use besides itself. `assembly` is the only one that knows the physician's wing.
KIT = ["catalog", "components.kit"]
ROOMS = [f"components.{name}" for name in ("explorer", "hurts", "block", "pages")]
MAY_USE: Mapping[str, list[str]] = {
    "catalog.fault": [],
    "catalog.rows": ["catalog.fault"],
    "catalog.checking": ["catalog.fault", "catalog.rows"],
    "catalog.loading": ["catalog.fault", "catalog.rows", "catalog.checking"],
    "catalog.lookups": ["catalog.fault", "catalog.rows", "catalog.loading"],
    "catalog": ["catalog.fault", "catalog.rows", "catalog.checking", "catalog.loading", "catalog.lookups"],
    "components": [],
    "components.kit": ["catalog"],
    **dict.fromkeys(ROOMS, KIT),
    "components.clinician": [*KIT, "components.block"],
    "components.said": KIT,
    "components.frame": [*KIT, *ROOMS, "components.said"],
    "components.states": [*KIT, *ROOMS, "components.said", "components.frame"],
    "components.trial": [*KIT, *ROOMS, "components.clinician", "components.frame", "components.states"],
    "server": ["catalog", *KIT, *ROOMS, "components.said", "components.frame", "components.states"],
    "publish": ["catalog", *KIT, *ROOMS, "components.said", "components.frame", "components.states", "server"],
    "illustrator": ["catalog"],
    "cli": ["catalog", "components.trial", "server", "publish"],
    "assembly": [*KIT, *ROOMS, "components.clinician", "components.frame", "components.states", "server", "publish"],
    "app": ["assembly", "cli", "server"],
}

Arrows = dict[str, set[str]]


def files() -> dict[str, Path]:
    """Each module of the program by its dotted name."""
    found = [path for name in PROGRAM for path in (ROOT / f"{name}.py", *(ROOT / name).rglob("*.py")) if path.exists()]
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in found}
    return {name.removesuffix(".__init__"): path for name, path in names.items()}


def imported(source: str, modules: Iterable[str]) -> Iterator[str]:
    """Modules of this project that a Python text imports, wherever in it the line stands."""
    known = set(modules)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written whole, so that a reader need not count dots"
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in known else str(node.module) for name in inner]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in (*PROGRAM, *BESIDE))


def arrows() -> Arrows:
    modules = files()
    return {name: set(imported(path.read_text(encoding="utf-8"), modules)) for name, path in modules.items()}


def room(module: str) -> str:
    """The innermost room that a module stands in; its own name when it stands in none."""
    return max((name for name in MAY_USE if module == name or module.startswith(f"{name}.")), key=len, default=module)


def wrong(found: Arrows) -> list[str]:
    """Imports that no room may have, as `who > whom`."""
    return sorted(
        f"{who} > {whom}"
        for who, others in found.items()
        for whom in others
        if room(whom) not in (room(who), *MAY_USE.get(room(who), ()))
    )


def circle(found: Arrows) -> list[str]:
    """One circle of imports, or nothing."""
    try:
        TopologicalSorter(found).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def script_arrows() -> Arrows:
    """Each script module by its path in assets/modules, and those that it imports."""
    found: Arrows = {}
    for path in SCRIPTS.rglob("*.mjs"):
        named = FROM.findall(COMMENT.sub("", path.read_text(encoding="utf-8")))
        targets = [(path.parent / (first or second)).resolve() for first, second in named]
        found[path.relative_to(SCRIPTS).as_posix()] = {
            target.relative_to(SCRIPTS.resolve()).as_posix() for target in targets
        }
    return found


def floor(script: str) -> int:
    """`state` lies below the rooms, and `start` above them."""
    return {"state": 0, "start.mjs": 2}.get(script.split("/")[0], 1)


def test_every_import_of_python_goes_down() -> None:
    found = arrows()
    assert len(found) > 100
    assert wrong(found) == []


def test_no_import_of_python_goes_round() -> None:
    assert circle(arrows()) == []


@pytest.mark.parametrize(
    ("who", "whom"),
    [
        ("catalog.rows.anatomy", "catalog.loading"),
        ("catalog.lookups.pain", "components.kit.voice"),
        ("components.kit.controls", "components.block.page"),
        ("components.hurts.answer", "components.explorer.spine"),
        ("components.states", "components.clinician.plan"),
        ("server.live", "publish.export"),
        ("app", "tests.support.chromium"),
    ],
)
def test_an_arrow_that_is_turned_is_told(who: str, whom: str) -> None:
    found = arrows()
    found[who] = found[who] | {whom}
    assert wrong(found) == [f"{who} > {whom}"]


def test_a_circle_is_told() -> None:
    found = arrows()
    found["catalog.rows.cells"] = found["catalog.rows.cells"] | {"catalog.rows.anatomy"}
    assert {"catalog.rows.cells", "catalog.rows.anatomy"} <= set(circle(found))


def test_every_import_of_a_script_goes_down_and_none_goes_round() -> None:
    found = script_arrows()
    up = [f"{who} > {whom}" for who, others in found.items() for whom in others if floor(whom) > floor(who)]
    assert up == []
    assert circle(found) == []
    assert [whom for others in found.values() for whom in others if whom not in found] == []
