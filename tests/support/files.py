"""A plain file server, as anybody may have one: no headers of its own, no rules."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the console."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # a browser that has gone on to another page
            super().handle()


@contextmanager
def files_served(folder: Path) -> Iterator[str]:
    """Serve `folder` in a thread; gives its address, such as `http://127.0.0.1:40123`."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()
