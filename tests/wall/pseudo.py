"""Languages that nobody speaks, made out of the first one: texts 40 % longer, and texts that run from right to left."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

from server.settings import DATA

LONGER, FROM_RIGHT = "eo", "he"
ACCENTS = str.maketrans("aeiouAEIOUnc", "áéíóúÁÉÍÓÚñç")
HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיךכלםמןנסעףפץצקרש")


KEPT = re.compile(r"[{}\d]")


def longer(text: str) -> str:
    """The text with accents and 40 % more letters; its placeholders and numbers are kept."""
    words = [word if KEPT.search(word) else word.translate(ACCENTS) for word in text.split(" ")]
    extra = round(len(re.sub(r"\{[^}]*\}", "", text)) * 0.4)
    while extra > 0 and words:
        for index, word in enumerate(words):
            if not KEPT.search(word) and extra > 0 and len(word) > 2:
                words[index] = word[:2] + "ö" + word[2:]
                extra -= 1
        if all(KEPT.search(word) or len(word) <= 2 for word in words):
            break
    return " ".join(words)


def from_right(text: str) -> str:
    """The text in letters that run from right to left; names of levels and placeholders stay."""
    kept = re.split(r"(\{[^}]*\}|\b[CTLS]\d\S*)", text)
    return "".join(part if index % 2 else part.lower().translate(HEBREW) for index, part in enumerate(kept))


MAKERS = {LONGER: longer, FROM_RIGHT: from_right}


def write(folder: Path) -> Path:
    """A copy of the data in `folder` with both languages added: one column more for each column of English."""
    shutil.copytree(DATA, folder)
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        if path.name in {"forbidden_phrases.csv", "taught_terms.csv"}:
            continue
        english = [index for index, name in enumerate(head) if name == "en" or name.endswith("_en")]
        for language, make in MAKERS.items():
            head += [re.sub(r"en$", language, head[index]) for index in english]
            rows = [row + [make(row[index]) for index in english] for row in rows]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *rows])
    return folder
