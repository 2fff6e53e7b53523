"""Good in numbers: which rows of the data become icon arrays on which page, and the words around them.

Only rows that a page confirmed. Where a block has no good number, its page says so and shows none (E7).
"""

from __future__ import annotations

from dash import html

from catalog import Block, Catalog, Evidence, NumberShown, evidence_at, numbers_for
from components.block import harms
from components.block.people import People, figure, table
from components.kit.controls import Node, honest
from components.kit.drawing import Drawing
from components.kit.icon_array import icon_array
from components.kit.voice import Voice

SHARE = 100  # a share is drawn as so many of 100 people


def works(voice: Voice, block: Block) -> list[Node]:
    """The benefit numbers of a block's page; one honest line where there is none."""
    made: list[Node] = [
        _said(voice, shown) if shown.kind == "said" else _figure(voice, shown)
        for shown in numbers_for(voice.catalog, block)
    ]
    return made or [honest(voice("number.none"))]


def groups(voice: Voice, shown: NumberShown) -> list[People]:
    """The groups of a figure: the people of a group as they were counted, or the share of 100.

    Raises ValueError as `_rows`.
    """
    return [
        People(*_counted(voice.catalog, shown, row), voice(f"number.{shown.number}.arm.{index}"))
        for index, row in enumerate(_rows(voice.catalog, shown), 1)
    ]


def _rows(catalog: Catalog, shown: NumberShown) -> list[Evidence]:
    """The row that is shown and the one it is compared with.

    Raises ValueError if a row was not confirmed: it must not reach a patient.
    """
    rows = [evidence_at(catalog, name) for name in (shown.evidence_id, shown.compared_id) if name]
    if not all(row.confirmed for row in rows):
        raise ValueError(f"number {shown.number} rests on a row that no page confirmed")
    return rows


def _counted(catalog: Catalog, shown: NumberShown, row: Evidence) -> tuple[int, int]:
    if shown.kind == "second":
        return _not_backed_up(catalog, row), SHARE
    return (row.count, int(row.n)) if row.count is not None else (round(float(row.value)), SHARE)


def sources(voice: Voice, block: Block) -> list[str]:
    """The ids of the sources behind the numbers of a block's page."""
    rows = [row for shown in numbers_for(voice.catalog, block) for row in _rows(voice.catalog, shown)]
    return [row.source_id for row in rows] + harms.sources(voice.catalog, block)


def _not_backed_up(catalog: Catalog, row: Evidence) -> int:
    """Of 100 good first tests, those that a second one did not confirm.

    The paper gives the share of good tests among people without joint pain, and how many have it. Everybody who has
    it is taken to have had a good first test: wrong * without / (wrong * without + with).
    """
    confirmed = next(
        one
        for one in catalog.prevalence
        if (one.source_id, one.region, one.part) == (row.source_id, row.region, "facet")
    )
    having = float(confirmed.value) / 100
    wrong = float(row.value) / 100 * (1 - having)
    return round(SHARE * wrong / (wrong + having))


def _figure(voice: Voice, shown: NumberShown) -> html.Section:
    rows = _rows(voice.catalog, shown)
    source = voice.catalog.sources[rows[0].source_id]
    people, compared = (f"{int(row.n):,}" if row.n else "" for row in (rows[0], rows[-1]))
    told = {"year": source.year, "people": people, "compared": compared}
    words = f"number.{shown.number}"
    found = groups(voice, shown)
    did = voice(f"{words}.did").rstrip(".")
    return html.Section(
        [
            html.H2(voice(f"{words}.title")),
            html.P(voice(f"{words}.lead"), className="muted"),
            html.Div([figure(voice, people, words) for people in found], className=f"figures figures-{len(found)}"),
            html.Div(
                [
                    html.P(voice(f"{words}.so")),
                    html.P(voice(f"{words}.who", **told), className="muted"),
                    table(voice, voice(f"{words}.lead"), voice("number.table.group"), did[0].upper() + did[1:], found),
                ],
                className="figure-words",
            ),
        ],
        className="figure",
    )


def _said(voice: Voice, shown: NumberShown) -> html.P:
    row = _rows(voice.catalog, shown)[0]
    value = f"{abs(float(row.value)):g}"
    low, high = (f"{bound:.0f}" if bound is not None else "" for bound in (row.ci_low, row.ci_high))
    rest = f"{100 - float(row.value):g}"
    words = f"number.{shown.number}"
    return html.P(
        [
            html.B(f"{voice(f'{words}.title')} "),
            voice(f"{words}.text", value=value, rest=rest, low=low, high=high, people=row.n),
        ]
    )


def shared(voice: Voice) -> dict[str, Drawing]:
    """Every array of persons that a page shows, drawn once: `persons|54|100`."""
    drawn = [shown for shown in voice.catalog.numbers_shown if shown.kind != "said"]
    counts = {(people.count, people.total) for shown in drawn for people in groups(voice, shown)}
    counts = counts.union(*(harms.drawn(voice, block) for block in voice.catalog.blocks.values()))
    return {
        f"persons|{count}|{total}": Drawing(svg=icon_array(count, total), className="persons-box")
        for count, total in sorted(counts)
    }
