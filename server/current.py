"""The facts and words of a data folder at one moment."""

from pathlib import Path

import catalog
from catalog import Catalog
from server.inputs import data_digest


class Current:
    """The checked catalog of a data folder, and the digest of the very bytes it was read from.

    Raises `catalog.Faulty` when the folder has faults.
    """

    def __init__(self, folder: Path) -> None:
        self.version = ""
        while self.version != (seen := data_digest(folder)):  # saved while it was read: once more
            self.version = seen
            self.catalog: Catalog = catalog.load(folder)

    def word(self, key: str, language: str) -> str:
        """A word of the screen in `language`, or in the first language when that one is not there."""
        texts = self.catalog.words[key]
        return texts[language] if language in texts else texts[self.catalog.languages[0]]
