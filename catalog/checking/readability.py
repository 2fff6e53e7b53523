"""What patients read is easy: short sentences in every language, English of a low school grade (A34).

A name (of an area, a level, a block) is not judged: it says what it has to. Nor is a term of taught_terms.csv, which
cannot be made easier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from catalog.checking import grade
from catalog.checking.phrases import patient_texts
from catalog.checking.tables import Sheet
from catalog.fault import Fault, shorten
from catalog.rows.words import Taught

LONGEST_SENTENCE = 15  # words
HARDEST = 6.0  # school grade
SHORTEST_GRADED = 8  # words; a grade says nothing about a label of two words
GRADED = "en"  # both measures count English syllables


def warnings(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Each sentence that is too long and each text that is too hard. `sheets`: by table name, without faults."""
    taught = cast(list[Taught], list(sheets["taught_terms"].rows.values()))
    terms = [row.term for row in taught if row.language == GRADED]
    for table, row, field, lang, text in patient_texts(sheets):
        if field in table.names():
            continue
        for wrong, right in [*_long(text), *(_hard(text, terms) if lang == GRADED else ())]:
            yield Fault(table.file, row, table.column(field, lang), wrong, right)


def _long(text: str) -> Iterator[tuple[str, str]]:
    for sentence in grade.sentences(text):
        if (count := len(sentence.split())) > LONGEST_SENTENCE:
            right = f"Make two of it, of up to {LONGEST_SENTENCE} words each"
            yield f"a sentence has {count} words: {shorten(sentence, 120)}", right


def _hard(text: str, terms: list[str]) -> Iterator[tuple[str, str]]:
    plain = grade.without(text, terms)
    if len(grade.words(text)) < SHORTEST_GRADED or (found := grade.flesch_kincaid(plain)) <= HARDEST:
        return
    hardest = max(grade.sentences(text), key=lambda sentence: grade.flesch_kincaid(grade.without(sentence, terms)))
    longest = ", ".join(sorted(set(grade.words(plain)), key=grade.syllables, reverse=True)[:3])
    yield (
        f"it reads like school grade {found:.1f}; its hardest sentence: {shorten(hardest, 120)}",
        f"Write it for grade {HARDEST:g} or below, with easier words than {longest}",
    )
