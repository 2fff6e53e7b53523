"""The page tells the server that it lives; the watchdog beside the browser asks the server."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from flask import Flask

from server import beat
from tests.support.chromium import FLAGS, executable
from tests.support.running import ROOT, ServerProcess, free_port, serving
from tests.support.watched import Watched
from tests.wall.driving import sleeping, wake

DEPLOY = ROOT / "deploy"
SOURCE = spec_from_file_location("watchdog", DEPLOY / "beat.py")
assert SOURCE and SOURCE.loader
watchdog = module_from_spec(SOURCE)
SOURCE.loader.exec_module(watchdog)


def asked(question: str, home: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEPLOY / "beat.py"), question, home]
    return subprocess.run(command, capture_output=True, text=True, timeout=20)


@pytest.fixture
def now() -> list[float]:
    return [100.0]


@pytest.fixture
def listening(now: list[float]) -> Flask:
    app = Flask("listening")
    beat.listen(app, beat.Pulse(clock=lambda: now[0]))
    return app


def test_k11_the_server_tells_how_long_the_page_has_been_silent(listening: Flask, now: list[float]) -> None:
    client = listening.test_client()
    now[0] += 60  # the server takes long to start: nobody could be heard
    assert client.get(beat.PATH).json == {"silent_seconds": 0.0, "spoken": False, "somebody": False}
    now[0] += 7
    assert client.get(beat.PATH).json == {"silent_seconds": 7.0, "spoken": False, "somebody": False}
    assert client.post(beat.PATH, data="somebody").status_code == 204
    now[0] += 2
    assert client.get(beat.PATH).json == {"silent_seconds": 2.0, "spoken": True, "somebody": True}
    client.post(beat.PATH, data="nobody")
    assert client.get(beat.PATH).json == {"silent_seconds": 0.0, "spoken": True, "somebody": False}


@pytest.mark.parametrize("body", ["", "yes", "somebody ", "x" * 10_000])
def test_s4_nothing_but_the_two_words_is_heard(listening: Flask, now: list[float], body: str) -> None:
    client = listening.test_client()
    assert client.get(beat.PATH).json["silent_seconds"] == 0.0
    now[0] += 3
    assert client.post(beat.PATH, data=body).status_code == 400
    assert client.get(beat.PATH).json["silent_seconds"] == 3.0


@pytest.mark.parametrize(
    ("silent", "spoken", "age", "lost"),
    [
        (2, True, 100, False),  # it lives
        (9, True, 100, True),  # it fell silent
        (9, True, 5, False),  # the one before fell silent; this one may still come
        (60, True, 24, False),
        (60, True, 26, True),  # it never came
        (9, False, 100, False),  # a new server, not yet heard: the waiting page is on its way to the app
        (24, False, 100, False),
        (26, False, 100, True),  # and never got there
        (26, False, 24, False),
    ],
)
def test_k11_a_page_is_lost_when_it_fell_silent_or_never_came(
    silent: float, spoken: bool, age: float, lost: bool
) -> None:
    assert watchdog.lost({"silent_seconds": silent, "spoken": spoken, "somebody": False}, age) == lost


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", ""])
def test_s13_no_other_machine_asks_or_tells(listening: Flask, address: str) -> None:
    client = listening.test_client()
    elsewhere = {"REMOTE_ADDR": address}
    assert client.get(beat.PATH, environ_base=elsewhere).status_code == 404
    assert client.post(beat.PATH, data="somebody", environ_base=elsewhere).status_code == 404


@pytest.mark.browser
def test_k15_a_visit_is_what_the_page_says(page: Watched) -> None:
    opened = sleeping(page)
    home = opened.url.split("?")[0]

    def busy_is(code: int) -> None:
        begun = time.monotonic()
        while asked("busy", home).returncode != code:
            assert time.monotonic() - begun < 20

    busy_is(1)
    wake(opened)
    busy_is(0)
    assert asked("lost", home).returncode == 1


@pytest.mark.browser
def test_k15_the_look_of_an_update_is_no_visit(
    server_process: Callable[..., ServerProcess], page: Watched, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(DEPLOY))
    from updating.running import Running

    server = server_process("--kiosk")
    server.start()
    looks = tmp_path / "looks"
    looks.write_text(f'#!/bin/sh\nexec {executable()} {shlex.join(FLAGS)} "$@"\n')
    looks.chmod(0o755)
    running = Running(f"{server.url}/", restart="true", browser=str(looks), patience=60)
    assert running._page_lives(time.monotonic() + 60)
    assert not watchdog.ask(f"{server.url}/")["spoken"]
    page(ready=None, url=server.url)
    begun = time.monotonic()
    while not watchdog.ask(f"{server.url}/")["spoken"]:
        assert time.monotonic() - begun < 20


def test_k15_without_a_server_nobody_is_there_and_nothing_is_said() -> None:
    for question in ("lost", "busy"):
        told = asked(question, f"http://127.0.0.1:{free_port()}/")
        assert (told.returncode, told.stdout, told.stderr) == (1, "", "")


class Screen:
    """deploy/browser.sh with a browser that shows nothing and says nothing.

    Counts how often that was started, and how often the watchdog looked: it tells systemd at each look.
    """

    def __init__(self, folder: Path, home: str, **settings: str) -> None:
        self._starts, self._looks = folder / "starts", folder / "looks"
        programs = folder / "programs"
        programs.mkdir()
        for name, line in (
            ("browser", f"echo start >> {self._starts}; exec sleep 120"),
            ("systemd-notify", f"echo look >> {self._looks}"),
        ):
            (programs / name).write_text(f"#!/bin/sh\n{line}\n")
            (programs / name).chmod(0o755)
        told = {
            "SPINE_BROWSER": str(programs / "browser"),
            "SPINE_PROFILES": str(folder / "profiles"),
            "SPINE_URL": home,
            "PATH": f"{programs}:{os.environ['PATH']}",
        }
        self._process = subprocess.Popen(["sh", str(DEPLOY / "browser.sh")], env=os.environ | told | settings)

    def starts(self) -> int:
        return len(self._starts.read_text().split()) if self._starts.exists() else 0

    def looks(self) -> int:
        return len(self._looks.read_text().split()) if self._looks.exists() else 0

    def started(self, times: int, seconds: float) -> None:
        begun = time.monotonic()
        while self.starts() < times:
            assert time.monotonic() - begun < seconds, f"{self.starts()} starts after {seconds} s"
            threading.Event().wait(0.05)

    def end(self) -> None:
        self._process.terminate()
        assert self._process.wait(timeout=10) == 0


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Callable[..., Screen]]:
    made: list[Screen] = []

    def start(home: str, **settings: str) -> Screen:
        made.append(Screen(tmp_path, home, **settings))
        return made[-1]

    yield start
    for each in made:
        each.end()


def post(home: str, body: bytes) -> None:
    with urllib.request.urlopen(urllib.request.Request(f"{home}wall/beat", data=body), timeout=5):
        pass


@pytest.fixture
def home() -> Iterator[str]:
    """The address of a server that hears the pulse, and nothing else."""
    app = Flask("hears")
    beat.listen(app, beat.Pulse())
    with serving(app) as url:
        yield f"{url}/"


def test_k11_a_browser_whose_page_never_speaks_is_started_again(screen: Callable[..., Screen], home: str) -> None:
    watched = screen(home, SPINE_SILENCE="1000", SPINE_OPENING="3")
    watched.started(3, seconds=60)


def test_k11_a_page_that_falls_silent_is_started_again_and_one_that_speaks_is_left_alone(
    screen: Callable[..., Screen], home: str
) -> None:
    watched = screen(home, SPINE_SILENCE="4", SPINE_OPENING="1000")
    while watched.looks() < 4:  # eight seconds: twice the silence that it forgives
        post(home, b"nobody")
        threading.Event().wait(0.1)
    assert watched.starts() == 1
    watched.started(2, seconds=60)


def test_r2_a_server_that_is_gone_is_not_the_browsers_fault(screen: Callable[..., Screen]) -> None:
    """Asked again and again without an answer, the watchdog leaves the browser alone: the page goes on by itself."""
    home = f"http://127.0.0.1:{free_port()}/"
    with pytest.raises(urllib.error.URLError):
        post(home, b"nobody")
    watched = screen(home, SPINE_SILENCE="1", SPINE_OPENING="1")
    begun = time.monotonic()
    while watched.looks() < 5:
        assert time.monotonic() - begun < 60
        threading.Event().wait(0.05)
    assert watched.starts() == 1
