"""The container: what its recipe copies is in a fresh clone, and is all that the server needs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from tests.deploy.stub import DEPLOY
from tests.support.running import PATIENCE_SECONDS, ROOT, free_port

LINES = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
CHECK = next(line for line in LINES if line.startswith("HEALTHCHECK"))


def words(instruction: str) -> list[list[str]]:
    return [line.split()[1:] for line in LINES if line.startswith(f"{instruction} ")]


def test_k15_the_recipe_of_the_container_builds_a_server_from_a_fresh_clone(tmp_path: Path) -> None:
    """Its steps are done here in a folder, with the packages that this machine has."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("needs git and a clone of the project")
    clone, image = tmp_path / "clone", tmp_path / "app"
    subprocess.run(["git", "clone", "--quiet", "--local", str(ROOT), str(clone)], check=True)
    image.mkdir()
    for *sources, target in words("COPY"):
        for source in sources:
            assert (clone / source).exists(), source
            if (clone / source).is_dir():
                shutil.copytree(clone / source, image / target)
            else:
                shutil.copy(clone / source, image / target)
    port = free_port()
    env = os.environ | {"SPINE_HOST": "127.0.0.1", "SPINE_PORT": str(port)}
    made = [line.removeprefix("RUN python") for line in LINES if line.startswith("RUN python")]
    for options in made:
        subprocess.run(f"{sys.executable}{options}", shell=True, cwd=image, check=True, capture_output=True)
    command = [sys.executable, *json.loads(" ".join(words("CMD")[-1]))[1:]]
    server = subprocess.Popen(command, cwd=image, env=env, stdout=subprocess.DEVNULL)
    try:
        begun = time.monotonic()
        program = json.loads(CHECK.partition(" CMD ")[2])[2].replace(":8050", f":{port}")
        while subprocess.run([sys.executable, "-c", program], capture_output=True).returncode != 0:
            assert server.poll() is None and time.monotonic() - begun < PATIENCE_SECONDS
            threading.Event().wait(0.1)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health") as answer:
            assert json.load(answer)["folder"] == "app"
    finally:
        server.kill()
        server.wait()


def test_k15_a_health_check_is_built_in_the_format_that_knows_it() -> None:
    """Podman leaves it out of an image in its usual format."""
    for told in (LINES[0], (ROOT / "docs" / "operator.md").read_text(encoding="utf-8")):
        assert "podman build --format docker " in told
