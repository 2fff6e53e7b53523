"""What a wall screen shows over the page: are you still there, the staff's status, the lock for cleaning; and the line
that says that a part is missing, on any screen.
"""

from __future__ import annotations

import math

from markupsafe import Markup

from components.kit.markup import el
from components.kit.voice import Voice

# Words of the layers, renamed by the scripts when the language changes.
WORDS = (
    "idle.title",
    "idle.text",
    "idle.stay",
    "bar.start-over",
    "status.title",
    "status.release",
    "status.data",
    "status.uptime",
    "status.page",
    "status.health",
    "status.clean",
    "page.close",
    "clean.title",
    "clean.text",
    "offline.text",
    "listen.pause",
    "listen.play",
    "listen.again",
    "listen.stop",
    "listen.volume",
)
FACTS = ("health", "release", "data", "uptime", "page")

TARGET_MM = 20  # smallest control of a wall screen: Colle & Hiszem 2004
CAPITAL_MM = 4.9  # capital height, a little over the 4.8 mm (3/16 inch) of Section 508, 402.4
CAPITAL_OF_LATO = 0.7165  # capital height of Lato as a share of its size, from the font's OS/2 table
SMALLEST_TARGET_PX = 44
WALL = "@media (min-width:1800px) and (min-height:1000px),(min-width:1000px) and (min-height:1700px)"


def sizes(px_per_mm: float) -> str:
    """The style rule that gives controls and letters their true size on a screen of this density."""
    target = max(SMALLEST_TARGET_PX, math.ceil(TARGET_MM * px_per_mm))
    letter = math.ceil(CAPITAL_MM * px_per_mm / CAPITAL_OF_LATO)
    return f"{WALL}{{html[data-kiosk]{{--sx-target:{target}px;--root:{letter}px}}}}"


def layers(voice: Voice) -> Markup:
    """Dialogs that wait, closed, beside the page."""
    return Markup("").join([_still_there(voice), _status(voice), _cleaning(voice), _offline(voice), _player(voice)])


def _word(voice: Voice, key: str, name: str = "span", **attributes: object) -> Markup:
    return el(name, voice(key), data_t=key, **attributes)


def _timer() -> Markup:
    return el("span", role="timer", class_="ring-time")


def _button(voice: Voice, key: str, wall: str, look: str) -> Markup:
    return el("button", _word(voice, key), type="button", class_=f"sx-btn {look}", data_wall=wall)


def _still_there(voice: Voice) -> Markup:
    return el(
        "dialog",
        _timer(),
        el(
            "div",
            _word(voice, "idle.title", "h2", id="idle-title"),
            _word(voice, "idle.text", "p", id="idle-text"),
        ),
        el(
            "div",
            _button(voice, "idle.stay", "stay", "btn-first"),
            _button(voice, "bar.start-over", "reset", "btn-plain"),
            class_="layer-buttons",
        ),
        id="still-there",
        class_="layer",
        aria_labelledby="idle-title",
        aria_describedby="idle-text",
    )


def _status(voice: Voice) -> Markup:
    rows = [
        el("div", _word(voice, f"status.{fact}", "dt"), el("dd", data_fact=fact), class_="status-row") for fact in FACTS
    ]
    return el(
        "dialog",
        _word(voice, "status.title", "h2", id="status-title"),
        el("dl", *rows),
        el(
            "div",
            _button(voice, "status.clean", "clean", "btn-plain"),
            _button(voice, "page.close", "close", "btn-first"),
            class_="layer-buttons",
        ),
        id="status",
        class_="layer",
        aria_labelledby="status-title",
    )


def _cleaning(voice: Voice) -> Markup:
    return el(
        "dialog",
        _timer(),
        el("div", _word(voice, "clean.title", "h2", id="clean-title"), _word(voice, "clean.text", "p")),
        id="cleaning",
        class_="layer",
        aria_labelledby="clean-title",
    )


def _player(voice: Voice) -> Markup:
    """Shown while something is read aloud."""

    def button(do: str, *words: Markup) -> Markup:
        return el("button", *words, type="button", class_="sx-btn", data_speech=do)

    return el(
        "div",
        button(
            "pause",
            _word(voice, "listen.pause", class_="when-on"),
            _word(voice, "listen.play", class_="when-paused"),
        ),
        button("again", _word(voice, "listen.again")),
        button("stop", _word(voice, "listen.stop")),
        button("volume", _word(voice, "listen.volume"), el("b")),
        id="player",
        role="region",
        data_say="label:player",
    )


def _offline(voice: Voice) -> Markup:
    return _word(voice, "offline.text", "p", id="offline", role="status")
