"""Everyday and clinic words of both languages find areas, levels, blocks and pages; a kiosk has no text field."""

from __future__ import annotations

import pytest

from tests.explorer.driving import go
from tests.hurts import oracle
from tests.hurts.driving import hurts
from tests.support.standing import Standing
from tests.support.watched import until

pytestmark = pytest.mark.browser
FOUND = """async ([language, text]) =>
  spine.find((await spine.fetchPages(language)).found, text)
    .flatMap((one) => one.buttons.map((it) => it.toggle ?? it.go))"""
WORDS = (
    ("pins and needles in little finger", "hand-ring-little.left"),
    ("pins and nedles in litle finger", "hand-ring-little.left"),
    ("sciatica", "thigh-back.left"),
    ("sciatica", "at=L5-S1&part=nerve&page="),
    ("siatica", "thigh-back.left"),
    ("ciatica", "calf.right"),
    ("CIÁTICA", "at=S1&part=nerve&page="),
    ("dedo gordo", "foot-top.left"),
    ("dedo gordo", "hand-thumb-index.left"),
    ("me duele la rodilla", "knee-front.left"),
    ("munieca", "forearm-back.left"),
    ("kne", "knee-front.right"),
    ("low back pain", "low-back.left"),
    ("tortícolis", "neck-middle-back.left"),
    ("L4-L5", "at=L4-5&part=facet&page="),
    ("l4-5", "at=L4-5&part=nerve&page="),
    ("coxis", "tailbone.mid"),
    ("RFA", "page=block&block=L-RFA"),
    ("ablation", "page=block&block=C-RFA"),
    ("cortisone shot", "page=block&block=L-FJ"),
    ("epidural", "page=block&block=L-ILE"),
    ("slipped disc", "at=L4-5&part=nerve&page="),
    ("hernia de disco", "at=L5-S1&part=nerve&page="),
    ("pinched nerve", "at=S1&part=nerve&page="),
    ("stenosis", "page=block&block=L-CAU"),
    ("medial branch block", "page=block&block=T-MBB"),
    ("facet injection", "page=block&block=L-MBB"),
    ("nerve root block", "page=block&block=C-TFE"),
    ("infiltración", "page=block&block=L-TFE"),
    ("burn the nerve", "page=block&block=T-RFA"),
    ("freezing", "page=block&block=X-CRYO"),
    ("phenol", "page=block&block=X-CHEM"),
    ("surgery", "page=options&block="),
    ("cannot pee", "page=emergency&block="),
)


def test_words_of_both_languages_find_places_and_levels(standing: Standing) -> None:
    screen = standing("/", size="laptop")
    missed = []
    for language in oracle.LANGUAGES:
        for text, target in WORDS:
            found = screen.evaluate(FOUND, [language, text])
            if target not in found[:10]:
                missed.append((language, text, target, found[:6]))
    assert not missed
    for text in ("", "   ", "xyzzy", "the"):
        assert screen.evaluate(FOUND, ["en", text]) == []


def test_every_synonym_finds_what_it_stands_for(standing: Standing) -> None:
    screen = standing("/", size="laptop")
    for row in oracle.rows("synonyms"):
        found = screen.evaluate(FOUND, ["en", row["phrase"]])
        wanted = row["area_slug"] or f"at={row['segment']}&"
        if row["block_id"] or row["page"]:
            wanted = f"page=block&block={row['block_id']}" if row["block_id"] else f"page={row['page']}&"
        assert any(one.startswith(wanted) for one in found), (row["phrase"], found)


def test_every_block_is_found_by_its_own_name(standing: Standing) -> None:
    screen = standing("/", size="laptop")
    for row in oracle.rows("blocks"):
        for language in oracle.LANGUAGES:
            found = screen.evaluate(FOUND, [language, row[f"name_{language}"]])
            assert f"page=block&block={row['block_id']}" in found, row["block_id"]


def test_a_found_block_opens(standing: Standing) -> None:
    screen = standing("/?page=search", size="laptop")
    screen.fill("#finder-field", "cryoablation")
    screen.click("#finder [data-go='page=block&block=X-CRYO']")
    until(screen, "document.querySelector('#page-slot .page-block') !== null")
    screen.keyboard.press("Escape")
    until(screen, "spine.now().page === 'explore'")


def test_typing_finds_and_one_key_chooses(standing: Standing) -> None:
    screen = standing("/?page=search&lang=es", size="laptop")
    screen.fill("#finder-field", "talon")
    until(screen, "document.querySelector('#finder [data-toggle]') !== null")
    screen.focus("#finder [data-toggle='foot-sole.left']")
    screen.keyboard.press("Enter")
    until(screen, "document.querySelector('#detail .chip') !== null")
    assert hurts(screen) == ["foot-sole.left"]


def test_k5_a_kiosk_has_no_text_field(standing: Standing) -> None:
    screen = standing("/?kiosk=1&page=search", size="kiosk-portrait")
    assert screen.locator("input, textarea, [contenteditable]").count() == 0
    for zone in ("", "body", "hand"):
        go(screen, f"/?kiosk=1&zone={zone}")
        until(screen, "document.querySelector('#detail h1, #detail h2') !== null")
        assert screen.locator("[data-go='page=search']:visible").count() == 0
