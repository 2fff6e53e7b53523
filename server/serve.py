"""The production web server: waitress, which runs wherever Python does."""

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import create_server
from waitress.task import ErrorTask, WSGITask

from server import policy

THREADS = 8
# Bodies between the app's own limit and this one get the app's answer; above it waitress stops reading.
HARD_BODY_LIMIT = 128 * 1024
CONNECTIONS = 256
SECONDS_WITHOUT_A_WORD = 30
SECONDS_TO_FINISH = 8  # less than TimeoutStopSec of the unit
SECONDS_FOR_A_FIRST_WORD = 2
SECONDS_BETWEEN_COMPLAINTS = 60
FIRST_INHERITED = 3  # systemd hands over open sockets from here on: sd_listen_fds(3)

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class _ErrorTask(ErrorTask):  # type: ignore[misc]
    """Waitress's own answer to a broken request, with the same headers as every other answer."""

    def execute(self) -> None:
        self.response_headers.extend(policy.headers(policy.content_security_policy(), secure=False).items())
        super().execute()


class _Task(WSGITask):  # type: ignore[misc]
    """An answer; once the server ends, the last one of its connection."""

    def build_response_header(self) -> bytes:
        if not self.channel.server.accepting:
            self.request.headers["CONNECTION"] = "close"
        header: bytes = super().build_response_header()
        return header


class _Channel(HTTPChannel):  # type: ignore[misc]
    error_task_class = _ErrorTask
    task_class = _Task
    heard = False

    def received(self, data: bytes) -> bool:
        self.heard = True
        waits: bool = super().received(data)
        return waits

    def owes(self) -> bool:
        """Whether a visitor waits for an answer: asked, half asked, or has just come and will ask."""
        if not self.heard:
            return bool(time.time() - self.creation_time < SECONDS_FOR_A_FIRST_WORD)
        return bool(self.requests or self.request or self.total_outbufs_len)


class Seldom(logging.Filter):
    """Lets one calm line a minute through, whatever the crowd. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._told = -float(SECONDS_BETWEEN_COMPLAINTS)

    def filter(self, record: logging.LogRecord) -> bool:
        now = self._clock()
        if now - self._told < SECONDS_BETWEEN_COMPLAINTS:
            return False
        self._told = now
        record.msg, record.args = "More visitors at once than can be answered at once; they wait their turn.", ()
        return True


def inherited() -> socket.socket | None:
    """The listening socket that systemd hands over, which goes on to take connections while this process restarts."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()) or int(os.environ.get("LISTEN_FDS", "0")) < 1:
        return None
    return socket.socket(fileno=FIRST_INHERITED)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on `host`:`port` (0 = any free port). Raises `OSError` when the port is taken."""
    return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)


def make_server(app: Wsgi, listener: socket.socket, threads: int = THREADS) -> Any:
    """A waitress server behind `listener` (its port is `effective_port`). `.run()` serves."""
    made = create_server(
        app,
        sockets=[listener],
        threads=threads,
        ident="",
        connection_limit=CONNECTIONS,
        channel_timeout=SECONDS_WITHOUT_A_WORD,
        max_request_body_size=HARD_BODY_LIMIT,
        max_request_header_size=16 * 1024,
        clear_untrusted_proxy_headers=True,
    )
    made.channel_class = _Channel
    return made


def serve_until(made: Any, ended: Callable[[], bool]) -> None:
    """Serve until `ended`, then answer whoever has come so far, and nobody else: they wait for the next process."""
    turn = {"map": made._map, "use_poll": made.adj.asyncore_use_poll, "count": 1}
    while not ended():
        wasyncore.loop(timeout=1, **turn)
    made.accepting = False
    made.del_channel()  # no longer looks at the listening socket
    deadline = time.monotonic() + SECONDS_TO_FINISH
    while time.monotonic() < deadline:
        wasyncore.loop(timeout=0.02, **turn)
        if not any(channel.owes() for channel in list(made.active_channels.values())):
            break
    made.task_dispatcher.shutdown()
    made.close()
    wasyncore.close_all(made._map)


def run(app: Wsgi, host: str, port: int, say: Callable[[str], object], meanwhile: Callable[[], object]) -> None:
    """Serve until Ctrl+C or SIGTERM; requests under way are finished first. Raises `OSError` when the port is taken.

    `meanwhile`: long work that begins once somebody can be answered.
    """
    logging.getLogger("waitress.queue").addFilter(Seldom())
    made = make_server(app, inherited() or listening(host, port))
    ends: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        ends.append(number)
        made.pull_trigger()  # it may be waiting for visitors

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    shown = f"[{made.effective_host}]" if ":" in made.effective_host else made.effective_host
    threading.Thread(target=meanwhile, name="meanwhile", daemon=True).start()
    say(f"Spine Explorer is on http://{shown}:{made.effective_port} (stop it with Ctrl+C)")
    serve_until(made, lambda: bool(ends))
