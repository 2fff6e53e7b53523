"""The running app. When a data file is saved, the app is built again beside the one that is shown and takes over."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from server.built import Built
from server.front import front
from server.inputs import Watch, data_digest
from server.kept import Kept
from server.settings import Settings
from server.shown import Shown, Unbuildable

if TYPE_CHECKING:
    from server.making import Build

log = logging.getLogger("spine_explorer")


class Live:
    """A WSGI app that always answers with the newest app that could be built. `build` makes a Dash app of a `Current`.

    `kept`: where finished apps lie on disk, so that a start takes one from there. `every`: seconds between two looks at
    the data. Raises `Unbuildable` when nothing can be built of the data and no finished app is on disk.
    """

    def __init__(self, build: Build, settings: Settings, *, kept: Kept | None = None, every: float = 2.0) -> None:
        self._build = build
        self._settings = settings
        self._kept = kept
        self._building = threading.Lock()
        self._watch = Watch(settings.data, every)
        self.shown = self._first()
        self._front = front(settings, self.shown)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if self._watch.changed():
            threading.Thread(target=self._follow, name="follow", daemon=True).start()
        answer: Iterable[bytes] = self._front(environ, start_response)
        return answer

    def renew(self) -> None:
        """Read the data folder and build the app again. When that fails, say so and keep what is shown."""
        with self._building:
            try:
                built = self._make()
            except Unbuildable as unbuildable:
                self.shown.faults = self._stay(unbuildable)
                return
            self.shown.show(built)

    def finish(self) -> None:
        """Bring what is shown into its smallest form, in which it is kept too."""
        with self._building:
            if not self.shown.built.best:
                known = self._kept.of_any_site() if self._kept else []
                self.shown.built = self._keep(self.shown.built.smallest(known))

    def _follow(self) -> None:
        self.renew()
        self.finish()

    def _first(self) -> Shown:
        built = self._kept and next(self._kept.of(data_digest(self._settings.data)), None)
        if built:
            return Shown(built)
        try:
            return Shown(self._make())
        except Unbuildable as unbuildable:
            last = self._kept and next(self._kept.all(), None)
            if not last:
                raise
            return Shown(last, self._stay(unbuildable))

    def _make(self) -> Built:
        from server.making import make  # pandas and Dash, which a start from the disk does without

        return self._keep(make(self._build, self._settings))

    def _keep(self, built: Built) -> Built:
        if self._kept:
            self._kept.write(built)
        return built

    @staticmethod
    def _stay(unbuildable: Unbuildable) -> tuple[str, ...]:
        """Say that what was shown stays; the faults."""
        for fault in unbuildable.faults:
            log.warning("Data not used: %s", fault)
        log.warning("The last good page is shown.")
        return unbuildable.faults
