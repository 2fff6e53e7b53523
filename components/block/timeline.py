"""What to expect, as a picture: bands on a time axis from the shot to three months, each a range from the data."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dash import html
from markupsafe import Markup

from catalog import Aftercare, Block, BlockFact, about, type_of
from components.kit.controls import Node, honest, iconed
from components.kit.data_table import data_table
from components.kit.drawing import Drawing
from components.kit.markup import attrs, el, svg
from components.kit.slider import Slider
from components.kit.voice import Voice

HOUR, DAY, WEEK, MONTH = 1.0, 24.0, 168.0, 720.0
UNITS = {"hours": HOUR, "days": DAY, "weeks": WEEK, "months": MONTH}
# The axis is not to scale: each column is as wide as the others, so that the first hours can be read.
AXIS = (0.0, 8 * HOUR, DAY, 3 * DAY, WEEK, 2 * WEEK, 3 * MONTH)
COLUMNS = range(len(AXIS) - 1)
COLUMN, HEIGHT = 100, 24  # units of a column, of a band

Span = tuple[float, float, str]  # low, high, unit


@dataclass(frozen=True)
class Lane:
    """A band: `start` to `end` in hours; up to `sure` it is usual, after that it is possible. `text`: what it means.

    `low`, `high`, `unit`: the range as it is said.
    """

    key: str
    start: float
    sure: float
    end: float
    low: float
    high: float
    unit: str
    text: str

    def meets(self, column: int) -> bool:
        return self.start < AXIS[column + 1] and self.end > AXIS[column]


def lanes(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Lane]:
    """The bands of a block, in the order in which they begin; none without a fact or aftercare row behind it."""
    kind = type_of(voice.catalog, block)
    care: dict[str, Aftercare] = {row.band: row for row in voice.catalog.aftercare if about(block, row.block_types)}
    told = {name: voice.of(fact.text) for name, fact in facts.items()}
    found = []

    def usual(band: str) -> Span | None:
        row = care.get(band)
        return (row.value_low or 0, row.value_high, row.unit) if row and row.value_high else None

    def text(fact: str, band: str) -> str:
        return told.get(fact) or voice.of(care[band].text)

    numb, sore = usual("numb"), usual("sore")
    own = _range(facts, "feels_after")
    ends = numb[0] * UNITS[numb[2]] if numb else 0  # of the numbing, as a rule
    if kind.numbs and (span := own or numb):
        low, high, unit = span
        words = text("feels_after", "numb")
        found.append(Lane("numb", 0, low * UNITS[unit], high * UNITS[unit], 0, high, unit, words))
    if span := usual("drive"):
        high, unit = span[1:]
        found.append(
            Lane("drive", 0, high * UNITS[unit], high * UNITS[unit], 0, high, unit, text("going_home", "drive"))
        )
    if span := (own if own and not kind.numbs else sore):
        low, high, unit = span
        words = told["feels_after"] if span is own else voice.of(care["sore"].text)
        found.append(Lane("sore", 0, low * UNITS[unit], high * UNITS[unit], low, high, unit, words))
    if kind.steroid and (span := usual("flare")):
        low, high, unit = span
        found.append(
            Lane("flare", ends, low * UNITS[unit], high * UNITS[unit], low, high, unit, text("flare", "flare"))
        )
    elif kind.test_only and sore and "flare" in told:
        low, high, unit = sore
        found.append(Lane("return", ends, low * UNITS[unit], high * UNITS[unit], 0, 0, "", told["flare"]))
    if span := usual("active"):
        low, high, unit = span
        start = low * UNITS[unit]
        found.append(Lane("active", start, start, high * UNITS[unit], low, high, unit, text("activities", "active")))
    onset, relief = _range(facts, "onset_relief"), _range(facts, "duration_relief")
    if kind.test_only:
        return found
    if onset:
        low, high, unit = onset
        start = low * UNITS[unit]
        found.append(Lane("onset", start, start, high * UNITS[unit], low, high, unit, told["onset_relief"]))
    if relief:
        low, high, unit = relief
        start = onset[0] * UNITS[onset[2]] if onset else WEEK
        found.append(Lane("relief", start, start, high * UNITS[unit], low, high, unit, told["duration_relief"]))
    return found


def timeline(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    """Bands, a slider over them, and in words what is usual in the chosen stretch of time."""
    found = lanes(voice, block, facts)
    rows = [
        html.Li(
            [
                html.P([html.B(voice(f"timeline.lane.{lane.key}")), html.Small(_said(voice, lane))]),
                Drawing(svg=band(lane), className="tl-band"),
            ]
        )
        for lane in found
    ]
    now = [html.I(className=f"tl-now tl-now-{k + 1}", **attrs(data_when=f"time={k + 1}")) for k in COLUMNS]
    words = [
        html.Div(
            [
                html.H3(voice(f"timeline.then.{k + 1}")),
                html.Ul([html.Li(lane.text) for lane in found if lane.meets(k)], className="plain"),
            ],
            className="tl-words",
            **attrs(data_when=f"time={k + 1}"),
        )
        for k in COLUMNS
    ]
    return [
        html.Div(
            [html.H2(voice("timeline.title")), html.P(voice("timeline.lead"), className="muted")], className="beside"
        ),
        html.Div(
            [
                html.Div(
                    [
                        html.Div(**attrs(data_insert="times")),
                        html.Div(
                            [html.Ul(rows, className="tl-lanes", **attrs(aria_label=voice("timeline.title"))), *now],
                            className="tl-chart",
                        ),
                        _table(voice, found),
                    ],
                    className="timeline",
                ),
                html.Div([*words, honest(voice("timeline.honest"))], className="tl-side"),
            ],
            className="tl-grid",
        ),
    ]


def _table(voice: Voice, found: list[Lane]) -> html.Details:
    heads = [voice(f"timeline.table.{name}") for name in ("what", "from", "until")]
    rows = [(voice(f"timeline.lane.{lane.key}"), _begin(voice, lane), _finish(voice, lane)) for lane in found]
    return data_table(voice, voice("timeline.table"), heads, rows)


def _begin(voice: Voice, lane: Lane) -> str:
    if not lane.start:
        return voice("timeline.table.shot")
    unit = next(name for name in ("weeks", "days", "hours") if lane.start % UNITS[name] == 0)
    return _amount(voice, lane.start / UNITS[unit], unit)


def _finish(voice: Voice, lane: Lane) -> str:
    """When a band ends: one time, or from the earliest to the latest."""
    unit = lane.unit or "days"
    low, high = (lane.sure if lane.sure > lane.start else lane.low * UNITS[unit]), lane.end
    if lane.start < low < high:
        return voice(f"timeline.range.{unit}", low=f"{low / UNITS[unit]:g}", high=f"{high / UNITS[unit]:g}")
    return _amount(voice, high / UNITS[unit], unit)


def _amount(voice: Voice, count: float, unit: str) -> str:
    return voice(f"timeline.one.{unit}") if count == 1 else voice(f"timeline.amount.{unit}", count=f"{count:g}")


def shared(voice: Voice) -> dict[str, html.Div]:
    """The slider and its two buttons, the same on every block's page."""
    return {"times": html.Div([_times(voice, k) for k in COLUMNS])}


def _times(voice: Voice, k: int) -> html.Div:
    """One state of the slider: tap or drag the track, arrow keys, or one stretch earlier or later by a button."""
    buttons = [
        _turn(voice, "earlier", "back", k if k else None),
        _turn(voice, "later", "next", k + 2 if k + 1 < len(COLUMNS) else None),
    ]
    marks = [voice(f"timeline.time.{k + 1}") for k in COLUMNS]
    words = [voice(f"timeline.then.{k + 1}") for k in COLUMNS]
    return html.Div(
        [
            html.Div(buttons, className="tl-turns"),
            Slider("time", k + 1, voice("timeline.choose"), marks, words),
        ],
        className="tl-head",
        **attrs(data_when=f"time={k + 1}"),
    )


def _turn(voice: Voice, way: str, picture: str, time: int | None) -> html.Button:
    """A button that goes to another time; at the end of the line it stays and does nothing."""
    to = attrs(data_go=f"time={time}") if time else attrs(aria_disabled="true")
    label = iconed(picture, voice(f"timeline.{way}"))
    return html.Button(label, type="button", className=f"sx-btn tl-{way}", **to)


def band(lane: Lane) -> Markup:
    """A lane's band: usual part solid, possible part light, relief hatched; an arrow head where it goes on."""
    width = (len(AXIS) - 1) * COLUMN
    grid = [el("path", d=f"M{k * COLUMN} 0V{HEIGHT}", class_="tl-rule") for k in range(len(AXIS))]
    start, sure, end = place(lane.start), place(lane.sure), place(lane.end)
    beyond = lane.end > AXIS[-1]
    shape = f"M{start:g} 3H{end - 12:g}L{end:g} {HEIGHT / 2:g}L{end - 12:g} {HEIGHT - 3}H{start:g}Z"
    box = f"M{start:g} 3H{end:g}V{HEIGHT - 3}H{start:g}Z"
    parts = [el("path", d=shape if beyond else box, class_=f"tl-may tl-{lane.key}")]
    if lane.key == "relief":
        parts += [el("path", d=_hatch(start, end - 12 * beyond), class_="tl-hatch")]
    if sure > start:
        parts.append(el("path", d=f"M{start:g} 3H{sure:g}V{HEIGHT - 3}H{start:g}Z", class_="tl-sure"))
    return svg(f"0 0 {width} {HEIGHT}", *grid, *parts, preserveAspectRatio="none", aria_hidden="true")


def place(hours: float) -> float:
    """Where an hour lies on the axis, in units; the end of the axis for all that lies beyond it."""
    for column, (low, high) in enumerate(pairwise(AXIS)):
        if hours <= high:
            return (column + (hours - low) / (high - low)) * COLUMN
    return (len(AXIS) - 1) * COLUMN


def _hatch(start: float, end: float) -> str:
    lines = []
    x = start
    while x < end:
        lines.append(f"M{x:g} {HEIGHT - 3}L{min(x + 9, end):g} 3")
        x += 9
    return "".join(lines)


def _range(facts: dict[str, BlockFact], name: str) -> tuple[float, float, str] | None:
    """A fact's two values and its unit; None when it has no number, or none that a page confirmed."""
    fact = facts.get(name)
    if not fact or not fact.confirmed or fact.value_low is None or fact.value_high is None:
        return None
    return fact.value_low, fact.value_high, fact.unit.split(" ")[0]


def _said(voice: Voice, lane: Lane) -> str:
    if not lane.unit:
        return ""
    if lane.low in (0, lane.high):
        return voice(f"timeline.up-to.{lane.unit}", high=f"{lane.high:g}")
    return voice(f"timeline.range.{lane.unit}", low=f"{lane.low:g}", high=f"{lane.high:g}")
