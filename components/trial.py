"""A trial of the data: all that is on screen is built, in every language, and what cannot be built is told as faults.

What single files and their links must hold is checked before; this is the guard behind all of that.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from catalog import Catalog, Fault, Text, explored, home_of, nearest, shorten
from components import states
from components.clinician import states as clinician
from components.clinician.charts.explored import figures
from components.clinician.handout import Clinic
from components.clinician.sheet.drawings import drawings
from components.explorer import plate
from components.explorer.spine import enlarged, whole
from components.frame.document import document
from components.kit.steady import without_sweeping
from components.kit.voice import Voice

WORDS = "words.csv"
OF_DASH = ("metas", "favicon", "css", "app_entry", "config", "scripts", "renderer")  # what Dash puts into the page
HOW_TO_DRAW = "docs/drawings.md"
NOT_FOUND = ("notfound.title", "notfound.text", "notfound.home")  # of the page that the server itself answers with


class _Words(dict[str, Text]):
    """The words of the screen; a key that is not there is noted, and answered with itself."""

    def __init__(self, words: Mapping[str, Text], languages: tuple[str, ...]) -> None:
        super().__init__(words)
        self.missing: dict[str, None] = {}
        self._languages = languages

    def __missing__(self, key: str) -> Text:
        self.missing[key] = None
        return dict.fromkeys(self._languages, key)


@dataclass(frozen=True)
class _Trying(Voice):
    """A voice that notes what it cannot fill in, and goes on."""

    unfilled: dict[tuple[str, str, str], None] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        try:
            return super().__call__(key, **values)
        except (KeyError, IndexError, ValueError, AttributeError, TypeError):
            named = ", ".join(f"{{{name}}}" for name in values) or "no gaps"
            self.unfilled[key, self.language, named] = None
            return key


@without_sweeping()
def faults(catalog: Catalog) -> list[Fault]:
    """What is in no drawing. If all is: every word that is asked for and missing or cannot be filled in; then whatever
    else could not be built.
    """
    undrawn = list(_undrawn(catalog))
    if undrawn:  # nothing of it can be built
        return undrawn
    words = _Words(catalog.words, catalog.languages)
    tried = replace(catalog, words=words)
    voices = {language: _Trying(tried, language) for language in catalog.languages}
    broken = list(dict.fromkeys(filter(None, map(_attempt, parts(tried, voices)))))
    rows = {key: number for number, key in enumerate(catalog.words, start=2)}
    return [
        *(_missing(key, catalog.words) for key in words.missing),
        *(
            Fault(WORDS, rows.get(key, 0), language, f"{shorten(key)} cannot be filled in", f"It may hold {named}")
            for voice in voices.values()
            for key, language, named in voice.unfilled
        ),
        *_nowhere(catalog),
        *broken,
    ]


def _nowhere(catalog: Catalog) -> Iterator[Fault]:
    """Codes of a record system that lead to a page that nobody writes."""
    pages = [*states.SHORT_PAGES, *states.LONG_PAGES]
    for number, row in enumerate(catalog.record_codes, start=2):
        page = row.leads_to.get("page", pages[0])
        if page not in pages:
            meant = nearest(page, pages)
            right = f'Did you mean "{meant}"?' if meant else f"Write one of {', '.join(pages)}"
            yield Fault("record_codes.csv", number, "leads_to", f"there is no page {shorten(page)}", right)


def _undrawn(catalog: Catalog) -> Iterator[Fault]:
    """Regions that open and have no plate, and levels that have no place on the plates of theirs."""
    views = plate.load_views()
    for number, region in enumerate(catalog.regions.values(), start=2):
        if region.region in explored(catalog) and any(
            f"{view}-{region.region}" not in views for view in plate.LOOKS.values()
        ):
            wrong = f"{region.region} is in no drawing of the spine"
            yield Fault("regions.csv", number, "kind", wrong, f'Write "context", or draw it: {HOW_TO_DRAW}')
    for number, level in enumerate(catalog.levels.values(), start=2):
        for view in plate.LOOKS.values():
            home = f"{view}-{home_of(catalog, level)}"
            if home in views and level.segment not in views[home].spots:
                wrong = f"{level.segment} has no place in the drawing {home}"
                yield Fault("levels.csv", number, "segment", wrong, f"Take the row out, or draw it: {HOW_TO_DRAW}")
                break  # the other drawings are made of the same bones


def _missing(key: str, known: Mapping[str, Text]) -> Fault:
    meant = nearest(key, known)
    right = f"Add a row with this key (the nearest one there is {shorten(meant)})" if meant else "Add a row with it"
    return Fault(WORDS, 0, "key", f"the page asks for {shorten(key, 80)}, which is not there", right)


def parts(catalog: Catalog, voices: Mapping[str, Voice]) -> Iterator[tuple[str, Callable[[], object]]]:
    """All that is on screen, piece by piece, with the name that a fault tells; `voices`: by language."""
    views = plate.load_views()

    def first(language: str) -> object:
        site = states.unpublished_site(catalog)
        page = document(voices, language, whole(catalog, "side", views), site, [], ["start.mjs"], 4.0)
        return page(**dict.fromkeys(OF_DASH, ""))

    yield "the whole spine", lambda: whole(catalog, "back", views)
    yield (
        "the spine from near by",
        lambda: [enlarged(catalog, look, region, views) for look in plate.LOOKS for region in explored(catalog)],
    )
    clinic = Clinic("", "", dict.fromkeys(drawings(catalog), ""))
    for language, voice in voices.items():
        yield f"the explorer ({language})", partial(states.words, voice, "", "")
        yield f"the pages ({language})", partial(states.pages, voice)
        yield f"the physician's wing ({language})", partial(clinician.wing, voice)
        for page, write in clinician.writers(clinic).items():
            yield f"the physician's page {page} ({language})", partial(write, voice)
        yield f"the physician's charts to look into ({language})", partial(figures, voice)
        yield f"the first view ({language})", partial(first, language)
        yield f"the page for what is not there ({language})", partial(list, map(voice, NOT_FOUND))


def _attempt(part: tuple[str, Callable[[], object]]) -> Fault | None:
    name, build = part
    try:
        build()
    except Exception as problem:  # whatever it is: a person who keeps a spreadsheet gets a sentence
        return _broken(name, problem)
    return None


def _broken(name: str, problem: Exception) -> Fault:
    at = traceback.extract_tb(problem.__traceback__)[-1]
    told = str(problem).strip('"') or type(problem).__name__
    return Fault(
        "data", 0, "", f"{name} cannot be built: {shorten(told, 120)} ({at.name})", "Take back what was changed last"
    )
