"""Which standards of sections A (accessibility) and K (kiosk) are tested, by the names of the tests.

`python -m scripts.standards_covered` writes docs/standards-covered.md. A test fails when it is stale.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "standards-covered.md"
LINES = [f"A{n}" for n in range(1, 38)] + [f"K{n}" for n in range(1, 17)]
# Lines that no test can show alone: why, and what was done by hand.
BY_HAND = {
    "A29": "A person's work before each release: keyboard, one screen reader, 200 % zoom, reflow.",
    "A37": "No language pack has a human reviewer yet; the app says so on every view.",
}


def tests() -> dict[str, list[str]]:
    """Line -> tests whose names carry it, as `file::name`."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            for line in re.findall(r"(?<=_)[ak]\d+(?=_)", f"{name}_"):
                found.setdefault(line.upper(), []).append(f"{path.relative_to(ROOT / 'tests')}::{name}")
    return found


def table() -> str:
    """The document."""
    found = tests()
    rows = []
    for line in LINES:
        names = found.get(line, [])
        shown = "<br>".join(f"`{name}`" for name in names)
        rows.append(f"| {line} | {shown or BY_HAND.get(line, '**no test yet**')} |")
    head = "# Standards covered\n\nWritten by `python -m scripts.standards_covered` from the names of the tests.\n"
    return "\n".join([head, "| line | tests, or what was done by hand |", "| --- | --- |", *rows, ""])


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(table(), encoding="utf-8")
