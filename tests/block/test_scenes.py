"""Every page shows the picture that fits its step: how one lies, the target, then what the needle brings."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from catalog import Catalog, facts_of, steps_for
from components.block.scene import FOLDER
from components.kit.drawing import Drawing
from tests.block import shown
from tests.block.test_pages import BLOCKS

Pages = dict[str, dict[str, Any]]
RECORD: dict[str, Any] = json.loads((FOLDER / "scenes.json").read_text(encoding="utf-8"))
LYING = {"ST-09", "ST-10", "ST-11", "ST-12", "ST-19"}
BROUGHT = {  # step -> what is seen besides the target
    "ST-08": set(),
    "ST-14": {"has-needle"},
    "ST-15": {"has-needle", "has-contrast"},
    "ST-16": {"has-needle", "has-contrast", "has-medicine"},
    "ST-22": set(),
}
LIES = {"scene-prone": "face down", "scene-side": "your side|or side", "scene-supine": "your back"}
TARGETS = {"FJ": "facet", "MBB": "medial", "RFA": "medial", "TFE": "root", "ILE": "epidural"}
SCENES = {  # block -> the picture of its target; cold and a drug on a branch use that of its test block
    **{f"{region[0].upper()}-{kind}": f"{region}-{target}" for region in ("cervical", "thoracic", "lumbar")
       for kind, target in TARGETS.items()},
    "L-CAU": "lumbar-caudal", "X-CRYO": "lumbar-medial", "X-CHEM": "lumbar-medial",
}  # fmt: skip
ENDS = {"RFA": {"has-heat"}, "CRYO": {"has-cold"}}  # from ST-18 on


def picture(made: dict[str, Any], block: str, step: int) -> tuple[str, set[str]]:
    """The scene's name and the layers it shows at a step; "" where there is no picture."""
    found = shown.marked(made, made[f"block|{block}"], "className", "scene", tab="how", step=str(step))
    if not found:
        return "", set()
    (figure,) = found
    inside = list(shown.nodes(made, figure, step=str(step)))
    (drawing,) = [one for one in inside if isinstance(one, Drawing)]
    marks = {str(getattr(one, "className", "")) for one in inside if getattr(one, "_type", "") == "I"}
    marks = {mark for mark in marks if mark.startswith("has-")}
    return drawing.src.rpartition("/")[2].removesuffix(".svg"), marks


def steps_of(catalog: Catalog, block: str) -> dict[str, int]:
    return {step.step_id: number for number, step in enumerate(steps_for(catalog, block), 1)}


@pytest.mark.parametrize("block", BLOCKS)
def test_each_step_shows_what_the_needle_has_brought(pages: Pages, catalog: Catalog, block: str) -> None:
    made, steps = pages["en"], steps_of(catalog, block)
    for step, layers in BROUGHT.items():
        name, marks = picture(made, block, steps[step])
        assert name == f"scene-{SCENES[block]}", step
        assert marks == layers, step
        assert {mark.removeprefix("has-") for mark in marks} <= set(RECORD[name]["layers"])


@pytest.mark.parametrize("block", BLOCKS)
def test_heat_and_cold_take_the_place_of_the_needle_and_only_in_their_blocks(
    pages: Pages, catalog: Catalog, block: str
) -> None:
    steps = steps_of(catalog, block)
    ends = ENDS.get(block.split("-")[1])
    assert ("ST-18" in steps) == bool(ends)
    if ends:
        name, marks = picture(pages["en"], block, steps["ST-18"])
        assert marks == ends
        assert marks.pop().removeprefix("has-") in RECORD[name]["layers"]
    else:
        every = set().union(*(picture(pages["en"], block, number)[1] for number in steps.values()))
        assert not every & {"has-heat", "has-cold"}


@pytest.mark.parametrize("block", BLOCKS)
def test_one_lies_as_the_facts_say(pages: Pages, catalog: Catalog, block: str) -> None:
    steps, told = steps_of(catalog, block), facts_of(catalog, block)
    for step in LYING:
        name, _ = picture(pages["en"], block, steps[step])
        assert name in LIES, step
        if "position" in told:
            assert re.search(LIES[name], told["position"].text["en"].lower())


@pytest.mark.parametrize("block", BLOCKS)
def test_the_first_tab_shows_the_needle_at_its_target(pages: Pages, block: str) -> None:
    figures = shown.marked(pages["es"], pages["es"][f"block|{block}"], "className", "scene", tab="what")
    assert len(figures) == 1
    for figure in figures:
        assert getattr(figure, "aria-label")
        assert shown.marked({}, figure, "className", "has-needle")
