"""The repository's own data, and a copy of it that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import catalog
from tests.catalog.spoiling import Spoiler

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def facts() -> catalog.Catalog:
    return catalog.load(DATA)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of data/ to spoil."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


@pytest.fixture
def spoil(folder: Path) -> Spoiler:
    return Spoiler(folder)
