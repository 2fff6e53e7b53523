"""Medical words explained where they stand: each opens under the text that uses it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from dash import html
from dash.development.base_component import Component

from catalog import Block, Term, terms_for, type_of
from components.kit.controls import Node
from components.kit.markup import attrs
from components.kit.voice import Voice


def terms(voice: Voice, found: Iterable[Term]) -> list[Node]:
    """A row of terms, each a native fold: nothing is left and nothing is kept."""
    folds = [html.Details(**attrs(data_insert=f"term|{term.term_id}")) for term in found]
    return [html.Div([html.H3(voice("block.terms")), *folds], className="terms")] if folds else []


def shared(voice: Voice) -> dict[str, html.Details]:
    """Every term, once."""
    return {
        f"term|{term.term_id}": html.Details(
            [html.Summary(voice.of(term.term)), html.P(voice.of(term.plain))], className="term"
        )
        for term in voice.catalog.glossary.values()
    }


def own_terms(voice: Voice, block: Block) -> list[Term]:
    """The terms that belong to this block in particular."""
    return [
        term
        for term in terms_for(voice.catalog, block.block_id)
        if not term.general or term.term_id == type_of(voice.catalog, block).term_id
    ]


def used_terms(voice: Voice, block: Block, parts: Iterable[Node], put_in: Mapping[str, object]) -> list[Term]:
    """The block's and the general terms whose word stands in the text of `parts`; `put_in`: what data-insert names."""
    text = " ".join(words(part, put_in) for part in parts)
    return _standing(voice, terms_for(voice.catalog, block.block_id), text)


def terms_in(voice: Voice, text: str, most: int) -> list[Term]:
    """The first `most` terms of the glossary whose word stands in `text`."""
    return _standing(voice, voice.catalog.glossary.values(), text)[:most]


def _standing(voice: Voice, found: Iterable[Term], text: str) -> list[Term]:
    """Those whose word stands in `text`."""
    return [term for term in found if _stands(voice.of(term.term), text)]


def words(node: object, put_in: Mapping[str, object]) -> str:
    """All the text for patients in a component tree, with the shared parts that it names."""
    if isinstance(node, str):
        return node
    if isinstance(node, (list, tuple)):
        return " ".join(words(one, put_in) for one in node)
    if getattr(node, "data-when", "") == "view=clinician":
        return ""
    name = getattr(node, "data-insert", None)
    if name:
        return words(put_in[name], put_in)
    return words(getattr(node, "children", None), put_in) if isinstance(node, Component) else ""


@lru_cache(maxsize=1 << 14)  # the steps of a visit stand on the pages of many blocks
def _stands(term: str, text: str) -> bool:
    return bool(_pattern(term).search(text.casefold()))


@cache
def _pattern(term: str) -> re.Pattern[str]:
    """`Neck (cervical)` is looked for as `neck` and as `cervical`."""
    names = [name.strip(" )").casefold() for name in term.split("(")]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})")
