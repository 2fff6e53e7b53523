"""Phrases that no patient may read: verdicts, advice to one person, promises, percentages (F4, E5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from catalog.checking.folder import Folder, open_folder
from catalog.checking.tables import Table
from catalog.fault import Fault, shorten
from catalog.rows.words import Forbidden

CLINICIAN = re.compile(r"(^|[._-])clinician([._-]|$)")  # keys of words.csv that only the clinician's page uses


def lint(folder: Path) -> list[Fault]:
    """Every forbidden phrase in a patient text of the folder, by file, row and column."""
    opened = open_folder(folder)
    phrases = [row for row in opened.sheets["forbidden_phrases"].rows.values()] if opened.sheets else []
    return [
        Fault(table.file, row, table.column(field, lang), f"{shorten(found)} must not be said to a patient", why)
        for table, row, field, lang, text in patient_texts(opened)
        for phrase in cast(list[Forbidden], phrases)
        if phrase.language == lang
        for found, why in _said(text, phrase)
    ]


def patient_texts(opened: Folder) -> Iterator[tuple[Table, int, str, str, str]]:
    """Every filled text that a patient reads: table, spreadsheet row, field, language, text."""
    for sheet in opened.sheets.values():
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
