"""R5, R11: a restart under load without a failed request; SIGTERM finishes what is under way."""

from __future__ import annotations

import http.client
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from server.serve import Seldom, listening, make_server, serve_until
from server.settings import ROOT
from tests.support import running
from tests.support.wall import descendants

LOAD = 6  # visitors at once
PATHS = ("/", "/_dash-layout", "/health", "/content/words.es.json", "/assets/vendor/fonts.css")
# As systemd starts a service: the socket is descriptor 3, and the process is told so by its own number.
ACTIVATED = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
os.execv(sys.executable, [sys.executable, "app.py"])
"""


class Service:
    """`python app.py` behind a socket that is open before and after it."""

    def __init__(self, listener: socket.socket, cache: Path) -> None:
        self._listener = listener
        self._env = os.environ | {"CACHE_DIRECTORY": str(cache)}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        number = self._listener.fileno()
        self.process = subprocess.Popen(
            [sys.executable, "-c", ACTIVATED, str(number)], cwd=ROOT, env=self._env, pass_fds=[number]
        )

    def stop(self) -> int:
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with closing(listening("127.0.0.1", 0)) as opened:
        opened.listen(512)
        yield opened


def ask(port: int, path: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=180)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        return answer.status if body else 0


@pytest.mark.skipif(os.name != "posix", reason="sockets are handed over on POSIX only")
def test_r5_r11_two_restarts_under_load_fail_no_request(listener: socket.socket, tmp_path: Path) -> None:
    port = listener.getsockname()[1]
    service = Service(listener, tmp_path)
    ended = threading.Event()
    answers: list[int | str] = []

    def visitor(number: int) -> None:
        while not ended.is_set():
            try:
                answers.append(ask(port, PATHS[(len(answers) + number) % len(PATHS)]))
            except (OSError, http.client.HTTPException) as fault:
                answers.append(repr(fault))

    crowd = [threading.Thread(target=visitor, args=(number,)) for number in range(LOAD)]
    service.start()
    try:
        assert ask(port, "/health") == 200  # connected before the process was there
        for thread in crowd:
            thread.start()
        for _ in range(2):
            come = len(answers) + 20
            while len(answers) < come:
                assert ask(port, "/alive") == 200
            assert service.stop() == 0
            service.start()
        assert ask(port, "/health") == 200
    finally:
        ended.set()
        for thread in crowd:
            if thread.ident:
                thread.join()
        assert service.stop() == 0
    assert len(answers) >= 40
    assert [answer for answer in answers if answer != 200] == []


class Slow:
    """A small app whose answers wait until they may go."""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        self.may_go = threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.asked.release()
        self.may_go.wait(10)
        start_response("200 OK", [("Content-Length", "4")])
        return [b"done"]


def test_r5_an_end_answers_who_has_asked_and_takes_nobody_else(listener: socket.socket) -> None:
    app, ended = Slow(), threading.Event()
    made = make_server(app, listener.dup())
    server = threading.Thread(target=serve_until, args=(made, ended.is_set))
    server.start()
    with closing(socket.create_connection(listener.getsockname(), timeout=10)) as visitor:
        visitor.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        assert app.asked.acquire(timeout=10)
        ended.set()
        deadline = time.monotonic() + 10
        while made.accepting and time.monotonic() < deadline:
            made.pull_trigger()
        with closing(socket.create_connection(listener.getsockname(), timeout=10)) as late:
            late.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            app.may_go.set()
            told = b"".join(iter(lambda: visitor.recv(4096), b""))
            server.join(timeout=10)
            assert not server.is_alive()
            assert told.startswith(b"HTTP/1.1 200") and told.endswith(b"done")
            assert b"Connection: close" in told
            next_one = make_server(app, listener.dup())  # who came too late is answered by the next process
            after = threading.Event()
            following = threading.Thread(target=serve_until, args=(next_one, after.is_set))
            following.start()
            assert late.recv(4096).startswith(b"HTTP/1.1 200")
            after.set()
            next_one.pull_trigger()
            following.join(timeout=10)


def test_a_crowd_is_one_calm_line_a_minute(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    calm = Seldom(lambda: now[0])
    log = logging.getLogger("waitress.queue")
    monkeypatch.setattr(log, "filters", [calm])  # without that of a server which ran here before
    for _ in range(500):
        log.warning("Task queue depth is %d", 7)
        now[0] += 0.2
    assert len(caplog.messages) == 2
    assert all("wait their turn" in message for message in caplog.messages)


def test_a_server_that_does_not_answer_in_time_is_not_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "PATIENCE_SECONDS", 0.05)
    server = running.ServerProcess()
    with pytest.raises(TimeoutError):
        server.start()
    assert [line for line in descendants(os.getpid()).values() if f"--port {server.port}" in line] == []
