"""The URL is the state: anything may stand in it, and nothing in it may break or surprise."""

from __future__ import annotations

import string
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.explorer import oracle
from tests.explorer.driving import PLATE, differences, go, tap, tap_level, wanted, whole
from tests.support.standing import Standing
from tests.support.watched import Watched, until

pytestmark = pytest.mark.browser
START = {"nodes": [], "picks": [], "marks": {}, "heading": ""}
STRANGE = [
    "at=banana",
    "at=L4-5-6",
    "at=__proto__",
    "at=constructor",
    "at=toString",
    "part=x",
    "side=middle",
    "hurts=foo.left",
    "hurts=low-back.mid",
    "hurts=constructor.left",
    "step=0",
    "step=99",
    "time=7",
    "page=nowhere",
    "page=constructor",
    "lang=xx",
    "text=999",
    "theme=pink",
    "at=" + "L" * 3000,
    "at=<script>window.bad=1</script>",
    "at=%22%3E%3Cimg%20src%3Dx%20onerror%3D%22window.bad%3D1%22%3E",
    "at=%E0%A4%A",
    "at=%00",
    "at=../../etc/passwd",
]
SETTINGS = settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_unknown_values_give_the_start_and_say_so_calmly(standing: Standing) -> None:
    screen = standing("/", size="tablet-landscape")
    notice = oracle.word("app.unknown", "en")
    problems = []
    for strange in STRANGE:
        go(screen, "/?at=L4-5")
        problems += differences(screen, {"picks": ["L4-5"]})
        go(screen, f"/?{strange}")
        problems += [f"{strange[:40]}: {line}" for line in differences(screen, START)]
        try:
            until(
                screen, "(notice) => document.getElementById('detail').textContent.includes(notice)", notice, seconds=3
            )
        except TimeoutError:
            problems.append(f"{strange[:40]}: no notice")
    assert not problems, "\n".join(problems)
    assert screen.evaluate("window.bad") is None


@pytest.mark.parametrize("strange", ["at=banana", "at=%3Cscript%3Ewindow.bad=1%3C/script%3E", "at=%E0%A4%A&x=%"])
def test_a_strange_link_opens_the_start(page: Watched, strange: str) -> None:
    screen = page(f"/?{strange}", size="tablet-landscape")
    assert differences(screen, START, patience=20) == []
    assert screen.evaluate("window.bad") is None


@pytest.mark.parametrize(
    ("said", "level"),
    [("l4-l5", "L4-5"), ("l4-5", "L4-5"), ("C7-T1", "C7-T1"), ("s1", "S1"), ("sij", "SIJ"), ("%20T6-T7", "T6-7")],
)
def test_addresses_forgive_case_and_labels(page: Watched, said: str, level: str) -> None:
    screen = page(f"/?at={said}", size="tablet-landscape")
    expected = wanted(level, oracle.first_part(level), "both")
    del expected["query"]
    assert differences(screen, expected, patience=20) == []


def test_back_forward_and_reload_restore_every_step(page: Watched) -> None:
    screen = whole(page("/", size="tablet-landscape", touch=True))
    tap(screen, f"{PLATE} [data-node='lumbar']")
    until(screen, f"!!document.querySelector(`{PLATE} [data-row='L4-5']`)")
    tap_level(screen, "L4-5")
    assert differences(screen, wanted("L4-5", "facet", "both")) == []
    nerve = wanted("L4-5", "nerve", "both", query={"part": "nerve"})
    tap(screen, "#detail [data-choice='part=nerve']")
    assert differences(screen, nerve) == []
    left = wanted("L4-5", "nerve", "left", query={"part": "nerve", "side": "left"})
    tap(screen, "#detail [data-choice='side=left']")
    assert differences(screen, left) == []
    screen.reload()
    assert differences(screen, left, patience=20) == []
    for expected in (nerve, wanted("L4-5", "facet", "both"), {"query": {"at": "lumbar"}, "nodes": []}, START):
        screen.evaluate("history.back()")
        assert differences(screen, expected) == []
    for _ in range(4):
        screen.evaluate("history.forward()")
    assert differences(screen, left) == []


@pytest.fixture(scope="module")
def addressed(browser, app: str):  # type: ignore[no-untyped-def]
    """One page for all examples of the property tests."""
    opened = Watched(browser, app)
    yield opened("/", size="phone")
    problems = opened.problems
    opened.close()
    assert problems == []


KNOWN = {
    "at": [*oracle.regions(), *oracle.levels()],
    "part": list(oracle.PARTS),
    "side": list(oracle.SIDES),
    "hurts": sorted(oracle.areas()),
    "page": ["explore", "block", "options", "emergency", "display"],
    "block": sorted(oracle.keyed("blocks", "block_id")),
    "lang": list(oracle.LANGUAGES),
    "text": ["100", "125", "150", "200"],
    "theme": ["light", "dark", "contrast"],
    "look": ["side", "back"],
}
GARBAGE = st.text(alphabet=string.printable + "éß", max_size=30)
WORDS_OF_THE_LANGUAGE = ["__proto__", "constructor", "toString", "constructor.left", "valueOf"]
QUERIES = st.dictionaries(
    st.sampled_from(sorted(KNOWN)),
    st.one_of(GARBAGE, st.sampled_from([*chain(*KNOWN.values()), *WORDS_OF_THE_LANGUAGE])),
    max_size=8,
)
STABLE = """(query) => {
  const search = "?" + new URLSearchParams(query);
  const once = spine.write(spine.read(search));
  const again = once.startsWith("?") ? once : "";
  const state = spine.read(again);
  return { once, twice: spine.write(state), unknown: state.unknown };
}"""


@SETTINGS
@given(query=QUERIES)
def test_what_is_read_and_written_reads_the_same(addressed: Page, query: dict[str, str]) -> None:
    found = addressed.evaluate(STABLE, query)
    assert found["twice"] == found["once"]
    assert found["unknown"] is False


@SETTINGS
@given(
    query=st.fixed_dictionaries(
        {
            "at": st.sampled_from(oracle.levels()),
            "part": st.sampled_from(oracle.PARTS),
            "side": st.sampled_from(oracle.SIDES),
        },
        optional={key: st.sampled_from(KNOWN[key]) for key in ("lang", "text", "theme", "look", "hurts")},
    )
)
def test_a_known_state_survives_its_url(addressed: Page, query: dict[str, str]) -> None:
    state = addressed.evaluate(
        "(query) => spine.read(spine.write(spine.read('?' + new URLSearchParams(query))))", query
    )
    hurts = query.pop("hurts", "")
    assert {key: state[key] for key in query} == query
    assert state["hurts"] == ([hurts] if hurts else [])
    assert state["unknown"] is False
