"""What is announced, and how everything that can be touched is named."""

from __future__ import annotations

from catalog import PARTS, SIDES, Level, Part, areas_of, explored, home_of, sides_of
from components.kit.voice import Voice

LONGEST_ANNOUNCEMENT = 150


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
        home = catalog.regions[home_of(catalog, level)]
        said[level.segment] = voice("spine.level", level=label, region=voice.of(home.short))
        said[f"{level.segment}|facet"] = voice("spine.joint-of", level=label)
        said[f"{level.segment}|nerve"] = voice("spine.nerve-of", level=label)
    for area in catalog.areas.values():
        for side in sides_of(area):
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
