"""Firefox by Marionette and WebKitGTK by WebDriver, behind one small interface: open, ask, touch, press, look.

Playwright drives builds of its own of these two; here run those that Debian has: firefox-esr, webkit2gtk-driver, xvfb.
"""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.support.running import free_port

PATIENCE_SECONDS = 60.0
MINI_BROWSER = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), Path("MiniBrowser"))
QUIET = {  # Firefox asks nobody on the network
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.region.update.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.enabled": False,
    "dom.w3c_touch_events.enabled": 1,
}


class Refusal(Exception):
    """What the browser says against a command."""


class Driver:
    """A browser with one page. Commands are WebDriver's; how they travel is each browser's own."""

    pointer = "mouse"

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._start()
        self._resize(*size)

    def _start(self) -> None:
        raise NotImplementedError

    def _command(self, verb: str, path: str, **words: Any) -> Any:
        """`verb`: the command's name with Marionette; `path`: where it lives in WebDriver."""
        raise NotImplementedError

    def _run(self, *command: str, stdout: int | None = None, **environment: str) -> subprocess.Popen[bytes]:
        plain = {"HOME": str(self._folder), "PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8"}
        log = self._folder / "log"
        with log.open("ab") as told:
            said = told if stdout is None else stdout
            process = subprocess.Popen(command, env=plain | environment, stdout=said, stderr=told)
        self._processes.append(process)
        return process

    def _resize(self, width: int, height: int) -> None:
        """The page, not its window, gets this size."""
        for _ in range(3):
            frame = self.ask("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            rect = {"width": width + frame[0], "height": height + frame[1]}
            self._command("SetWindowRect", "window/rect", **rect)
            self.until(f"Math.abs(innerWidth - {width}) < 3 && Math.abs(innerHeight - {height}) < 3", 2, hard=False)

    def open(self, address: str) -> None:
        self._command("Navigate", "url", url=address)

    def ask(self, script: str, *arguments: Any) -> Any:
        """What `script`, the body of a function, returns."""
        return self._command("ExecuteScript", "execute/sync", script=script, args=list(arguments))

    def until(self, expression: str, seconds: float = 20, *, hard: bool = True) -> bool:
        """Wait until the expression is true. Raises `TimeoutError` when it has to be (`hard`)."""
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            try:
                if self.ask(f"return Boolean({expression})"):
                    return True
            except Refusal:  # the page is just being left
                pass
            threading.Event().wait(0.05)
        if hard:
            raise TimeoutError(f"Not true within {seconds} s: {expression}")
        return False

    def _act(self, actions: list[dict[str, Any]]) -> None:
        self._command("PerformActions", "actions", actions=actions)

    def touch(self, x: float, y: float) -> None:
        steps: list[dict[str, Any]] = [
            {"type": "pointerMove", "duration": 0, "x": int(x), "y": int(y), "origin": "viewport"},
            {"type": "pointerDown", "button": 0},
            {"type": "pause", "duration": 40},
            {"type": "pointerUp", "button": 0},
        ]
        finger = {"type": "pointer", "id": "finger", "parameters": {"pointerType": self.pointer}, "actions": steps}
        self._act([finger])

    def press(self, key: str) -> None:
        steps = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self._act([{"type": "key", "id": "key", "actions": steps}])

    def look(self, picture: Path) -> None:
        picture.write_bytes(base64.b64decode(self._command("TakeScreenshot", "screenshot")))

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Firefox(Driver):
    """Marionette: lengths and JSON on a socket, commands named as in WebDriver."""

    pointer = "touch"

    @staticmethod
    def missing() -> bool:
        return not shutil.which("firefox-esr")

    def _start(self) -> None:
        port = free_port()
        screen = {"MOZ_HEADLESS_WIDTH": "1920", "MOZ_HEADLESS_HEIGHT": "1200"}
        wanted = "".join(
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in {**QUIET, "marionette.port": port}.items()
        )
        (self._folder / "user.js").write_text(wanted, encoding="utf-8")
        self._run(
            "/usr/bin/firefox-esr",
            "--headless",
            "--marionette",
            "--no-remote",
            "--profile",
            str(self._folder),
            **screen,
        )
        begun = time.monotonic()
        while True:
            try:
                self._line = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
                break
            except OSError:
                if time.monotonic() - begun > PATIENCE_SECONDS:
                    raise
                threading.Event().wait(0.1)
        self._received = self._line.makefile("rb")
        self._count = 0
        self._hear()  # who is there
        self._command("NewSession", "", capabilities={"alwaysMatch": {}})

    def _hear(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._received.read(1)
        return json.loads(self._received.read(int(length[:-1])))

    def _command(self, verb: str, path: str, **words: Any) -> Any:
        self._count += 1
        if verb == "ExecuteScript":
            words["sandbox"] = None  # in the page itself
        said = json.dumps([0, self._count, f"WebDriver:{verb}", words]).encode()
        self._line.sendall(b"%d:%b" % (len(said), said))
        _, _, fault, told = self._hear()
        if fault:
            raise Refusal(fault["message"])
        return told["value"] if isinstance(told, dict) and set(told) == {"value"} else told

    def close(self) -> None:
        self._received.close()
        self._line.close()
        super().close()


class WebKit(Driver):
    """WebKitWebDriver: WebDriver over HTTP. It has no way without a screen, so it gets a virtual one."""

    @staticmethod
    def missing() -> bool:
        return not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and MINI_BROWSER.exists())

    def _start(self) -> None:
        port = free_port()
        self._session = f"http://127.0.0.1:{port}/session"
        plain = {
            "GDK_BACKEND": "x11",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "1",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        screen = self._run("/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", stdout=subprocess.PIPE)
        assert screen.stdout
        with screen.stdout as told:
            plain["DISPLAY"] = f":{int(told.readline())}"
        self._run("/usr/bin/WebKitWebDriver", f"--port={port}", **plain)
        options = {"binary": str(MINI_BROWSER), "args": ["--automation"]}
        begun = time.monotonic()
        while True:
            try:
                asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
                told = self._send("POST", "", asked)
                break
            except OSError:
                if time.monotonic() - begun > PATIENCE_SECONDS:
                    raise
                threading.Event().wait(0.1)
        self._session += f"/{told['sessionId']}"

    def _send(self, method: str, path: str, words: dict[str, Any] | None) -> Any:
        said = None if words is None else json.dumps(words).encode()
        request = urllib.request.Request(f"{self._session}{path}", data=said, method=method)
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as fault:
            raise Refusal(json.load(fault)["value"]["message"]) from None

    def _command(self, verb: str, path: str, **words: Any) -> Any:
        return self._send("POST", f"/{path}", words) if words else self._send("GET", f"/{path}", None)

    def close(self) -> None:
        try:
            self._send("DELETE", "", None)
        finally:
            super().close()
