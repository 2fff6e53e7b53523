"""Bootstrap's CSS and the Lato fonts as they are cut for the page."""

import re
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from publish import vendor
from publish.vendor import fonts, styles
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


def test_p2_the_stand_in_font_is_as_wide_as_lato(browser: Browser, small_url: str) -> None:
    opened = Watched(browser, small_url)
    page = opened("/")
    measure = """async (family) => {
        await document.fonts.load('20px Lato');
        const pen = document.createElement('canvas').getContext('2d');
        pen.font = `20px ${family}`;
        return pen.measureText('Where the joints of your low back can hurt, and what can be done there').width;
    }"""
    lato, stand_in = page.evaluate(measure, "Lato"), page.evaluate(measure, "'Lato fallback'")
    assert stand_in == pytest.approx(lato, rel=0.03)
    opened.close()


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
        for path in [*(ROOT / "assets").glob("*.css"), *(ROOT / "assets" / "later").glob("*.css")]
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
