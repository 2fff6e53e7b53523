"""What the words of the screen must hold: gaps that can be filled in, and the same gaps in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import cast

from catalog.fault import Fault
from catalog.rows.base import Row
from catalog.rows.words import Word

FILE = "words.csv"


def faults(words: Mapping[int, Row]) -> Iterator[Fault]:
    """`words`: the rows of words.csv by the row number of the spreadsheet."""
    for number, word in cast(Mapping[int, Word], words).items():
        found: dict[str, set[str]] = {}
        for lang, text in word.text.items():
            try:
                found[lang] = gaps(text)
            except ValueError:
                right = "Write each gap as {name}, and no other curly bracket"
                yield Fault(FILE, number, lang, "a curly bracket is left open or empty", right)
        first = next(iter(found), "")
        for lang, names in found.items():
            if names != found[first]:
                has, wanted = (_listed(each) for each in (names, found[first]))
                wrong = f"it has {has}, but the column {first} has {wanted}"
                yield Fault(FILE, number, lang, wrong, "Write the same names in every language")


def gaps(text: str) -> set[str]:
    """The names in curly brackets. ValueError if one is open, or if anything but a name stands in it."""
    found = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    if not all((name or "").isidentifier() and not spec and not conversion for name, spec, conversion in found):
        raise ValueError(text)
    return {str(name) for name, _, _ in found}


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no gap"
