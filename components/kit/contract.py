"""What Python hands to the browser, as typed models. `assets/modules/contract.d.ts` is written from them by
`python -m publish.contract`, so that both sides read one description.

A place is an area with its side: `calf.left`, `nape.mid`. A spot is a level with
its part: `L4-5|facet`. Languages are the codes of the data: `en`, `es`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from dash.development.base_component import Component
from pydantic import WithJsonSchema

from catalog import Part, Strength
from components.kit import controls
from components.kit.told import Told

# Text, or a component as Dash writes it; without a namespace it is HTML. `publish.contract` has it for TypeScript.
Drawn = Annotated[controls.Node, WithJsonSchema({"type": "object", "format": "Drawn"})]
Element = Annotated[Component, WithJsonSchema({"type": "object", "format": "Component"})]
Tree = Drawn | list[Drawn]  # what is drawn in one place
Spots = dict[str, dict[str, tuple[float, float]]]  # plate -> the person's own side -> x, y
Square = tuple[float, float]  # side of the largest square in an area as it is seen, and as it is touched


class Inset(Told):
    """A part of the body shown large. `box`: its viewBox on the figure; `areas`: those a finger can hit in it."""

    face: Literal["front", "back"]
    side: str
    box: tuple[float, float, float, float]
    areas: tuple[str, ...]


class Rule(Told):
    """Warnings shown before anything else when at least one place of each list in `places` is chosen."""

    flags: tuple[str, ...]
    places: list[list[str]]


class Warnings(Told):
    """Which warnings go with which areas, by id; the order of `flags` is the order on screen.

    alarms   places that open the page of emergencies
    context  area -> joints outside the levels that reach it
    """

    insets: dict[str, Inset]
    squares: dict[str, dict[str, Square]]
    flags: list[str]
    cautions: list[str]
    emergencies: list[str]
    alarms: list[str]
    flags_of: dict[str, list[str]]
    cautions_of: dict[str, list[str]]
    rules: list[Rule]
    context: dict[str, list[str]]


class Files(Told):
    """Addresses of what is fetched: plates by name, words and pages by language, where a record's codes lead."""

    plates: dict[str, str]
    content: dict[str, str]
    pages: dict[str, str]
    record: str


class Times(Told):
    """Seconds without a touch until a wall screen asks, and until it starts over."""

    idle: int
    warn: int


class WingDoor(Told):
    """What of the physician's wing the address has to know before anything of it is fetched.

    pages   of the clinician's voice only; `shared` in both voices, never on a wall screen
    files   address of its `WingFiles`
    """

    pages: list[str]
    shared: list[str]
    kinds: list[str]
    charts: list[str]
    files: str


class WingFiles(Told):
    """Where the wing's files lie, fetched at its first use. `words`: by language; `pages`: by page, then language;
    `plotly` and its `figures` by language are fetched when a chart is looked into.
    """

    words: dict[str, str]
    pages: dict[str, dict[str, str]]
    modules: list[str]
    styles: list[str]
    scripts: list[str]
    plotly: str
    figures: dict[str, str]


class Wing(Told):
    """The wing in one language: the row of tools, and the answers by spot.

    parts   what many answers put in, by name
    layers  spot -> what is told apart on the body, by name -> area -> how typical
    keys    key pressed -> what changes
    """

    bar: list[Drawn]
    detail: dict[str, list[Drawn]]
    parts: dict[str, Tree]
    layers: dict[str, dict[str, dict[str, Strength]]]
    keys: dict[str, str]


class Site(Told):
    """Inside the first HTML, the same in every language: the ids, what belongs to what, where the files lie.

    home       level -> the region that opens with it
    alias      the name on the diagram -> the level's id, where they differ
    context    levels that stand on the spine but have no block of their own
    areas      area -> its sides
    strengths  spot -> area -> how typical
    block_of   spot -> the first of the blocks that fit it
    steps      of the longest visit; `spans`: of the time after a block
    tabs       of a block page; of these, of `texts` (percent) and of `themes`, the page starts with the first
    """

    languages: list[str]
    rtl: list[str]
    scenes: list[str]
    regions: dict[str, list[str]]
    home: dict[str, str]
    alias: dict[str, str]
    context: list[str]
    areas: dict[str, tuple[str, ...]]
    zones: list[str]
    strengths: dict[str, dict[str, Strength]]
    pain: Warnings
    blocks: list[str]
    block_of: dict[str, str]
    pages: list[str]
    tabs: tuple[str, ...]
    steps: int
    spans: int
    texts: tuple[str, ...]
    themes: tuple[str, ...]
    files: Files
    later: list[str]
    styles: list[str]
    speech: dict[str, str]
    kiosk: bool
    wall: Times
    wing: WingDoor


class Answer(Told):
    """Pieces that the answer to "where does it hurt" is put together from, each by what it is about.

    own    area -> what is said of it in particular, before the levels
    none   area -> what is said instead of "no level"
    doubt  region -> what a place there cannot tell
    context  joint outside the levels -> the line that leads to it
    """

    names: dict[str, str]
    chips: dict[str, Drawn]
    rows: dict[str, Element]
    regions: dict[str, str]
    kinds: dict[Part, Drawn]
    flags: dict[str, Drawn]
    cautions: dict[str, Drawn]
    zones: dict[str, list[Element]]
    say: dict[str, str]
    parts: dict[str, Drawn]
    own: dict[str, str]
    none: dict[str, str]
    doubt: dict[str, str]
    context: dict[str, Drawn]


class Words(Told):
    """One language, fetched at the start: lists, answers and short pages, by place on the spine or by spot."""

    levels: dict[str, list[Drawn]]
    detail: dict[str, list[Drawn]]
    pages: dict[str, Drawn]
    pain: Answer
    turn: list[Drawn]
    bar: list[Drawn]
    notice: Drawn
    announce: dict[str, str]
    sides: dict[str, str]
    say: dict[str, str]
    t: dict[str, str]
    titles: dict[str, str]


class Toggle(Told):
    """A found place: `toggle` is added to the chosen ones."""

    toggle: str
    say: str


class Go(Told):
    """A found level: `go` is what changes in the address."""

    go: str
    say: str


class Found(Told):
    """What the search can find, by words of every language."""

    words: list[str]
    name: str
    buttons: Sequence[Toggle | Go]


class PlanKind(Told):
    """A kind of plan, at a joint or a nerve. `counts`: what its needles go to."""

    name: str
    part: Part
    counts: Literal["nerves", "joints", "roots"]


class PlanLevel(Told):
    """A level as a plan lists it. `at`: plate -> side -> where its joint lies, in units of the plate's drawing."""

    label: str
    home: str
    at: Spots


class PlanPoint(Told):
    """What a needle of a plan goes to: a nerve on its bone, both by id, a joint, or a root; `at` as for a level."""

    nerve: str
    bone: str
    name: str
    where: str
    at: Spots


class PlanStop(Told):
    """One kind of plan at one level: its points and the codes that count it; or why it is not done there."""

    points: list[str]
    codes: list[str]
    refused: Drawn | None


class PlanCode(Told):
    """A code in our own words. `counts`: which levels of a session it is for."""

    code: str
    words: str
    counts: Literal["first", "second", "third", "further"]


class PlanFlag(Told):
    """Where sources differ: when it appears, as data/plan_flags.csv says, and what each source says."""

    when: str
    levels: tuple[str, ...]
    kinds: tuple[str, ...]
    name: str
    says: list[Drawn]


class PlanFacts(Told):
    """What a plan is reckoned and drawn from, levels and points from the neck down. `stops`: by level and kind,
    `L4-5|mbb`; `say`: words with gaps.
    """

    kinds: dict[str, PlanKind]
    regions: dict[str, str]
    levels: dict[str, PlanLevel]
    points: dict[str, PlanPoint]
    stops: dict[str, PlanStop]
    codes: dict[str, PlanCode]
    flags: dict[str, PlanFlag]
    say: dict[str, str]


# Where the codes of a record system lead: system -> code -> keys and values of the address.
RecordCodes = dict[str, dict[str, str]]
# One language, fetched in the background: long pages and the parts that they put in, by name; `found` for the search,
# `facts` for a plan.
Pages = dict[str, Tree | list[Found] | PlanFacts]
