"""A power cut in each state that the disk goes through in an update. At every line: `python -m tests.deploy.cuts`; with
a disk that loses what was not written out, in each state: `python -m tests.deploy.power`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deploy import power
from tests.deploy.cuts import STORIES, Walk, Words, good
from tests.deploy.stub import Stub


@pytest.mark.parametrize("story", STORIES)
def test_k21_after_a_cut_anywhere_a_release_runs_that_is_well(
    tmp_path: Path, disk: Path, story: Callable[[Stub], Words]
) -> None:
    walk = Walk(tmp_path, disk, story)
    try:
        states = walk.states()
        assert len(states) > 4
        assert "not reached" not in [walk.cut(place) for place in states]
    finally:
        walk.stub.end()


def test_k21_what_the_disk_had_not_written_out_is_not_missed(tmp_path: Path) -> None:
    """The last cuts of a good update, and one after it has said that the new release runs."""
    if not power.possible(tmp_path):
        pytest.skip("needs root, ext4 and loop devices")
    walk = power.PowerWalk(tmp_path, good)
    try:
        for place in walk.states()[-5:]:
            assert walk.cut(place) in {"3-spine-3", "4-spine-new"}
        assert walk.stub.update(*walk.stub.archive("spine-last")).returncode == 0
        walk.power_goes()
        walk.stub.reboot()
        assert walk.stub.running().endswith("-spine-last")
    finally:
        walk.end()
