"""The pulse of the wall screen: its page tells that it lives and whether somebody is there; the watchdog asks.

The browser of a wall screen has its developer tools closed, so nobody can ask the page itself. Only the time of the
last beat and one yes or no are held, in memory; answered on this machine only.
"""

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, abort, jsonify, request

PATH = "/wall/beat"
SOMEBODY = {b"somebody": True, b"nobody": False}


@dataclass
class Pulse:
    """When the page was last heard, in seconds of `clock`, and whether somebody was there."""

    clock: Callable[[], float] = time.monotonic
    somebody: bool = False
    spoken: bool = False
    since: float | None = None

    def beat(self, somebody: bool) -> None:
        self.since, self.somebody, self.spoken = self.clock(), somebody, True

    def silence(self) -> float:
        """Seconds since the last beat; before the first, since this was first asked: a new server is owed nothing."""
        if self.since is None:
            self.since = self.clock()
        return self.clock() - self.since


PULSE = Pulse()  # one for the process: the app under it is built anew with each change of the data


def _from_elsewhere() -> bool:
    try:
        return not ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return True


def listen(flask_app: Flask, pulse: Pulse = PULSE) -> None:
    """POST `somebody` or `nobody`; GET tells `silent_seconds`, `spoken` and `somebody`. 404 to other machines."""

    @flask_app.post(PATH)
    def hear() -> Response:
        said = request.get_data()
        if _from_elsewhere():
            abort(404)
        if said not in SOMEBODY:
            abort(400)
        pulse.beat(SOMEBODY[said])
        return Response(status=204)

    @flask_app.get(PATH)
    def tell() -> Response:
        if _from_elsewhere():
            abort(404)
        return jsonify(silent_seconds=round(pulse.silence(), 1), spoken=pulse.spoken, somebody=pulse.somebody)
