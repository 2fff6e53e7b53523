"""The small app of the server's tests serves here too."""

from tests.server.conftest import small_live, small_url

__all__ = ["small_live", "small_url"]
