"""`update.py` under a tracer that kills it (-9) before a line, or writes down what each line finds.

python -B traced.py list FILE  update.py ARCHIVE SUMS    one line of FILE for each line: where, and a hash of the disk
python -B traced.py kill WHERE update.py ARCHIVE SUMS    WHERE: file:line:how often it was run
"""

from __future__ import annotations

import hashlib
import os
import runpy
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any


def disk(root: Path) -> str:
    """Changes with every name, link and length below the root."""
    told = hashlib.sha256()
    for folder, folders, files in os.walk(root):
        folders.sort()
        for path in sorted(Path(folder, name) for name in [*folders, *files]):
            kind = path.readlink() if path.is_symlink() else "folder" if path.is_dir() else path.stat().st_size
            told.update(f"{path} {kind}\n".encode())
    return told.hexdigest()


def main(what: str, where: str, program: str, *words: str) -> None:
    here = str(Path(program).parent)
    seen: Counter[str] = Counter()

    def line(frame: FrameType, event: str, _arg: Any) -> Any:
        if event == "line":
            place = f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
            seen[place] += 1
            place += f":{seen[place]}"
            if what == "list":
                with Path(where).open("a") as written:
                    written.write(f"{place} {disk(Path(os.environ['SPINE_ROOT']))}\n")
            elif place == where:
                os.kill(os.getpid(), signal.SIGKILL)
        return line

    def call(frame: FrameType, _event: str, _arg: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(here) else None

    sys.argv = [program, *words]
    sys.path[0] = here
    sys.settrace(call)
    runpy.run_path(program, run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
