"""What stands behind a sentence: its source in short, and the mark of what no page confirmed."""

from __future__ import annotations

from dash import html

from catalog import Catalog, Claim
from components.kit.citations import linked
from components.kit.controls import Node
from components.kit.voice import Voice


def claimed(voice: Voice, text: str, claim: Claim) -> list[Node]:
    """A sentence with its source, and the mark of what no page confirmed."""
    return [f"{text} ", *behind(voice, claim)]


def behind(voice: Voice, claim: Claim) -> list[Node]:
    """The source alone, with the mark."""
    return [cited(voice.catalog, claim.source_id), *unconfirmed(voice, claim)]


def unconfirmed(voice: Voice, claim: Claim) -> list[Node]:
    """The mark of what no page confirmed; nothing where one did."""
    return [] if claim.confirmed else [" ", html.Span(voice("sources.unconfirmed"), className="unsure")]


def cited(catalog: Catalog, source_id: str) -> html.Cite:
    """Who and when, linked where there is a page of its own; the whole citation where the pointer rests."""
    source = catalog.sources[source_id]
    first, *others = source.authors.split(", ")
    authors = f"{first} et al." if len(others) > 1 else source.authors
    short = ", ".join(part for part in (authors, source.year) if part)
    return html.Cite(linked(source, short), title=source.citation)
