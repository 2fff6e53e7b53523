"""Read aloud: every sentence on screen has its sound, it stops at once, and without a voice there is no button."""

from __future__ import annotations

import shutil
import subprocess
import wave
from pathlib import Path

import pytest

from catalog import Catalog
from components.kit.voice import Voice
from publish import speech
from publish.spoken import name, sentences
from server.settings import Settings
from tests.support.standing import enter
from tests.support.watched import Watched, until
from tests.wall.driving import open_wall, touch

PLACES = ("", "?at=lumbar", "?at=L4-5&part=facet", "?at=C5-6&part=nerve", "?page=emergency", "?page=questions")
SPEAKING = "document.documentElement.hasAttribute('data-speaking')"


def test_a31_a_changed_text_gets_another_name() -> None:
    assert name("One joint.") != name("One joint!")
    assert len(name("One joint.")) == 12


def test_a31_blocks_become_sentences() -> None:
    assert list(sentences(["One. Two?", " Three"])) == ["One.", "Two?", "Three"]


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "es"])
def test_a31_every_sentence_on_screen_is_one_that_is_spoken(page: Watched, catalog: Catalog, language: str) -> None:
    spoken = set(speech.spoken_in(Voice(catalog, language), Settings()))
    opened = page(f"/?lang={language}")
    until(opened, "document.documentElement.hasAttribute('data-whole')", seconds=60)
    unknown = set()
    for place in PLACES:
        enter(opened, f"/{place or '?'}&lang={language}")
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
def test_a31_it_reads_pauses_repeats_and_stops_at_once(page: Watched, speaker: str) -> None:
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
    stop = "document.querySelector('[data-speech=stop]').click()"
    assert not opened.evaluate(f"() => {{ {stop}; return {SPEAKING} || spine.speaking(); }}")
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


@pytest.mark.skipif(
    not all(map(shutil.which, ("espeak-ng", "opusenc", "opusdec"))), reason="needs espeak-ng and opus-tools"
)
def test_a31_one_command_speaks_what_is_new_and_drops_what_no_text_says(tmp_path: Path) -> None:
    assert speech.make(["One joint.", "Two nerves."], "en", tmp_path) == (2, 0)
    assert speech.make(["One joint.", "Three nerves."], "en", tmp_path) == (1, 1)
    assert speech.made(tmp_path, "en") == {name("One joint."), name("Three nerves.")}
    target = tmp_path / "heard.wav"
    subprocess.run(["opusdec", "--quiet", str(tmp_path / "en" / f"{name('One joint.')}.opus"), str(target)], check=True)
    with wave.open(str(target)) as sound:
        assert 0.4 < sound.getnframes() / sound.getframerate() < 4
        assert any(sound.readframes(sound.getnframes()))
