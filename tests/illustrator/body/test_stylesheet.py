"""The body figure's colours come from the page's tokens; every class and hatch it names exists."""

import re
from pathlib import Path

import tinycss2

SYSTEM = {"Canvas", "CanvasText", "Highlight"}
WORDS = {"white", "black", "transparent", "none"}


def _without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/", "", text, flags=re.S)


def test_a15_only_tokens_decide_colours(stylesheet: str) -> None:
    """Every colour is a token of the page with a fallback, or mixed from such: no other hex, no rgb()."""
    text = re.sub(r"var\(--sx-[a-z0-9-]+, #[0-9a-f]{6}\)", "", _without_comments(stylesheet))
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![\w-]*\))", re.sub(r"url\(#[^)]*\)", "", text))
    assert not re.search(r"\b(rgb|hsl|lab|oklch)a?\(", text)
    for value in re.findall(r"(?:fill|stroke): ([^;}]+)", text):
        allowed = r"var\(--bf-[a-z0-9-]+\)|url\(#bf-hatch-[a-z-]+\)|color-mix\(.*\)"
        assert value in WORDS or re.fullmatch(allowed, value), value


def test_tokens_are_the_agreed_ones(stylesheet: str) -> None:
    agreed = set("fig fig-edge wear joint joint-soft nerve nerve-soft picked paper ink".split())
    assert set(re.findall(r"--sx-([a-z0-9-]+)", stylesheet)) <= agreed


def test_every_variable_used_is_set(stylesheet: str) -> None:
    text = _without_comments(stylesheet)
    assert set(re.findall(r"var\((--bf-[a-z0-9-]+)", text)) <= set(re.findall(r"(--bf-[a-z0-9-]+):", text))


def test_classes_of_drawings_and_stylesheet_are_the_same(stylesheet: str, drawings: dict[str, Path]) -> None:
    text = "".join(path.read_text("utf-8") for path in drawings.values())
    used = {name for names in re.findall(r'class="([^"]+)"', text) for name in names.split()}
    prelude = " ".join(
        tinycss2.serialize(rule.prelude)
        for rule in tinycss2.parse_stylesheet(_without_comments(stylesheet), skip_whitespace=True)
        if rule.type == "qualified-rule"
    )
    styled = set(re.findall(r"\.(bf[a-z0-9-]*)", prelude))
    assert styled <= used
    assert used - styled <= {"bf-areas", "bf-wear", "bf-front", "bf-back"}


def test_a14_hatches_of_joint_and_nerve_lean_to_opposite_sides(stylesheet: str, drawings: dict[str, Path]) -> None:
    """45 degrees for the joint, -45 for the nerve, as seen: a mirrored area takes the pattern that is turned over."""
    for view, path in drawings.items():
        text = path.read_text("utf-8")
        for part, angle in (("facet", 45), ("nerve", -45)):
            plain, flipped = (
                re.search(rf'id="bf-hatch-{part}-{view[0]}{suffix}"[^>]*patternTransform="rotate\((-?\d+)\)"', text)
                for suffix in ("", "m")
            )
            assert plain and flipped
            assert (int(plain[1]), int(flipped[1])) == (angle, -angle)
            for suffix, condition in (("", ""), ("m", "[transform]")):
                ancestor = r"\(\[data-part=\"nerve\"\] " if part == "nerve" else r"\("
                selector = rf"{ancestor}\.bf-{view} \.bf-area\[data-strength=\"sometimes\"\]{re.escape(condition)}"
                rule = selector + rf"\) {{\s+fill: url\(#bf-hatch-{part}-{view[0]}{suffix}\);\s+}}"
                assert re.search(rule, stylesheet), rule
