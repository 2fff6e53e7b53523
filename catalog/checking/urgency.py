"""One voice on safety: a sign is told with the same urgency in every text, and is called normal only with its limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from catalog.checking.phrases import Whole, patient_texts
from catalog.checking.tables import Sheet
from catalog.fault import Fault, shorten
from catalog.rows.blocks import Aftercare
from catalog.rows.pain import RedFlag, Sign, UrgencyWord

RIGHT = "Write how soon as in signs.csv, or the limit of what is normal"
SAYS_HOW_SOON = {"red_flags": "action", "aftercare": "kind"}  # tables whose rows have an urgency of their own


@dataclass(frozen=True)
class OneVoice:
    """The signs and the phrases that tell how soon to act."""

    signs: tuple[Sign, ...]
    phrases: tuple[UrgencyWord, ...]

    def told(self, language: str, text: str) -> set[str]:
        """How soon the text says to act: `emergency`, `urgent` (today), `call` (the clinic); or that it is `normal`."""
        folded = text.casefold()
        return {row.urgency for row in self.phrases if row.language == language and row.phrase.casefold() in folded}

    def signs_in(self, language: str, text: str) -> list[Sign]:
        """The signs that the text tells of."""
        folded = text.casefold()
        return [
            sign
            for sign in self.signs
            if _holds(sign.terms[language], folded)
            and not (sign.unless[language] and _holds(sign.unless[language], folded))
        ]

    def against(self, language: str, text: str, about: Iterable[str] = ()) -> Iterator[str]:
        """What the text says against signs.csv, each in a line. `about`: how soon its heading says.

        Sentences that go on ("go to the emergency room if you feel very ill") may name another urgency besides. Nothing
        is told of a language that has no phrases yet.
        """
        if all(row.language != language for row in self.phrases):
            return
        folded = text.casefold()
        told = self.told(language, text) | set(about)
        for sign in self.signs_in(language, text):
            if told - {"normal"} and sign.urgency not in told:
                yield f"{sign.sign} is {sign.urgency}, not {' or '.join(sorted(told))}"
        for sign in self.signs if "normal" in told else ():
            normal, limit = sign.normal[language], sign.limit[language]
            if normal and _holds(normal, folded) and not (limit and _holds(limit, folded)):
                yield f"{sign.sign} is called normal without its limit"


def faults(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Every text that speaks of a sign with another urgency. `sheets`: by table name."""
    one = OneVoice(
        tuple(cast(Mapping[int, Sign], sheets["signs"].rows).values()),
        tuple(cast(Mapping[int, UrgencyWord], sheets["urgency_words"].rows).values()),
    )
    for table, number, field, language, text in patient_texts(sheets):
        if field == "when":  # read with its text
            continue
        row = sheets[table.name].rows[number]
        about = {str(getattr(row, SAYS_HOW_SOON[table.name]))} if table.name in SAYS_HOW_SOON else set()
        whole = f"{text} {row.when[language]}" if isinstance(row, Aftercare) else text
        if isinstance(row, RedFlag) and field == "flag":
            whole = f"{text} {row.action_text[language]}"
        for wrong in one.against(language, whole, about):
            yield Fault(table.file, number, table.column(field, language), f"{wrong}: {shorten(text)}", RIGHT)


def _holds(terms: str, folded: str) -> bool:
    """Whether the text with folded letters holds one of `a|b` of every group of `a|b; c`."""
    return all(any(term.stands_in(folded) for term in group) for group in _groups(terms))


@cache
def _groups(terms: str) -> tuple[tuple[Whole, ...], ...]:
    return tuple(tuple(Whole(term.strip()) for term in group.split("|")) for group in terms.split(";"))
