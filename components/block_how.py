"""How it is done: the visit as a storyboard, one step at a time, at one's own pace."""

from __future__ import annotations

from dash import html

from catalog import Block, BlockFact, BlockStep, steps_for
from components.block_scene import step_scenes
from components.markup import attrs
from components.parts import Node, go, iconed
from components.terms import terms, terms_in
from components.voice import Voice

# What this block adds to a step that all blocks share.
ADDED = {
    "ST-09": ("position",),
    "ST-13": ("guidance",),
    "ST-14": ("target", "needle_gauge"),
    "ST-16": ("injectate", "injectate_opioid_note"),
    "ST-19": ("visit_duration",),
    "ST-21": ("feels_after", "numb_spread", "floppy_leg"),
    "ST-25": ("flare",),
}

MOST_TERMS = 3  # on one step


def how(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    """The picture stays; words, position and the two buttons change with `step` in the URL."""
    steps = steps_for(voice.catalog, block.block_id)
    pictures = step_scenes(voice, block, steps)
    return [
        html.Div(
            [
                html.Div(
                    [
                        html.Div(_panel(voice, block, facts, steps, index), **attrs(data_when=f"step={index + 1}"))
                        for index in range(len(steps))
                    ],
                    className="step-words",
                ),
                *pictures,
            ],
            className="storyboard pictured" if pictures else "storyboard",
        ),
        html.Details(
            [
                html.Summary(voice("block.steps.all")),
                html.Ol(
                    [
                        html.Li(go(f"step={index + 1}", f"{index + 1}. {voice.of(step.title)}"))
                        for index, step in enumerate(steps)
                    ],
                    className="step-list",
                ),
            ],
            className="fold",
        ),
    ]


def spoken(voice: Voice, block: Block) -> list[str]:
    """What the live region says at each step."""
    steps = steps_for(voice.catalog, block.block_id)
    return [
        f"{voice('block.step', number=index + 1, count=len(steps))}. {voice.of(step.title)}."
        for index, step in enumerate(steps)
    ]


def shared(voice: Voice) -> dict[str, html.Div]:
    """The words of each step that are the same on every block's page, and each state of the bar."""
    made = {}
    for step in voice.catalog.block_steps:
        time = [html.P([html.B(f"{voice('block.step.time')} "), voice.of(step.time)])] if voice.of(step.time) else []
        made[f"step|{step.step_id}"] = html.Div([html.P(voice.of(step.text), className="step-said"), *time])
    counts = {len(_phases(steps_for(voice.catalog, block))) for block in voice.catalog.blocks}
    for count in counts:
        for now in range(count):
            looks = ["is-past"] * now + ["is-now"] + [""] * (count - now - 1)
            bars = html.Div([html.I(className=look) for look in looks], className="track", **attrs(aria_hidden="true"))
            made[f"track|{now}|{count}"] = bars
    return made


def _panel(
    voice: Voice, block: Block, facts: dict[str, BlockFact], steps: tuple[BlockStep, ...], index: int
) -> list[Node]:
    step = steps[index]
    number = index + 1
    own = [voice.of(facts[name].text) for name in ADDED.get(step.step_id, ()) if name in facts]
    here = [html.P([html.B(f"{voice('block.step.here')} "), " ".join(filter(None, own))])] if any(own) else []
    buttons = []
    if index:
        buttons.append(_turn(voice, "back", steps[index - 1], number - 1))
    if number < len(steps):
        buttons.append(_turn(voice, "next", steps[index + 1], number + 1))
    return [
        html.P(
            [voice("block.step", number=number, count=len(steps)), html.B(f" {voice(f'block.phase.{_key(step)}')}")],
            className="crumb",
        ),
        html.H2(voice.of(step.title)),
        *_only(voice, block, step),
        html.Div([html.Div(**attrs(data_insert=f"step|{step.step_id}")), *here], className="step-body"),
        _track(steps, index),
        html.Div(buttons, className=f"turns turns-{len(buttons)}"),
        *terms(voice, terms_in(voice, voice.of(step.text), MOST_TERMS)),
    ]


def _only(voice: Voice, block: Block, step: BlockStep) -> list[Node]:
    """A step that goes with one purpose only says so (E4)."""
    links = voice.catalog.step_blocks
    found = {link.purpose for link in links if (link.step_id, link.block_id) == (step.step_id, block.block_id)}
    return [html.P(voice(f"block.only.{purpose}"), className="tag-line") for purpose in found if purpose]


def _turn(voice: Voice, way: str, step: BlockStep, number: int) -> html.Button:
    """A big button that names the step it leads to."""
    look = "btn-turn btn-first" if way == "next" else "btn-turn"
    label = html.Span([html.Small(voice(f"block.step.{way}")), html.Span(voice.of(step.title))])
    picture = iconed(way, "")[0]
    children = (label, picture) if way == "next" else (picture, label)
    return go(f"step={number}", *children, look=look)


def _track(steps: tuple[BlockStep, ...], index: int) -> html.Div:
    """Where one is: a bar of the visit's phases, the past ones filled."""
    phases = _phases(steps)
    return html.Div(**attrs(data_insert=f"track|{phases.index(steps[index].phase)}|{len(phases)}"))


def _phases(steps: tuple[BlockStep, ...]) -> list[str]:
    return list(dict.fromkeys(step.phase for step in steps))


def _key(step: BlockStep) -> str:
    return step.phase.replace(" ", "-")
