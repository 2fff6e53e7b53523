"""Rows about what a record system sends: its codes, and where each leads."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Row
from catalog.rows.cells import Address, ClinicalText, Line, OptionalLine, Verified


class RecordCode(Row):
    """A code of a record system and the state that a link with it opens.

    code_system  the system's object identifier: that of ICD-10-CM is 2.16.840.1.113883.6.90, of SNOMED CT
                 2.16.840.1.113883.6.96, of CPT 2.16.840.1.113883.6.12
    code         as the system writes it; a link may leave out its dot
    label        our own words for it
    """

    code_system: Line
    code: Line
    leads_to: Address
    label: ClinicalText
    verified: Verified
    confidence: Literal["high", "medium", "low"]
    note: OptionalLine
