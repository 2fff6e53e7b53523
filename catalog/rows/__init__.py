"""What a row of each file of data/ holds."""

from catalog.rows.anatomy import Area, AreaGroup, Disc, FacetNerve, Inset, Level, Region, Root
from catalog.rows.base import Claim, Row
from catalog.rows.blocks import (
    Aftercare,
    Block,
    BlockFact,
    BlockMatch,
    BlockStep,
    BlockType,
    Code,
    HarmShown,
    NumberShown,
    Risk,
)
from catalog.rows.evidence import Evidence, Guideline, Source
from catalog.rows.pain import FacetPain, MapSign, Prevalence, RedFlag, RootPain, Sign, UrgencyWord, WarningRule
from catalog.rows.plan import PlanFlag, PlanKind, PlanPosition
from catalog.rows.words import Forbidden, Question, Synonym, Taught, Term, Word

__all__ = [
    "Aftercare",
    "Area",
    "AreaGroup",
    "Block",
    "BlockFact",
    "BlockMatch",
    "BlockStep",
    "BlockType",
    "Claim",
    "Code",
    "Disc",
    "Evidence",
    "FacetNerve",
    "FacetPain",
    "Forbidden",
    "Guideline",
    "HarmShown",
    "Inset",
    "Level",
    "MapSign",
    "NumberShown",
    "PlanFlag",
    "PlanKind",
    "PlanPosition",
    "Prevalence",
    "Question",
    "RedFlag",
    "Region",
    "Risk",
    "Root",
    "RootPain",
    "Row",
    "Sign",
    "Source",
    "Synonym",
    "Taught",
    "Term",
    "UrgencyWord",
    "WarningRule",
    "Word",
]
