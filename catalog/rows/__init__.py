"""What a row of each file of data/ holds."""

from catalog.rows.anatomy import Area, AreaGroup, FacetNerve, Inset, Level, Region, Root
from catalog.rows.base import Claim, Row
from catalog.rows.blocks import (
    Aftercare,
    Block,
    BlockFact,
    BlockStep,
    BlockType,
    Code,
    CodeBlock,
    HarmShown,
    NumberShown,
    Risk,
    RiskBlock,
    StepBlock,
)
from catalog.rows.evidence import Evidence, Guideline, SeedFact, SeedRow, Source
from catalog.rows.figure import Alignment, Morphometry
from catalog.rows.pain import FacetPain, Prevalence, RedFlag, RedFlagArea, RootPain
from catalog.rows.words import Forbidden, Question, Synonym, Taught, Term, TermBlock, Word

__all__ = [
    "Aftercare",
    "Alignment",
    "Area",
    "AreaGroup",
    "Block",
    "BlockFact",
    "BlockStep",
    "BlockType",
    "Claim",
    "Code",
    "CodeBlock",
    "Evidence",
    "FacetNerve",
    "FacetPain",
    "Forbidden",
    "Guideline",
    "HarmShown",
    "Inset",
    "Level",
    "Morphometry",
    "NumberShown",
    "Prevalence",
    "Question",
    "RedFlag",
    "RedFlagArea",
    "Region",
    "Risk",
    "RiskBlock",
    "Root",
    "RootPain",
    "Row",
    "SeedFact",
    "SeedRow",
    "Source",
    "StepBlock",
    "Synonym",
    "Taught",
    "Term",
    "TermBlock",
    "Word",
]
