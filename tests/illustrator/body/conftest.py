"""The committed body drawings, read once."""

import csv
from pathlib import Path

import pytest

from illustrator.body.reading import Area, areas

ROOT = Path(__file__).parents[3]
DRAWINGS = ROOT / "assets" / "spine_svg"
STYLES = ROOT / "assets" / "css" / "explorer"


@pytest.fixture(scope="session")
def drawings() -> dict[str, Path]:
    """The files, by view."""
    return {view: DRAWINGS / f"body-{view}.svg" for view in ("front", "back")}


@pytest.fixture(scope="session")
def drawn(drawings: dict[str, Path]) -> dict[str, list[Area]]:
    """Every area that is drawn, by view."""
    return {view: areas(path) for view, path in drawings.items()}


@pytest.fixture(scope="session")
def stylesheet() -> str:
    """The body figure's own rules."""
    return "".join((STYLES / name).read_text(encoding="utf-8") for name in ("body.css", "areas.css"))


@pytest.fixture(scope="session")
def facts() -> list[dict[str, str]]:
    """The areas as data/areas.csv has them."""
    with (ROOT / "data" / "areas.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))
