"""What rows must mean together: an anatomy that holds, no warning left out, no half review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import cast

from catalog.checking import charts, doors, handout, order, plan, record, shown, wording
from catalog.checking.tables import BY_NAME
from catalog.fault import Fault, nearest, shorten
from catalog.rows.anatomy import Area, AreaGroup, FacetNerve, Level, Region
from catalog.rows.base import Claim, Row
from catalog.rows.evidence import Evidence
from catalog.rows.pain import FacetPain, RedFlag, RootPain, WarningRule
from catalog.rows.words import Synonym, Taught

Rows = Mapping[str, Mapping[int, Row]]


def faults(rows: Rows) -> Iterator[Fault]:
    """`rows`: by table name, then by the row number of the spreadsheet. Each row holds by itself."""
    yield from _regions(rows)
    yield from _levels(rows)
    yield from _pain(rows)
    yield from _warnings(rows)
    yield from _rules(rows)
    yield from _intervals(rows)
    yield from _reviews(rows)
    yield from _taught(rows)
    yield from _synonyms(rows)
    yield from order.faults(rows)
    yield from shown.faults(rows)
    yield from doors.faults(rows)
    yield from plan.faults(rows)
    yield from charts.faults(rows)
    yield from handout.faults(rows)
    yield from record.faults(rows)
    yield from wording.faults(rows["words"])


def _regions(rows: Rows) -> Iterator[Fault]:
    filled = {level.region for level in cast(Mapping[int, Level], rows["levels"]).values()}
    for number, region in cast(Mapping[int, Region], rows["regions"]).items():
        if region.kind == "explored" and region.region not in filled:
            wrong = f"no row of levels.csv lies in {region.region}, so that nothing opens with it"
            yield Fault("regions.csv", number, "kind", wrong, 'Write "context", or add its levels there')


def _levels(rows: Rows) -> Iterator[Fault]:
    levels = cast(Mapping[int, Level], rows["levels"])
    nerves = Counter(
        n.level for n in cast(Mapping[int, FacetNerve], rows["facet_nerves"]).values() if n.reached_by_block
    )
    roots: dict[str, str] = {}
    for number, level in levels.items():
        if level.exiting_root and level.exiting_root in roots:
            wrong = f"{level.exiting_root} leaves at {roots[level.exiting_root]} already"
            yield Fault("levels.csv", number, "exiting_root", wrong, "A root leaves at one level")
        roots.setdefault(level.exiting_root, level.segment)
        joint = level.kind in ("facet", "special")
        if joint and not (level.upper_bone and level.lower_bone):
            yield Fault("levels.csv", number, "upper_bone", "the bones of a joint are missing", "Name both bones")
        if (level.kind != "context") != bool(level.exiting_root):
            wrong = f'a level that is "{level.kind}" has {"a" if level.exiting_root else "no"} root'
            right = "Leave the cell empty" if level.exiting_root else "Write the root that leaves here"
            yield Fault("levels.csv", number, "exiting_root", wrong, right)
        if (level.kind == "facet") != bool(nerves[level.segment]):
            wrong = f'a level that is "{level.kind}" has {nerves[level.segment]} nerves reached by a block'
            yield Fault("levels.csv", number, "kind", wrong, "Only a facet joint has such nerves; see facet_nerves.csv")
    for number, nerve in cast(Mapping[int, FacetNerve], rows["facet_nerves"]).items():
        told = {f"{name}_{lang}": text for name in ("bone", "plain") for lang, text in getattr(nerve, name).items()}
        for column, text in {**told, "nerve": nerve.nerve, "over": nerve.over}.items():
            if nerve.reached_by_block != bool(text):
                right = "Write where the needle reaches it" if nerve.reached_by_block else "Leave the cell empty"
                yield Fault("facet_nerves.csv", number, column, "nerve and bone do not fit", right)
                break  # the first of them tells it all


def _pain(rows: Rows) -> Iterator[Fault]:
    joints = {pain.level for pain in cast(Mapping[int, FacetPain], rows["facet_pain"]).values()}
    roots = {pain.root for pain in cast(Mapping[int, RootPain], rows["root_pain"]).values()}
    for number, level in cast(Mapping[int, Level], rows["levels"]).items():
        if level.kind != "nerve_only" and level.segment not in joints:
            wrong = f"no row of facet_pain.csv says where {level.segment} hurts"
            yield Fault("levels.csv", number, "segment", wrong, "Add at least one row there")
        if level.exiting_root and level.exiting_root not in roots:
            wrong = f"no row of root_pain.csv says where {level.exiting_root} hurts"
            yield Fault("levels.csv", number, "exiting_root", wrong, "Add at least one row there")
    kinds = {level.segment: level.kind for level in cast(Mapping[int, Level], rows["levels"]).values()}
    for number, pain in cast(Mapping[int, FacetPain], rows["facet_pain"]).items():
        if kinds[pain.level] == "nerve_only":
            wrong = f"{pain.level} has a nerve only, no joint"
            yield Fault("facet_pain.csv", number, "level", wrong, "Write the level of a joint")


def _warnings(rows: Rows) -> Iterator[Fault]:
    warned: dict[str, set[tuple[str, str]]] = {}
    for flag in cast(Mapping[int, RedFlag], rows["red_flags"]).values():
        for slug in flag.areas:
            warned.setdefault(slug, set()).add((flag.kind, flag.action))
    for number, area in cast(Mapping[int, Area], rows["areas"]).items():
        slug, found = area.slug, warned.get(area.slug, set())
        if not any(kind == "red_flag" for kind, _ in found):
            right = "Add it to the areas of a warning in red_flags.csv"
            yield Fault("areas.csv", number, "slug", f"no warning names {slug}", right)
        if area.opens and ("red_flag", "emergency") not in found:
            wrong = f"{slug} opens the emergency page and leads to no emergency message"
            yield Fault("areas.csv", number, "slug", wrong, "Add it to the areas of an emergency in red_flags.csv")


def _rules(rows: Rows) -> Iterator[Fault]:
    file = BY_NAME["warning_rules"].file
    midline = {area.slug: area.midline for area in cast(Mapping[int, Area], rows["areas"]).values()}
    known = [*midline, *(group.group for group in cast(Mapping[int, AreaGroup], rows["area_groups"]).values())]
    for number, rule in cast(Mapping[int, WarningRule], rows["warning_rules"]).items():
        for column in ("flags", "places"):
            if not getattr(rule, column):
                yield Fault(file, number, column, "the cell is empty", "Write at least one id")
        for column in ("places", "and_places"):
            for name in getattr(rule, column):
                place, _, side = name.partition(".")
                if place not in known:
                    meant = nearest(place, known)
                    right = f'Did you mean "{meant}"?' if meant else "Write an area or a group of areas"
                    yield Fault(file, number, column, f"{shorten(place)} is no area and no group of areas", right)
                elif side and midline.get(place):
                    yield Fault(file, number, column, f"{place} has no left and right", f'Write "{place}"')


def _intervals(rows: Rows) -> Iterator[Fault]:
    for name in ("evidence", "prevalence"):
        for number, row in cast(Mapping[int, Evidence], rows[name]).items():
            if row.ci_low is not None and row.ci_high is not None and row.ci_low > row.ci_high:
                wrong = f"the interval runs from {row.ci_low:g} down to {row.ci_high:g}"
                yield Fault(BY_NAME[name].file, number, "ci_low", wrong, "Write the lower end first")


def _reviews(rows: Rows) -> Iterator[Fault]:
    for name, sheet in rows.items():
        for number, row in sheet.items():
            if not isinstance(row, Claim):
                continue
            filled = {"reviewer": row.reviewer, "reviewed_on": row.reviewed_on, "next_review": row.next_review}
            for column, value in filled.items():
                if not value and any(filled.values()):
                    yield Fault(
                        BY_NAME[name].file, number, column, "the review is only half filled in", "Fill in all three"
                    )
            if row.reviewed_on and row.next_review and row.next_review <= row.reviewed_on:
                wrong = "the next review is not after the last one"
                yield Fault(BY_NAME[name].file, number, "next_review", wrong, f"Write a day after {row.reviewed_on}")


def _taught(rows: Rows) -> Iterator[Fault]:
    for number, taught in cast(Mapping[int, Taught], rows["taught_terms"]).items():
        if not (taught.term_id or taught.why):
            wrong = f"nothing says why {shorten(taught.term)} cannot be made easier"
            yield Fault("taught_terms.csv", number, "term_id", wrong, "Write the term that explains it, or why")


def _synonyms(rows: Rows) -> Iterator[Fault]:
    for number, word in cast(Mapping[int, Synonym], rows["synonyms"]).items():
        found = [name for name in ("area_slug", "segment", "block_id", "page") if getattr(word, name)]
        if len(found) != 1:
            wrong = f"{shorten(word.phrase)} stands for {len(found)} things"
            right = "Fill in one of area_slug, segment, block_id and page; a word for two things has two rows"
            yield Fault("synonyms.csv", number, "phrase", wrong, right)
        elif word.part and not word.segment:
            yield Fault("synonyms.csv", number, "part", "a part belongs to a level", "Leave the cell empty")
