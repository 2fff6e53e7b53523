"""The production web server: waitress, which runs wherever Python does."""

import signal
import socket
import sys
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from waitress.channel import HTTPChannel
from waitress.server import create_server
from waitress.task import ErrorTask

from server import policy

THREADS = 8
# Bodies between the app's own limit and this one get the app's answer; above it waitress stops reading.
HARD_BODY_LIMIT = 128 * 1024
CONNECTIONS = 256
SECONDS_WITHOUT_A_WORD = 30

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class _ErrorTask(ErrorTask):  # type: ignore[misc]
    """Waitress's own answer to a broken request, with the same headers as every other answer."""

    def execute(self) -> None:
        self.response_headers.extend(policy.headers(policy.content_security_policy(), secure=False).items())
        super().execute()


class _Channel(HTTPChannel):  # type: ignore[misc]
    error_task_class = _ErrorTask


def make_server(app: Wsgi, host: str, port: int) -> Any:
    """A waitress server that listens on `host`:`port` (0 = any free port, see its `effective_port`). `.run()` serves.

    Raises `OSError` when the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = create_server(
        app,
        sockets=[socket.create_server((host, port), family=family)],
        threads=THREADS,
        ident="",
        connection_limit=CONNECTIONS,
        channel_timeout=SECONDS_WITHOUT_A_WORD,
        max_request_body_size=HARD_BODY_LIMIT,
        max_request_header_size=16 * 1024,
        clear_untrusted_proxy_headers=True,
    )
    made.channel_class = _Channel
    return made


def run(app: Wsgi, host: str, port: int, say: Callable[[str], object]) -> None:
    """Serve until Ctrl+C or SIGTERM; requests under way are finished first. Raises `OSError` when the port is taken."""
    made = make_server(app, host, port)

    def stop(_number: int, _frame: FrameType | None) -> None:
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    shown = f"[{host}]" if ":" in host else host
    say(f"Spine Explorer is on http://{shown}:{port} (stop it with Ctrl+C)")
    made.run()
