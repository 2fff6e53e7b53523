"""From a folder of CSV files to a finished app, or to words on why there is none."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dash import Dash

from catalog import Faulty
from server.built import Built
from server.current import Current
from server.freeze import freeze
from server.settings import Settings
from server.shown import Unbuildable

Build = Callable[[Settings, Current], Dash]
log = logging.getLogger("spine_explorer")


def make(build: Build, settings: Settings) -> Built:
    """The finished app of the data as they are now. Raises `Unbuildable`, with every fault in words."""
    with told_in_words():
        current = Current(settings.data)
        return freeze(build(settings, current), current)


@contextmanager
def told_in_words() -> Iterator[None]:
    """Whatever is wrong with the data, and whatever goes wrong when a page is built of them, as `Unbuildable`."""
    try:
        yield
    except Faulty as faulty:
        raise Unbuildable(map(str, faulty.faults)) from None
    except Exception as error:  # whatever it is: what is shown stays
        place = traceback.extract_tb(error.__traceback__)[-1]
        log.warning("Building the page stopped in %s, line %s.", Path(place.filename).name, place.lineno)
        log.debug("The whole way there:", exc_info=error)
        fault = f"{type(error).__name__}: {error}".rstrip(": ")
        raise Unbuildable([f"No page can be built of these data ({fault}). Undo the last change."]) from error
