"""A wall without a screen, with a small app."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.stub import Stub


@pytest.fixture
def stub(tmp_path: Path) -> Iterator[Stub]:
    made = Stub(tmp_path)
    yield made
    made.end()
