"""A small Dash app instead of the whole page: what the server promises must hold for any page."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dash import Dash, Input, Output, html
from werkzeug.test import Client

from publish import vendor
from server.current import Current
from server.harden import harden
from server.kept import Kept
from server.live import Live
from server.making import Build
from server.settings import DATA, Settings
from tests.support.running import serving

# The fonts and styles of others only: the page's own script and style have their own tests.
ASSETS = Path(__file__).resolve().parents[2] / ".cache" / "small_assets"
HELLO = "Touch the spine"


def small_app(settings: Settings, current: Current) -> Dash:
    """A page with each kind of thing that the real one has: a clientside callback, an own route, data."""
    vendor.ensure(ASSETS / "vendor")
    dash_app = Dash("small_app", assets_folder=str(ASSETS), title="Small", update_title=None)
    first = next(iter(current.catalog.regions.values()))
    dash_app.layout = html.Main(
        [
            html.H1(HELLO),
            html.P(str(first), id="region"),
            html.Button("Touch", id="touch"),
            html.Div(id="detail"),
        ]
    )
    dash_app.clientside_callback(
        "n => n ? 'touched ' + n : ''", Output("detail", "children"), Input("touch", "n_clicks")
    )

    @dash_app.server.get("/content/en.json")
    def content_file() -> dict[str, str]:
        return {"text": "spine " * 500}

    harden(dash_app, current)
    return dash_app


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data folder that a test may spoil."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def spoil(folder: Path) -> None:
    """Put a fault into the data folder."""
    (folder / "regions.csv").write_text("nonsense\n1\n", encoding="utf-8")


@pytest.fixture(scope="session")
def small_live(cache: Path) -> Live:
    """The small app, built and brought into its smallest form once for all test processes."""
    live = Live(small_app, Settings(), kept=Kept(cache, "small", "tests"))
    live.finish()
    return live


@pytest.fixture
def client(small_live: Live) -> Client:
    """Asks the small app without a network."""
    return Client(small_live)


@pytest.fixture(scope="session")
def small_url(small_live: Live) -> Iterator[str]:
    """The address of the small app behind the real web server."""
    with serving(small_live) as url:
        yield url


@pytest.fixture
def make_live(data: Path, cache: Path, small_live: Live) -> Callable[..., Live]:
    """Builds the small app on the copy of the data; the files are looked at on every request. What it has in common
    with the `small_live` is not compressed again.
    """
    kept = Kept(cache, "copy", "tests")

    def make(build: Build = small_app, **settings: object) -> Live:
        return Live(build, Settings(data=data, **settings), kept=kept, every=0)  # type: ignore[arg-type]

    return make
