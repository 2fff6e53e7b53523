"""One language's voice: words, texts of the data, and the names of levels, roots and areas as they stand on screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unicodedata import bidirectional

from catalog import Area, Catalog, Level

Text = Mapping[str, str]


@dataclass(frozen=True)
class Voice:
    """The catalog heard in one language."""

    catalog: Catalog
    language: str

    def __call__(self, key: str, **values: object) -> str:
        """The words of `key`; KeyError when data/words.csv has no such key."""
        return self.catalog.words[key][self.language].format(**values)

    def for_scripts(self, key: str, *gaps: str) -> str:
        """The words of `key` with their gaps, which the scripts fill; KeyError when one is not among `gaps`."""
        self(key, **dict.fromkeys(gaps, ""))
        return self.catalog.words[key][self.language]

    def of(self, text: Text) -> str:
        """A text of the data in this language."""
        return text[self.language]

    @property
    def from_right(self) -> bool:
        """Whether the language is written from right to left, as the letters of its own name tell."""
        return any(bidirectional(letter) in ("R", "AL") for letter in self("lang.name"))

    def level(self, level: Level) -> str:
        """`L4-L5` for the segment L4-5: both bones by their whole names; a context joint by its own name."""
        return self("level.sij") if level.kind == "context" else level.label

    def areas(self, slugs: Iterable[str]) -> str:
        """Areas as a running list in lower case."""
        return ", ".join(self.of(self.catalog.areas[slug].short) for slug in slugs)

    def area(self, area: Area, side: str) -> str:
        """An area with its side, as a button says it."""
        name = self.of(area.name)
        return name if side == "mid" else f"{name}, {self(f'area.{side}')}"
