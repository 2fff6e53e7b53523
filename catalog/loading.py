"""The checked content as one frozen object."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from catalog import rows
from catalog.checking.folder import Folder, open_folder
from catalog.checking.order import in_order
from catalog.fault import Faulty
from catalog.rows.base import Row
from catalog.rows.cells import Text

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Catalog:
    """All facts and words. Dicts go by id and, like the tuples, keep the order of the files."""

    languages: tuple[str, ...]
    regions: Mapping[str, rows.Region]
    levels: Mapping[str, rows.Level]
    roots: Mapping[str, rows.Root]
    areas: Mapping[str, rows.Area]
    area_groups: Mapping[str, rows.AreaGroup]
    insets: Mapping[str, rows.Inset]
    block_types: Mapping[str, rows.BlockType]
    blocks: Mapping[str, rows.Block]
    sources: Mapping[str, rows.Source]
    glossary: Mapping[str, rows.Term]
    words: Mapping[str, Text]
    discs: Mapping[str, rows.Disc]
    facet_nerves: tuple[rows.FacetNerve, ...]
    facet_pain: tuple[rows.FacetPain, ...]
    root_pain: tuple[rows.RootPain, ...]
    red_flags: tuple[rows.RedFlag, ...]
    warning_rules: tuple[rows.WarningRule, ...]
    map_signs: tuple[rows.MapSign, ...]
    signs: tuple[rows.Sign, ...]
    urgency_words: tuple[rows.UrgencyWord, ...]
    block_matches: tuple[rows.BlockMatch, ...]
    block_facts: tuple[rows.BlockFact, ...]
    block_steps: tuple[rows.BlockStep, ...]
    risks: tuple[rows.Risk, ...]
    harms_shown: tuple[rows.HarmShown, ...]
    aftercare: tuple[rows.Aftercare, ...]
    evidence: tuple[rows.Evidence, ...]
    numbers_shown: tuple[rows.NumberShown, ...]
    guidelines: tuple[rows.Guideline, ...]
    positions_shown: tuple[rows.PositionShown, ...]
    charts: Mapping[str, rows.Chart]
    axes: tuple[rows.Axis, ...]
    codes: tuple[rows.Code, ...]
    plan_kinds: Mapping[str, rows.PlanKind]
    plan_flags: Mapping[str, rows.PlanFlag]
    plan_positions: tuple[rows.PlanPosition, ...]
    record_codes: tuple[rows.RecordCode, ...]
    questions: tuple[rows.Question, ...]
    prevalence: tuple[rows.Prevalence, ...]
    synonyms: tuple[rows.Synonym, ...]
    forbidden: tuple[rows.Forbidden, ...]
    taught: tuple[rows.Taught, ...]

    @cached_property
    def shared_action(self) -> Text:
        """What most emergencies say to do; nothing without any."""
        told = Counter(tuple(flag.action_text.items()) for flag in self.red_flags if flag.action == "emergency")
        return dict(told.most_common(1)[0][0]) if told else {}


def load(folder: Path) -> Catalog:
    """Read and check the CSV files of a folder.

    Raises Faulty, holding every fault found, and nothing else, if the content cannot be used.
    """
    opened = open_folder(folder)
    if opened.faults:
        raise Faulty(opened.faults)

    return Catalog(
        languages=opened.languages,
        regions=_by_id(opened, "regions", rows.Region),
        levels=_by_id(opened, "levels", rows.Level),
        roots=_by_id(opened, "roots", rows.Root),
        areas=_by_id(opened, "areas", rows.Area),
        area_groups=_by_id(opened, "area_groups", rows.AreaGroup),
        insets=_by_id(opened, "insets", rows.Inset),
        block_types=_by_id(opened, "block_types", rows.BlockType),
        blocks=_by_id(opened, "blocks", rows.Block),
        sources=_by_id(opened, "sources", rows.Source),
        glossary=_by_id(opened, "glossary", rows.Term),
        words={word.key: word.text for word in _all(opened, "words", rows.Word)},
        discs=_by_id(opened, "discs", rows.Disc),
        facet_nerves=_all(opened, "facet_nerves", rows.FacetNerve),
        facet_pain=_all(opened, "facet_pain", rows.FacetPain),
        root_pain=_all(opened, "root_pain", rows.RootPain),
        red_flags=_all(opened, "red_flags", rows.RedFlag),
        map_signs=_all(opened, "map_signs", rows.MapSign),
        signs=_all(opened, "signs", rows.Sign),
        urgency_words=_all(opened, "urgency_words", rows.UrgencyWord),
        warning_rules=_all(opened, "warning_rules", rows.WarningRule),
        block_matches=_all(opened, "block_matches", rows.BlockMatch),
        block_facts=_all(opened, "block_facts", rows.BlockFact),
        block_steps=_all(opened, "block_steps", rows.BlockStep),
        risks=_all(opened, "risks", rows.Risk),
        harms_shown=_all(opened, "harms_shown", rows.HarmShown),
        aftercare=_all(opened, "aftercare", rows.Aftercare),
        evidence=_all(opened, "evidence", rows.Evidence),
        numbers_shown=_all(opened, "numbers_shown", rows.NumberShown),
        guidelines=_all(opened, "guidelines", rows.Guideline),
        positions_shown=_all(opened, "positions_shown", rows.PositionShown),
        charts=_by_id(opened, "charts", rows.Chart),
        axes=_all(opened, "axes", rows.Axis),
        codes=_all(opened, "codes", rows.Code),
        plan_kinds=_by_id(opened, "plan_kinds", rows.PlanKind),
        plan_flags=_by_id(opened, "plan_flags", rows.PlanFlag),
        plan_positions=_all(opened, "plan_positions", rows.PlanPosition),
        record_codes=_all(opened, "record_codes", rows.RecordCode),
        questions=_all(opened, "questions", rows.Question),
        prevalence=_all(opened, "prevalence", rows.Prevalence),
        synonyms=_all(opened, "synonyms", rows.Synonym),
        forbidden=_all(opened, "forbidden_phrases", rows.Forbidden),
        taught=_all(opened, "taught_terms", rows.Taught),
    )


def _all(opened: Folder, name: str, kind: type[R]) -> tuple[R, ...]:
    return tuple(row for row in in_order(opened.sheets[name].rows) if isinstance(row, kind))


def _by_id(opened: Folder, name: str, kind: type[R]) -> dict[str, R]:
    return {str(getattr(row, "id")): row for row in _all(opened, name, kind)}  # noqa: B009
