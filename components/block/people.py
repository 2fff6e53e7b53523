"""People as they were counted: so many persons drawn, the number, and both frames (E5, E6); with a table beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dash import html

from components.kit.controls import Node
from components.kit.data_table import data_table
from components.kit.markup import attrs
from components.kit.voice import Voice


@dataclass(frozen=True)
class People:
    """`count` of `total` people of whom `label` tells."""

    count: int
    total: int
    label: str

    @property
    def rest(self) -> int:
        return self.total - self.count

    @property
    def told(self) -> dict[str, str]:
        """What the words of a number have gaps for."""
        return {"count": f"{self.count:,}", "rest": f"{self.rest:,}", "total": f"{self.total:,}"}


def figure(voice: Voice, people: People, words: str, *more: Node) -> html.Figure:
    """Persons, the number and both frames; the drawing needs no other words than these."""
    return html.Figure(
        [
            html.Div(**attrs(data_insert=f"persons|{people.count}|{people.total}")),
            html.Figcaption(
                [
                    html.H3(people.label),
                    html.B(voice("number.of", **people.told), className="big"),
                    html.Span(voice(f"{words}.did")),
                    html.Span(voice(f"{words}.did-not", **people.told)),
                ]
            ),
            *more,
        ],
        className="people",
        **attrs(data_count=str(people.count), data_total=str(people.total)),
    )


def table(voice: Voice, caption: str, what: str, did: str, rows: Iterable[People]) -> html.Details:
    """The same as a table (A16). `what`, `did`: the heads of the first two columns."""
    heads = [what, did, voice("number.table.rest"), voice("number.table.total")]
    return data_table(voice, caption, heads, [[row.label, *row.told.values()] for row in rows])
