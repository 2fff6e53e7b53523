"""Everything the browser looks up, built once: words and component trees of each state, and the links between ids.

site(...)     language-free: which ids exist, what a level can hurt, where the files lie (inside the first HTML)
words(...)    one language: text lists, answers, short pages, names of targets (fetched at the start)
pages(...)    one language: block pages, options, questions, sources (fetched in the background)
"""

from __future__ import annotations

from urllib.parse import urlencode

from catalog import PARTS, SIDES, Catalog, areas_of, blocks_for, explored, home_of, levels_in, sides_of, steps_for
from components import said
from components.block import options, scene, timeline
from components.block.diary import diary
from components.block.page import TABS, block_page, shared
from components.explorer.answer import answer
from components.explorer.levels import level_list, region, region_list, start, turn
from components.frame import wall
from components.frame.toolbar import bar
from components.hurts import chooser
from components.hurts.answer import links, pieces
from components.hurts.compare import compare
from components.hurts.search import index, search
from components.kit import contract
from components.kit.controls import honest
from components.kit.voice import Voice
from components.pages.about import about
from components.pages.display import TEXTS, THEMES, display
from components.pages.emergency import emergency
from components.pages.questions import questions
from components.pages.sources import sources
from components.pages.staff import staff

SHORT_PAGES = ("emergency", "staff", "about", "display")
LONG_PAGES = ("block", "options", "diary", "questions", "sources", "compare", "search")


def site(
    catalog: Catalog,
    *,
    files: contract.Files,
    later: list[str],
    styles: list[str],
    speech: dict[str, str],
    kiosk: bool,
    times: contract.Times,
    wing: contract.WingDoor,
) -> contract.Site:
    """The ids and links that the scripts need, beside the addresses of what they fetch."""
    levels = list(catalog.levels.values())
    strengths = {
        f"{level.segment}|{part}": found
        for level in levels
        for part in PARTS
        if (found := areas_of(catalog, level.segment, part))
    }
    return contract.Site(
        languages=list(catalog.languages),
        scenes=scene.addresses(),
        rtl=[language for language in catalog.languages if Voice(catalog, language).from_right],
        regions={name: levels_in(catalog, name) for name in explored(catalog)},
        home={level.segment: home_of(catalog, level) for level in levels},
        alias={level.label: level.segment for level in levels if level.label != level.segment},
        context=[level.segment for level in levels if level.kind == "context"],
        areas={slug: sides_of(area) for slug, area in catalog.areas.items()},
        zones=chooser.names(catalog),
        strengths=strengths,
        pain=links(catalog),
        blocks=list(catalog.blocks),
        block_of={
            f"{level.segment}|{part}": fitting[0].block_id
            for level in levels
            for part in PARTS
            if (fitting := blocks_for(catalog, level.segment, part))
        },
        pages=[*SHORT_PAGES, *LONG_PAGES],
        tabs=TABS,
        steps=max((len(steps_for(catalog, block)) for block in catalog.blocks), default=0),
        spans=len(timeline.COLUMNS),
        texts=TEXTS,
        themes=THEMES,
        files=files,
        later=later,
        styles=styles,
        speech=speech,
        kiosk=kiosk,
        wall=times,
        wing=wing,
    )


def unpublished_site(catalog: Catalog) -> contract.Site:
    """What does not depend on where the site is served: no addresses, no sounds, no wall screen, no wing."""
    return site(
        catalog,
        files=contract.Files(plates={}, content={}, pages={}, record=""),
        later=[],
        styles=[],
        speech={},
        kiosk=False,
        times=contract.Times(idle=90, warn=30),
        wing=contract.WingDoor(pages=[], shared=[], kinds=[], charts=[], files=""),
    )


def record_codes(catalog: Catalog) -> contract.RecordCodes:
    """Where a link of a record system leads, fetched only when there is one."""
    found: contract.RecordCodes = {}
    for row in catalog.record_codes:
        found.setdefault(row.code_system, {})[row.code] = urlencode(row.leads_to)
    return found


def words(voice: Voice, emergency_number: str, staff_text: str) -> contract.Words:
    """What one language needs to answer every touch in the explorer."""
    catalog = voice.catalog
    regions = explored(catalog)
    detail: dict[str, list[contract.Drawn]] = {"": start(voice)}
    levels: dict[str, list[contract.Drawn]] = {"": region_list(voice)}
    for name in regions:
        detail[name] = region(voice, catalog.regions[name])
        levels[name] = level_list(voice, name)
    for level in catalog.levels.values():
        for part in PARTS:
            detail[f"{level.segment}|{part}"] = answer(voice, level, part, emergency_number)
    return contract.Words(
        levels=levels,
        detail=detail,
        pages={
            "emergency": emergency(voice, emergency_number),
            "staff": staff(voice, staff_text),
            "about": about(voice),
            "display": display(voice, catalog.languages),
        },
        pain=pieces(voice, emergency_number),
        turn=turn(voice),
        bar=bar(voice, catalog.languages),
        notice=honest(voice("app.unknown")),
        announce=said.announcements(voice),
        sides={side: voice(f"side.{side}.long") for side in SIDES},
        say=said.names(voice),
        t=said.texts(voice) | {key: voice(key) for key in wall.WORDS},
        titles=said.titles(voice),
    )


def pages(voice: Voice) -> contract.Pages:
    """The longer pages of one language."""
    catalog = voice.catalog
    put_in = shared(voice)
    made: contract.Pages = {**put_in}
    for name, block in catalog.blocks.items():
        made[f"block|{name}"] = block_page(voice, block, put_in)
    made["options|all"] = options.compared(voice)
    made["options"] = options.options_page(voice)
    made["diary"] = diary(voice)
    made["questions"] = questions(voice)
    made["sources"] = sources(voice, None, "facet")
    made["search"], made["found"] = search(voice), index(voice)
    made["compare"] = compare(voice, None)
    for level in catalog.levels.values():
        made[f"compare|{level.segment}"] = compare(voice, level)
        for part in PARTS:
            made[f"sources|{level.segment}|{part}"] = sources(voice, level, part)
    return made
