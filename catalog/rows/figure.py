"""Rows of measures: the bones and the curves of the spine."""

from __future__ import annotations

from typing import Literal

from catalog.rows.base import Row
from catalog.rows.cells import Id, Line, OptionalLine, OptionalVerified


class Morphometry(Row):
    """A measured or chosen size of a bone or disc; `status` says how sure it is."""

    level: Line
    measure: Line
    value: Line
    unit: Literal["mm", "deg", "mm2"]
    source_id: Id
    status: Line
    verified: OptionalVerified
    note: OptionalLine


class Alignment(Row):
    """An angle of the curves of the spine, published or chosen for the drawing."""

    quantity: Line
    value: Line
    unit: Literal["mm", "deg"]
    source_id: Id
    verified: OptionalVerified
    status: Line
