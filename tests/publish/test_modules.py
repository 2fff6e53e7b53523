"""Modules at addresses with a fingerprint: what imports a changed module changes its address too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Route

from publish.modules import Published, publish_modules
from server.dash_page import fingerprint
from tests.support.watched import Watched, until

TEXTS = {
    "start.mjs": 'import "./a/one.mjs";\nimport { two } from "./b/two.mjs";\nimport("./b/late.mjs");\n',
    "a/one.mjs": 'import { two } from "../b/two.mjs";\nexport const say = "from ./elsewhere.mjs";\n',
    "b/two.mjs": "/* Two,\n   as a number. */\nexport const two = 2; /* kept */\n",
    "b/late.mjs": 'export { two } from "./two.mjs";\n',
}


def published(folder: Path, texts: dict[str, str]) -> tuple[Published, dict[str, str]]:
    """The addresses, and what each of them answers."""
    bodies: dict[str, str] = {}
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, encoding="utf-8")

    def publish(name: str, body: bytes) -> str:
        address = f"{name}?m={fingerprint(body)}"
        bodies[address] = body.decode()
        return address

    return publish_modules(folder, publish), bodies


def test_each_import_names_the_fingerprint_of_what_it_loads(tmp_path: Path) -> None:
    modules, bodies = published(tmp_path, TEXTS)
    address = {one.partition("?")[0]: one for one in bodies}
    query = {name: one.partition("?")[2] for name, one in address.items()}
    assert f'import "./a/one.mjs?{query["a/one.mjs"]}"' in bodies[address["start.mjs"]]
    assert f'import("./b/late.mjs?{query["b/late.mjs"]}")' in bodies[address["start.mjs"]]
    assert f'from "../b/two.mjs?{query["b/two.mjs"]}"' in bodies[address["a/one.mjs"]]
    assert '"from ./elsewhere.mjs"' in bodies[address["a/one.mjs"]]
    assert bodies[address["b/two.mjs"]] == "export const two = 2; /* kept */\n"
    assert modules.first[0] == address["start.mjs"]
    assert set(modules.first) == {address[name] for name in ("start.mjs", "a/one.mjs", "b/two.mjs")}
    assert modules.later == [address["b/late.mjs"]]


def test_a_changed_leaf_changes_the_address_of_all_above_it(tmp_path: Path) -> None:
    before, _ = published(tmp_path / "before", TEXTS)
    after, _ = published(tmp_path / "after", {**TEXTS, "b/two.mjs": "export const two = 3;\n"})
    assert not {*before.first, *before.later} & {*after.first, *after.later}


def test_a_circle_and_a_missing_module_are_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="circle"):
        published(tmp_path, {**TEXTS, "b/two.mjs": 'import "../a/one.mjs";\n'})
    with pytest.raises(KeyError):
        published(tmp_path, {**TEXTS, "b/two.mjs": 'import "./nowhere.mjs";\n'})


@pytest.mark.browser
@pytest.mark.parametrize("late", [0, 1500])
def test_modules_that_come_late_are_waited_for(page: Watched, late: int) -> None:
    """Dash is there before them: it must not give up."""
    opened = page("/?at=lumbar", ready=None)
    opened.route("**/modules/start.mjs*", lambda route: delayed(route, late))
    opened.reload()
    until(opened, "document.documentElement.hasAttribute('data-live')", seconds=30)
    until(opened, "document.querySelector(\"#levels [data-pick='L4-5']\")")
    assert (
        opened.evaluate(
            "performance.getEntriesByType('resource').filter((one) => one.name.includes('start.mjs')).length"
        )
        == 1
    )


def delayed(route: Route, milliseconds: int) -> None:
    """Let it through after a while, which the page's own clock measures."""
    if milliseconds:
        route.request.frame.page.evaluate("(time) => new Promise((done) => setTimeout(done, time))", milliseconds)
    route.continue_()
