"""Phrases that no patient may read: verdicts, advice to one person, promises, percentages (F4, E5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from catalog.checking.tables import Sheet, Table
from catalog.fault import Fault, shorten
from catalog.rows.words import Forbidden

CLINICIAN = re.compile(r"(^|[._-])clinician([._-]|$)")  # keys of words.csv that only the clinician's page uses


def faults(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Every forbidden phrase in a patient text, by file, row and column. `sheets`: by table name."""
    phrases = cast(list[Forbidden], list(sheets["forbidden_phrases"].rows.values()))
    for table, row, field, lang, text in patient_texts(sheets):
        for phrase in phrases:
            if phrase.language == lang:
                for found, why in _said(text, phrase):
                    wrong = f"{shorten(found)} must not be said to a patient"
                    yield Fault(table.file, row, table.column(field, lang), wrong, why)


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


def _said(text: str, phrase: Forbidden) -> Iterator[tuple[str, str]]:
    """The phrase where it stands as whole words, outside the harmless contexts that its row allows."""
    for context in filter(None, phrase.harmless_in.split(";")):
        text = re.sub(_whole(context.strip()), " ", text, flags=re.IGNORECASE)
    if re.search(_whole(phrase.phrase), text, flags=re.IGNORECASE):
        yield phrase.phrase, phrase.why


def _whole(phrase: str) -> str:
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + re.escape(phrase) + after
