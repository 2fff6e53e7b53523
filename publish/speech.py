"""Sentences as sound, made ahead of time: `app.py speech` (needs espeak-ng and opusenc, both packages of Debian).

`FOLDER/LANGUAGE/NAME.opus`; a name is the hash of its sentence, so that a second run makes only what is new.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from flask import Flask

from catalog import Catalog
from components import states
from components.kit.voice import Voice
from publish.export import OFFERS
from publish.spoken import name, sentences
from server import sounds
from server.settings import Settings

WORDS_A_MINUTE = 150  # calm reading
# Parts of the content that are names, links and announcements, not text to be read.
UNSPOKEN = frozenset({"announce", "bar", "found", "say", "sides", "t", "titles", "turn"})
KBITS = 20  # speech of one voice


def made(folder: Path, language: str) -> set[str]:
    """Names of the sentences that can be heard in a language."""
    return {path.stem for path in (folder / language).glob("*.opus")}


def make(spoken: Iterable[str], language: str, folder: Path) -> tuple[int, int]:
    """Speak what is not spoken yet, delete what no text says any more; the numbers of files made and deleted.

    Raises `FileNotFoundError` when espeak-ng or opusenc is missing, `CalledProcessError` when one of them fails.
    """
    for tool in ("espeak-ng", "opusenc"):
        if not shutil.which(tool):
            raise FileNotFoundError(f"{tool} is missing. Debian and Ubuntu: apt-get install espeak-ng opus-tools")
    wanted = {name(sentence): sentence for sentence in spoken}
    there = made(folder, language)
    (folder / language).mkdir(parents=True, exist_ok=True)
    for old in there - wanted.keys():
        (folder / language / f"{old}.opus").unlink()
    new = wanted.keys() - there
    for digits in sorted(new):
        _speak(wanted[digits], language, folder / language / f"{digits}.opus")
    return len(new), len(there - wanted.keys())


def _speak(sentence: str, language: str, target: Path) -> None:
    voice = ["espeak-ng", "-v", language, "-s", str(WORDS_A_MINUTE), "--stdout", "--stdin"]
    wave = subprocess.run(voice, input=sentence.encode(), capture_output=True, check=True).stdout
    half = target.with_suffix(".half")
    encoder = ["opusenc", "--quiet", "--bitrate", str(KBITS), "-", str(half)]
    subprocess.run(encoder, input=wave, capture_output=True, check=True)
    half.replace(target)


def serve(flask_app: Flask, folder: Path) -> None:
    """Add the route of the sound files, and tell which there are."""
    sounds.send(flask_app, folder)
    flask_app.extensions.setdefault(OFFERS, {})[sounds.ROUTE] = partial(sounds.addresses, folder)


def spoken_in(voice: Voice, settings: Settings) -> Iterator[str]:
    """Every sentence that a language's views show, the clinic's own words among them."""
    own = states.words(voice, settings.emergency_number, settings.staff_text)
    trees = [*own, *states.pages(voice).items()]
    for key, tree in trees:
        if key not in UNSPOKEN:
            yield from sentences(tree)


def speak(facts: Catalog, settings: Settings) -> Iterator[str]:
    """Speak every sentence of every language into `settings.speech`; one line of what was done for each language.

    Raises as `make`.
    """
    for language in facts.languages:
        new, gone = make(spoken_in(Voice(facts, language), settings), language, settings.speech)
        yield f"{language}: {new} made, {gone} deleted, {len(made(settings.speech, language))} in all"
