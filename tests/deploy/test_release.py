"""`make release`: what is in the archive, and that it is enough."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from publish.release import pack
from tests.deploy import offline
from tests.support.running import ROOT

needs_a_clone = pytest.mark.skipif(
    not (ROOT / ".git").exists() or not shutil.which("git"), reason="needs git and a clone of the project"
)


def test_k15_same_files_same_bytes() -> None:
    one = {"b": (b"two", 0o644), "a": (b"one", 0o755)}
    assert pack(one, "spine-1", 7) == pack(dict(reversed(one.items())), "spine-1", 7)


@needs_a_clone
@pytest.mark.browser
@pytest.mark.skipif(not offline.possible(), reason="needs Linux and the right to make a network namespace")
def test_k21_a_release_is_installed_without_a_network(tmp_path: Path) -> None:
    """`python -m tests.deploy.offline` updates it too."""
    offline.run(tmp_path, times=1)
    archive = next(tmp_path.glob("*.tar.gz"))
    assert archive.with_name(f"{archive.name.removesuffix('.tar.gz')}.sha256").read_text().split() == [
        hashlib.sha256(archive.read_bytes()).hexdigest(),
        archive.name,
    ]
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
        pins = [packed.extractfile(one) for one in packed if one.name.endswith(".lock")]
        assert [file for file in pins if not file or b"://" in file.read()] == []  # where packages come from
    committed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert set(committed.splitlines()) <= names
    assert {"assets/vendor/bootstrap.css", "SHA256SUMS"} <= names
    assert sum(name.startswith("wheels/") for name in names) >= 14
