"""All long pages of both languages, built once."""

from __future__ import annotations

from typing import Any

import pytest

from catalog import Catalog
from components import states
from components.kit.voice import Voice


@pytest.fixture(scope="session")
def voices(catalog: Catalog) -> dict[str, Voice]:
    return {language: Voice(catalog, language) for language in catalog.languages}


@pytest.fixture(scope="session")
def pages(voices: dict[str, Voice]) -> dict[str, dict[str, Any]]:
    """Language -> name of a page or part -> its component tree."""
    return {language: states.pages(voice) for language, voice in voices.items()}
