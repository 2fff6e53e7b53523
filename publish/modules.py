"""The scripts' modules, published without a bundler: each at an address with its fingerprint, its imports rewritten."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

START = "start.mjs"
APART = "clinician/"
# `import "./a.mjs"`, `from "./a.mjs"`; with a parenthesis, `import("./a.mjs")`, when it is loaded later.
IMPORT = re.compile(r'(?P<words>\b(?:import|from)\s*)(?P<later>\()?"(?P<name>\.{1,2}/[^"?]+\.mjs)"')
# Told to those who read the files, not sent to every visitor: a comment that begins a line.
COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Published:
    """Addresses of the modules: those that the first view needs, the one that starts first; those loaded later; those
    of the physician's wing, which are loaded only with it.
    """

    first: list[str]
    later: list[str]
    apart: list[str]


def _target(module: str, name: str) -> str:
    """The module that `module` means by the relative `name`, both as `state/address.mjs`."""
    parts: list[str] = []
    for part in (PurePosixPath(module).parent / name).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def publish_modules(folder: Path, publish: Callable[[str, bytes], str]) -> Published:
    """Publish every module below `folder`, leaves first, so that a changed leaf changes the address of all above it.

    `publish`: name and body -> address with `?m=` and the fingerprint of the body. An import takes that ending over and
    stays relative, so that the site works below any folder. Raises `ValueError` for a circle of imports, `KeyError` for
    an import of a module that is not there.
    """
    texts = {
        path.relative_to(folder).as_posix(): COMMENT.sub("", path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.mjs")
    }
    addresses: dict[str, str] = {}

    def put(module: str, above: tuple[str, ...]) -> str:
        if module in above:
            raise ValueError(f"A circle of imports: {' > '.join([*above, module])}")
        if module not in addresses:

            def rewritten(found: re.Match[str]) -> str:
                query = put(_target(module, found["name"]), (*above, module)).partition("?")[2]
                return f'{found["words"]}{found["later"] or ""}"{found["name"]}?{query}"'

            addresses[module] = publish(module, IMPORT.sub(rewritten, texts[module]).encode())
        return addresses[module]

    put(START, ())
    first = _reached(texts, START)
    rest = {module: address for module, address in sorted(addresses.items()) if module not in first}
    return Published(
        first=[addresses[module] for module in first],
        later=[address for module, address in rest.items() if not module.startswith(APART)],
        apart=[address for module, address in rest.items() if module.startswith(APART)],
    )


def _reached(texts: dict[str, str], start: str) -> list[str]:
    """Modules that `start` needs before it runs, itself among them."""
    found: dict[str, None] = {start: None}
    waiting = [start]
    while waiting:
        module = waiting.pop()
        for told in IMPORT.finditer(texts[module]):
            name = _target(module, told["name"])
            if not told["later"] and name not in found:
                found[name] = None
                waiting.append(name)
    return list(found)
