"""plotly.js of the installed package plotly, compressed once at set-up: at the best level that takes many seconds."""

from importlib.util import find_spec
from pathlib import Path

from server.built import CODINGS, compress, fingerprint


def source() -> Path:
    """The script inside the package. Raises `FileNotFoundError` without that package."""
    found = find_spec("plotly")
    if found is None or found.origin is None:
        raise FileNotFoundError("The package plotly is not installed. `make run` installs everything needed.")
    return Path(found.origin).parent / "package_data" / "plotly.min.js"


def write(folder: Path) -> None:
    """Write its compressed forms to `folder`, by the script's fingerprint, as `server.built.ahead` looks for them."""
    body = source().read_bytes()
    folder.mkdir()
    for coding in CODINGS:
        (folder / f"{fingerprint(body)}.{coding}").write_bytes(compress(body, coding, best=True))
