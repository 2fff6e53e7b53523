"""Asks the server what it last heard from the page of the wall screen.

    beat.py lost ADDRESS AGE   exit 0: a browser that was started AGE seconds ago has to be started afresh. 1: its page
                               lives, or may still come, or the server does not answer
    beat.py busy [ADDRESS]     exit 0: somebody is using the screen. 1: nobody is, or the page or the server is silent

Settings by environment, in seconds: SPINE_SILENCE that a page may keep, and SPINE_OPENING, the time that a page may
take to its first word, from the start of its browser or, if that is later, of the server.

Standard library only: it has to run before anything is installed.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request

HOME = "http://127.0.0.1:8050/"
PATIENCE = 3
SILENCE = float(os.environ.get("SPINE_SILENCE", "8"))
OPENING = float(os.environ.get("SPINE_OPENING", "25"))


def ask(home: str) -> dict[str, float]:
    """What the server says. Raises `OSError` when it does not answer, `ValueError` when it is another one."""
    with urllib.request.urlopen(f"{home}wall/beat", timeout=PATIENCE) as answer:
        return dict(json.load(answer))


def lost(told: dict[str, float], age: float) -> bool:
    """Whether the page of a browser that was started `age` seconds ago will say nothing any more."""
    silent = told["silent_seconds"]
    if told["spoken"] and silent < age:  # this browser's page was heard
        return silent >= SILENCE
    return min(silent, age) >= OPENING


def main(question: str, home: str = HOME, age: str = "0") -> int:
    try:
        told = ask(home)
    except (OSError, ValueError):
        return 1
    yes = lost(told, float(age)) if question == "lost" else told["somebody"] and told["silent_seconds"] < SILENCE
    return 0 if yes else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
