"""A block's page and the level it was opened from: the names, the nerves on their bones, the ways back and onward."""

from __future__ import annotations

from typing import Any

import pytest

from catalog import Catalog, next_of
from components.kit.voice import Voice
from tests.block import shown
from tests.explorer import oracle

Pages = dict[str, dict[str, Any]]
PLACES = [(level, part) for level in oracle.levels() for part in oracle.PARTS if oracle.blocks(level, part)]


def title(pages: Pages, language: str, block: str, **state: str) -> str:
    (found,) = [
        one for one in shown.nodes(pages[language], pages[language][f"block|{block}"]) if type(one).__name__ == "H1"
    ]
    return "".join(str(one) for one in shown.nodes(pages[language], found.children, **state) if isinstance(one, str))


def doors(pages: Pages, node: Any, name: str, **state: str) -> list[str]:
    return [str(getattr(one, name)) for one in shown.marked(pages, node, name, **state)]


@pytest.mark.parametrize("language", oracle.LANGUAGES)
@pytest.mark.parametrize(("level", "part"), PLACES)
def test_a_blocks_title_names_the_level_and_the_side(pages: Pages, level: str, part: str, language: str) -> None:
    side = oracle.word("side.left.long", language).lower()
    for block in oracle.blocks(level, part):
        named = oracle.block_title(block, level, language)
        assert title(pages, language, block, at=level, side="both") == named
        assert title(pages, language, block, at=level, side="left") == f"{named}, {side}"
        assert (
            title(pages, language, block, at="", side="left")
            == oracle.keyed("blocks", "block_id")[block][f"name_{language}"]
        )


@pytest.mark.parametrize(("level", "part"), PLACES)
def test_a_blocks_page_shows_the_nerves_of_its_level(pages: Pages, level: str, part: str) -> None:
    made = pages["en"]
    for block in oracle.blocks(level, part):
        page = made[f"block|{block}"]
        nerves = doors(made, page, "data-nerve", at=level)
        bones = doors(made, page, "data-bone", at=level)
        if part == "nerve":
            assert nerves == [oracle.keyed("levels", "segment")[level]["exiting_root"]]
        else:
            wanted = [row for row in oracle.rows("facet_nerves") if row["level"] == level]
            assert list(zip(nerves, bones, strict=True)) == [(row["nerve"], row["over"]) for row in wanted]


def test_a_blocks_page_leads_back_to_every_level_that_it_fits(pages: Pages, catalog: Catalog) -> None:
    for block in catalog.blocks:
        fitting = [(level, part) for level, part in PLACES if block in oracle.blocks(level, part)]
        wanted = [f"at={level}&part={part}&page=&block=" for level, part in fitting]
        backs = [
            go for go in doors(pages["en"], pages["en"][f"block|{block}"], "data-go", at="") if go.startswith("at=")
        ]
        assert backs == wanted, block
        for level, part in fitting:
            here = doors(pages["en"], pages["en"][f"block|{block}"], "data-go", at=level)
            assert here.count(f"at={level}&part={part}&page=&block=") == 2, (block, level)


def test_what_comes_next_leads_to_the_pages_that_it_names(pages: Pages, catalog: Catalog) -> None:
    for name, block in catalog.blocks.items():
        page = pages["en"][f"block|{name}"]
        led = {one for one in doors(pages["en"], page, "data-block", tab="what")}
        assert led == {other.block_id for other in next_of(catalog, block)}, name
    assert {"L-MBB", "L-RFA"} == set(doors(pages["en"], pages["en"]["block|L-FJ"], "data-block", tab="what"))


@pytest.mark.parametrize("at", ["", *oracle.regions(), *oracle.levels()])
def test_the_options_lead_to_the_blocks_that_fit_the_chosen_place(pages: Pages, catalog: Catalog, at: str) -> None:
    levels = oracle.levels(at) if at in ("", *oracle.regions()) else [at]
    wanted = {block for level in levels for part in oracle.PARTS for block in oracle.blocks(level, part)}
    led = doors(pages["en"], pages["en"]["options|all"], "data-block", at=at)
    assert sorted(led) == sorted(wanted)


def test_the_nerves_of_every_joint_are_said_as_the_facts_have_them(voices: dict[str, Voice], pages: Pages) -> None:
    """The two names in plain words hold the same numbers as the exact ones."""
    for row in oracle.rows("facet_nerves"):
        if row["reached_by_block"] != "yes":
            assert not (row["nerve"] or row["over"] or row["plain_en"])
            continue
        made = pages["en"]
        supply = made[f"supply|{row['level']}"]
        plain, exact = (shown.words(made, supply, view=view) for view in ("patient", "clinician"))
        assert row["plain_en"] in plain and row["name_en"] not in plain
        assert f"{row['name_en']}: {row['bone_en']}" in exact
        first = row["name_en"].split()[0]
        assert first == row["nerve"] or (first, row["nerve"]) == ("third", "TON")
        over = row["bone_en"].removeprefix("over the ").split()[0]
        assert over == row["over"] or (over, row["over"]) == ("sacral", "S1")
