"""Styles, fonts and a script of others, taken from installed packages at set-up: none is copied into the repository.

`python -m publish.vendor` writes `assets/vendor/`: `bootstrap.css`, `fonts.css`, three woff2 files, and the compressed
forms of plotly.js, which is served from its package.
"""

import contextlib
import hashlib
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from publish.vendor import fonts, plotly, styles
from server.built import AHEAD

FOLDER = Path(__file__).resolve().parent.parent.parent / "assets" / "vendor"
PACKAGES = ("bootstrap-flask", "font-lato", "fonttools", "brotli", "plotly")


def state() -> str:
    """Changes when a package or the code of this folder does, so that old files are noticed."""
    sha = hashlib.sha256(" ".join(f"{name}={version(name)}" for name in PACKAGES).encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        sha.update(module.read_bytes())
    return sha.hexdigest()


def build(folder: Path = FOLDER) -> list[Path]:
    """Write all files to `folder`, replacing it as a whole; return them. Raises `OSError` when it cannot be written."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".vendor-", dir=folder.parent) as beside:
        half = Path(beside) / folder.name
        half.mkdir()
        (half / "bootstrap.css").write_text(styles.bootstrap(), encoding="utf-8")
        (half / "fonts.css").write_text(fonts.faces(fonts.write(half)), encoding="utf-8")
        plotly.write(half / AHEAD.name)
        (half / ".ready").write_text(state(), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):  # another process was quicker, with the same files
            half.rename(folder)
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def ensure(folder: Path = FOLDER) -> None:
    """Build the files when they are missing or older than the packages. Takes 10 s or more then, nothing otherwise."""
    try:
        fresh = (folder / ".ready").read_text(encoding="utf-8") == state()
    except FileNotFoundError:
        fresh = False
    if not fresh:
        build(folder)


def font_files(folder: Path = FOLDER) -> list[str]:
    """Addresses of the woff2 files, lightest weight first: what the page may preload."""
    return [f"/assets/vendor/{path.name}" for path in sorted(folder.glob("*.woff2"))]
