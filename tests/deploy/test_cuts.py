"""A power cut in each state that the disk goes through in an update. `python -m tests.deploy.cuts`: at every line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deploy.cuts import STORIES, Walk, Words
from tests.deploy.stub import Stub


@pytest.mark.parametrize("story", STORIES)
def test_k21_after_a_cut_anywhere_a_release_runs_that_is_well(tmp_path: Path, story: Callable[[Stub], Words]) -> None:
    walk = Walk(tmp_path, story)
    try:
        states = walk.states()
        assert len(states) > 4
        assert "not reached" not in [walk.cut(place) for place in states]
    finally:
        walk.stub.end()
