"""Every file of data/: what a row of it is, what makes a row unique, and which other files it points into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from catalog.rows import anatomy
from catalog.rows import blocks as care
from catalog.rows.anatomy import Row
from catalog.rows.cells import ByLanguage, Patient


@dataclass(frozen=True)
class Link:
    """Each filled cell of `column` must stand in `target_column` of `target`, or be one of `also`."""

    column: str
    target: str
    target_column: str
    also: frozenset[str] = frozenset()


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


def _marked(metadata: list[object], mark: type) -> bool:
    return any(isinstance(item, mark) for item in metadata)


EVERY = frozenset({"all"})
ANY = frozenset({"any"})
REGION = Link("region", "regions", "region")
REGION_OR_ALL = Link("region", "regions", "region", EVERY)
LEVEL = Link("level", "levels", "segment")
AREA = Link("area_slug", "areas", "slug")
ROOT = Link("root", "roots", "root")
BLOCK = Link("block_id", "blocks", "block_id")
SOURCE = Link("source_id", "sources", "source_id")


def _root(column: str) -> Link:
    return Link(column, "roots", "root")


TABLES: tuple[Table, ...] = (
    Table(
        "regions",
        anatomy.Region,
        ("region",),
        (Link("facet_block", "blocks", "block_id"), Link("nerve_block", "blocks", "block_id"), SOURCE),
    ),
    Table(
        "levels",
        anatomy.Level,
        ("segment",),
        (
            REGION,
            _root("exiting_root"),
            _root("disc_root"),
            _root("disc_root_2"),
            Link("commonness_source_id", "sources", "source_id"),
            SOURCE,
        ),
    ),
    Table("facet_nerves", anatomy.FacetNerve, ("level", "order"), (LEVEL, SOURCE)),
    Table("roots", anatomy.Root, ("root",), (REGION, SOURCE)),
    Table("area_groups", anatomy.AreaGroup, ("group",)),
    Table("areas", anatomy.Area, ("slug",), (Link("group", "area_groups", "group"),)),
    Table("facet_pain", anatomy.FacetPain, ("level", "area_slug"), (LEVEL, AREA, SOURCE)),
    Table("root_pain", anatomy.RootPain, ("root", "area_slug", "kind"), (ROOT, AREA, SOURCE)),
    Table("red_flags", anatomy.RedFlag, ("id",), (Link("region", "regions", "region", ANY), SOURCE)),
    Table("red_flag_areas", anatomy.RedFlagArea, ("id", "area_slug"), (Link("id", "red_flags", "id"), AREA)),
    Table("blocks", care.Block, ("block_id",), (REGION_OR_ALL, SOURCE)),
    Table("block_facts", care.BlockFact, ("block_id", "attribute"), (BLOCK, SOURCE)),
    Table("block_steps", care.BlockStep, ("step_id",), (SOURCE,)),
    Table("step_blocks", care.StepBlock, ("step_id", "block_id"), (Link("step_id", "block_steps", "step_id"), BLOCK)),
    Table("risks", care.Risk, ("risk_id",), (SOURCE,)),
    Table("risk_blocks", care.RiskBlock, ("risk_id", "block_id"), (Link("risk_id", "risks", "risk_id"), BLOCK)),
    Table("aftercare", care.Aftercare, ("aftercare_id",), (SOURCE,)),
    Table("evidence", care.Evidence, ("evidence_id",), (REGION_OR_ALL, SOURCE)),
    Table("guidelines", care.Guideline, ("guideline_id",), (REGION_OR_ALL, SOURCE)),
    Table("codes", care.Code, ("code_key",), (SOURCE,)),
    Table("code_blocks", care.CodeBlock, ("code_key", "block_id"), (Link("code_key", "codes", "code_key"), BLOCK)),
    Table("glossary", care.Term, ("term_id",), (SOURCE,)),
    Table("glossary_blocks", care.TermBlock, ("term_id", "block_id"), (Link("term_id", "glossary", "term_id"), BLOCK)),
    Table("questions", care.Question, ("question_id",), (SOURCE,)),
    Table("prevalence", anatomy.Prevalence, ("region", "measure", "source_id"), (REGION, SOURCE)),
    Table(
        "seed_coverage",
        care.SeedFact,
        ("seed_id",),
        (SOURCE, Link("independent_source_id", "sources", "source_id")),
    ),
    Table(
        "seed_coverage_rows",
        care.SeedRow,
        ("seed_id", "file", "key"),
        (Link("seed_id", "seed_coverage", "seed_id"),),
    ),
    Table("morphometry", anatomy.Morphometry, ("level", "measure", "source_id"), (SOURCE,)),
    Table("alignment", anatomy.Alignment, ("quantity", "source_id"), (SOURCE,)),
    Table("sources", care.Source, ("source_id",)),
    Table("words", care.Word, ("key",), bare=True),
    Table(
        "synonyms",
        care.Synonym,
        ("language", "phrase", "area_slug", "segment", "part"),
        (AREA, Link("segment", "levels", "segment")),
    ),
    Table("forbidden_phrases", care.Forbidden, ("language", "phrase")),
    Table("taught_terms", care.Taught, ("language", "term")),
)
BY_NAME = {table.name: table for table in TABLES}
