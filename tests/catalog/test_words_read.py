"""Every word of words.csv is read: what nothing reads is taken out, or was meant for a place that is not there yet."""

from __future__ import annotations

import re
from dataclasses import replace

from catalog import Catalog
from components import states, trial
from components.kit.voice import Voice

# A row may be told in each of these units, whichever the rows of today have.
UNITS = re.compile(r"timeline\.(?:one|amount|up-to|range)\.(?:hours|days|weeks|months)")


class _Noting(dict[str, dict[str, str]]):
    """Words that note which of them were read."""

    def __init__(self, words: object) -> None:
        super().__init__(words)  # type: ignore[call-overload]
        self.read: set[str] = set()

    def __getitem__(self, key: str) -> dict[str, str]:
        self.read.add(key)
        return super().__getitem__(key)


def unread(catalog: Catalog) -> list[str]:
    """The keys that nothing on screen asks for, in any language, with and without a clinic's own words."""
    words = _Noting(catalog.words)
    noted = replace(catalog, words=words)
    voices = {language: Voice(noted, language) for language in catalog.languages}
    for _, build in trial.parts(noted, voices):
        build()
    for voice in voices.values():
        states.words(voice, "112", "Ask at the desk.")
    return [key for key in words if key not in words.read]


def test_every_word_is_read(facts: Catalog) -> None:
    assert [key for key in unread(facts) if not UNITS.fullmatch(key)] == []


def test_a_word_that_nothing_reads_is_found(facts: Catalog) -> None:
    more = replace(facts, words={**facts.words, "test.nobody": {"en": "Nobody", "es": "Nadie"}})
    assert "test.nobody" in unread(more)
