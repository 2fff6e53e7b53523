"""What stands behind a sentence: its source in short, and the mark of what no page confirmed."""

from __future__ import annotations

from dash import html

from catalog import Catalog, Claim, Source
from components.kit.controls import Node
from components.kit.voice import Voice


def claimed(voice: Voice, text: str, claim: Claim) -> list[Node]:
    """A sentence with its source, and the mark of what no page confirmed."""
    return [f"{text} ", *behind(voice, claim)]


def behind(voice: Voice, claim: Claim) -> list[Node]:
    """The source alone, with the mark."""
    mark: list[Node] = [] if claim.confirmed else [" ", html.Span(voice("sources.unconfirmed"), className="unsure")]
    return [cited(voice.catalog, claim.source_id), *mark]


def cited(catalog: Catalog, source_id: str) -> html.Cite:
    """Who and when, linked where there is a page of its own; the whole citation where the pointer rests."""
    source = catalog.sources[source_id]
    first, *others = source.authors.split(", ")
    authors = f"{first} et al." if len(others) > 1 else source.authors
    short = ", ".join(part for part in (authors, source.year) if part)
    return html.Cite(linked(source, short), title=source.citation)


def linked(source: Source, text: str) -> Node:
    """Words that lead to a publication; without its page they are words only."""
    if not source.link:
        return html.Span(text)
    return html.A(text, href=source.link, target="_blank", rel="noopener noreferrer", className="outside")
