"""Good and bad in numbers: which rows of the data become icon arrays on which page, and the words around them.

Only rows that a page confirmed. Where a block has no good number, its page says so and shows none (E7).
"""

from __future__ import annotations

from dataclasses import dataclass

from dash import html

from catalog import Block, Catalog, Risk, risks_for
from components.kit.controls import Node, honest
from components.kit.data_table import data_table
from components.kit.drawing import Drawing
from components.kit.icon_array import icon_array
from components.kit.markup import attrs
from components.kit.voice import Voice

# Pairs of arms of one study each: treated, then compared. Words in data/words.csv under number.KEY.
PAIRS = {
    "joint-test": ("EV-FACTS-POS-IA", "EV-FACTS-POS-SAL"),
    "branch-test": ("EV-FACTS-POS-MBB", "EV-FACTS-POS-SAL"),
    "neck-heat": ("EV-LORD-27A", "EV-LORD-27S"),
    "root-surgery": ("EV-RIEW00-S", "EV-RIEW00-B"),
    "canal": ("EV-MENG-S", "EV-MENG-L"),
}
# A first test that a second one did not back up: worked out from two rows of the same paper.
SECOND_TEST = {"second-neck": "EV-FP-C", "second-mid": "EV-FP-T", "second-low": "EV-FP-L"}
# Numbers that are said and not drawn, since they are no counts of persons.
SAID = {"month": "EV-FACTS-1M-IA", "low-heat": "EV-MINT-FJ", "review": "EV-AAN-STP"}
SHOWN: dict[str, tuple[str, ...]] = {
    "L-FJ": ("joint-test", "month"),
    "C-MBB": ("second-neck",),
    "T-MBB": ("second-mid",),
    "L-MBB": ("branch-test", "second-low"),
    "C-RFA": ("neck-heat",),
    "L-RFA": ("low-heat",),
    "L-TFE": ("root-surgery", "review"),
    "L-ILE": ("canal", "review"),
    "L-CAU": ("canal", "review"),
}
# Harms with a rate: which of them goes with which kind of block.
HARMS = {
    "RK-03": ("facet_joint", "nerve_root", "neurolysis_heat", "neurolysis_cold", "neurolysis_chemical", "epidural"),
    "RK-04": ("medial_branch",),
    "RK-07": ("nerve_root",),
    "RK-08": ("nerve_root", "epidural"),
    "RK-15": ("nerve_root", "epidural"),
}
INSTEAD = {"RK-05": ("RK-03", ("C-ILE",))}  # a closer number of the same harm
RARE = "RK-20"  # too rare for a thousand persons: said out of 10,000


@dataclass(frozen=True)
class Arm:
    """`count` of 100 people in a group of a study."""

    count: int
    label: str


def works(voice: Voice, block: Block) -> list[Node]:
    """The benefit numbers of a block's page; one honest line where there is none."""
    keys = SHOWN.get(block.block_id, ())
    made: list[Node] = [_said(voice, key) if key in SAID else _figure(voice, key) for key in keys]
    return made or [honest(voice("number.none"))]


def harms(voice: Voice, block: Block) -> list[Node]:
    """The harms of a block that have a rate, each out of 1,000 visits, then the one that is rarer than that."""
    rows = harm_rows(voice.catalog, block)
    rare = next(risk for risk in voice.catalog.risks if risk.risk_id == RARE)
    count = round((rare.rate_percent or 0) * 100)
    said = voice("harm.rare", count=count, rest=f"{10_000 - count:,}", people=f"{rare.n or 0:,}")
    heads = _heads(voice, voice("harm.table.what"), voice("harm.table.did"))
    table = data_table(
        voice, voice("risks.numbers"), heads, [_cells(voice.of(risk.risk), _of_1000(risk), 1000) for risk in rows]
    )
    return [
        html.Div([_harm(voice, risk) for risk in rows], className="figures figures-harm"),
        table,
        html.P([html.B(f"{voice.of(rare.risk)}. "), said]),
        html.P(voice("harm.sure"), className="muted"),
    ]


def harm_rows(catalog: Catalog, block: Block) -> list[Risk]:
    """The risk rows of a block whose rate may be drawn."""
    named = {risk for risk, kinds in HARMS.items() if block.block_type in kinds}
    for risk, (other, blocks) in INSTEAD.items():
        if block.block_id in blocks:
            named = named - {other} | {risk}
    return [risk for risk in risks_for(catalog, block.block_id) if risk.risk_id in named and risk.confirmed]


def arms(voice: Voice, key: str) -> list[Arm]:
    """The groups of a figure. Raises ValueError if a row was not confirmed: it must not reach a patient."""
    rows = {row.evidence_id: row for row in voice.catalog.evidence}
    names = PAIRS.get(key) or (SECOND_TEST[key],)
    if not all(rows[name].confirmed for name in names):
        raise ValueError(f"number {key} rests on a row that no page confirmed")
    if key in PAIRS:
        return [
            Arm(round(float(rows[name].value)), voice(f"number.{key}.arm.{index + 1}"))
            for index, name in enumerate(names)
        ]
    return [Arm(_not_backed_up(voice.catalog, names[0]), voice(f"number.{key}.arm.1"))]


def sources(voice: Voice, block: Block) -> list[str]:
    """The ids of the sources behind the numbers of a block's page."""
    rows = {row.evidence_id: row.source_id for row in voice.catalog.evidence}
    keys = SHOWN.get(block.block_id, ())
    names = [name for key in keys for name in PAIRS.get(key) or (SECOND_TEST.get(key) or SAID[key],)]
    risks = [risk.source_id for risk in harm_rows(voice.catalog, block)]
    rare = [risk.source_id for risk in voice.catalog.risks if risk.risk_id == RARE]
    return [rows[name] for name in names] + risks + rare


def _not_backed_up(catalog: Catalog, name: str) -> int:
    """Of 100 good first tests, those that a second one did not confirm.

    The paper gives the share of good tests among people without joint pain, and how many have it. Everybody who has
    it is taken to have had a good first test: wrong * without / (wrong * without + with).
    """
    row = next(row for row in catalog.evidence if row.evidence_id == name)
    confirmed = next(
        one
        for one in catalog.prevalence
        if one.source_id == row.source_id and one.region == row.region and one.measure.startswith("facet joint pain")
    )
    having = float(confirmed.value) / 100
    wrong = float(row.value) / 100 * (1 - having)
    return round(100 * wrong / (wrong + having))


def _figure(voice: Voice, key: str) -> html.Section:
    name = (PAIRS.get(key) or (SECOND_TEST[key],))[0]
    row = next(row for row in voice.catalog.evidence if row.evidence_id == name)
    source = voice.catalog.sources[row.source_id]
    people = f"{int(row.n):,}" if row.n else ""
    groups = [_people(voice, arm.label, arm.count, 100, f"number.{key}") for arm in arms(voice, key)]
    return html.Section(
        [
            html.H2(voice(f"number.{key}.title")),
            html.P(voice(f"number.{key}.lead"), className="muted"),
            html.Div(groups, className=f"figures figures-{len(groups)}"),
            html.Div(
                [
                    html.P(voice(f"number.{key}.so")),
                    html.P(voice(f"number.{key}.who", year=source.year, people=people), className="muted"),
                    _table(voice, key),
                ],
                className="figure-words",
            ),
        ],
        className="figure",
    )


def _table(voice: Voice, key: str) -> html.Details:
    did = voice(f"number.{key}.did").rstrip(".")
    heads = _heads(voice, voice("number.table.group"), did[0].upper() + did[1:])
    return data_table(
        voice, voice(f"number.{key}.lead"), heads, [_cells(arm.label, arm.count, 100) for arm in arms(voice, key)]
    )


def _heads(voice: Voice, what: str, did: str) -> list[str]:
    return [what, did, voice("number.table.rest"), voice("number.table.total")]


def _cells(label: str, count: int, total: int) -> list[str]:
    return [label, f"{count:,}", f"{total - count:,}", f"{total:,}"]


def _people(voice: Voice, label: str, count: int, total: int, words: str) -> html.Figure:
    """Persons, the number and both frames; the drawing needs no other words than these."""
    told = {"count": f"{count:,}", "rest": f"{total - count:,}", "total": f"{total:,}"}
    return html.Figure(
        [
            html.Div(**attrs(data_insert=f"persons|{count}|{total}")),
            html.Figcaption(
                [
                    html.H3(label),
                    html.B(voice("number.of", **told), className="big"),
                    html.Span(voice(f"{words}.did")),
                    html.Span(voice(f"{words}.did-not", **told)),
                ]
            ),
        ],
        className="people",
        **attrs(data_count=str(count), data_total=str(total)),
    )


def _harm(voice: Voice, risk: Risk) -> html.Figure:
    made = _people(voice, voice.of(risk.risk), _of_1000(risk), 1000, "harm")
    made.children.append(html.P(voice("harm.who", people=f"{risk.n or 0:,}"), className="muted"))
    return made


def _of_1000(risk: Risk) -> int:
    return round((risk.rate_percent or 0) * 10)


def _said(voice: Voice, key: str) -> html.P:
    row = next(row for row in voice.catalog.evidence if row.evidence_id == SAID[key])
    if not row.confirmed:
        raise ValueError(f"number {key} rests on a row that no page confirmed")
    value = f"{abs(float(row.value)):g}"
    low, high = (f"{bound:.0f}" if bound is not None else "" for bound in (row.ci_low, row.ci_high))
    rest = f"{100 - float(row.value):g}"
    return html.P(
        [
            html.B(f"{voice(f'number.{key}.title')} "),
            voice(f"number.{key}.text", value=value, rest=rest, low=low, high=high, people=row.n),
        ]
    )


def shared(voice: Voice) -> dict[str, Drawing]:
    """Every array of persons that a page shows, drawn once: `persons|54|100`."""
    counts = {(arm.count, 100) for key in (*PAIRS, *SECOND_TEST) for arm in arms(voice, key)}
    for block in voice.catalog.blocks.values():
        counts |= {(_of_1000(risk), 1000) for risk in harm_rows(voice.catalog, block)}
    return {
        f"persons|{count}|{total}": Drawing(svg=icon_array(count, total), className="persons-box")
        for count, total in sorted(counts)
    }
