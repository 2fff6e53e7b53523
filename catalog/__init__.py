"""The content: reads data/*.csv, checks it, links it, and answers questions about it. Knows nothing of the page.

catalog.load(folder)   -> Catalog, or Faulty with every fault
catalog.check(folder)  -> list of Fault
catalog.warnings(folder) -> list of Fault that are no reason to stop: what is hard to read
"""

from catalog.checking.folder import check, warnings
from catalog.fault import Fault, Faulty, nearest, shorten
from catalog.loading import Catalog, load
from catalog.lookups.blocks import (
    about,
    blocks_for,
    codes_for,
    evidence_at,
    facts_of,
    harms_for,
    levels_of,
    next_of,
    numbers_for,
    risks_for,
    steps_for,
    terms_for,
    type_of,
    why_none,
)
from catalog.lookups.charts import marks_of, sentence_of
from catalog.lookups.handout import for_handout, handout_questions
from catalog.lookups.insets import Placed, placed_insets
from catalog.lookups.map_signs import map_signs
from catalog.lookups.pain import PARTS, SIDES, AreaSide, Context, Match, areas_of, context_for, levels_for, marks
from catalog.lookups.places import explored, home_of, levels_in, opens_with, sides_of
from catalog.lookups.plan import Planned, Reached, Refused, planned
from catalog.lookups.structures import disc_at, facet_nerves, joint_supply, level_of_root, root_at, sources_of
from catalog.lookups.warnings import alarms, cautions_for, red_flags_for, rules
from catalog.rows.anatomy import Area, AreaGroup, Disc, FacetNerve, Inset, Level, Part, Region, Root, Side
from catalog.rows.base import Claim
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
from catalog.rows.cells import Text
from catalog.rows.evidence import Axis, Chart, Evidence, Guideline, PositionShown, Source
from catalog.rows.marks import Mark, axis_of, signed
from catalog.rows.pain import FacetPain, RedFlag, RootPain, Strength
from catalog.rows.plan import PlanFlag, PlanKind, PlanPosition
from catalog.rows.words import Question, Synonym, Term

__all__ = [
    "PARTS",
    "SIDES",
    "Aftercare",
    "Area",
    "AreaGroup",
    "AreaSide",
    "Axis",
    "Block",
    "BlockFact",
    "BlockMatch",
    "BlockStep",
    "BlockType",
    "Catalog",
    "Chart",
    "Claim",
    "Code",
    "Context",
    "Disc",
    "Evidence",
    "FacetNerve",
    "FacetPain",
    "Fault",
    "Faulty",
    "Guideline",
    "HarmShown",
    "Inset",
    "Level",
    "Mark",
    "Match",
    "NumberShown",
    "Part",
    "Placed",
    "PlanFlag",
    "PlanKind",
    "PlanPosition",
    "Planned",
    "PositionShown",
    "Question",
    "Reached",
    "RedFlag",
    "Refused",
    "Region",
    "Risk",
    "Root",
    "RootPain",
    "Side",
    "Source",
    "Strength",
    "Synonym",
    "Term",
    "Text",
    "about",
    "alarms",
    "areas_of",
    "axis_of",
    "blocks_for",
    "cautions_for",
    "check",
    "codes_for",
    "context_for",
    "disc_at",
    "evidence_at",
    "explored",
    "facet_nerves",
    "facts_of",
    "for_handout",
    "handout_questions",
    "harms_for",
    "home_of",
    "joint_supply",
    "level_of_root",
    "levels_for",
    "levels_in",
    "levels_of",
    "load",
    "map_signs",
    "marks",
    "marks_of",
    "nearest",
    "next_of",
    "numbers_for",
    "opens_with",
    "placed_insets",
    "planned",
    "red_flags_for",
    "risks_for",
    "root_at",
    "rules",
    "sentence_of",
    "shorten",
    "sides_of",
    "signed",
    "sources_of",
    "steps_for",
    "terms_for",
    "type_of",
    "warnings",
    "why_none",
]
