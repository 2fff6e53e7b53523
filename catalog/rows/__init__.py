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
from catalog.rows.evidence import Axis, Chart, Evidence, Guideline, PositionShown, Source
from catalog.rows.pain import FacetPain, MapSign, Prevalence, RedFlag, RootPain, Sign, UrgencyWord, WarningRule
from catalog.rows.plan import PlanFlag, PlanKind, PlanPosition
from catalog.rows.record import RecordCode
from catalog.rows.words import Forbidden, Question, Synonym, Taught, Term, Word

__all__ = [
    "Aftercare",
    "Area",
    "AreaGroup",
    "Axis",
    "Block",
    "BlockFact",
    "BlockMatch",
    "BlockStep",
    "BlockType",
    "Chart",
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
    "PositionShown",
    "Prevalence",
    "Question",
    "RecordCode",
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
