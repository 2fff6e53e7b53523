"""The contract between the server and the page: what is written down is what the models say, and what is sent."""

from __future__ import annotations

import json
import re

import pytest
from pydantic import ValidationError

from components import states
from components.kit import contract
from components.kit.to_json import to_json
from components.kit.voice import Voice
from publish.contract import FILE, declarations
from server.current import Current
from server.settings import DATA


def fields(name: str) -> list[str]:
    """The names in an interface of the written contract."""
    body = re.search(rf"export interface {name} \{{\n(.*?)\n\}}", FILE.read_text(encoding="utf-8"), re.DOTALL)
    assert body
    return re.findall(r"^  (\w+): ", body[1], re.MULTILINE)


def test_the_written_contract_is_that_of_the_models() -> None:
    assert FILE.read_text(encoding="utf-8") == declarations(), "run `python -m publish.contract`"


@pytest.mark.parametrize("language", Current(DATA).catalog.languages)
def test_what_is_sent_has_the_names_of_the_contract(language: str) -> None:
    catalog = Current(DATA).catalog
    words = json.loads(to_json(states.words(Voice(catalog, language), "", "")))
    assert list(words) == fields("Words")
    assert list(words["pain"]) == fields("Answer")
    site = states.unpublished_site(catalog)
    sent = json.loads(to_json(site))
    assert list(sent) == fields("Site")
    assert list(sent["pain"]) == fields("Warnings")
    assert {tuple(inset) for inset in sent["pain"]["insets"].values()} == {tuple(fields("Inset"))}


def test_what_is_not_in_the_contract_is_refused() -> None:
    with pytest.raises(ValidationError):
        contract.Times.model_validate({"idle": 90, "warn": 30, "more": 1})
