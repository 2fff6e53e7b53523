"""R9: same data, same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from server.kept import unpacked
from server.settings import ROOT

MADE = """
import sys
from pathlib import Path
from app import build
from publish import vendor
from server.kept import packed
from server.making import make
from server.settings import Settings
vendor.ensure()
Path(sys.argv[1]).write_bytes(packed(make(build, Settings(speech=Path("none")))))
"""


def test_r9_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        file = tmp_path / seed
        env = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", MADE, str(file)], cwd=ROOT, env=env, check=True)
        made.append(file.read_bytes())
    one, other = map(unpacked, made)
    assert list(one.bodies) == list(other.bodies)
    differing = [address for address, body in one.bodies.items() if body != other.bodies[address]]
    assert not differing
    assert made[0] == made[1]
    pages = {"/?lang=en", "/?lang=es", "/sw.js", "/_dash-layout", "/_dash-dependencies", "/content/words.en.json"}
    assert pages <= set(one.bodies)
