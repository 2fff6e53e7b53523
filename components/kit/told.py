"""What every part of the contract with the browser is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Told(BaseModel):
    """A part of the contract. Its names are in camel case in the JSON."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, alias_generator=to_camel, populate_by_name=True
    )
