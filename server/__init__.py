"""Everything between the Dash app and the network: settings, headers, limits, compression, health, command line.

`app.py` builds a Dash app and calls `harden`; `command_line` makes the commands `run`, `check` and `export` of it.
"""

from server.content import Content
from server.harden import harden
from server.site import Site

__all__ = ["Content", "Site", "harden"]
