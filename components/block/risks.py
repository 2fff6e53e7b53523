"""What can go wrong: the rare serious harms of the region first, in calm words, then the common ones in numbers."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from catalog import Block, BlockFact, Risk, risks_for
from components.block.harms import harms
from components.kit.controls import Node, go, iconed, sentence
from components.kit.markup import attrs
from components.kit.voice import Voice

# Category of the data -> the group it is read in; what is rare and serious stands open, above all others.
FOLDS = {
    "common": ("common", "no-benefit"),
    "uncommon": ("uncommon", "radiation"),
    "before": ("contraindication", "caution", "pregnancy"),
    "thinner": ("anticoagulant",),
}


def risks(voice: Voice, block: Block, facts: dict[str, BlockFact]) -> list[Node]:
    """Headline, rare serious harms, numbers, then folds for the rest; nothing serious is behind a touch."""
    rows = risks_for(voice.catalog, block.block_id)
    headline = facts.get("main_risk_headline")
    said = [html.P(voice.of(headline.text), className="lead")] if headline else []
    none = _of(rows, ("none-seen",))  # no harm was seen: that is no harm to list, and no promise
    none_seen = [html.H2(voice("risks.none-seen")), _list(voice, none)] if none else []
    folds = [
        html.Details([html.Summary(voice(f"risks.{name}")), _list(voice, _of(rows, kinds))], className="fold")
        for name, kinds in FOLDS.items()
        if _of(rows, kinds)
    ]
    return [
        *said,
        html.Section(
            [html.H2(voice("risks.rare")), _list(voice, _of(rows, ("rare-serious",)))],
            className="rare",
        ),
        go("page=emergency", *iconed("emergency", voice("bar.emergency")), look="alarm-btn"),
        html.H2(voice("risks.numbers")),
        *harms(voice, block),
        *none_seen,
        *folds,
    ]


def _of(rows: Iterable[Risk], kinds: tuple[str, ...]) -> list[Risk]:
    return [risk for risk in rows if risk.category in kinds]


def _list(voice: Voice, rows: list[Risk]) -> html.Ul:
    items = [html.Li(**attrs(data_insert=f"risk|{risk.risk_id}")) for risk in rows]
    return html.Ul(items, className="signs signs-calm risk-list")


def shared(voice: Voice) -> dict[str, html.Li]:
    """Every risk, once."""
    return {f"risk|{risk.risk_id}": html.Li(_risk(voice, risk)) for risk in voice.catalog.risks}


def _risk(voice: Voice, risk: Risk) -> list[Node]:
    only = [html.Small(voice(f"risks.only.{risk.only_with}"))] if risk.only_with else []
    return [html.B(sentence(voice.of(risk.risk))), *only, html.Span(sentence(voice.of(risk.helps)), className="do")]
