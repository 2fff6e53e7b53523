"""A release as one archive: is it the one that was meant, and is all of it there?

Beside the archive lies a file of sums in the format of `sha256sum`, which names the archive; inside it is `SHA256SUMS`,
which names every other file. `SUMS.sig`, made with `ssh-keygen -Y sign`, is wanted where signers are known.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from io import FileIO
from pathlib import Path

MANIFEST = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
NAME = re.compile(r"\w[\w.+-]*\.tar\.gz")
SIGNER, PURPOSE = "spine", "spine-release"


class Refused(Exception):
    """Why a release is not installed. `code`: what the update ends with."""

    code = 3


class WrongArchive(Refused):
    """It is not the archive that was meant."""

    code = 2


def sums_in(text: str) -> dict[str, str]:
    """Name -> sum, from lines of `sha256sum`."""
    return {found[2]: found[1] for line in text.splitlines() if (found := LINE.fullmatch(line))}


def digest(file: FileIO) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()


def check(file: FileIO, name: str, sums: Path, signers: Path) -> None:
    """The open archive against its sums, and those against their signature. Raises `WrongArchive`, `OSError`."""
    if not NAME.fullmatch(name):
        raise WrongArchive(f"{name} is no name of a release.")
    told = sums.read_bytes()
    if signers.exists():
        signature = ["-f", str(signers), "-I", SIGNER, "-n", PURPOSE, "-s", f"{sums}.sig"]
        if subprocess.run(["ssh-keygen", "-Y", "verify", *signature], input=told, capture_output=True).returncode != 0:
            raise WrongArchive(f"{sums.name} is not signed by anybody in {signers}.")
    wanted = sums_in(told.decode(errors="replace")).get(name)
    if wanted is None:
        raise WrongArchive(f"{sums.name} does not name {name}.")
    if digest(file) != wanted:
        raise WrongArchive("The checksum is wrong.")
    file.seek(0)


def unpack(file: FileIO, folder: Path) -> None:
    """All of the open archive, without its outermost folder. Raises `Refused` when it is not what its manifest says."""
    folder.mkdir(parents=True)
    extract = ["tar", "--extract", "--gzip", "--no-same-owner", "--no-same-permissions"]
    extract += ["--strip-components=1", "--directory", str(folder)]
    if subprocess.run(extract, stdin=file).returncode != 0:
        raise Refused("The archive cannot be read.")
    try:
        wanted = sums_in((folder / MANIFEST).read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        raise Refused(f"The archive has no {MANIFEST}: it is no release.") from None
    there = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_symlink() or path.is_file()}
    del there[MANIFEST]
    for name in sorted(wanted.keys() ^ there.keys()):
        raise Refused(f"The archive and its {MANIFEST} differ: {name}")
    for name, path in there.items():
        if path.is_symlink():
            raise Refused(f"A link in the archive: {name}")
        with path.open("rb", buffering=0) as one:
            if digest(one) != wanted[name]:
                raise Refused(f"The archive and its {MANIFEST} differ: {name}")


def set_up(folder: Path) -> None:
    """What the release itself says has to be done before it can run. Raises `Refused`."""
    if subprocess.run(["sh", "deploy/set_up.sh"], cwd=folder).returncode != 0:
        raise Refused("The release cannot be set up.")
