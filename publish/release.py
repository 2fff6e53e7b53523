"""`make release`: one archive from which the app can be installed and updated without a network, and its sums.

`build/release/spine-VERSION-PLATFORM.tar.gz` holds what is committed, the wheels of this platform, assets/vendor, and
with `--speech FOLDER` the sounds; SHA256SUMS in it names every file. `spine-VERSION-PLATFORM.sha256` names the archive.
With `--key FILE`, a private key of ssh, the sums are signed. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
from pathlib import Path

from publish import vendor

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "release"
MANIFEST = "SHA256SUMS"

Files = dict[str, tuple[bytes, int]]  # path in the archive -> body, mode


def _git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


def committed() -> Files:
    """The project's own files, as git has them."""
    with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", "HEAD"))) as packed:
        found = {one.name: (packed.extractfile(one), one.mode) for one in packed if one.isfile()}
        return {name: (file.read(), 0o755 if mode & 0o100 else 0o644) for name, (file, mode) in found.items() if file}


def folder(path: Path, name: str) -> Files:
    """Every file below a folder, under another name."""
    return {
        f"{name}/{one.relative_to(path).as_posix()}": (one.read_bytes(), 0o644)
        for one in path.rglob("*")
        if one.is_file()
    }


def wheels() -> Files:
    """What requirements.lock pins, built, for this machine's Python and platform."""
    with tempfile.TemporaryDirectory() as beside:
        download = ["download", "--quiet", "--only-binary=:all:", "--require-hashes", "--dest", beside]
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", *download]
        subprocess.run([*pip, "--requirement", str(ROOT / "requirements.lock")], check=True)
        return folder(Path(beside), "wheels")


def pack(files: Files, outermost: str, seconds: int) -> bytes:
    """A tar.gz of the files and their sums, all of the same time; same files, same bytes."""
    sums = "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, (body, _mode) in sorted(files.items()))
    written = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=written, mode="wb", compresslevel=6, mtime=0) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w", format=tarfile.GNU_FORMAT) as packed,
    ):
        for name, (body, mode) in sorted([*files.items(), (MANIFEST, (sums.encode(), 0o644))]):
            entry = tarfile.TarInfo(f"{outermost}/{name}")
            entry.size, entry.mode, entry.mtime = len(body), mode, seconds
            packed.addfile(entry, io.BytesIO(body))
    return written.getvalue()


def write(body: bytes, name: str, target: Path, key: Path | None) -> tuple[Path, Path]:
    """The archive and its sums, signed with `key`."""
    target.mkdir(parents=True, exist_ok=True)
    archive, sums = target / f"{name}.tar.gz", target / f"{name}.sha256"
    archive.write_bytes(body)
    sums.write_text(f"{hashlib.sha256(body).hexdigest()}  {archive.name}\n", encoding="utf-8")
    if key:
        Path(f"{sums}.sig").unlink(missing_ok=True)
        subprocess.run(["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", "spine-release", str(sums)], check=True)
    return archive, sums


def main() -> None:
    options = argparse.ArgumentParser(prog="make release")
    options.add_argument("--target", type=Path, default=TARGET)
    options.add_argument("--speech", type=Path, help="Folder of sounds that go with it.")
    options.add_argument("--key", type=Path, help="Private key of ssh that signs the sums.")
    wanted = options.parse_args()
    if not shutil.which("git") or not (ROOT / ".git").exists():
        sys.exit("A release holds what is committed: this needs git and a clone of the project.")
    if _git("status", "--porcelain", "--untracked-files=no"):
        print("What is not committed is not in the release.", file=sys.stderr)
    files = committed() | folder(vendor.FOLDER, "assets/vendor") | wheels()
    if wanted.speech:
        files |= folder(wanted.speech, "speech")
    version = tomllib.loads(files["pyproject.toml"][0].decode())["project"]["version"]
    python = f"py{sys.version_info.major}.{sys.version_info.minor}"
    name = f"spine-{version}-{python}-{sysconfig.get_platform()}"
    body = pack(files, name, int(_git("log", "-1", "--format=%ct")))
    for path in write(body, name, wanted.target, wanted.key):
        print(f"{path.stat().st_size:>10} bytes  {path}")


if __name__ == "__main__":
    main()
