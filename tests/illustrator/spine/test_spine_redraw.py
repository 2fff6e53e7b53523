"""Same input, same bytes; and what is drawn is what the data say."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from illustrator.__main__ import main
from illustrator.drawing.zbuffer import VIEWS, Box, Mesh
from illustrator.spine.anchors import anchors
from illustrator.spine.layout import Spine
from illustrator.spine.plate import draw
from illustrator.spine.structures import Job, Structure, mirrored
from illustrator.spine.views import views
from illustrator.spine.window import Look, View

PARTS = ("vertebra-L4", "vertebra-L5", "disc-L4-5", "facet-L4-5-left", "nerve-L4-5-left")
QUICK = Look(px=0.6, units=4, outline=0.9, tone=1.5)


def scene(job: Callable[[str], Job], coarse: Callable[[str], Mesh]) -> dict[Structure, Mesh]:
    found = {}
    for name in PARTS:
        own, frame = coarse(name), job(name).frame
        found[job(name).structure] = Mesh(frame.out(own.vertices), own.faces, own.normals, own.parts)
    left = job("facet-L4-5-left").structure
    right = Structure(left.kind, left.region, left.level, left.bone, "right")
    return found | {right: mirrored(found[left])}


def view(side: str) -> View:
    return View("x", "tst", VIEWS[side], f"sp sp-{side}", QUICK, Box(-60, -40, 60, 90), "lumbar")


@pytest.mark.parametrize("side", ["lateral", "posterior"])
def test_the_same_input_gives_the_same_bytes(
    job: Callable[[str], Job], coarse: Callable[[str], Mesh], side: str
) -> None:
    first, second = (draw(view(side), scene(job, coarse)) for _ in range(2))
    assert first == second
    assert 'id="tst-vertebra-L4"' in first


def test_only_what_is_seen_has_an_element(job: Callable[[str], Job], coarse: Callable[[str], Mesh]) -> None:
    from_the_side, from_behind = (draw(view(side), scene(job, coarse)) for side in ("lateral", "posterior"))
    assert 'data-side="right"' not in from_the_side
    assert from_behind.count('data-structure="facet"') == 2


def test_a_missing_structure_is_missing_from_the_drawing(
    job: Callable[[str], Job], coarse: Callable[[str], Mesh]
) -> None:
    meshes = {s: m for s, m in scene(job, coarse).items() if s.kind != "disc"}
    assert "disc" not in draw(view("lateral"), meshes)


def test_the_committed_anchors_are_those_of_the_present_data(spine: Spine) -> None:
    committed = Path(__file__).parents[3] / "assets" / "spine_svg" / "anchors.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == anchors(spine, views())


def test_the_left_joint_is_on_the_left_from_behind(spine: Spine) -> None:
    posterior = next(v for v in views() if v.name == "posterior-lumbar")
    joint = spine.joint_under("L4", "L4")
    x, _ = posterior.place(spine.frames["L4"].out(joint.centre))
    assert x < posterior.size[0] / 2
    assert joint.centre[0] > 0
    assert np.isclose(np.linalg.norm(joint.normal), 1)


def test_an_unknown_drawing_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hand"]) == 2
    assert "hand" in capsys.readouterr().err
