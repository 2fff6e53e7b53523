"""Read aloud: every sentence on screen has its sound, it stops at once, and without a voice there is no button."""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Iterator

import pytest

from catalog import Catalog
from components.spoken import name, sentences
from components.voice import Voice
from server import Content, Site, speech
from server.live import Live
from server.site import DATA
from tests.kiosk.driving import open_wall, touch
from tests.support.running import serving
from tests.support.watched import Watched, until

PLACES = ("", "?at=lumbar", "?at=L4-5&part=facet", "?at=C5-6&part=nerve", "?page=emergency", "?page=questions")
SPEAKING = "document.documentElement.hasAttribute('data-speaking')"


def tone() -> bytes:
    """Two seconds of a quiet tone."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"".join(struct.pack("<h", int(900 * math.sin(n / 3))) for n in range(16000)))
    return file.getvalue()


@pytest.fixture(scope="session")
def speaker(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Iterator[str]:
    """An app whose English is there as sound: the same tone for each sentence."""
    from app import build

    folder = tmp_path_factory.mktemp("speech")
    (folder / "en").mkdir()
    sound = tone()
    for sentence in set(speech.spoken_in(Voice(catalog, "en"))):
        (folder / "en" / f"{name(sentence)}.opus").write_bytes(sound)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(speech, "FOLDER", folder)
        with serving(Live(build, Site(kiosk=True), Content(DATA))) as url:
            yield url


def test_a31_a_changed_text_gets_another_name() -> None:
    assert name("One joint.") != name("One joint!")
    assert len(name("One joint.")) == 12


def test_a31_blocks_become_sentences() -> None:
    assert list(sentences(["One. Two?", " Three"])) == ["One.", "Two?", "Three"]


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "es"])
def test_a31_every_sentence_on_screen_is_one_that_is_spoken(page: Watched, catalog: Catalog, language: str) -> None:
    spoken = set(speech.spoken_in(Voice(catalog, language)))
    opened = page(f"/?lang={language}")
    until(opened, "document.documentElement.hasAttribute('data-whole')", seconds=60)
    unknown = set()
    for place in PLACES:
        opened.evaluate(
            "(to) => { history.pushState(null, '', to); spine.changed(); }", f"{place or '?'}&lang={language}"
        )
        opened.wait_for_timeout(400)
        said = opened.evaluate("spine.sentences().map((one) => one.said)")
        assert said, place
        unknown |= set(said) - spoken
    assert unknown == set()


@pytest.mark.browser
def test_a31_without_a_voice_there_is_no_button(page: Watched) -> None:
    opened = open_wall(page)
    assert opened.evaluate("speechSynthesis.getVoices().length") == 0
    assert not opened.locator("#bar [data-wall=listen]").is_visible()


@pytest.mark.browser
def test_a31_it_reads_pauses_repeats_and_stops_within_300_ms(page: Watched, speaker: str) -> None:
    opened = open_wall(page, "/", url=speaker)
    touch(opened, "[data-pick=lumbar]")
    touch(opened, "[data-pick='L4-5']")
    until(opened, "document.querySelector('#detail [data-block]')")
    touch(opened, "#bar [data-wall=listen]")
    until(opened, "CSS.highlights.has('spoken') && spine.speaking()")
    touch(opened, "[data-speech=pause]")
    until(opened, "!spine.speaking()")
    assert opened.evaluate(SPEAKING)
    touch(opened, "[data-speech=again]")
    until(opened, "spine.speaking()")
    taken = opened.evaluate(
        "() => { const begun = performance.now(); document.querySelector('[data-speech=stop]').click();"
        f" return {SPEAKING} || spine.speaking() ? 9999 : performance.now() - begun; }}"
    )
    assert taken < 300
    assert not opened.evaluate("CSS.highlights.has('spoken')")


@pytest.mark.browser
def test_a32_four_volumes_and_everybody_starts_with_the_same(page: Watched, speaker: str) -> None:
    opened = open_wall(page, "/", url=speaker)
    touch(opened, "[data-pick=lumbar]")
    touch(opened, "#bar [data-wall=listen]")
    until(opened, SPEAKING)
    seen = []
    for _ in range(4):
        touch(opened, "[data-speech=volume]")
        seen.append(opened.locator("[data-speech=volume] b").inner_text())
    assert seen == ["4/4", "1/4", "2/4", "3/4"]
    touch(opened, "[data-speech=volume]")
    touch(opened, "#bar [data-do=reset]")
    until(opened, f"!({SPEAKING})")
    touch(opened, "#bar [data-wall=listen]")
    until(opened, f"{SPEAKING} && document.querySelector('[data-speech=volume] b').textContent === '3/4'")
