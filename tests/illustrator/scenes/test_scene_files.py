"""The committed files: light, marked in layers, coloured by the style sheet alone, named in both languages."""

import csv
import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.illustrator.scenes.conftest import NEEDLES, POSITIONS, RECORD, read

ROOT = Path(__file__).parents[3]
LIMIT = 40 * 1024  # bytes compressed
STYLES = ("explorer/spine.css", "block/scene.css", "block/instruments.css")
CSS = "".join((ROOT / "assets" / "css" / name).read_text(encoding="utf-8") for name in STYLES)


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "data" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", NEEDLES + POSITIONS)
def test_a_scene_weighs_less_than_40_kb(name: str) -> None:
    assert len(gzip.compress(read(name).encode(), 9)) < LIMIT


@pytest.mark.parametrize("name", NEEDLES + POSITIONS)
def test_layers_are_those_of_the_record(name: str) -> None:
    found = re.findall(r'-layer-\w+" data-layer="(\w+)"', read(name))
    assert found == RECORD[f"scene-{name}"]["layers"]
    assert found[0] == "base"


@pytest.mark.parametrize("name", NEEDLES)
def test_needle_contrast_and_medicine_are_layers_and_heat_and_cold_belong_to_the_branches(name: str) -> None:
    layers = set(RECORD[f"scene-{name}"]["layers"])
    assert {"needle", "contrast", "medicine"} <= layers
    assert ({"heat", "cold"} <= layers) == name.endswith("medial")


@pytest.mark.parametrize("name", ["cervical-facet", "cervical-medial", "cervical-root", "thoracic-root"])
def test_what_must_be_avoided_is_marked(name: str) -> None:
    assert "avoid" in RECORD[f"scene-{name}"]["layers"]
    if name.startswith("cervical"):
        assert "artery" in read(name)


def test_ids_are_unique_in_all_scenes_together() -> None:
    ids = Counter(found for name in NEEDLES + POSITIONS for found in re.findall(r' id="([^"]+)"', read(name)))
    assert [found for found, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("name", NEEDLES + POSITIONS)
def test_every_reference_has_its_id(name: str) -> None:
    text = read(name)
    ids = set(re.findall(r' id="([^"]+)"', text))
    assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', text)) <= ids


@pytest.mark.parametrize("name", NEEDLES + POSITIONS)
def test_a_drawing_carries_no_style_and_no_colour_of_its_own(name: str) -> None:
    text = read(name)
    assert text.count('class="sc"') == 1
    assert "<style" not in text
    assert not re.search(r' (fill|stroke|style|opacity)="', text)
    assert "<text" not in text


@pytest.mark.parametrize("name", NEEDLES + POSITIONS)
def test_every_class_has_its_rule(name: str) -> None:
    classes = {word for found in re.findall(r'class="([^"]+)"', read(name)) for word in found.split()}
    plain = {"sp-bone", "sp-rib"}  # these keep what .sp-st gives them
    missing = {word for word in classes - plain if not re.search(rf"\.{word}(?![\w-])", CSS)}
    assert missing == set()


@pytest.mark.parametrize("name", NEEDLES)
def test_labels_point_into_the_picture_and_only_one_root_leaves_on_each_side(name: str) -> None:
    _, _, width, height = map(int, RECORD[f"scene-{name}"]["viewBox"].split())
    spots = RECORD[f"scene-{name}"]["spots"]
    assert all(0 < x < width and 0 < y < height for x, y in spots.values())
    assert any(key.startswith("vertebra") for key in spots)
    if name in ("lumbar-facet", "lumbar-root", "lumbar-epidural"):  # one root a side: L3 and L4 cannot be mixed up
        assert {key for key in spots if key.startswith("nerve")} == {"nerve-L4-5-left", "nerve-L4-5-right"}


@pytest.mark.parametrize("name", NEEDLES + POSITIONS)
def test_a11_every_scene_has_a_name_and_a_description_in_both_languages(name: str) -> None:
    words = {row["key"]: row for row in rows("words.csv")}
    for key in (RECORD[f"scene-{name}"]["title"], RECORD[f"scene-{name}"]["description"]):
        assert words[key]["en"] and words[key]["es"]
