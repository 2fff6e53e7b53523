"""Everything between the Dash app and the network: settings, headers, limits, compression, health.

`app.py` builds a Dash app and calls `harden`.
"""

from server.current import Current
from server.harden import harden
from server.settings import Settings

__all__ = ["Current", "Settings", "harden"]
