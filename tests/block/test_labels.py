"""Names beside the pictures: each line ends on what its name says; no name meets another."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import pytest

from catalog import Block
from components.block.scene import FOLDER, needle_scene, target
from components.kit.drawing import Drawing
from components.kit.markup import to_html
from components.kit.voice import Voice
from tests.block import shown
from tests.explorer.driving import whole
from tests.support.watched import Watched

RECORD: dict[str, Any] = json.loads((FOLDER / "scenes.json").read_text(encoding="utf-8"))
LABELLED = {name: each for name, each in RECORD.items() if "labels" in each}
LAYERS = ("needle", "contrast", "medicine", "heat", "cold")
SIZES = {"phone": (390, 844), "tablet": (768, 1024), "laptop": (1366, 768), "kiosk": (1080, 1920), "wide": (1920, 1080)}
LEAST = {"phone": 12, "tablet": 12, "laptop": 12, "kiosk": 28, "wide": 28}  # px of a letter's size
KIOSK_COLUMN = 0.5  # of the width, at least, that a picture beside words has

# For each name: its text, the boxes of its lines, where its own line begins and ends, and whether that is on the
# structure; and the drawing's needle tips and edges. All in px of the screen.
SEEN = """() => [...document.querySelectorAll('.scene')].map((figure) => {
  const plate = figure.querySelector('.labelled').getBoundingClientRect();
  const svg = figure.querySelector('svg');
  const size = svg.viewBox.baseVal;
  const box = (one) => [one.left - plate.left, one.top - plate.top, one.right - plate.left, one.bottom - plate.top];
  const scale = plate.width / size.width;
  const on = (selector, [x, y]) => [...svg.querySelectorAll(selector)].some((one) => {
    const point = svg.createSVGPoint();
    point.x = x; point.y = y;
    const own = point.matrixTransform(svg.getCTM()).matrixTransform(one.getCTM().inverse());
    return one.isPointInFill(own) || (selector === '.sc-needle' && one.isPointInStroke(own));
  });
  const record = JSON.parse(figure.dataset.record);
  return {
    name: figure.dataset.name, plate: [plate.width, plate.height], scale,
    names: [...figure.querySelectorAll('.labels li')].map((one, index) => {
      const label = record[index];
      const selector = label.on.startsWith('.') ? label.on : `[id$="-p-${label.on}"]`;
      return {
        word: label.word, layer: label.layer, text: one.textContent,
        letters: parseFloat(getComputedStyle(one).fontSize),
        boxes: [...one.querySelector('span').getClientRects()].map(box), on: on(selector, label.at),
      };
    }),
  };
})"""


def together(a: str, b: str) -> bool:
    """Layers that can be seen at one time."""
    brought, ends = {"needle", "contrast", "medicine"}, {"heat", "cold"}
    return not ({a, b} <= ends and a != b) and not ({a, b} & ends and {a, b} & brought)


def overlap(a: list[float], b: list[float]) -> bool:
    return a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 0.5 and b[1] < a[3] - 0.5


def start(label: dict[str, Any], width: float, height: float) -> tuple[float, float]:
    return width * (0.25 if label["side"] == "left" else 0.75), height * (label["row"] + 0.5) / 5


def size(name: str) -> tuple[float, float]:
    _, _, width, height = map(float, LABELLED[name]["viewBox"].split())
    return width, height


def block_of(voice: Voice, name: str) -> Block:
    """A block that the scene shows; StopIteration when none has it."""
    return next(block for block in voice.catalog.blocks.values() if f"scene-{target(voice, block)}" == name)


def figures(voice: Voice) -> str:
    """Every labelled scene with all its layers, as the page would put it together."""
    made = []
    for name, each in LABELLED.items():
        (figure,) = needle_scene(voice, block_of(voice, name))
        (drawing,) = [one for one in shown.nodes({}, figure) if isinstance(one, Drawing)]
        assert str(drawing.src).endswith(f"{name}.svg")
        html = str(to_html(figure)).replace("<drawing ", "<span ").replace("</drawing>", "</span>")
        head, tail = html.split("</span>", 1)
        marks = "".join(f'<i class="has-{layer}"></i>' for layer in LAYERS)
        head = head.replace(
            'class="scene"', f'class="scene" data-name="{name}" data-record=\'{json.dumps(each["labels"])}\''
        )
        head = head.replace('<div class="labelled"', f'{marks}<div class="labelled"')
        made.append(head + (FOLDER / f"{name}.svg").read_text(encoding="utf-8") + "</span>" + tail)
    return "".join(made)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "es"])
def test_a18_names_are_large_never_meet_and_their_lines_end_on_what_they_name(
    page: Watched, voices: dict[str, Voice], language: str
) -> None:
    screen = whole(page("/", size="phone"))  # the styles of the block pages come with their words
    for size_name, (wide, tall) in SIZES.items():
        screen.set_viewport_size({"width": wide, "height": tall})
        screen.evaluate("(html) => { document.body.innerHTML = `<div class='page-block'>${html}</div>` }",
                        figures(voices[language]))  # fmt: skip
        screen.evaluate(
            "([share]) => { if (innerWidth > innerHeight) for (const one of document.querySelectorAll('.scene'))"
            " one.style.setProperty('width', `${share * innerWidth}px`);"
            " else for (const one of document.querySelectorAll('.scene')) one.style.setProperty('margin', '0 1rem') }",
            [KIOSK_COLUMN],
        )
        for scene in screen.evaluate(SEEN):
            told = (size_name, scene["name"])
            tips = [[v * scene["scale"] for v in needle["tip"]] for needle in LABELLED[scene["name"]]["needles"]]
            for name in scene["names"]:
                assert name["letters"] >= LEAST[size_name], told
                assert name["on"], (*told, name["word"])
                for left, top, right, bottom in name["boxes"]:
                    assert left > -0.5 and top > -0.5, (*told, name["text"])
                    assert right < scene["plate"][0] + 0.5 and bottom < scene["plate"][1] + 0.5, (*told, name["text"])
                    assert not any(left < x < right and top < y < bottom for x, y in tips), (*told, name["text"])
            for a, b in combinations(scene["names"], 2):
                if together(a["layer"], b["layer"]):
                    meet = any(overlap(one, two) for one in a["boxes"] for two in b["boxes"])
                    assert not meet, (*told, a["text"], b["text"])


@pytest.mark.parametrize("name", LABELLED)
def test_the_lines_are_drawn_from_their_names_to_the_recorded_places(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    for label in LABELLED[name]["labels"]:
        x, y = start(label, *size(name))
        line = f'<path class="sc-lead" d="M{x:.0f} {y:.0f}L{label["at"][0]} {label["at"][1]}"/>'
        (group,) = [one for one in text.split("<g data-layer=") if line in one]
        assert group.startswith(f'"{label["layer"]}">'), label["word"]


def crosses(a: dict[str, Any], b: dict[str, Any], name: str) -> bool:
    (p, q), (r, s) = ((start(one, *size(name)), tuple(one["at"])) for one in (a, b))

    def turn(one: Any, two: Any, three: Any) -> bool:
        return bool((two[0] - one[0]) * (three[1] - one[1]) > (two[1] - one[1]) * (three[0] - one[0]))

    return turn(p, q, r) != turn(p, q, s) and turn(r, s, p) != turn(r, s, q)


@pytest.mark.parametrize("name", LABELLED)
def test_no_two_lines_cross_and_each_name_has_a_place_of_its_own(name: str) -> None:
    for a, b in combinations(LABELLED[name]["labels"], 2):
        if together(a["layer"], b["layer"]):
            assert (a["side"], a["row"]) != (b["side"], b["row"])
            assert not crosses(a, b, name), (a["word"], b["word"])


@pytest.mark.parametrize("name", LABELLED)
def test_every_layer_and_no_other_thing_is_named_once(name: str) -> None:
    words = [label["word"] for label in LABELLED[name]["labels"]]
    assert len(words) == len(set(words))
    layers = {label["layer"] for label in LABELLED[name]["labels"]}
    assert layers - {"avoid"} == set(LABELLED[name]["layers"]) - {"avoid"}
    assert {"heat", "cold"} & layers in (set(), {"heat", "cold"})


def test_a11_anatomy_is_told_by_the_caption_alone_and_what_a_step_brings_by_its_name(voices: dict[str, Voice]) -> None:
    for name in LABELLED:
        (figure,) = needle_scene(voices["en"], block_of(voices["en"], name))
        for item in [one for one in shown.nodes({}, figure) if getattr(one, "_type", "") == "Li"]:
            unread = getattr(item, "aria-hidden", None) == "true"
            assert unread == (getattr(item, "data-layer") not in LAYERS)
