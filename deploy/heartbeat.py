"""Asks the browser of the wall screen about its page: is it well, is it in use?

    heartbeat.py PORT live    exit 0: it is well. 1: it is not (an error page of the browser), or it does not answer
    heartbeat.py PORT busy    exit 0: somebody is using it. 1: nobody is, or there is no page
                              exit 2, to both: the page has crashed

Standard library only: a WebSocket handshake and two commands of the DevTools protocol.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import sys
import urllib.request

PATIENCE = 5
YES, NO, CRASHED = 0, 1, 2
QUESTIONS = {
    # The app says so when it is shown, the waiting page always; a page of the browser's own never does.
    "live": "document.documentElement.hasAttribute('data-live') && 'yes'",
    "busy": "Boolean(window.spine?.wall) && !spine.wall.asleep() && 'yes'",
}


def page_address(port: int) -> tuple[str, str]:
    """Host and path of the first page's socket. Raises `OSError` when the browser does not answer."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=PATIENCE) as answer:
        pages = [one for one in json.load(answer) if one["type"] == "page"]
    if not pages:
        raise OSError("no page")
    host, _, path = pages[0]["webSocketDebuggerUrl"].removeprefix("ws://").partition("/")
    return host, f"/{path}"


def _command(number: int, method: str, **params: str) -> bytes:
    """A text frame of a WebSocket, masked as a client must; 126 = the length follows in two bytes."""
    told = json.dumps({"id": number, "method": method, "params": params}).encode()
    mask = os.urandom(4)
    head = bytes([0x81, 0x80 | 126]) + len(told).to_bytes(2)
    return head + mask + bytes(byte ^ mask[index % 4] for index, byte in enumerate(told))


def ask(host: str, path: str, question: str) -> int:
    """YES, NO or CRASHED. Raises `OSError` when nothing is told within the patience."""
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=PATIENCE) as line:
        told = b""

        def read_until(*wanted: bytes) -> None:
            nonlocal told
            while not any(one in told for one in wanted):
                more = line.recv(4096)
                if not more:
                    raise OSError("the browser hung up")
                told += more

        key = base64.b64encode(os.urandom(16)).decode()
        head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        line.sendall(f"{head}Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        read_until(b"\r\n\r\n")
        line.sendall(_command(1, "Inspector.enable"))
        line.sendall(_command(2, "Runtime.evaluate", expression=QUESTIONS[question]))
        read_until(b"targetCrashed", b'"id":2')
    if b"targetCrashed" in told:
        return CRASHED
    return YES if b'"yes"' in told else NO


if __name__ == "__main__":
    try:
        sys.exit(ask(*page_address(int(sys.argv[1])), sys.argv[2]))
    except OSError:
        sys.exit(NO)
