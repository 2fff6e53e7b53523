"""S11: what lies in the data folder and is no file: told as a fault, nobody waits for it, nobody sees an error."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from werkzeug.test import Client

from server.inputs import data_digest, signature
from server.live import Live

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and links as on POSIX")

ODD: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a link in a circle": lambda path: path.symlink_to(path.name),
    "a pipe": os.mkfifo,
    "a file that cannot be read": lambda path: path.symlink_to("/proc/self/mem"),
}


def test_s11_what_is_no_file_is_told_and_what_is_shown_stays(make_live, data: Path) -> None:
    live: Live = make_live()
    client = Client(live)
    before = client.get("/health").json
    assert before and before["data"] == "ok"
    seen = signature(data)
    for kind, name in [*((kind, "words.csv") for kind in ODD), ("a folder", "x.csv"), ("a pipe", "x.csv")]:
        good = (data / name).read_bytes() if name == "words.csv" else None
        (data / name).unlink(missing_ok=True)
        ODD[kind](data / name)
        assert signature(data) != seen, kind
        assert data_digest(data) != before["data_version"], kind
        live.renew()
        assert client.get("/").status_code == 200
        told = client.get("/health").json
        assert told
        assert (told["status"], told["data"], told["data_version"]) == ("ok", "stale", before["data_version"]), kind
        assert any(fault.startswith(f"{name}: ") for fault in told["faults"]), (kind, told["faults"])
        (data / name).rmdir() if kind == "a folder" else (data / name).unlink()
        if good is not None:
            (data / name).write_bytes(good)
