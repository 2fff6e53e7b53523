"""Bootstrap's CSS and the Lato fonts as they are cut for the page."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from publish import vendor
from publish.vendor import fonts, styles
from tests.support.chromium import FLAGS, executable
from tests.support.watched import Watched

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("vendor") / "vendor"
    vendor.build(built)
    return built


def test_p4_fonts_are_small(folder: Path) -> None:
    sizes = [path.stat().st_size for path in folder.glob("*.woff2")]
    assert len(sizes) == 3
    assert max(sizes) <= 13_000


def test_a36_fonts_hold_every_letter_of_the_data(folder: Path) -> None:
    letters = {letter for path in (ROOT / "data").glob("*.csv") for letter in path.read_text(encoding="utf-8-sig")}
    wanted = {letter for letter in letters if letter.isprintable()}
    for path in folder.glob("*.woff2"):
        with TTFont(path) as font:
            missing = {letter for letter in wanted if ord(letter) not in font.getBestCmap()}
        assert missing == set(), f"{path.name} has no {missing}"


def test_fonts_are_the_same_bytes_each_time(folder: Path) -> None:
    assert fonts.woff2(400) == next(folder.glob("lato-400.*")).read_bytes()


ONLY = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
WORDS = (ROOT / "data" / "words.csv").read_text(encoding="utf-8-sig")[:5000]
# Without hinting, which rounds the width of each letter to whole pixels.
MEASURE = """async ([family, weight, text]) => {
    await document.fonts.load(`${weight} 20px Lato`);
    const pen = document.createElement('canvas').getContext('2d');
    pen.textRendering = 'geometricPrecision';
    pen.font = `${weight} 20px ${family}`;
    return pen.measureText(text).width;
}"""


@pytest.fixture(scope="module")
def bare(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that sees no font of the system but DejaVu, as on a minimal machine."""
    folder = tmp_path_factory.mktemp("fonts")
    found = Path(subprocess.run(["fc-match", "--format=%{file}", "DejaVu Sans"], capture_output=True, text=True).stdout)
    (folder / "only").symlink_to(found.parent)
    setting = folder / "fonts.conf"
    setting.write_text(ONLY.format(fonts=folder / "only", cache=folder / "cache"), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(setting)}
    running = browser.browser_type.launch(executable_path=executable(), args=list(FLAGS), env=environment)
    yield running
    running.close()


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_p2_the_stand_in_font_is_as_wide_as_lato_where_only_dejavu_is(
    bare: Browser, small_url: str, weight: int
) -> None:
    opened = Watched(bare, small_url)
    page = opened("/")
    stand_ins = ", ".join(f"'Lato over {name}'" for name in fonts.STAND_INS)
    lato, stand_in = page.evaluate(MEASURE, ["Lato", weight, WORDS]), page.evaluate(MEASURE, [stand_ins, weight, WORDS])
    assert stand_in == pytest.approx(lato, rel=0.02)
    assert stand_in != page.evaluate(
        MEASURE, ["sans-serif", weight, WORDS]
    )  # the face was taken, not the system's own font
    opened.close()


def test_p2_every_stand_in_of_this_machine_is_as_wide_as_lato(browser: Browser, small_url: str) -> None:
    installed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True).stdout
    opened = Watched(browser, small_url)
    page = opened("/")
    names = [name for name, (systems, _) in fonts.STAND_INS.items() if any(each in installed for each in systems)]
    assert names, "no usual font is installed"
    for name in names:
        stand_in, lato = (
            page.evaluate(MEASURE, [f"'Lato over {name}'", 400, WORDS]),
            page.evaluate(MEASURE, ["Lato", 400, WORDS]),
        )
        assert stand_in == pytest.approx(lato, rel=0.02), name
    opened.close()


def test_p2_the_page_names_every_stand_in() -> None:
    told = (ROOT / "assets" / "css" / "tokens" / "sizes.css").read_text(encoding="utf-8")
    assert ", ".join(f'"Lato over {name}"' for name in fonts.STAND_INS) in told


def test_bootstrap_is_small_and_gives_way_to_own_css(folder: Path) -> None:
    css = (folder / "bootstrap.css").read_text(encoding="utf-8")
    assert len(brotli.compress(css.encode())) < 7_000
    assert "Licensed under MIT" in css
    assert css.index("@layer bootstrap{") < css.index(":root")
    assert css.count("{") == css.count("}")


@pytest.mark.parametrize(
    "name", ["row", "col-6", "d-none", "d-flex", "gap-2", "px-3", "text-center", "visually-hidden", "w-100"]
)
def test_bootstrap_keeps_grid_and_utilities(folder: Path, name: str) -> None:
    assert re.search(rf"\.{name}[,{{:>]", (folder / "bootstrap.css").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["card", "alert", "navbar", "carousel-item", "col-md-6", "text-bg-primary"])
def test_bootstrap_drops_components_and_breakpoints(name: str) -> None:
    assert not styles.kept(name)


def test_classes_of_the_page_are_not_ones_that_were_cut_away() -> None:
    """A Bootstrap class used in a component must be in the cut CSS, or be one of the page's own."""
    whole = set(re.findall(r"\.([a-z][\w-]*)", styles.source().read_text(encoding="utf-8")))
    own = {
        name
        for path in (ROOT / "assets" / "css").rglob("*.css")
        for name in re.findall(r"\.([a-z][\w-]*)", path.read_text("utf-8"))
    }
    used = set()
    for path in (ROOT / "components").rglob("*.py"):
        for text in re.findall(r'className=f?"([^"]*)"', path.read_text(encoding="utf-8")):
            used |= set(text.split())
    lost = {name for name in used & whole if not styles.kept(name)} - own
    assert lost == set()


def test_missing_or_old_files_are_built_at_the_start(tmp_path: Path) -> None:
    target = tmp_path / "vendor"
    vendor.ensure(target)
    assert len(vendor.font_files(target)) == 3
    marker = target / "marker"
    marker.write_text("")
    vendor.ensure(target)
    assert marker.exists()  # fresh: left alone
    (target / ".ready").write_text("older")
    vendor.ensure(target)
    assert not marker.exists()
