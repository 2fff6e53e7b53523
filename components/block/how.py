"""How it is done: the visit as a storyboard in three chapters, one step at a time, at one's own pace."""

from __future__ import annotations

from dash import html

from catalog import Block, BlockFact, BlockStep, steps_for
from components.block.scene import step_scenes
from components.block.terms import terms, terms_in
from components.kit.controls import Node, go, iconed
from components.kit.markup import attrs
from components.kit.voice import Voice

CHAPTERS = ("before", "there", "after")
MOST_TERMS = 3  # on one step


def how(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    """The picture stays; words, chapter and the two buttons change with `step` in the URL."""
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
        html.Details([html.Summary(voice("block.steps.all")), *_all(voice, steps)], className="fold"),
    ]


def spoken(voice: Voice, block: Block) -> list[str]:
    """What the live region says at each step."""
    steps = steps_for(voice.catalog, block.block_id)
    return [
        f"{voice(f'block.chapter.{step.chapter}')}. {_count(voice, steps, index)}. {voice.of(step.title)}."
        for index, step in enumerate(steps)
    ]


def shared(voice: Voice) -> dict[str, html.Div]:
    """What is the same on many blocks' pages: the words of each step, the chapters and the beads of the steps."""
    made = {}
    for step in voice.catalog.block_steps:
        whole = f"{voice.of(step.general)} {voice.of(step.text)}".strip()
        made[f"step|{step.step_id}"] = html.Div(html.P(whole, className="step-said"))
        if voice.of(step.general):
            made[f"step|{step.step_id}|own"] = html.Div(html.P(voice.of(step.text), className="step-said"))
        if voice.of(step.time):
            time = html.P([html.B(f"{voice('block.step.time')} "), voice.of(step.time)])
            made[f"time|{step.step_id}"] = html.Div(time)
    for block in voice.catalog.blocks:
        steps = steps_for(voice.catalog, block)
        for index, step in enumerate(steps):
            bar, beads = _bar_name(steps, step.chapter), _beads_name(steps, index)
            if bar not in made:  # hundreds of steps share a dozen of each
                made[bar] = _bar(voice, steps, step.chapter)
            if beads not in made:
                made[beads] = _beads(*_place(steps, index))
    return made


def _panel(
    voice: Voice, block: Block, facts: dict[str, BlockFact], steps: tuple[BlockStep, ...], index: int
) -> list[Node]:
    step = steps[index]
    buttons = []
    if index:
        buttons.append(_turn(voice, "back", steps[index - 1], index))
    if index + 1 < len(steps):
        buttons.append(_turn(voice, "next", steps[index + 1], index + 2))
    return [
        html.Div(**attrs(data_insert=_bar_name(steps, step.chapter))),
        html.Div(
            [html.P(_count(voice, steps, index)), html.Div(**attrs(data_insert=_beads_name(steps, index)))],
            className="crumb",
        ),
        html.H2(voice.of(step.title)),
        *_only(voice, block, step),
        html.Div(_body(voice, facts, step), className="step-body"),
        html.Div(buttons, className=f"turns turns-{len(buttons)}"),
        *terms(voice, terms_in(voice, voice.of(step.text), MOST_TERMS)),
    ]


def _body(voice: Voice, facts: dict[str, BlockFact], step: BlockStep) -> list[Node]:
    """At most three sentences: the block's own or the general ones, then those for all; then how long it takes."""
    names = step.adds  # a block that has the first of them needs no general words
    told = {name: voice.of(facts[name].text) for name in names if name in facts}
    own = " ".join(filter(None, told.values()))
    instead = bool(voice.of(step.general) and names and told.get(names[0]))
    said: list[Node] = [html.Div(**attrs(data_insert=f"step|{step.step_id}{'|own' if instead else ''}"))]
    if own:
        said.append(html.P([html.B(f"{voice('block.step.here')} "), own], className="step-said"))
    if instead:
        said.reverse()
    return [*said, html.Div(**attrs(data_insert=f"time|{step.step_id}"))] if voice.of(step.time) else said


def _place(steps: tuple[BlockStep, ...], index: int) -> tuple[int, int]:
    """A step's place in its chapter, from 0, and how many steps the chapter has."""
    chapter = [one for one in steps if one.chapter == steps[index].chapter]
    return chapter.index(steps[index]), len(chapter)


def _count(voice: Voice, steps: tuple[BlockStep, ...], index: int) -> str:
    place, count = _place(steps, index)
    return voice("block.step", number=place + 1, count=count)


def _all(voice: Voice, steps: tuple[BlockStep, ...]) -> list[Node]:
    """Every step of the visit, chapter by chapter, to go to."""
    made: list[Node] = []
    for chapter in CHAPTERS:
        found = [
            html.Li(go(f"step={index + 1}", f"{_place(steps, index)[0] + 1}. {voice.of(step.title)}"))
            for index, step in enumerate(steps)
            if step.chapter == chapter
        ]
        made += [html.H3(voice(f"block.chapter.{chapter}")), html.Ol(found, className="step-list")]
    return made


def _starts(steps: tuple[BlockStep, ...]) -> list[int]:
    """The number of the first step of each chapter."""
    chapters: list[str] = [step.chapter for step in steps]
    return [chapters.index(chapter) + 1 for chapter in CHAPTERS]


def _bar_name(steps: tuple[BlockStep, ...], now: str) -> str:
    return f"chapters|{now}|{'|'.join(map(str, _starts(steps)))}"


def _bar(voice: Voice, steps: tuple[BlockStep, ...], now: str) -> html.Div:
    """The three chapters; a touch goes to the first step of one."""
    buttons = [
        html.Button(
            html.Span(voice(f"block.chapter.{chapter}")),
            type="button",
            className="half",
            **attrs(data_go=f"step={start}", **({"aria_current": "step"} if chapter == now else {})),
        )
        for chapter, start in zip(CHAPTERS, _starts(steps), strict=True)
    ]
    return html.Div(buttons, className="switch chapters", role="group", **attrs(aria_label=voice("block.chapters")))


def _beads_name(steps: tuple[BlockStep, ...], index: int) -> str:
    return "beads|{}|{}".format(*_place(steps, index))


def _beads(place: int, count: int) -> html.Div:
    """Where one is in the chapter: a bead for each step, those behind filled, one's own larger."""
    looks = ["is-past"] * place + ["is-now"] + [""] * (count - place - 1)
    return html.Div([html.I(className=look) for look in looks], className="beads", **attrs(aria_hidden="true"))


def _only(voice: Voice, block: Block, step: BlockStep) -> list[Node]:
    """A step that goes with one purpose only says so (E4)."""
    purpose = step.blocks.get(block.block_id)
    return [html.P(voice(f"block.only.{purpose}"), className="tag-line")] if purpose else []


def _turn(voice: Voice, way: str, step: BlockStep, number: int) -> html.Button:
    """A big button that names the step it leads to."""
    look = "btn-turn btn-first" if way == "next" else "btn-turn"
    label = html.Span([html.Small(voice(f"block.step.{way}")), html.Span(voice.of(step.title))])
    picture = iconed(way, "")[0]
    children = (label, picture) if way == "next" else (picture, label)
    return go(f"step={number}", *children, look=look)
