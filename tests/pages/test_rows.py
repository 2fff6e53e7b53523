"""Every text of the data that a patient is to read is on some page, in every language, as it stands in its row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from catalog import Catalog
from catalog.checking.folder import open_folder
from catalog.checking.phrases import patient_texts
from components import states
from components.clinician import states as clinician
from components.clinician.handout import Clinic
from components.clinician.sheet.drawings import drawings
from components.kit.to_json import to_json
from components.kit.voice import Voice
from tests.catalog.conftest import DATA

# Texts that are not said as they stand, and what takes their place.
ELSEWHERE = {
    ("guidelines", "plain"): "what experts say is put in a few sentences: experts.* of words.csv",
    ("levels", "name"): "a level is called by its bones",
    ("blocks", "role"): "test and treatment stand apart on a block's page",
    ("aftercare", "action"): "the heading of its list says it",
    ("aftercare", "when"): "alarms count at any time",
    ("regions", "name"): "the sacrum and the tailbone do not open",
    ("regions", "short"): "the sacrum and the tailbone do not open",
    ("regions", "what_it_does"): "the sacrum and the tailbone do not open",
}
ROOTS_WITHOUT_A_LEVEL = {"S3", "S4-5"}
WORDS = re.compile(
    r"(attract|notfound|app\.too-old|timeline\.one)"
)  # in the first HTML, on the server's page, or for 1
DRAWN = {"approach"}  # attributes of a block that its drawing tells


def strings(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        yield from (text for value in tree.values() for text in strings(value))
    elif isinstance(tree, list):
        yield from (text for value in tree for text in strings(value))


def left_out(table: str, field: str, row: object) -> bool:
    """Whether a row's text is known to be said in another way."""
    return (
        (table, field) in ELSEWHERE
        or (table == "roots" and getattr(row, "root", "") in ROOTS_WITHOUT_A_LEVEL)
        or (table == "red_flags" and field == "flag" and getattr(row, "kind", "") == "caution")
        or (table == "words" and bool(WORDS.match(getattr(row, "key", ""))))
        or getattr(row, "attribute", "") in DRAWN
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_e12_every_row_is_on_screen_as_it_stands_in_the_data(catalog: Catalog, language: str) -> None:
    voice = Voice(catalog, language)
    clinic = Clinic("https://spine.example", "", dict.fromkeys(drawings(catalog), ""))
    wing = [write(voice) for write in clinician.writers(clinic).values()]
    built = json.loads(to_json([states.words(voice, "", ""), states.pages(voice), clinician.wing(voice), wing]))
    screen = "\n".join(strings(built))
    sheets = open_folder(DATA).sheets
    missing = []
    read = 0
    for table, number, field, found, text in patient_texts(sheets):
        if found != language or left_out(table.name, field, sheets[table.name].rows[number]):
            continue
        read += 1
        parts = [part for part in re.split(r"\{\w+\}", text) if len(part) > 3]
        if not all(part.rstrip(".") in screen for part in parts):
            missing.append((table.file, number, field, text))
    assert missing == []
    assert read > 1000
