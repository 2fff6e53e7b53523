"""The running app. When a data file is saved, the app is built again beside the old one and takes over."""

import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any

from dash import Dash

from server import dash_page as index
from server.current import Current
from server.settings import Settings

Build = Callable[[Settings, Current], Dash]
log = logging.getLogger("spine_explorer")


class Live:
    """A WSGI app that always answers with the newest good data. `build` makes a hardened Dash app of a `Current`."""

    def __init__(self, build: Build, settings: Settings, current: Current) -> None:
        self._build = build
        self._settings = settings
        self._current = current
        self._dash_app = build(settings, current)
        self._building = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if self._current.changed():
            threading.Thread(target=self.renew, name="renew", daemon=True).start()
        answer: Iterable[bytes] = self._dash_app.server(environ, start_response)
        return answer

    def renew(self) -> None:
        """Read the data folder and build the app again. With faults in it, say so and keep what is shown."""
        with self._building:
            if not self._current.reload():
                for fault in self._current.faults:
                    log.warning("data not used: %s", fault)
                return
            try:
                self._dash_app = self._build(self._settings, self._current)
            except Exception:
                log.exception("The new data pass the check, but no page can be built of them. The old page stays.")
                return
            log.info("New data are in use.")
            warm(self._dash_app)

    def warm(self) -> None:
        """Compress the first view's files before anybody asks."""
        warm(self._dash_app)


def warm(dash_app: Dash) -> None:
    """Ask `dash_app` once for the page and all it links to, so that their best compressed forms are made."""
    client = dash_app.server.test_client()
    for path in first_view(dash_app):
        client.get(path, headers={"Accept-Encoding": "br"}).close()


def first_view(dash_app: Dash) -> list[str]:
    """Addresses that a browser asks for when it opens the page, the page itself first."""
    page = dash_app.server.test_client().get("/").get_data(as_text=True)
    return ["/", "/_dash-layout", "/_dash-dependencies", *index.links(page)]
