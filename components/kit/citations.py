"""Sources as they are cited on screen: a place for each, and the citation itself, written once for all pages."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from dash import html

from catalog import Source
from components.kit.controls import Node
from components.kit.markup import attrs

INITIALS = re.compile(r" [A-Z]{1,3}$")


def cite(source: Source) -> list[Node]:
    """A citation with its link; a page that was only a copy is never linked."""
    text = ". ".join(part for part in (source.authors, str(source.year or ""), source.title, source.journal) if part)
    made: list[Node] = [html.Span(f"{text}. ")]
    if source.link:
        place = urlsplit(source.link).netloc.removeprefix("www.")
        label = f"doi.org/{source.doi}" if source.doi else f"PubMed {source.pmid}" if source.pmid else place
        made.append(linked(source, label))
    return made


def linked(source: Source, text: str) -> Node:
    """Words that lead to a publication; without its page they are words only."""
    if not source.link:
        return html.Span(text)
    return html.A(text, href=source.link, target="_blank", rel="noopener noreferrer", className="outside")


def short(source: Source) -> str:
    """First author and year, as a printed page names a source; an institution by its whole name."""
    first = re.split(r",|;| \(| et al", source.authors)[0]
    return f"{INITIALS.sub('', first)} {source.year}".strip()


def source_list(found: tuple[Source, ...]) -> html.Ul:
    """Places for citations; each citation is written once for all pages."""
    places = [html.Li(**attrs(data_insert=f"source|{source.source_id}")) for source in found]
    return html.Ul(places, className="sources")
