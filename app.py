"""Spine Explorer. Start here: `python app.py` serves it, `python app.py check` checks data/, `python app.py export
DIR` writes static files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import command_line

if TYPE_CHECKING:
    from dash import Dash

    from server.current import Current
    from server.settings import Settings


def build(settings: Settings, current: Current) -> Dash:
    """The Dash app of one state of the data, hardened and ready to serve."""
    from assembly import assemble  # pandas, Dash and all that is on screen: a second that not every start needs

    return assemble(settings, current)


if __name__ == "__main__":
    command_line(build)()
