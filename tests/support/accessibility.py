"""axe-core on a page, with the rules that standard A28 names."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
OFF_BY_DEFAULT = ("target-size", "color-contrast-enhanced")


def violations(page: Page, *, within: str = "", skip: tuple[str, ...] = ()) -> list[str]:
    """One line for each element that breaks a rule: rule, selector, what is wrong. Empty = good.

    `within`: a selector to stay inside. `skip`: rules not asked for, each to be explained where it is given.
    """
    rules = {name: {"enabled": True} for name in OFF_BY_DEFAULT} | {name: {"enabled": False} for name in skip}
    options = {"runOnly": {"type": "tag", "values": list(TAGS)}, "rules": rules, "resultTypes": ["violations"]}
    page.evaluate(f"if (!window.axe) {{ {AXE_SCRIPT} }}")
    found: dict[str, Any] = page.evaluate(
        f"axe.run({json.dumps(within) if within else 'document'}, {json.dumps(options)})"
    )
    return [
        f"{broken['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]
