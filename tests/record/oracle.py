"""Requests of a record system, made from the rules of HL7's URL-based guide, and where the table says they lead."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OIDS = "2.16.840.1.113883."
LANGUAGES = {"en": "", "en-US": "", "eng": "", "es": "es", "es-MX": "es", "spa": "es"}  # sent -> in our address
# Nobody's: what a record system may tell of a person, in turn.
PEOPLE = cycle(
    [
        {"patientPerson.administrativeGenderCode.c": "F", "age.v.v": "47", "age.v.u": "a"},
        {"patientPerson.administrativeGenderCode.c": "M", "ageGroup.v.c": "D000368"},
        {"patientPerson.name": "Rosa Nobody", "patientPerson.birthTime": "19790203"},
        {"name": "Rosa Nobody", "age": "47", "sex": "F", "mrn": "00471147"},
    ]
)
TOLD = ("Rosa", "Nobody", "19790203", "00471147", "patientPerson", "ageGroup", "D000368", "age.v", "mrn", "Criteria")


@dataclass(frozen=True)
class Asked:
    """`query`: as it is sent; `leads`: keys and values of the address that it leads to; `known`: there is a row."""

    query: str
    leads: dict[str, str]
    known: bool

    @property
    def link(self) -> str:
        """The same view by a link of our own."""
        return f"?{urlencode(self.leads)}" if self.leads else ""


def table() -> dict[tuple[str, str], str]:
    with (ROOT / "data" / "record_codes.csv").open(encoding="utf-8", newline="") as stream:
        return {(row["code_system"], row["code"]): row["leads_to"] for row in csv.DictReader(stream)}


def asked() -> list[Asked]:
    leads_to = table()
    with (HERE / "requests.csv").open(encoding="utf-8", newline="") as stream:
        return [_asked(row, leads_to) for row in csv.DictReader(stream)]


def _asked(row: dict[str, str], leads_to: dict[tuple[str, str], str]) -> Asked:
    system = OIDS + row["system"]
    also = dict(parse_qsl(row["also"]))
    sent = {
        "representedOrganization.id.root": "1.3.6.1.4.1.99999",
        "taskContext.c.c": "PROBLISTREV",
        "mainSearchCriteria.v.c": row["sent"],
        "mainSearchCriteria.v.cs": system,
        "mainSearchCriteria.v.dn": "as the record calls it",
        "informationRecipient": row["recipient"],
        "informationRecipient.languageCode.c": row["language"],
        "performer": "PROV",
        "knowledgeResponseType": "text/html",
        **next(PEOPLE),
        **also,
    }
    leads = dict(parse_qsl(leads_to[system, row["row"]])) if row["row"] else {}
    if row["recipient"] == "PROV":
        leads["view"] = "clinician"
    if language := LANGUAGES[row["language"]]:
        leads["lang"] = language
    return Asked(urlencode(sent), {**leads, **also}, bool(row["row"]))
