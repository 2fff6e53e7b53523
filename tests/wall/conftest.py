"""An app that can be heard, for the tests of the wall screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from catalog import Catalog
from components.kit.voice import Voice
from publish import speech
from publish.spoken import name
from server.live import Live
from server.settings import Settings
from tests.support.running import serving
from tests.support.sounds import tone


@pytest.fixture(scope="session")
def speaker(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Iterator[str]:
    """An app that is there as sound in every language: the same tone for each sentence."""
    from app import build

    folder = tmp_path_factory.mktemp("speech")
    sound = tone()
    for language in catalog.languages:
        (folder / language).mkdir()
        for sentence in set(speech.spoken_in(Voice(catalog, language), Settings())):
            (folder / language / f"{name(sentence)}.opus").write_bytes(sound)
    with serving(Live(build, Settings(kiosk=True, speech=folder))) as url:
        yield url
