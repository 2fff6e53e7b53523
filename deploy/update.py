"""Install the first release, or change to a new one; nothing is fetched from anywhere.

    update.py ARCHIVE SUMS    0: it runs. 1: it was not healthy, the one before runs. 2: not the archive that was meant.
                              3: it cannot be set up. 4: the screen is in use. 5: another update is under way.
    update.py boot            at each start of the server: takes back a release that was never seen healthy

Every line may be the last one before a power cut. So each change of the disk is one rename, what it leads to was
written out before, and the link `next` is there from before the switch until the new release was seen healthy
(`updating.place`).

Settings by environment, for tests and other layouts: SPINE_ROOT, SPINE_SIGNERS (whose signature an archive needs, once
the file is there), SPINE_BUSY (a command: is somebody using the screen?), SPINE_WAIT (seconds to wait for the end),
SPINE_RESTART, SPINE_URL, SPINE_BROWSER and SPINE_PATIENCE (seconds to become healthy).
Standard library only: it has to run before anything is installed.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

from updating import archive
from updating.place import Place, UnderWay
from updating.running import Running

HERE = Path(__file__).resolve().parent
SETTING = os.environ.get


class InUse(archive.Refused):
    """Somebody is there, and stays."""

    code = 4


def say(words: str) -> None:
    print(words, flush=True)


def wait_for_nobody(url: str) -> bool:
    """Never during a session: wait until the screen is free; False when it stays in use."""
    busy = SETTING("SPINE_BUSY", shlex.join(["python3", "-B", str(HERE / "beat.py"), "busy", url]))
    for _ in range(int(SETTING("SPINE_WAIT", "3600")) + 1):
        if subprocess.run(busy, shell=True).returncode != 0:
            return True
        time.sleep(1)
    return False


def update(place: Place, packed: Path, sums: Path) -> int:
    """From an archive to a release that runs; the exit code."""
    running = Running(
        url=SETTING("SPINE_URL", "http://127.0.0.1:8050/"),
        restart=SETTING("SPINE_RESTART", "systemctl restart spine-server.service"),
        browser=SETTING("SPINE_BROWSER", "chromium"),
        patience=float(SETTING("SPINE_PATIENCE", "30")),
    )
    running.sweep()
    if place.take_back():  # an update before this one was cut off
        running.restarted(place.release("current"))
    place.sweep()
    try:
        with packed.open("rb", buffering=0) as file:
            archive.check(file, packed.name, sums, Path(SETTING("SPINE_SIGNERS", "/etc/spine/allowed_signers")))
            running.check_browser()
            archive.unpack(file, place.unpacking)
        archive.set_up(place.unpacking)
        if not wait_for_nobody(running.url):
            raise InUse("The screen is in use.")
        place.take_sounds()
    except (archive.Refused, OSError) as reason:
        place.sweep()
        say(f"{reason} Nothing was changed.")
        return getattr(reason, "code", archive.Refused.code)
    new = place.name_for(packed.name.removesuffix(".tar.gz"))
    try:
        place.begin(new)
        well = running.restarted(new)
    except (OSError, SystemExit):  # the disk is full, or told to end
        go_back(place, running, new)
        raise
    if not well:
        return go_back(place, running, new)
    place.confirm()
    place.sweep()
    say(f"Running: {new}")
    return 0


def go_back(place: Place, running: Running, new: str) -> int:
    """From a release that is not healthy to the one before; the exit code."""
    if place.take_back():
        before = place.release("current")
        well = running.restarted(before)
        say(f"The new release was not healthy. The old one runs again: {before}" if well else "Neither is healthy.")
    elif place.release("current") == new:
        say("The release is not healthy, and there is no older one.")
    place.sweep()
    return 1


def main(words: list[str]) -> int:
    place = Place(Path(SETTING("SPINE_ROOT", "/opt/spine")))
    try:
        with place.alone():
            if words == ["boot"]:
                if place.take_back():
                    say(f"A release that was never seen healthy was taken back. Running: {place.release('current')}")
                return 0
            if len(words) != 2:
                say("update.sh ARCHIVE SUMS")
                return 3
            return update(place, Path(words[0]), Path(words[1]))
    except UnderWay:
        if words == ["boot"]:  # the update itself starts the server
            return 0
        say("Another update is under way. Nothing was changed.")
        return 5


ENDS = signal.SIGTERM, signal.SIGHUP, signal.SIGINT


def _end(number: int, _frame: object) -> None:
    """As an exception, so that a switch is undone; and once only, so that the undoing is not."""
    for each in ENDS:
        signal.signal(each, signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    os.umask(0o022)
    for each in ENDS:
        signal.signal(each, _end)
    sys.exit(main(sys.argv[1:]))
