"""What one cell may hold. Each kind tells, in plain words, what is wrong and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, NoReturn

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from catalog.fault import shorten

LONGEST = 600
FROM_MEMORY = "from memory"
EVERY, NONE = "all", "none"
PURPOSES = ("test", "treatment")
SIDES = ("left", "right")
LEADS = ("at", "part", "side", "page", "block")
SLUG = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
TAG = re.compile(r"<\s*[/!?A-Za-z]|&(?:[a-z]+|#\d+|#x[0-9a-f]+);", re.IGNORECASE)
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
SPREADSHEET_ERROR = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!|#+)")


def _fail(wrong: str, right: str, lang: str = "") -> NoReturn:
    raise PydanticCustomError("cell", "{wrong}", {"wrong": wrong, "right": right, "lang": lang})


def _plain(value: str, lang: str = "") -> str:
    """Refuse what is not plain text of a sensible length; S14: text is text, never markup."""
    if len(value) > LONGEST:
        _fail(f"the text has {len(value)} characters", f"Keep it to {LONGEST} or fewer", lang)
    if TAG.search(value):
        _fail(f"{shorten(value)} holds HTML", "Write plain text only", lang)
    if not value.isprintable():
        _fail(f"{shorten(value)} holds a line break or an invisible character", "Write it on one line", lang)
    if value.startswith(("=", "@")):  # a spreadsheet would run it (S12)
        _fail(f"{shorten(value)} begins like a formula", "Begin with a letter or digit", lang)
    if SPREADSHEET_ERROR.fullmatch(value):
        _fail(f"{shorten(value)} is an error of the spreadsheet", "Type the text or number itself", lang)
    return value


def _filled(value: str) -> str:
    return _plain(value) if value else _fail("the cell is empty", "Fill it in")


def _slug(value: str) -> str:
    if not value:
        _fail("the cell is empty", "Fill in the id")
    if len(value) > 60 or not SLUG.fullmatch(value):
        _fail(f"{shorten(value)} is not an id", "Use letters, digits and single hyphens, without blanks")
    return value


def _number(value: str) -> float | None:
    if value and not NUMBER.fullmatch(value):
        _fail(f"{shorten(value)} is not a number", "Write a number such as 12 or 0.5, without a sign or unit")
    return _signed(value)


def _signed(value: str) -> float | None:
    if value and not NUMBER.fullmatch(value.removeprefix("-")):
        _fail(f"{shorten(value)} is not a number", "Write a number such as 12, 0.5 or -0.5, without a unit")
    return float(value.replace(",", ".")) if value else None


def _measure(value: str) -> float:
    number = _number(value)
    return _fail("the cell is empty", "Write a number such as 12 or 0.5") if number is None else number


def _whole(value: str) -> int | None:
    if value and not re.fullmatch(r"\d{1,9}", value):
        _fail(f"{shorten(value)} is not a whole number", "Write digits only, such as 255")
    return int(value) if value else None


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        _fail(f"{shorten(value)} is not a date", "Write it as year-month-day, such as 2026-11-22")


def _verified(value: str) -> str:
    if value != FROM_MEMORY and not re.fullmatch(r"https?://[^\s<>\"]+", value):
        _fail(f"{shorten(value)} does not tell what confirmed this", f'Write a web address, or "{FROM_MEMORY}"')
    return value


def _yes(value: str) -> bool:
    if value not in ("yes", "no"):
        _fail(f"{shorten(value)} is neither yes nor no", 'Write "yes" or "no"')
    return value == "yes"


def _every_language(value: Mapping[str, str]) -> Mapping[str, str]:
    for lang, text in value.items():
        if not text:
            _fail("the text is missing in this language", "Write it in each language", lang)
        _plain(text, lang)
    return value


def _all_or_no_language(value: Mapping[str, str]) -> Mapping[str, str]:
    return _every_language(value) if any(value.values()) else value


class Patient:
    """Marks a text that a patient reads: plain words, short sentences, no verdict on the reader (A34, F4)."""


class Name:
    """Marks a text that is a name: it says what it has to, so its reading grade is not judged."""


class ByLanguage:
    """Marks a field that is spread over one column a language: `name` is `name_en`, `name_es`, ..."""


def kind(name: str, allowed: str) -> Any:
    """What the list of all files says about a cell: its kind, and what it may hold."""
    return Field(title=name, description=allowed)


def _optional(check: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: check(value) if value else value


def _listed(value: str) -> tuple[str, ...]:
    names = tuple(_slug(name) for name in value.split())
    for name in names:
        if names.count(name) > 1:
            _fail(f"{shorten(name)} is there twice", "Write it once")
    return names


def _places(value: str) -> tuple[str, ...]:
    for name in value.split():
        place, dot, side = name.partition(".")
        _slug(place)
        if dot and side not in SIDES:
            _fail(f"{shorten(name)} names no side", " or ".join(f'Write "{place}.{each}"' for each in SIDES))
    return tuple(value.split())


def _address(value: str) -> Mapping[str, str]:
    parted = [one.split("=") for one in value.split("&")]
    if any(len(pair) != 2 or pair[0] not in LEADS or not pair[1] for pair in parted):
        keys = ", ".join(LEADS)
        _fail(f"{shorten(value)} is no part of an address", f"Write such as at=lumbar&side=left; the keys are {keys}")
    state = {key: held for key, held in parted}
    if len(state) < len(parted):
        _fail(f"{shorten(value)} has a key twice", "Write each key once")
    return state


def _about(value: str) -> tuple[str, ...]:
    names = _listed(value)
    if not names:
        _fail("the cell is empty", f'Write "{EVERY}", "{NONE}", or ids with a blank between them')
    if len(names) > 1 and (found := next((word for word in (EVERY, NONE) if word in names), "")):
        _fail(f'"{found}" stands beside ids', "Write the word alone, or the ids alone")
    return names


def _about_when(value: str) -> Mapping[str, str]:
    parted = [word.partition(":") for word in value.split()]
    for name, colon, purpose in parted:
        if colon and purpose not in PURPOSES:
            right = " or ".join(f'"{name}:{each}"' for each in PURPOSES)
            _fail(f"{shorten(name + colon + purpose)} names no purpose", f"Write {right}, or the id alone for both")
    names = _about(" ".join(name for name, _, _ in parted))
    return dict(zip(names, (purpose for _, _, purpose in parted), strict=True))


IN_EACH = "in one column a language"

Id = Annotated[
    str, AfterValidator(_slug), kind("id", "letters, digits and single hyphens or underscores, without blanks")
]
OptionalId = Annotated[str, AfterValidator(_optional(_slug)), kind("id or empty", "an id, or nothing")]
Line = Annotated[str, AfterValidator(_filled), kind("text", f"plain text on one line, up to {LONGEST} characters")]
OptionalLine = Annotated[str, AfterValidator(_plain), kind("text or empty", "a text, or nothing")]
Number = Annotated[float | None, BeforeValidator(_number), kind("number or empty", "without a sign or unit: 12, 0.5")]
Measure = Annotated[float, BeforeValidator(_measure), kind("number", "without a sign or unit: 12, 0.5")]
Signed = Annotated[float | None, BeforeValidator(_signed), kind("signed number or empty", "12, 0.5 or -0.5")]
Whole = Annotated[int | None, BeforeValidator(_whole), kind("whole number or empty", "digits only: 255")]
Order = Annotated[int | None, BeforeValidator(_whole), kind("place in the order", "1, 2, 3 ..., without a gap: 1")]
Place = Annotated[int | None, BeforeValidator(_whole), kind("place on paper or empty", "1, 2, 3 ...: 1")]
Person = Annotated[str, AfterValidator(_plain), kind("person or empty", "who stands for the row: A. Person")]
Day = Annotated[date | None, BeforeValidator(_date), kind("day or empty", "year-month-day: 2026-11-22")]
Verified = Annotated[
    str, AfterValidator(_verified), kind("proof", f"the address of the page that confirmed it, or `{FROM_MEMORY}`")
]
Ids = Annotated[tuple[str, ...], BeforeValidator(_listed), kind("ids or empty", "with a blank between them")]
Places = Annotated[
    tuple[str, ...],
    BeforeValidator(_places),
    kind("places or empty", "areas or groups of areas; with `.left` or `.right` behind it, only that side"),
]
Address = Annotated[  # key -> value
    Mapping[str, str],
    BeforeValidator(_address),
    kind("state", f"keys ({', '.join(LEADS)}) and values of the page's address: at=lumbar&side=left"),
]
About = Annotated[
    tuple[str, ...],
    BeforeValidator(_about),
    kind("ids, all or none", f"`{EVERY}`, `{NONE}`, or ids with a blank between them"),
]
AboutWhen = Annotated[  # id -> its one purpose, "" for both
    Mapping[str, str],
    BeforeValidator(_about_when),
    kind(
        "ids with purposes, all or none",
        "the same; an id for one purpose only says so, with `:test` or `:treatment` behind it",
    ),
]
YesNo = Annotated[bool, BeforeValidator(_yes), kind("yes or no", "`yes` or `no`")]

Text = Mapping[str, str]  # language -> words; a missing optional text is {"en": "", "es": ""}
PlainText = Annotated[
    Text,
    AfterValidator(_every_language),
    ByLanguage(),
    Patient(),
    kind("words for patients", f"{IN_EACH}; up to 15 words a sentence, grade 6, none of `forbidden_phrases.csv`"),
]
PlainName = Annotated[
    Text,
    AfterValidator(_every_language),
    ByLanguage(),
    Patient(),
    Name(),
    kind("name", f"{IN_EACH}; as patients know it, none of `forbidden_phrases.csv`"),
]
OptionalPlainText = Annotated[
    Text,
    AfterValidator(_all_or_no_language),
    ByLanguage(),
    Patient(),
    kind("words for patients or empty", "the same, or empty in every language"),
]
ClinicalText = Annotated[
    Text, AfterValidator(_every_language), ByLanguage(), kind("words in each language", f"text, {IN_EACH}")
]
OptionalClinicalText = Annotated[
    Text,
    AfterValidator(_all_or_no_language),
    ByLanguage(),
    kind("words in each language or empty", f"text, {IN_EACH}, or empty in every language"),
]
