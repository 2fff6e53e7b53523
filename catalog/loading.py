"""The checked content as one frozen object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from catalog.checking.folder import Folder, open_folder
from catalog.fault import Faulty
from catalog.rows import anatomy
from catalog.rows import blocks as care
from catalog.rows.anatomy import Row
from catalog.rows.cells import Text

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Catalog:
    """All facts and words. Dicts go by id and, like the tuples, keep the order of the files."""

    languages: tuple[str, ...]
    regions: Mapping[str, anatomy.Region]
    levels: Mapping[str, anatomy.Level]
    roots: Mapping[str, anatomy.Root]
    areas: Mapping[str, anatomy.Area]
    area_groups: Mapping[str, anatomy.AreaGroup]
    blocks: Mapping[str, care.Block]
    sources: Mapping[str, care.Source]
    glossary: Mapping[str, care.Term]
    words: Mapping[str, Text]
    facet_nerves: tuple[anatomy.FacetNerve, ...]
    facet_pain: tuple[anatomy.FacetPain, ...]
    root_pain: tuple[anatomy.RootPain, ...]
    red_flags: tuple[anatomy.RedFlag, ...]
    red_flag_areas: tuple[anatomy.RedFlagArea, ...]
    block_facts: tuple[care.BlockFact, ...]
    block_steps: tuple[care.BlockStep, ...]
    step_blocks: tuple[care.StepBlock, ...]
    risks: tuple[care.Risk, ...]
    risk_blocks: tuple[care.RiskBlock, ...]
    aftercare: tuple[care.Aftercare, ...]
    evidence: tuple[care.Evidence, ...]
    guidelines: tuple[care.Guideline, ...]
    codes: tuple[care.Code, ...]
    code_blocks: tuple[care.CodeBlock, ...]
    glossary_blocks: tuple[care.TermBlock, ...]
    questions: tuple[care.Question, ...]
    prevalence: tuple[anatomy.Prevalence, ...]
    seed_coverage: tuple[care.SeedFact, ...]
    seed_coverage_rows: tuple[care.SeedRow, ...]
    morphometry: tuple[anatomy.Morphometry, ...]
    alignment: tuple[anatomy.Alignment, ...]
    synonyms: tuple[care.Synonym, ...]
    forbidden: tuple[care.Forbidden, ...]
    taught: tuple[care.Taught, ...]


def load(folder: Path) -> Catalog:
    """Read and check the CSV files of a folder.

    Raises Faulty, holding every fault found, and nothing else, if the content cannot be used.
    """
    opened = open_folder(folder)
    if opened.faults:
        raise Faulty(opened.faults)

    return Catalog(
        languages=opened.languages,
        regions=_by_id(opened, "regions", anatomy.Region),
        levels=_by_id(opened, "levels", anatomy.Level),
        roots=_by_id(opened, "roots", anatomy.Root),
        areas=_by_id(opened, "areas", anatomy.Area),
        area_groups=_by_id(opened, "area_groups", anatomy.AreaGroup),
        blocks=_by_id(opened, "blocks", care.Block),
        sources=_by_id(opened, "sources", care.Source),
        glossary=_by_id(opened, "glossary", care.Term),
        words={word.key: word.text for word in _all(opened, "words", care.Word)},
        facet_nerves=_all(opened, "facet_nerves", anatomy.FacetNerve),
        facet_pain=_all(opened, "facet_pain", anatomy.FacetPain),
        root_pain=_all(opened, "root_pain", anatomy.RootPain),
        red_flags=_all(opened, "red_flags", anatomy.RedFlag),
        red_flag_areas=_all(opened, "red_flag_areas", anatomy.RedFlagArea),
        block_facts=_all(opened, "block_facts", care.BlockFact),
        block_steps=_all(opened, "block_steps", care.BlockStep),
        step_blocks=_all(opened, "step_blocks", care.StepBlock),
        risks=_all(opened, "risks", care.Risk),
        risk_blocks=_all(opened, "risk_blocks", care.RiskBlock),
        aftercare=_all(opened, "aftercare", care.Aftercare),
        evidence=_all(opened, "evidence", care.Evidence),
        guidelines=_all(opened, "guidelines", care.Guideline),
        codes=_all(opened, "codes", care.Code),
        code_blocks=_all(opened, "code_blocks", care.CodeBlock),
        glossary_blocks=_all(opened, "glossary_blocks", care.TermBlock),
        questions=_all(opened, "questions", care.Question),
        prevalence=_all(opened, "prevalence", anatomy.Prevalence),
        seed_coverage=_all(opened, "seed_coverage", care.SeedFact),
        seed_coverage_rows=_all(opened, "seed_coverage_rows", care.SeedRow),
        morphometry=_all(opened, "morphometry", anatomy.Morphometry),
        alignment=_all(opened, "alignment", anatomy.Alignment),
        synonyms=_all(opened, "synonyms", care.Synonym),
        forbidden=_all(opened, "forbidden_phrases", care.Forbidden),
        taught=_all(opened, "taught_terms", care.Taught),
    )


def _all(opened: Folder, name: str, kind: type[R]) -> tuple[R, ...]:
    return tuple(row for row in opened.sheets[name].rows.values() if isinstance(row, kind))


def _by_id(opened: Folder, name: str, kind: type[R]) -> dict[str, R]:
    return {str(getattr(row, "id")): row for row in _all(opened, name, kind)}  # noqa: B009
