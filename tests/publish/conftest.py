"""The project's own app as a folder of files, with sounds, for a place below the root of a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog import Catalog
from components.kit.voice import Voice
from publish import vendor
from publish.export import export
from publish.spoken import name, sentences
from server.current import Current
from server.settings import DATA, Settings
from tests.server.conftest import small_live, small_url
from tests.support.files import files_served
from tests.support.sounds import tone

__all__ = ["site", "site_url", "small_live", "small_url"]  # the small app of the server's tests serves here too

BASE = "/spine/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Path:
    """The folder of a server that holds the site as `spine`. Each sentence of the start can be heard."""
    from app import build

    vendor.ensure()
    sounds, root = tmp_path_factory.mktemp("sounds"), tmp_path_factory.mktemp("www")
    for language in catalog.languages:
        (sounds / language).mkdir()
        for sentence in sentences([Voice(catalog, language)("start.text")]):
            (sounds / language / f"{name(sentence)}.opus").write_bytes(tone())
    settings = Settings(speech=sounds, public_url=f"https://example.org{BASE}")
    export(build(settings, Current(DATA)), settings, catalog.languages, root / "spine")
    return root


@pytest.fixture
def site_url(site: Path) -> Iterator[str]:
    """Its address on a plain file server."""
    with files_served(site) as url:
        yield url + BASE
