"""S11: bad data is named by file, row and column, in words; nothing but Faulty is ever raised."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import catalog
from catalog import Fault
from catalog.checking.tables import TABLES
from tests.catalog.spoiling import Spoiler

Spoil = Callable[[Spoiler], None]


def cell(file: str, row: int, column: str, value: str) -> Spoil:
    return lambda spoil: spoil.cell(file, row, column, value)


def heading(file: str, old: str, new: str) -> Spoil:
    def change(records: list[list[str]]) -> None:
        records[0][records[0].index(old)] = new

    return lambda spoil: spoil.edit(file, change)


def repeat(file: str, row: int) -> Spoil:
    return lambda spoil: spoil.edit(file, lambda records: records.append(records[row - 1]))


def drop(file: str, row: int) -> Spoil:
    return lambda spoil: spoil.edit(file, lambda records: records.pop(row - 1) and None)


def write(file: str, content: bytes) -> Spoil:
    return lambda spoil: (spoil.folder / file).write_bytes(content) and None


def remove(file: str) -> Spoil:
    return lambda spoil: (spoil.folder / file).unlink()


# a cell spoiled: (file, row, column, what is written there, a piece of what the message must say)
CELLS: dict[str, tuple[str, int, str, str, str]] = {
    "area misspelt in a link": ("facet_pain.csv", 9, "area_slug", "head-bak", 'Did you mean "head-back"?'),
    "level misspelt": ("facet_pain.csv", 5, "level", "C1-3", "not in levels.csv"),
    "root unknown": ("levels.csv", 26, "exiting_root", "L9", "not in roots.csv"),
    "source unknown": ("risks.csv", 4, "source_id", "cohen2020x", 'Did you mean "cohen2020"?'),
    "block unknown": ("block_matches.csv", 6, "block_id", "C-MBX", 'Did you mean "C-MBB"?'),
    "group unknown": ("areas.csv", 3, "group", "head", "area_groups.csv"),
    "strength misspelt": ("root_pain.csv", 7, "strength", "tipical", 'Did you mean "typical"?'),
    "strength empty": ("root_pain.csv", 7, "strength", "", "empty"),
    "kind of level not allowed": ("levels.csv", 5, "kind", "joint", "Write one of"),
    "Spanish name missing": ("areas.csv", 10, "name_es", "", "missing in this language"),
    "Spanish text missing where English stands": ("block_facts.csv", 2, "text_es", "", "each language"),
    "id with blanks": ("questions.csv", 3, "question_id", "QU 02", "not an id"),
    "id empty": ("risks.csv", 6, "risk_id", "", "Fill in the id"),
    "number with a unit": ("risks.csv", 4, "rate_percent", "1.1 %", "not a number"),
    "whole number with letters": ("regions.csv", 2, "vertebra_count", "seven", "whole number"),
    "date the other way round": ("glossary.csv", 2, "reviewed_on", "22/11/2026", "2026-11-22"),
    "HTML in a text": ("aftercare.csv", 2, "text_en", "<b>Rest</b>", "HTML"),
    "script in Spanish": ("questions.csv", 2, "why_es", "<script>x</script>", "HTML"),
    "line break in a cell": ("glossary.csv", 4, "plain_en", "one\ntwo", "one line"),
    "text far too long": ("glossary.csv", 4, "plain_en", "word " * 200, "characters"),
    "error of the spreadsheet": ("glossary.csv", 5, "plain_es", "#NAME?", "spreadsheet"),
    "formula in a cell": ("glossary.csv", 5, "plain_es", "=1+1", "formula"),
    "garbled accents": ("areas.csv", 4, "name_es", "regiÃ³n", "garbled"),
    "confirmed by nothing": ("root_pain.csv", 3, "verified", "a book", "from memory"),
    "neither yes nor no": ("facet_nerves.csv", 5, "reached_by_block", "true", "yes"),
    "root leaves twice": ("levels.csv", 6, "exiting_root", "C4", "leaves at C3-4 already"),
    "the same place twice": ("levels.csv", 6, "order", "2", "not used yet: 5"),
    "a step without a place": ("block_steps.csv", 6, "order", "", "not used yet: 5"),
    "a gap with another name": ("words.csv", 4, "es", "Toque {levle}", "it has {levle}"),
    "a gap left open": ("words.csv", 4, "es", "Toque {level", "curly bracket"),
    "a verdict": ("questions.csv", 2, "why_en", "You need a block.", "must not be said"),
    "no word on which blocks": ("risks.csv", 5, "blocks", "", 'Write "all"'),
    "all blocks, and one of them": ("codes.csv", 5, "blocks", "all L-FJ", "stands beside ids"),
    "a block named twice": ("glossary.csv", 11, "blocks", "C-FJ C-FJ", "there twice"),
    "a block misspelt in a list": ("risks.csv", 5, "blocks", "L-TFE C-TFI:test", 'Did you mean "C-TFE"?'),
    "a purpose misspelt": ("block_steps.csv", 7, "blocks", "L-TFE:tset", '"L-TFE:test" or "L-TFE:treatment"'),
    "an area misspelt in a warning": ("red_flags.csv", 2, "areas", "saddle low-bak", 'Did you mean "low-back"?'),
    "a taught term without a reason": ("taught_terms.csv", 2, "term_id", "", "cannot be made easier"),
    "a taught term that nothing explains": ("taught_terms.csv", 2, "term_id", "GT-999", "glossary.csv"),
    "block of another region": ("block_matches.csv", 6, "block_id", "L-MBB", "another region"),
    "block for the other part": ("block_matches.csv", 9, "part", "nerve", "is for the facet"),
    "block without a role": ("block_matches.csv", 6, "role", "", "Write test"),
    "block without a place": ("block_matches.csv", 6, "order", "0", "from 1 on"),
    "no block, but a role": ("block_matches.csv", 2, "role", "test", "why none fits"),
    "disc on a root that is none": ("discs.csv", 2, "usual_root", "C9", "not in roots.csv"),
    "interval upside down": ("evidence.csv", 2, "ci_low", "99", "lower end first"),
}
# anything else spoiled: (how, file, row, column, a piece of what the message must say)
OTHERS: dict[str, tuple[Spoil, str, int, str, str]] = {
    "id twice": (repeat("areas.csv", 2), "areas.csv", 48, "slug", "already, in row 2"),
    "same claim twice": (repeat("facet_pain.csv", 2), "facet_pain.csv", 104, "area_slug", "already, in row 2"),
    "heading misspelt": (heading("areas.csv", "sides", "side"), "areas.csv", 1, "side", 'Did you mean "sides"?'),
    "heading unknown": (heading("risks.csv", "notes", "xyz"), "risks.csv", 1, "xyz", "no column of this name"),
    "heading twice": (heading("risks.csv", "notes", "n"), "risks.csv", 1, "n", "twice"),
    "heading empty": (heading("risks.csv", "n", ""), "risks.csv", 1, "", "no heading"),
    "review half filled in": (
        cell("glossary.csv", 3, "reviewer", "A. Person"),
        "glossary.csv",
        3,
        "reviewed_on",
        "half filled in",
    ),
    "nerve without its bone": (
        cell("facet_nerves.csv", 4, "reached_by_block", "no"),
        "facet_nerves.csv",
        4,
        "bone_en",
        "nerve and bone",
    ),
    "a joint that no row speaks of": (
        drop("block_matches.csv", 2),
        "levels.csv",
        2,
        "segment",
        "which block fits C0-1",
    ),
    "cells beyond the headings": (
        lambda s: s.edit("areas.csv", lambda r: r[4].append("x")),
        "areas.csv",
        5,
        "",
        "beyond the last heading",
    ),
    "file missing": (remove("glossary.csv"), "glossary.csv", 0, "", "missing"),
    "file empty": (write("glossary.csv", b""), "glossary.csv", 0, "", "header row"),
    "file is a spreadsheet": (write("roots.csv", b"PK\x03\x04\x00\x00"), "roots.csv", 0, "", "CSV UTF-8"),
    "file in UTF-16": (
        lambda s: (s.folder / "roots.csv").write_text("root", encoding="utf-16") and None,
        "roots.csv",
        0,
        "",
        "CSV UTF-8",
    ),
    "quotation mark left open": (
        write("area_groups.csv", b'group,name_en,name_es\nleg,"Leg,Pierna\n'),
        "area_groups.csv",
        0,
        "",
        "left open",
    ),
    "file far too large": (write("sources.csv", b"x" * 2_000_001), "sources.csv", 0, "", "larger"),
    "far too many rows": (
        write("taught_terms.csv", b"language,term,why\n" + b"en,a,b\n" * 5_001),
        "taught_terms.csv",
        0,
        "",
        "rows",
    ),
}
SPOILED = {name: (cell(*place, value), *place, piece) for name, (*place, value, piece) in CELLS.items()} | OTHERS


def test_s11_the_repository_data_has_no_fault(folder: Path) -> None:
    assert [str(fault) for fault in catalog.check(folder)] == []


def test_s11_a_whole_folder_is_checked_in_under_3_seconds(folder: Path) -> None:
    start = time.process_time()  # of this process alone, whatever else the machine does
    catalog.check(folder)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("name", SPOILED)
def test_s11_each_fault_is_told_by_file_row_and_column(spoil: Spoiler, name: str) -> None:
    how, file, row, column, piece = SPOILED[name]
    how(spoil)
    faults = catalog.check(spoil.folder)
    found = [fault for fault in faults if (fault.file, fault.row, fault.column) == (file, row, column)]
    assert found, [str(fault) for fault in faults[:8]]
    assert any(piece in str(fault) for fault in found), str(found[0])
    if not name.startswith(("file", "far", "quotation", "heading")):
        assert len(faults) <= 4, "one fault must not bury the reader in others"


def test_s11_all_faults_are_told_at_once(spoil: Spoiler) -> None:
    chosen = [
        "area misspelt in a link", "strength misspelt", "Spanish name missing", "number with a unit",
        "HTML in a text", "heading misspelt", "file missing", "id twice",
    ]  # fmt: skip
    for name in chosen:
        SPOILED[name][0](spoil)
    faults = catalog.check(spoil.folder)
    assert {(fault.file, fault.row, fault.column) for fault in faults} >= {SPOILED[name][1:4] for name in chosen}
    with pytest.raises(catalog.Faulty) as caught:
        catalog.load(spoil.folder)
    assert list(caught.value.faults) == faults


def test_s11_a_message_is_one_readable_line() -> None:
    fault = Fault("areas.csv", 7, "view", '"bak" is not allowed here', 'Did you mean "back"?')
    assert str(fault) == 'areas.csv, row 7, column view: "bak" is not allowed here. Did you mean "back"?'


def test_s11_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(catalog.Faulty, match="not a folder"):
        catalog.load(tmp_path / "nowhere")
    assert len(catalog.check(tmp_path)) >= len(TABLES)


def test_s11_an_area_without_a_warning_is_told(spoil: Spoiler) -> None:
    def forget(records: list[list[str]]) -> None:
        at = records[0].index("areas")
        for record in records[1:]:
            record[at] = " ".join(slug for slug in record[at].split() if slug != "saddle") or "none"

    spoil.edit("red_flags.csv", forget)
    faults = catalog.check(spoil.folder)
    row = spoil.row_of("areas.csv", "slug", "saddle")
    assert {(fault.file, fault.row, fault.column) for fault in faults} == {("areas.csv", row, "slug")}
    assert any("emergency" in str(fault) for fault in faults)


def test_s11_a_level_without_pain_areas_is_told(spoil: Spoiler) -> None:
    def forget(records: list[list[str]]) -> None:
        records[1:] = [record for record in records[1:] if record[0] != "T2-3"]

    spoil.edit("facet_pain.csv", forget)
    (fault,) = catalog.check(spoil.folder)
    assert (fault.file, fault.column) == ("levels.csv", "segment")


def test_a_language_is_added_by_adding_columns(spoil: Spoiler) -> None:
    for table in TABLES:

        def copy_spanish(records: list[list[str]], table: object = table) -> None:
            spanish = [place for place, name in enumerate(records[0]) if name == "es" or name.endswith("_es")]
            for number, record in enumerate(records):
                copies = [record[place] for place in spanish]
                record += [name[:-2] + "fr" for name in copies] if number == 0 else copies

        spoil.edit(table.file, copy_spanish)
    loaded = catalog.load(spoil.folder)
    assert loaded.languages == ("en", "es", "fr")
    assert loaded.areas["groin"].name["fr"] == "Ingle"


EXCEL: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with byte order mark": lambda text: text.encode("utf-8-sig"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "line ends of old Macs": lambda text: text.replace("\n", "\r").encode(),
    "Windows-1252": lambda text: text.encode("cp1252"),
    "empty rows at the end": lambda text: (text + ",,,\n" * 20 + "\n\n").encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
}


@pytest.mark.parametrize("name", EXCEL)
def test_s11_files_load_as_excel_saves_them(folder: Path, name: str) -> None:
    for file in ("areas.csv", "area_groups.csv", "questions.csv"):
        path = folder / file
        path.write_bytes(EXCEL[name](path.read_text(encoding="utf-8")))
    assert [str(fault) for fault in catalog.check(folder)] == []
    assert catalog.load(folder).areas["hand-thumb-index"].name["es"] == "Pulgar e índice"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_s11_semicolons_and_tabs_separate_too(folder: Path, separator: str) -> None:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            records = list(csv.reader(stream))
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, delimiter=separator).writerows([*records, [""] * len(records[0])])
    assert [str(fault) for fault in catalog.check(folder)] == []


def test_s11_empty_columns_and_short_rows_of_excel_load(folder: Path) -> None:
    path = folder / "risks.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        records = [[*record, "", ""] for record in csv.reader(stream)]
    while records[30][-1] == "":  # Excel leaves out empty cells at the end of some rows
        records[30].pop()
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(records)
    assert catalog.check(folder) == []


def test_s11_a_decimal_comma_is_a_decimal_point(spoil: Spoiler) -> None:
    spoil.cell("risks.csv", 4, "rate_percent", "1,1")
    assert catalog.load(spoil.folder).risks[2].rate_percent == pytest.approx(1.1)


def test_d3_a_block_that_no_level_leads_to_is_told(spoil: Spoiler) -> None:
    last = catalog.load(spoil.folder).block_matches[-1].block_id
    spoil.edit("block_matches.csv", lambda records: records.__setitem__(slice(None), _without(records, last)))
    told = {(fault.file, fault.column): fault.wrong for fault in catalog.check(spoil.folder)}
    assert told["blocks.csv", "block_id"] == f"no level leads to {last}"


def _without(records: list[list[str]], block: str) -> list[list[str]]:
    return [record for record in records if block not in record]
