"""Bootstrap's CSS, cut down to its base, grid and utilities.

Whole: 232 KB, 23 KB as Brotli. Cut: 26 KB, 5 KB as Brotli. Its components (cards, alerts, navbars ...) are left out:
the page draws its own, partly under the same names. The rules lie in a cascade layer, so that the project's own CSS
wins whatever the order of the files.
"""

import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import tinycss2

# First part of the class names that stay (`px-3` belongs to `px`). Rules without a class (resets, variables) stay too.
FAMILIES = frozenset(
    (
        "container row col g gx gy d flex justify align order gap m mx my mt mb ms me p px py pt pb ps pe w h mw mh "
        "vw vh text fw fs fst lh font small visually overflow position top bottom start end fixed invisible visible "
        "user list"
    ).split()
)
# Parts of these families that no page here uses.
DROPPED = re.compile(r"text-bg-|text-opacity-|list-group|position-sticky|sticky-|start-\d+|end-\d+|top-\d+|bottom-\d+")
# The layout asks its own questions about the screen; Bootstrap's breakpoints (`col-md-6`) double the size.
BREAKPOINT = re.compile(r"-(sm|md|lg|xl|xxl|print)(-|$)")


def source() -> Path:
    """Bootstrap's minified CSS inside the package Bootstrap-Flask. Raises `FileNotFoundError` without that package."""
    found = find_spec("flask_bootstrap")
    if found is None or found.origin is None:
        raise FileNotFoundError("The package Bootstrap-Flask is not installed. `make run` installs everything needed.")
    return Path(found.origin).parent / "static" / "bootstrap5" / "css" / "bootstrap.min.css"


def kept(name: str) -> bool:
    """Whether rules for the class `name` stay."""
    return name.split("-")[0] in FAMILIES and not DROPPED.match(name) and not BREAKPOINT.search(name)


def _selector_kept(selector: str) -> bool:
    return all(kept(name) for name in re.findall(r"\.([A-Za-z][\w-]*)", selector))


def _cut(rules: Iterable[object]) -> str:
    text = ""
    for rule in rules:
        kind = getattr(rule, "type", "")
        if kind == "qualified-rule":
            selectors = [part for part in tinycss2.serialize(rule.prelude).split(",") if _selector_kept(part)]  # type: ignore[attr-defined]
            if selectors:
                text += ",".join(selectors) + "{" + tinycss2.serialize(rule.content) + "}"  # type: ignore[attr-defined]
        elif kind == "at-rule" and rule.at_keyword in {"media", "supports"}:  # type: ignore[attr-defined]
            inner = _cut(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))  # type: ignore[attr-defined]
            if inner:
                text += f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"  # type: ignore[attr-defined]
    return text


def bootstrap() -> str:
    """The cut CSS. Bootstrap's licence notice (MIT) stays at its head."""
    whole = source().read_text(encoding="utf-8")
    notice = re.search(r"/\*!.*?\*/", whole, re.DOTALL)
    cut = _cut(tinycss2.parse_stylesheet(whole, skip_comments=True, skip_whitespace=True))
    return f"{notice.group() if notice else ''}\n@layer bootstrap{{{cut}}}\n"
