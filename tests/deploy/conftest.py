"""A wall without a screen, with a small app."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.deploy.stub import Stub


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder; in memory if there is such a place, where it costs nothing to write all out."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture
def stub(tmp_path: Path, disk: Path) -> Iterator[Stub]:
    made = Stub(tmp_path, disk)
    yield made
    made.end()
