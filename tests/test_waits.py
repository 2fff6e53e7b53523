"""Tests wait for what they mean, never for a time: a busy machine is slower than any time that was good enough here."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
FIXED = {"wait_for_timeout", "sleep"}


def fixed_waits(text: str) -> list[int]:
    """Lines of Python that let a fixed time pass."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    names = {node: getattr(node.func, "attr", getattr(node.func, "id", "")) for node in calls}
    return [node.lineno for node in calls if names[node] in FIXED]


@pytest.mark.parametrize("text", ["page.wait_for_timeout(400)", "import time\ntime.sleep(1)", "sleep(0.1)"])
def test_a_fixed_wait_is_found(text: str) -> None:
    assert fixed_waits(text) == [len(text.splitlines())]


def test_no_test_waits_a_fixed_time() -> None:
    # Not in what is run on demand: there hours of visits are simulated, and time is the matter itself.
    asked = [path for path in TESTS.rglob("*.py") if path.name.startswith(("test_", "conftest", "driving"))]
    texts = {path: path.read_text(encoding="utf-8") for path in [*asked, *TESTS.glob("support/*.py")]}
    found = {path.relative_to(TESTS).as_posix(): fixed_waits(text) for path, text in texts.items()}
    assert {path: lines for path, lines in found.items() if lines} == {}
