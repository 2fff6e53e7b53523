"""What the data say, read with nothing but the csv module: a second opinion beside the catalog."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
LANGUAGES = ("en", "es")
PARTS = ("facet", "nerve")
SIDES = ("both", "left", "right")


@cache
def rows(name: str) -> list[dict[str, str]]:
    """All rows of data/NAME.csv."""
    with (DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@cache
def keyed(name: str, key: str) -> dict[str, dict[str, str]]:
    """The rows of data/NAME.csv by one column."""
    return {row[key]: row for row in rows(name)}


def regions() -> list[str]:
    """The regions that open, from the neck down."""
    return [row["region"] for row in rows("regions") if row["kind"] == "explored"]


def levels(region: str = "") -> list[str]:
    """All levels, or those shown with a region; the joint of the sacrum is shown with the low back."""
    return [row["segment"] for row in rows("levels") if region in ("", home(row["segment"]))]


def home(level: str) -> str:
    """The region in which a level is shown."""
    region = keyed("levels", "segment")[level]["region"]
    return "lumbar" if region == "sacral" else region


def kind(level: str) -> str:
    """facet, special (C0-1, C1-2), nerve_only (S1, S2) or context (SIJ)."""
    return keyed("levels", "segment")[level]["kind"]


def first_part(level: str) -> str:
    """What a level shows first: its joint; its nerve where it has no joint."""
    return "nerve" if kind(level) == "nerve_only" else "facet"


def structures(level: str) -> list[str]:
    """The structures of a level that are targets of their own in the drawing."""
    joint = kind(level) != "nerve_only"
    nerve = bool(keyed("levels", "segment")[level]["exiting_root"])
    return [part for part, there in (("facet", joint), ("nerve", nerve)) if there]


def strengths(level: str, part: str) -> dict[str, str]:
    """Area -> typical or sometimes. Dermatome and dynatome of the leaving root count together, the stronger wins."""
    root = keyed("levels", "segment")[level]["exiting_root"]
    table, key, value = ("facet_pain", "level", level) if part == "facet" else ("root_pain", "root", root)
    found: dict[str, str] = {}
    for row in rows(table):
        if row[key] == value and found.get(row["area_slug"]) != "typical":
            found[row["area_slug"]] = row["strength"]
    return found


def sides_of(area: str) -> tuple[str, ...]:
    """The sides on which an area is drawn."""
    return ("mid",) if keyed("areas", "slug")[area]["sides"] == "midline" else ("left", "right")


def areas() -> set[str]:
    """Every area with its side, as `low-back.left` and `saddle.mid`."""
    return {f"{slug}.{side}" for slug in keyed("areas", "slug") for side in sides_of(slug)}


def marks(level: str, part: str, side: str) -> dict[str, str]:
    """The marked areas of a chosen level, part and side, as `low-back.left` -> typical."""
    return {
        f"{slug}.{where}": strength
        for slug, strength in strengths(level, part).items()
        for where in sides_of(slug)
        if side == "both" or where in (side, "mid")
    }


def matches(level: str, part: str) -> list[dict[str, str]]:
    """The rows about a level's joint or nerve: its blocks in their usual order, or the one that says why none."""
    found = [row for row in rows("block_matches") if (row["level"], row["part"]) == (level, part)]
    return sorted(found, key=lambda row: int(row["order"]))


def blocks(level: str, part: str) -> list[str]:
    """The blocks that fit a level's joint or nerve, in their usual order."""
    return [row["block_id"] for row in matches(level, part) if row["block_id"]]


def block_title(block: str, level: str, language: str) -> str:
    """The title of a block's page that was opened from a level, both sides."""
    return f"{keyed('blocks', 'block_id')[block][f'name_{language}']}: {heading(level, language)}"


def nerves(level: str, part: str, language: str) -> list[str]:
    """The nerves of a joint that a block reaches, as they are read on screen: `L3 L4 1L3 nerve, over L4`."""
    if part != "facet":
        return []
    found = [row for row in rows("facet_nerves") if row["level"] == level and row["reached_by_block"] == "yes"]
    return [f"{row['nerve']} {row['over']} {row['order']}{row[f'plain_{language}']}" for row in found]


def word(key: str, language: str) -> str:
    """Words on screen."""
    return keyed("words", "key")[key][language]


def heading(at: str, language: str) -> str:
    """The title of the answer for a region or a level: `L4-L5`, both bones by their whole names."""
    if at in regions():
        return keyed("regions", "region")[at][f"short_{language}"]
    if kind(at) == "context":
        return word("level.sij", language)
    row = keyed("levels", "segment")[at]
    return at if kind(at) == "nerve_only" else f"{row['upper_bone']}-{row['lower_bone']}"


def why_no_block(level: str, part: str, language: str) -> str:
    """The words that stand where a level's joint or nerve has no block."""
    (row,) = matches(level, part)
    assert not row["block_id"]
    return row[f"short_{language}"]
