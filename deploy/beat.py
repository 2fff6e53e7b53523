"""Asks the server what it last heard from the page of the wall screen.

    beat.py silent [ADDRESS]   prints for how many whole seconds the page has been silent; exit 1: no server
    beat.py busy [ADDRESS]     exit 0: somebody is using the screen. 1: nobody is, or the page or the server is silent

Standard library only: it has to run before anything is installed.
"""

from __future__ import annotations

import json
import sys
import urllib.request

HOME = "http://127.0.0.1:8050/"
PATIENCE = 3
LOST = 10  # a page that was silent for so many seconds serves nobody


def ask(home: str) -> dict[str, float]:
    """What the server says. Raises `OSError` when it does not answer, `ValueError` when it is another one."""
    with urllib.request.urlopen(f"{home}wall/beat", timeout=PATIENCE) as answer:
        return dict(json.load(answer))


def main(question: str, home: str = HOME) -> int:
    try:
        told = ask(home)
    except (OSError, ValueError):
        return 1
    if question == "silent":
        print(int(told["silent_seconds"]))
        return 0
    return 0 if told["somebody"] and told["silent_seconds"] < LOST else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
