"""Everything the browser looks up, built once: words and component trees of each state, and the links between ids.

site(...)     language-free: which ids exist, what a level can hurt, where the files lie (inside the first HTML)
words(...)    one language: text lists, answers, short pages, names of targets (fetched at the start)
pages(...)    one language: block pages, options, questions, sources (fetched in the background)
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from dash.development.base_component import Component

from catalog import Catalog, Level, Part, areas_of, block_for
from components.block import options
from components.block import page as blocks
from components.block import scene as block_scene
from components.block.diary import diary
from components.explorer.answer import answer, region_of
from components.explorer.levels import level_list, region, region_list, start, turn
from components.explorer.spine import explored, levels_in
from components.frame.toolbar import bar
from components.frame.wall import WORDS as LAYERS
from components.hurts import answer as pain
from components.hurts import chooser as inset
from components.hurts.compare import compare
from components.hurts.search import index, search
from components.kit.controls import honest
from components.kit.voice import Voice
from components.pages import views as page

PARTS: tuple[Part, ...] = get_args(Part)
SIDES = ("both", "left", "right")
SHORT_PAGES = ("emergency", "staff", "about", "display")
LONG_PAGES = ("block", "options", "diary", "questions", "sources", "compare", "search")
LONGEST_ANNOUNCEMENT = 150


def to_json(tree: object) -> bytes:
    """JSON of dicts, lists, texts and Dash components, as compact as it gets."""
    return json.dumps(tree, default=_node, separators=(",", ":"), ensure_ascii=False).encode()


def _node(component: Component) -> dict[str, Any]:
    """A component as assets/3-answer.js draws it; most are HTML, which goes without saying."""
    told: dict[str, Any] = component.to_plotly_json()  # type: ignore[no-untyped-call]
    if told["namespace"] == "dash_html_components":
        del told["namespace"]
    return told


def sides_of(catalog: Catalog, slug: str) -> list[str]:
    return ["mid"] if catalog.areas[slug].midline else ["left", "right"]


def links(catalog: Catalog, files: Mapping[str, Any], kiosk: bool) -> dict[str, Any]:
    """The ids and links that the scripts need; `files` tells where plates and words are fetched."""
    levels = list(catalog.levels.values())
    strengths = {
        f"{level.segment}|{part}": found
        for level in levels
        for part in PARTS
        if (found := areas_of(catalog, level.segment, part))
    }
    return {
        "languages": list(catalog.languages),
        "scenes": block_scene.addresses(),
        "rtl": ["ar", "fa", "he", "ur"],
        "regions": {name: levels_in(catalog, name) for name in explored(catalog)},
        "home": {level.segment: region_of(catalog, level) for level in levels},
        "alias": {level.label: level.segment for level in levels if level.label != level.segment},
        "context": [level.segment for level in levels if level.kind == "context"],
        "areas": {slug: sides_of(catalog, slug) for slug in catalog.areas},
        "zones": inset.names(catalog),
        "strengths": strengths,
        "pain": pain.links(catalog),
        "blocks": list(catalog.blocks),
        "blockOf": {
            f"{level.segment}|{part}": block.block_id
            for level in levels
            for part in PARTS
            if (block := block_for(catalog, level.segment, part))
        },
        "pages": [*SHORT_PAGES, *LONG_PAGES],
        "files": files,
        "kiosk": kiosk,
    }


def words(voice: Voice, emergency_number: str, staff_text: str) -> dict[str, Any]:
    """What one language needs to answer every touch in the explorer."""
    catalog = voice.catalog
    regions = explored(catalog)
    detail: dict[str, list[Component | str]] = {"": start(voice)}
    levels: dict[str, list[Component | str]] = {"": region_list(voice)}
    for name in regions:
        detail[name] = region(voice, catalog.regions[name])
        levels[name] = level_list(voice, name)
    for level in catalog.levels.values():
        for part in PARTS:
            detail[f"{level.segment}|{part}"] = answer(voice, level, part)
    return {
        "levels": levels,
        "detail": detail,
        "pages": {
            "emergency": page.emergency(voice, emergency_number),
            "staff": page.staff(voice, staff_text),
            "about": page.about(voice),
            "display": page.display(voice, catalog.languages),
        },
        "pain": pain.pieces(voice, emergency_number),
        "turn": turn(voice),
        "bar": bar(voice, catalog.languages),
        "notice": honest(voice("app.unknown")),
        "announce": announcements(voice),
        "sides": {side: voice(f"side.{side}.long") for side in SIDES},
        "say": names(voice),
        "t": texts(voice),
        "titles": titles(voice),
    }


def pages(voice: Voice) -> dict[str, Any]:
    """The longer pages of one language."""
    catalog = voice.catalog
    made: dict[str, Any] = blocks.shared(voice)
    put_in = dict(made)
    for name, block in catalog.blocks.items():
        made[f"block|{name}"] = blocks.block_page(voice, block, put_in)
    made["options|all"] = options.compared(voice)
    made["options"] = options.options_page(voice)
    made["diary"] = diary(voice)
    made["questions"] = page.questions(voice)
    made["sources"] = page.sources(voice, None, "facet")
    made["search"], made["found"] = search(voice), index(voice)
    made["compare"] = compare(voice, None)
    for level in catalog.levels.values():
        made[f"compare|{level.segment}"] = compare(voice, level)
        for part in PARTS:
            made[f"sources|{level.segment}|{part}"] = page.sources(voice, level, part)
    return made


def announcements(voice: Voice) -> dict[str, str]:
    """What the live region says; at most 150 characters, whole area names only."""
    said = {
        name: voice("announce.region", region=voice.of(voice.catalog.regions[name].short))
        for name in explored(voice.catalog)
    }
    for level in voice.catalog.levels.values():
        for part in PARTS:
            said[f"{level.segment}|{part}"] = _announce(voice, level, part)
    return said


def _announce(voice: Voice, level: Level, part: Part) -> str:
    longest_side = max((voice(f"side.{side}.long") for side in SIDES), key=len)
    spoken = {"level": voice.level(level), "part": voice(f"part.{part}"), "side": "{side}"}
    typical = [slug for slug, strength in areas_of(voice.catalog, level.segment, part).items() if strength == "typical"]
    while typical:
        text = voice("announce.pick", **spoken, areas=voice.areas(typical))
        if len(text.replace("{side}", longest_side)) <= LONGEST_ANNOUNCEMENT:
            return text
        typical.pop()
    return voice("announce.bare", **spoken)


def names(voice: Voice) -> dict[str, str]:
    """Accessible names of everything that can be touched on the drawings."""
    catalog = voice.catalog
    said = {"label:player": voice("bar.listen"), "label:spine": voice("app.spine"), "label:body": voice("app.body")}
    said |= {"label:note": voice("app.note.label"), "label:more": voice("page.more")}
    said |= {f"label:{name}": voice(f"app.{name}") for name in ("levels", "answer", "tools", "turn", "page")}
    said |= {f"face:{face}": f"{voice('app.body')}, {voice(f'body.{face}')}" for face in ("front", "back")}
    for name in explored(catalog):
        found = catalog.regions[name]
        said[name] = voice(
            "spine.region", region=f"{voice.of(found.short)} ({voice.of(found.clinical)})", count=found.vertebra_count
        )
    for view, look in (("lateral", "side"), ("posterior", "back")):
        said[f"plate:{view}"] = f"{voice('app.spine')}, {voice(f'spine.{look}-view')}"
        for name in explored(catalog):
            said[f"plate:{view}-{name}"] = f"{voice.of(catalog.regions[name].short)}, {voice(f'spine.{look}-view')}"
    for level in catalog.levels.values():
        label = voice.level(level)
        home = catalog.regions[region_of(catalog, level)]
        said[level.segment] = voice("spine.level", level=label, region=voice.of(home.short))
        said[f"{level.segment}|facet"] = voice("spine.joint-of", level=label)
        said[f"{level.segment}|nerve"] = voice("spine.nerve-of", level=label)
    for area in catalog.areas.values():
        for side in sides_of(catalog, area.slug):
            for view in ("front", "back"):
                said[f"{area.slug}.{side}|{view}"] = (
                    f"{voice.area(area, side)}. {voice(f'body.{view}')}. {voice.of(area.clinical)}"
                )
    return said


def texts(voice: Voice) -> dict[str, str]:
    """Words that stand on and beside the drawings."""
    keys = (
        "app.name",
        "app.note",
        "app.skip",
        "body.front",
        "body.back",
        "body.your-left",
        "body.your-right",
        "page.more",
        *LAYERS,
    )
    said = {key: voice(key) for key in keys}
    for name in explored(voice.catalog):
        found = voice.catalog.regions[name]
        said[f"region:{name}"] = voice.of(found.short)
        said[f"bones:{name}"] = voice("spine.bones", count=found.vertebra_count)
    return said


def titles(voice: Voice) -> dict[str, str]:
    """The document's title for each place on the spine."""
    app = voice("app.name")
    said = {"": app}
    said |= {name: f"{voice.of(voice.catalog.regions[name].short)} - {app}" for name in explored(voice.catalog)}
    return said | {level.segment: f"{voice.level(level)} - {app}" for level in voice.catalog.levels.values()}
