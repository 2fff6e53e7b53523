"""What the CSV files say about areas, told with nothing but the csv module: a second opinion beside the page."""

from __future__ import annotations

import csv
import random
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
LANGUAGES = ("en", "es")
Row = tuple[str, str, str, str]  # "all" or "some", level, part, mark on screen


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def places() -> list[str]:
    """Every area with every side, as the URL writes it."""
    made = []
    for area in rows("areas"):
        made += [area["slug"]] if area["sides"] == "midline" else [f"{area['slug']}.left", f"{area['slug']}.right"]
    return made


@cache
def strength(level: str, part: str, slug: str) -> str:
    """typical, sometimes or "": the strongest row of the level's joint, or of the root that leaves there."""
    at = next(row for row in rows("levels") if row["segment"] == level)
    if at["kind"] == "context":
        return ""
    if part == "facet":
        found = {row["strength"] for row in rows("facet_pain") if (row["level"], row["area_slug"]) == (level, slug)}
    else:
        root = at["exiting_root"]
        found = {
            row["strength"] for row in rows("root_pain") if root and (row["root"], row["area_slug"]) == (root, slug)
        }
    return "typical" if "typical" in found else "sometimes" if found else ""


def answer(hurts: list[str]) -> list[Row]:
    """The rows of the answer as a set in fixed order: what reaches all places, and what reaches some."""
    made: list[Row] = []
    for level in rows("levels"):
        for part in ("facet", "nerve"):
            reached = [strength(level["segment"], part, place.split(".")[0]) for place in hurts]
            if not any(reached):
                continue
            every = all(reached)
            mark = "typical" if every and set(reached) == {"typical"} else "sometimes"
            made.append(("all" if every else "some", level["segment"], part, mark))
    return sorted(made)


def rank(hurts: list[str], row: Row) -> int:
    """Typical before sometimes: the weakest where all are reached, else the strongest."""
    group, level, part, _ = row
    reached = {strength(level, part, place.split(".")[0]) for place in hurts} - {""}
    return int("sometimes" in reached if group == "all" else "typical" not in reached)


def sets(count: int, seed: int) -> list[list[str]]:
    """Random choices of two to four different places, without the saddle, which opens the emergency page."""
    chance = random.Random(seed)
    some = [place for place in places() if place != "saddle"]
    return [chance.sample(some, chance.randint(2, 4)) for _ in range(count)]


def text(name: str, key: str, value: str, column: str) -> str:
    return next(row[column] for row in rows(name) if row[key] == value)


def word(key: str, language: str) -> str:
    return text("words", "key", key, language)
