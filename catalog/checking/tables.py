"""Every file of data/: what a row of it is, what makes a row unique, and which other files it points into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from catalog import rows
from catalog.rows import cells
from catalog.rows.base import Row
from catalog.rows.cells import ByLanguage, Name, Patient


@dataclass(frozen=True)
class Link:
    """Each filled cell of `column` must stand in `target_column` of `target`, or be one of `also`.

    `many`: each word of the cell must; what follows a colon in it (a purpose) is not part of the id.
    """

    column: str
    target: str
    target_column: str
    also: frozenset[str] = frozenset()
    many: bool = False


@dataclass(frozen=True)
class Table:
    """One CSV file. `key`: the columns whose cells together are unique in the file."""

    name: str
    row: type[Row]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()
    bare: bool = field(default=False)  # columns of a text are called `en`, `es` instead of `text_en`, `text_es`

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    def texts(self) -> list[str]:
        """The fields that are spread over one column a language."""
        return [name for name, info in self.row.model_fields.items() if _marked(info.metadata, ByLanguage)]

    def patient_texts(self) -> list[str]:
        """The fields that a patient reads."""
        return [name for name, info in self.row.model_fields.items() if _marked(info.metadata, Patient)]

    def names(self) -> list[str]:
        """The fields that hold a name."""
        return [name for name, info in self.row.model_fields.items() if _marked(info.metadata, Name)]

    def column(self, text: str, lang: str) -> str:
        return lang if self.bare else f"{text}_{lang}"

    def columns(self, languages: Iterable[str]) -> list[str]:
        """Every heading the file must have."""
        spread = set(self.texts())
        langs = list(languages)
        return [
            column
            for name in self.row.model_fields
            for column in ([self.column(name, lang) for lang in langs] if name in spread else [name])
        ]


@dataclass(frozen=True)
class Sheet:
    """One file after checking: the cells, the rows that hold, and the row numbers a spreadsheet shows for them."""

    table: Table
    frame: pd.DataFrame
    rows: Mapping[int, Row]


def _marked(metadata: list[object], mark: type) -> bool:
    return any(isinstance(item, mark) for item in metadata)


EVERY = frozenset({cells.EVERY})
EVERY_OR_NONE = EVERY | {cells.NONE}
ANY = frozenset({"any"})
REGION = Link("region", "regions", "region")
REGION_OR_ALL = Link("region", "regions", "region", EVERY)
LEVEL = Link("level", "levels", "segment")
AREA = Link("area_slug", "areas", "slug")
ROOT = Link("root", "roots", "root")
TYPES = Link("block_types", "block_types", "block_type", EVERY_OR_NONE, many=True)
BLOCK = Link("block_id", "blocks", "block_id")
BLOCKS = Link("blocks", "blocks", "block_id", EVERY_OR_NONE, many=True)
SOURCE = Link("source_id", "sources", "source_id")
CHART = Link("chart_group", "charts", "chart_group")
ON_HANDOUT = Link("on_handout", "regions", "region", EVERY, many=True)


def _root(column: str) -> Link:
    return Link(column, "roots", "root")


def _evidence(column: str) -> Link:
    return Link(column, "evidence", "evidence_id")


TABLES: tuple[Table, ...] = (
    Table("regions", rows.Region, ("region",), (SOURCE,)),
    Table(
        "levels",
        rows.Level,
        ("segment",),
        (
            REGION,
            _root("exiting_root"),
            Link("commonness_source_id", "sources", "source_id"),
            SOURCE,
        ),
    ),
    Table("facet_nerves", rows.FacetNerve, ("level", "order"), (LEVEL, SOURCE)),
    Table("discs", rows.Disc, ("level",), (LEVEL, _root("usual_root"), _root("far_lateral_root"), SOURCE)),
    Table("roots", rows.Root, ("root",), (REGION, SOURCE)),
    Table("area_groups", rows.AreaGroup, ("group",)),
    Table(
        "insets",
        rows.Inset,
        ("face", "inset"),
        (Link("group", "area_groups", "group"), Link("areas", "areas", "slug", many=True)),
    ),
    Table("areas", rows.Area, ("slug",), (Link("group", "area_groups", "group"),)),
    Table("facet_pain", rows.FacetPain, ("level", "area_slug"), (LEVEL, AREA, SOURCE)),
    Table("root_pain", rows.RootPain, ("root", "area_slug", "kind"), (ROOT, AREA, SOURCE)),
    Table(
        "red_flags",
        rows.RedFlag,
        ("id",),
        (
            Link("region", "regions", "region", ANY),
            Link("areas", "areas", "slug", EVERY_OR_NONE, many=True),
            ON_HANDOUT,
            SOURCE,
        ),
    ),
    Table(
        "map_signs",
        rows.MapSign,
        ("flag_id", "part", "side"),
        (Link("flag_id", "red_flags", "id"), Link("areas", "areas", "slug", many=True)),
    ),
    Table("signs", rows.Sign, ("sign",)),
    Table("urgency_words", rows.UrgencyWord, ("language", "phrase")),
    Table("warning_rules", rows.WarningRule, ("rule",), (Link("flags", "red_flags", "id", many=True),)),
    Table(
        "block_types",
        rows.BlockType,
        ("block_type",),
        (Link("term_id", "glossary", "term_id"), Link("next_types", "block_types", "block_type", many=True)),
    ),
    Table(
        "blocks", rows.Block, ("block_id",), (REGION_OR_ALL, Link("block_type", "block_types", "block_type"), SOURCE)
    ),
    Table("block_matches", rows.BlockMatch, ("level", "part", "order"), (LEVEL, BLOCK, SOURCE)),
    Table("block_facts", rows.BlockFact, ("block_id", "attribute"), (BLOCK, SOURCE)),
    Table("block_steps", rows.BlockStep, ("step_id",), (BLOCKS, SOURCE)),
    Table("risks", rows.Risk, ("risk_id",), (BLOCKS, SOURCE)),
    Table(
        "harms_shown",
        rows.HarmShown,
        ("risk_id",),
        (
            Link("risk_id", "risks", "risk_id"),
            Link("counted_in", "block_types", "block_type", many=True),
            _evidence("also"),
            Link("normal", "aftercare", "aftercare_id"),
        ),
    ),
    Table("evidence", rows.Evidence, ("evidence_id",), (REGION_OR_ALL, TYPES, CHART, SOURCE)),
    Table("aftercare", rows.Aftercare, ("aftercare_id",), (TYPES, ON_HANDOUT, SOURCE)),
    Table(
        "numbers_shown",
        rows.NumberShown,
        ("block_id", "order"),
        (BLOCK, _evidence("evidence_id"), _evidence("compared_id")),
    ),
    Table("guidelines", rows.Guideline, ("guideline_id",), (REGION_OR_ALL, TYPES, SOURCE)),
    Table(
        "positions_shown",
        rows.PositionShown,
        ("guideline_id", "procedure"),
        (Link("guideline_id", "guidelines", "guideline_id"), Link("procedure", "block_types", "experts")),
    ),
    Table("charts", rows.Chart, ("chart_group",)),
    Table("axes", rows.Axis, ("axis",)),
    Table("codes", rows.Code, ("code_key",), (BLOCKS, SOURCE)),
    Table("plan_kinds", rows.PlanKind, ("kind",), (Link("block_type", "block_types", "block_type"),)),
    Table(
        "plan_flags",
        rows.PlanFlag,
        ("flag",),
        (Link("levels", "levels", "segment", many=True), Link("kinds", "plan_kinds", "kind", many=True)),
    ),
    Table("plan_positions", rows.PlanPosition, ("flag", "order"), (Link("flag", "plan_flags", "flag"), SOURCE)),
    Table("record_codes", rows.RecordCode, ("code_system", "code")),
    Table("glossary", rows.Term, ("term_id",), (BLOCKS, SOURCE)),
    Table("questions", rows.Question, ("question_id",), (SOURCE,)),
    Table("prevalence", rows.Prevalence, ("region", "measure", "source_id"), (REGION, CHART, SOURCE)),
    Table("sources", rows.Source, ("source_id",)),
    Table("words", rows.Word, ("key",), bare=True),
    Table(
        "synonyms",
        rows.Synonym,
        ("language", "phrase", "area_slug", "segment", "part", "block_id", "page"),
        (AREA, Link("segment", "levels", "segment"), BLOCK),
    ),
    Table("forbidden_phrases", rows.Forbidden, ("language", "phrase")),
    Table("taught_terms", rows.Taught, ("language", "term"), (Link("term_id", "glossary", "term_id"),)),
)
BY_NAME = {table.name: table for table in TABLES}
