"""What lies in data/ is read: a word that no view asks for is not kept, translated and reviewed for nothing."""

from __future__ import annotations

import dataclasses

from server.current import Current
from server.settings import DATA, Settings

# Asked for when a fact has such a unit; which facts do changes with the data.
BY_UNIT = ("timeline.one.", "timeline.up-to.", "timeline.range.", "timeline.amount.")


class Read(dict[str, object]):
    """A dict that remembers the keys it was asked for."""

    def __init__(self, *content: object) -> None:
        super().__init__(*content)  # type: ignore[arg-type]
        self.keys_read: set[str] = set()

    def __getitem__(self, key: str) -> object:
        self.keys_read.add(key)
        return super().__getitem__(key)


def test_every_word_of_the_screen_is_read() -> None:
    from app import build

    current = Current(DATA)
    words = Read(current.catalog.words)
    current.catalog = dataclasses.replace(current.catalog, words=words)  # type: ignore[arg-type]
    for settings in (Settings(), Settings(kiosk=True, emergency_number="911", staff_text="Ask at the desk.")):
        flask_app = build(settings, current).server
        flask_app.test_client().get("/no-such-page")  # its words are read when somebody asks
    assert [key for key in words if key not in words.keys_read and not key.startswith(BY_UNIT)] == []
