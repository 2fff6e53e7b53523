"""axe-core on a page, with the rules that standard A28 names."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
OFF_BY_DEFAULT = ("target-size", "color-contrast-enhanced")
# Words of a drawing lie under their transparent touch zones, or beside a figure on the same paper; the seconds of a
# countdown stand on the plain middle of their ring, the numbers of a joint's nerves on plain discs. The colours
# themselves are measured, pair by pair, in tests/explorer/test_reading.py.
DOUBTS = (
    "overlapped by another element",
    "obscured by another element",
    "overlaps other elements",  # cut by the edge of a pane that scrolls
    "contains an image node",
    "background gradient",
    "too short to determine",  # one digit
    "Axe encountered an error",  # the head of a table many screens long lies outside what it measures
)
# What axe cannot tell by itself, and why it is right here.
REVIEWED = {
    "color-contrast": DOUBTS,
    "color-contrast-enhanced": DOUBTS,
    "target-size": ("with negative tabindex",),  # boxes of curved areas overlap; the touches themselves are tested
    "heading-order": ("Unable to determine previous heading",),  # the order is tested in tests/explorer/test_speech.py
}

# A row of places that is under the foot of its pane comes out when the pane is scrolled.
UNDER_THE_FOOT = ("target-size", " data-toggle=", "partially obscured")


def violations(page: Page, *, within: str = "", skip: tuple[str, ...] = ()) -> list[str]:
    """One line for each element that breaks a rule, or of which axe cannot tell and nobody has looked (`REVIEWED`):
    rule, selector, what is wrong. Empty = good.

    `within`: a selector to stay inside. `skip`: rules not asked for, each to be explained where it is given.
    """
    rules = {name: {"enabled": True} for name in OFF_BY_DEFAULT} | {name: {"enabled": False} for name in skip}
    options = {
        "runOnly": {"type": "tag", "values": list(TAGS)},
        "rules": rules,
        "resultTypes": ["violations", "incomplete"],
    }
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate(
        f"axe.run({json.dumps(within) if within else 'document'}, {json.dumps(options)})"
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node.get('failureSummary') or reasons(node)}"
        for rule in found["violations"] + found["incomplete"]
        for node in rule["nodes"]
        if not (covered(rule["id"], node) if rule in found["violations"] else known(rule["id"], reasons(node)))
    ]


def reasons(node: dict[str, Any]) -> str:
    """Why axe lists an element."""
    return "; ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])


def covered(rule: str, node: dict[str, Any]) -> bool:
    """Whether an element only waits to be scrolled out from under the foot of its pane."""
    name, attribute, words = UNDER_THE_FOOT
    return rule == name and attribute in node["html"] and words in reasons(node)


def known(rule: str, reason: str) -> bool:
    """Whether somebody has looked at this kind of doubt."""
    return any(words in reason for words in REVIEWED.get(rule, ()))
