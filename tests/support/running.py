"""The app on a free port of this machine: in this process, or in one of its own that can be killed."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.live import Live
from server.serve import listening, make_server

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_SECONDS = 90.0


@contextmanager
def serving(app: Live) -> Iterator[str]:
    """Serve `app` with waitress in a thread; gives its address, such as `http://127.0.0.1:40123`."""
    made = make_server(app, listening("127.0.0.1", 0))
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{made.effective_port}"
    finally:
        made.close()
        made.task_dispatcher.shutdown()
        thread.join(timeout=5)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Wait until `url` answers, whatever it says; False when the process behind it ended. Raises `TimeoutError`."""
    begun = time.monotonic()
    while process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            threading.Event().wait(0.02)
        if time.monotonic() - begun > PATIENCE_SECONDS:
            raise TimeoutError(f"No answer from {url} within {PATIENCE_SECONDS:.0f} s.")
    return False


class ServerProcess:
    """`python app.py` in a process of its own, on one port for life: start, kill, start again."""

    def __init__(self, *options: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start and wait until /health answers; return the seconds that took. Raises `TimeoutError`."""
        begun = time.monotonic()
        command = [sys.executable, "app.py", "--port", str(self.port), *self._options]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while time.monotonic() - begun < PATIENCE_SECONDS:
            if self.healthy():
                return time.monotonic() - begun
            if self._process.poll() is not None:
                raise RuntimeError(f"The server ended with {self._process.returncode}.")
            threading.Event().wait(0.02)
        self.kill()  # nobody is left who would
        raise TimeoutError(f"No answer from {self.url}/health within {PATIENCE_SECONDS:.0f} s.")

    def healthy(self) -> bool:
        """Whether /health answers 200 now."""
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def kill(self) -> None:
        """End it as a power cut would (SIGKILL)."""
        self._end(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)

    def stop(self) -> int:
        """End it as a service manager would (SIGTERM); return its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, number: int) -> int:
        if self._process is None:
            return 0
        if self._process.poll() is None:
            self._process.send_signal(number)
        code = self._process.wait(timeout=10)
        self._process = None
        return code
