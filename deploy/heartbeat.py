"""Does the page on the wall screen still run its scripts? Exit 0: yes. Asks the browser itself, not the page.

Standard library only: a WebSocket handshake and one command of the DevTools protocol.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import sys
import urllib.request

PATIENCE = 5


def page_address(port: int) -> tuple[str, str]:
    """Host and path of the first page's socket. Raises `OSError` when the browser does not answer."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=PATIENCE) as answer:
        pages = [one for one in json.load(answer) if one["type"] == "page"]
    if not pages:
        raise OSError("no page")
    host, _, path = pages[0]["webSocketDebuggerUrl"].removeprefix("ws://").partition("/")
    return host, f"/{path}"


def asks(host: str, path: str) -> bool:
    """Whether the page computes 6 * 7 within the patience."""
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=PATIENCE) as line:
        key = base64.b64encode(os.urandom(16)).decode()
        head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        line.sendall(f"{head}Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        told = b""
        while b"\r\n\r\n" not in told:
            told += line.recv(4096)
        command = json.dumps({"id": 1, "method": "Runtime.evaluate", "params": {"expression": "6 * 7"}}).encode()
        mask = os.urandom(4)
        line.sendall(bytes([0x81, 0x80 | len(command)]) + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(command)))
        told = b""
        while b'"id":1' not in told:
            more = line.recv(4096)
            if not more:
                return False
            told += more
    return b"42" in told


if __name__ == "__main__":
    try:
        sys.exit(0 if asks(*page_address(int(sys.argv[1]))) else 1)
    except OSError:
        sys.exit(1)
