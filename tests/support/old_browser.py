"""The page's floor: the oldest browsers that show it, and the page as one of them sees it.

What came after the floor is known by name. A browser that does not know a name leaves out what it stands in, so the
page of an old browser is today's page with those names made unknown: what they stand in falls away by the browser's own
laws.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import tinycss2
from playwright.sync_api import Page, Route

FLOOR = {"Chromium": 99, "Firefox": 98, "Safari": 15.4}  # the first with @layer and <dialog>, all of March 2022


@dataclass(frozen=True)
class Newer:
    """`pattern` finds the name in a style sheet; `since` is the Chromium that brought it."""

    name: str
    pattern: str
    since: int


NEWER = (
    Newer("color-mix", r"color-mix(?=\()", 111),
    Newer("dvh", r"(?<=\d)(?=[dsl]v[hwib]\b)", 108),
    Newer("container units", r"(?<=\d)(?=cq[whib])", 105),
    Newer("container", r"(?<=@)container(?= )|(?<![\w-])container-(?:type|name)(?=:)", 105),
    Newer(":has", r"(?<=:)has(?=\()", 105),
    Newer("highlight", r"(?<=::)highlight(?=\()", 105),
    Newer("translate, rotate, scale", r"(?<=[{;\s])(?:translate|rotate|scale)(?=:)", 104),
    Newer("text-wrap", r"(?<=[{;\s])text-wrap(?=:)", 114),
    Newer("subgrid", r"(?<=[:\s])subgrid", 117),
    Newer("plain mask", r"(?<=[{;\s])mask(?=:)", 120),
    Newer("scrollbar-width", r"(?<=[{;\s])scrollbar-width(?=:)", 121),
    Newer("details-content", r"(?<=::)details-content", 131),
    Newer("print-color-adjust", r"(?<=[{;\s])print-color-adjust(?=:)", 136),
    Newer("nesting", r"(?<=[{};])\s*&", 112),
)
LAYERS = Newer("@layer", r"(?<=@)layer", 99)
# Scripts: names of the language and of the browser that came after the floor.
NEWER_IN_SCRIPTS = (
    r"\.(?:toSorted|toReversed|toSpliced|with|findLast|findLastIndex)\(|\b(?:Object|Map)\.groupBy\b|Array\.fromAsync"
    r"|Promise\.(?:withResolvers|try)|\.(?:union|intersection|difference|isSubsetOf|isSupersetOf|isDisjointFrom)\("
    r"|\(\?<[=!]|/[dgimsuy]*v[dgimsuy]*\.test|static\s*\{|\bimport\s+\w+\s+with\b|checkVisibility|AbortSignal\.(?:any|timeout)"
    r"|startViewTransition|\bnavigation\.|popover|scheduler\.|requestIdleCallback|URLPattern|URL\.(?:parse|canParse)"
    r"|structuredClone|OffscreenCanvas|compressionStream|setHTML|\bCSS\.highlights|\bnew Highlight"
)


def seen_by_an_old_browser(css: str, also: tuple[Newer, ...] = ()) -> str:
    """The style sheet with every newer name made unknown."""
    for newer in (*NEWER, *also):
        css = re.sub(newer.pattern, lambda name: f"x-{name[0]}" if name[0] else "x", css)
    return css


# Names of style sheets that every browser of the floor knows, or that do no harm where they are not known.
OLD = frozenset(
    """
    @keyframes @layer @media @supports @import @page :active :after :backdrop :before :first-child :focus
    :focus-visible :hover :is :last-child :not :nth-child :root :where :-moz-range-thumb :-webkit-details-marker
    :-webkit-slider-runnable-track :-webkit-slider-thumb 1ch 1deg 1em 1fr 1ms 1px 1rem 1s 1turn 1vh 1vw calc()
    conic-gradient() cubic-bezier() inset() max() min() minmax() radial-gradient() repeat()
    repeating-linear-gradient() rgb() rgba() rotate() scale() scalex() steps() translate() translatex() url() var()
    -webkit-box-decoration-break -webkit-font-smoothing -webkit-hyphens -webkit-mask -webkit-print-color-adjust
    -webkit-tap-highlight-color 1mm 1pt :first-of-type :marker attr() block-size border-block-end border-inline-end
    border-inline-start-width border-left break-after break-before break-inside clamp() clear columns
    content-visibility float font-style inset-block-start margin-block margin-block-end margin-block-start
    padding-block-end padding-block-start table-layout
    -webkit-touch-callout -webkit-user-select align-content align-items align-self animation animation-delay
    appearance aspect-ratio background background-color border border-block-start border-bottom border-collapse
    border-color border-inline border-inline-start border-radius border-start-start-radius border-style border-top
    border-width bottom box-decoration-break box-shadow box-sizing caption-side clip-path color color-scheme
    column-gap content cursor display dominant-baseline fill fill-opacity flex flex-direction flex-grow flex-shrink
    flex-wrap font font-family font-feature-settings font-size font-variant-numeric font-weight forced-color-adjust
    gap grid-area grid-auto-columns grid-auto-flow grid-column grid-row grid-template grid-template-areas
    grid-template-columns grid-template-rows height hyphens inset inset-block inset-block-end inset-inline
    inset-inline-end inset-inline-start justify-content justify-items justify-self left letter-spacing line-height
    list-style margin margin-bottom margin-inline margin-inline-end margin-inline-start margin-top mask-type
    max-height max-width min-height min-width opacity order outline outline-color outline-offset overflow
    overflow-wrap overflow-y overscroll-behavior padding padding-block padding-bottom padding-inline
    padding-inline-end padding-inline-start padding-left padding-right padding-top place-items place-self
    paint-order pointer-events position right scroll-padding-bottom stroke stroke-dasharray stroke-linecap
    stroke-linejoin stroke-opacity stroke-width text-align text-anchor text-decoration text-decoration-thickness
    text-underline-offset top touch-action transform transform-box transform-origin user-select vector-effect
    vertical-align visibility white-space width z-index
    """.split()
)
STYLE = re.compile(r"(<style>)(.*?)(</style>)", re.DOTALL)


def age(page: Page, also: tuple[Newer, ...] = ()) -> None:
    """From now on `page` gets its styles as an old browser sees them."""

    def answer(route: Route) -> None:
        response = route.fetch()
        kind = response.headers.get("content-type", "")
        if "text/css" in kind:
            route.fulfill(response=response, body=seen_by_an_old_browser(response.text(), also))
        elif "text/html" in kind:
            aged = STYLE.sub(
                lambda found: found[1] + seen_by_an_old_browser(found[2], also) + found[3], response.text()
            )
            route.fulfill(response=response, body=aged)
        else:
            route.fulfill(response=response)

    page.route("**/*", answer)


def names(css: str) -> set[str]:
    """Every name of the language of styles in a style sheet: properties, functions, units, pseudo-classes, at-rules."""
    found: set[str] = set()

    def values(tokens: list[tinycss2.ast.Node]) -> None:
        for token in tokens:
            if token.type == "function":
                found.add(f"{token.lower_name}()")
                values(token.arguments)
            elif token.type == "dimension":
                found.add(f"1{token.lower_unit}")
            elif token.type in ("() block", "[] block", "{} block"):
                values(token.content)

    def selectors(tokens: list[tinycss2.ast.Node]) -> None:
        for before, token in zip([None, *tokens], tokens, strict=False):
            if before is not None and before.type == "literal" and before.value == ":":
                name = token.lower_name if token.type == "function" else getattr(token, "lower_value", "")
                if name:
                    found.add(f":{name}")
            if token.type == "function":
                selectors(token.arguments)

    def rules(nodes: list[tinycss2.ast.Node]) -> None:
        for node in nodes:
            if node.type == "qualified-rule":
                selectors(node.prelude)
                for inside in tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True):
                    if inside.type == "declaration":
                        if not inside.lower_name.startswith("--"):
                            found.add(inside.lower_name)
                        values(inside.value)
                    else:
                        found.add("nesting")
            elif node.type == "at-rule":
                found.add(f"@{node.lower_at_keyword}")
                if node.content is not None and node.lower_at_keyword not in ("font-face", "keyframes"):
                    rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))

    rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    return found
