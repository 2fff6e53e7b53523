"""What patients read: short, plain, in each language, and never a verdict on the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

import catalog
from catalog import Catalog
from catalog.checking.folder import Folder, open_folder
from catalog.checking.grade import flesch_kincaid, smog, without
from catalog.checking.phrases import patient_texts
from catalog.rows.base import Claim
from tests.catalog.conftest import DATA
from tests.catalog.spoiling import Spoiler

HARDEST = 6.0  # school grade; A34


@pytest.fixture(scope="session")
def opened() -> Folder:
    return open_folder(DATA)


@pytest.fixture(scope="session")
def taught(facts: Catalog) -> list[str]:
    return [row.term for row in facts.taught if row.language == "en"]


def prose(opened: Folder, lang: str) -> Iterator[tuple[str, str]]:
    """Where, and what, without names."""
    for table, row, field, found, text in patient_texts(opened.sheets):
        if found == lang and field not in table.names():
            yield f"{table.file} row {row} {table.column(field, lang)}", text


def cards(facts: Catalog) -> dict[str, list[str]]:
    """The texts that stand together on the page."""
    found = {
        f"facts of {block}": [f.text["en"] for f in catalog.facts_of(facts, block).values()] for block in facts.blocks
    }
    for block in facts.blocks:
        risks = catalog.risks_for(facts, block)
        found[f"risks of {block}"] = [text for risk in risks for text in (risk.risk["en"], risk.helps["en"])]
        found[f"visit for {block}"] = [
            t for s in catalog.steps_for(facts, block) for t in (s.title["en"], s.general["en"], s.text["en"])
        ]
    for kind in ("normal", "do", "dont", "call", "emergency"):
        found[f"aftercare: {kind}"] = [row.text["en"] for row in facts.aftercare if row.kind == kind]
    for kind in ("red_flag", "caution"):
        shown = [flag for flag in facts.red_flags if flag.kind == kind]
        found[kind] = [t for f in shown for t in (f.flag["en"], f.may_mean["en"], f.action_text["en"])]
    found["glossary"] = [term.plain["en"] for term in facts.glossary.values()]
    found["questions"] = [text for row in facts.questions for text in (row.question["en"], row.why["en"])]
    found["guidelines"] = [row.plain["en"] for row in facts.guidelines]
    found["roots"] = [root.symptoms["en"] for root in facts.roots.values()]
    found["regions"] = [region.what_it_does["en"] for region in facts.regions.values()]
    return found


def ended(text: str) -> str:
    return text if text[-1] in ".!?" else f"{text}."


def test_a34_every_text_is_easy_to_read() -> None:
    """No sentence over 15 words; English of grade 6 or below."""
    assert [str(warning) for warning in catalog.warnings(DATA)] == []


HARD = "The interdisciplinary evaluation is usually indicated after several complicated examinations."


@pytest.mark.parametrize(
    ("file", "column", "text", "pieces"),
    [
        (
            "glossary.csv",
            "plain_en",
            "It is a " + "very " * 11 + "big bone. It is flat.",
            ["16 words", "very big bone"],
        ),
        ("aftercare.csv", "text_es", "Es un hueso " + "muy " * 12 + "grande.", ["16 words", "muy grande"]),
        ("glossary.csv", "plain_en", f"It is a bone. {HARD}", ["grade 1", f'sentence: "{HARD[:40]}', "examinations"]),
    ],
)
def test_a34_a_text_that_is_hard_to_read_is_told_by_place(
    spoil: Spoiler, file: str, column: str, text: str, pieces: list[str]
) -> None:
    spoil.cell(file, 5, column, text)
    assert catalog.check(spoil.folder) == []
    warnings = catalog.warnings(spoil.folder)
    assert {(warning.file, warning.row, warning.column) for warning in warnings} == {(file, 5, column)}
    assert all(any(piece in str(warning) for warning in warnings) for piece in pieces), warnings


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("term_en", "Transforaminal intervertebral periradicular infiltration under continuous fluoroscopy guidance"),
        ("plain_es", HARD),
        ("plain_en", "Complicated examinations."),
        ("plain_en", "An epidural injection is a shot that may help you with sciatica or arthritis."),
    ],
    ids=["a name", "no English", "a label", "taught terms"],
)
def test_a34_what_cannot_be_made_easier_is_let_pass(spoil: Spoiler, column: str, text: str) -> None:
    spoil.cell("glossary.csv", 5, column, text)
    assert catalog.warnings(spoil.folder) == []


def test_a34_a_term_that_is_not_taught_counts(spoil: Spoiler) -> None:
    spoil.edit("taught_terms.csv", lambda records: records.__delitem__(slice(1, None)))
    assert len(catalog.warnings(spoil.folder)) > 10


def test_a34_no_card_is_above_grade_6_by_either_measure(facts: Catalog, taught: list[str]) -> None:
    grades = {}
    for name, texts in cards(facts).items():
        whole = " ".join(without(ended(text), taught) for text in texts if text)
        grades[name] = max(flesch_kincaid(whole), smog(whole))
    assert {name: round(grade, 1) for name, grade in grades.items() if grade > HARDEST} == {}


def test_f4_no_patient_text_holds_a_forbidden_phrase() -> None:
    assert [str(fault) for fault in catalog.check(DATA)] == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("You have a worn joint.", "en"),
        ("Half, or 50%, get better.", "en"),
        ("About 50 percent get better.", "en"),
        ("YOU NEED this shot.", "en"),
        ("Your pain comes from L4-5.", "en"),
        ("Usted tiene artrosis.", "es"),
        ("El 50 por ciento mejora.", "es"),
        ("Usted necesita un bloqueo.", "es"),
        ("Un estudio pequeño. Seguridad: baja.", "es"),  # false friends: how sure, not how safe
        ("Dormido por horas.", "es"),
        ("El agua con sal también ayudó.", "es"),
        ("Golpe en el coxis.", "es"),
    ],
)
def test_f4_a_forbidden_phrase_is_told_by_place(spoil: Spoiler, text: str, lang: str) -> None:
    spoil.cell("glossary.csv", 5, f"plain_{lang}", text)
    (fault,) = catalog.check(spoil.folder)
    assert (fault.file, fault.row, fault.column) == ("glossary.csv", 5, f"plain_{lang}")


@pytest.mark.parametrize(
    "text", ["Tell us if you have diabetes.", "It is cured meat.", "Si usted tiene fiebre, avise."]
)
def test_f4_a_harmless_context_is_let_pass(spoil: Spoiler, text: str) -> None:
    spoil.cell("glossary.csv", 5, "plain_es" if "usted" in text else "plain_en", text)
    assert catalog.check(spoil.folder) == []


def test_f4_words_of_the_screen_are_read_too(spoil: Spoiler) -> None:
    spoil.edit("words.csv", lambda records: records.append(["test.a", "You need this.", "Usted necesita esto."]))
    spoil.edit("words.csv", lambda records: records.append(["test.clinician.a", "50% relief", "50% de alivio"]))
    assert [fault.column for fault in catalog.check(spoil.folder)] == ["en", "es"]


# "1 in 3", "one in three", "8 parts in 10": people misread these. Right is "34 of 100", with the other 66 beside it.
SMALL = {
    "en": "two|three|four|five|six|seven|eight|nine|ten",
    "es": "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez",
}
TIME = r"(?!\s*(?:hours|days|weeks|months|years))(?!\d)"
ONE_IN = {
    "en": rf"\b(?:\d+|one|half|{SMALL['en']}) (?:people |parts |tests )?(?:in|out of)(?: every)? "
    rf"(?:(?!19\d\d|20\d\d)\d[\d,]*{TIME}|{SMALL['en']}|twenty|hundred)\b",
    "es": rf"\b(?:\d+|un[oa]?|{SMALL['es']}) (?:personas |partes |pruebas )?(?:de|en|entre|por) cada "
    rf"(?:\d|{SMALL['es']}|veinte|cien)",
}
FRACTION = {
    "en": r"\b(?:a|one|two)[ -](?:third|quarter|fifth)s?\b",
    "es": r"\b(?:tercio|(?:tercera|cuarta|quinta) parte)s?\b",
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_e5_no_patient_text_counts_people_as_1_in_n(opened: Folder, lang: str) -> None:
    wrong = re.compile(f"{ONE_IN[lang]}|{FRACTION[lang]}", re.IGNORECASE)
    assert [f"{where}: {text}" for where, text in prose(opened, lang) if wrong.search(text)] == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_e5_a_number_of_people_has_its_other_side_beside_it(opened: Folder, lang: str) -> None:
    """12 of 100 is never said without 88."""
    of = {"en": "of", "es": "de"}[lang]
    for where, text in prose(opened, lang):
        for count, total in re.findall(rf"\b(\d+) {of} (100|1,000)\b", text):
            rest = int(total.replace(",", "")) - int(count)
            assert re.search(rf"\b{rest}\b", text), f"{where}: {text}"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("About 1 in 3 tests fail.", "en"),
        ("It helps one in three.", "en"),
        ("It helps 3 out of 10.", "en"),
        ("8 parts in 10.", "en"),
        ("A third get better.", "en"),
        ("Falla 1 de cada 3.", "es"),
        ("Ayuda a una de cada tres.", "es"),
        ("Ayuda a 3 personas de cada 10.", "es"),
        ("Mejora la tercera parte.", "es"),
    ],
)
def test_e5_1_in_n_is_found_in_figures_and_in_words(text: str, lang: str) -> None:
    assert re.search(f"{ONE_IN[lang]}|{FRACTION[lang]}", text, re.IGNORECASE)


def test_e7_what_no_page_confirmed_gives_patients_no_number(opened: Folder) -> None:
    scale = re.compile(r"\b0 to 10\b|\b[CTLS]\d+(-[CTLS]?\d+)?\b")  # and names of nerves, bones and levels
    harmless = {("questions", "question"), ("blocks", "name")}
    numbers = [
        f"{sheet.table.file} row {number} {field}: {text}"
        for sheet in opened.sheets.values()
        for number, row in sheet.rows.items()
        if isinstance(row, Claim) and not row.confirmed
        for field in sheet.table.patient_texts()
        if (sheet.table.name, field) not in harmless
        for text in [getattr(row, field)["en"]]
        if re.search(r"\d", scale.sub("", text))
    ]
    assert numbers == []


def test_e13_no_review_is_overdue(opened: Folder) -> None:
    reviews = [
        (sheet.table.file, number, row.next_review)
        for sheet in opened.sheets.values()
        for number, row in sheet.rows.items()
        if isinstance(row, Claim) and row.next_review
    ]
    assert [review for review in reviews if review[2] < date.today()] == []


@pytest.mark.parametrize(
    ("text", "grade"),
    [("The cat sat on the mat.", -1.4), ("An interdisciplinary evaluation is indicated immediately.", 34.0)],
)
def test_the_grade_is_that_of_kincaid(text: str, grade: float) -> None:
    assert flesch_kincaid(text) == pytest.approx(grade, abs=4)


def test_the_grade_of_mclaughlin_counts_long_words() -> None:
    assert smog("It is a cat.") == pytest.approx(3.1291)
    assert smog("Immediately. Stop. Look. Walk.") == pytest.approx(1.0430 * 7.5**0.5 + 3.1291)
