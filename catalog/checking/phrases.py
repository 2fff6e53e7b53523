"""Phrases that no patient may read: verdicts, advice to one person, promises, percentages (F4, E5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from catalog.checking.tables import Sheet, Table
from catalog.fault import Fault, shorten
from catalog.rows.words import Forbidden

CLINICIAN = re.compile(r"(^|[._-])clinician([._-]|$)")  # keys of words.csv that only the clinician's page uses


class Whole:
    """A phrase where it stands as whole words in a text with folded letters; a star stands for any ending."""

    def __init__(self, phrase: str) -> None:
        folded = phrase.casefold()
        self._start = folded.removesuffix("*")
        before = r"(?<!\w)" if folded[0].isalnum() else ""
        after = r"(?!\w)" if folded[-1].isalnum() else ""
        self.pattern = re.compile(before + re.escape(self._start) + after)

    def stands_in(self, folded: str) -> bool:
        return self._start in folded and bool(self.pattern.search(folded))  # the first is quick and nearly always no


def faults(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Every forbidden phrase in a patient text, by file, row and column. `sheets`: by table name."""
    rows = cast(list[Forbidden], list(sheets["forbidden_phrases"].rows.values()))
    phrases = [(row, Whole(row.phrase), [Whole(each.strip()) for each in _contexts(row)]) for row in rows]
    for table, row, field, lang, text in patient_texts(sheets):
        folded = text.casefold()
        for phrase, said, harmless in phrases:
            if phrase.language == lang and said.stands_in(folded) and said.stands_in(_without(folded, harmless)):
                wrong = f"{shorten(phrase.phrase)} must not be said to a patient"
                yield Fault(table.file, row, table.column(field, lang), wrong, phrase.why)


def patient_texts(sheets: Mapping[str, Sheet]) -> Iterator[tuple[Table, int, str, str, str]]:
    """Every filled text that a patient reads: table, spreadsheet row, field, language, text."""
    for sheet in sheets.values():
        fields = sheet.table.patient_texts()
        for number, row in sheet.rows.items():
            if sheet.table.name == "words" and CLINICIAN.search(str(getattr(row, "key"))):  # noqa: B009
                continue
            for field in fields:
                for lang, text in getattr(row, field).items():
                    if text:
                        yield sheet.table, number, field, lang, text


def _contexts(phrase: Forbidden) -> Iterator[str]:
    return filter(None, phrase.harmless_in.split(";"))


def _without(folded: str, harmless: list[Whole]) -> str:
    """The text without the longer phrases in which a forbidden one is fine."""
    for context in harmless:
        folded = context.pattern.sub(" ", folded)
    return folded
