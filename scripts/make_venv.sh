#!/bin/sh
# make_venv.sh PYTHON FOLDER: make a virtual environment with pip in it.
# Debian's python3 comes without the parts that `venv` needs; they are fetched by apt where that is allowed,
# else the PyPI package `virtualenv` does the same without them.
set -eu
python=$1
folder=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Spine Explorer needs Python 3.11 or newer. '$python' is not. Try: make PYTHON=python3.12" >&2
    exit 1
}

has_pip() { "$folder/bin/python" -m pip --version >/dev/null 2>&1; }

if has_pip; then exit 0; fi
if "$python" -m venv "$folder" >/dev/null 2>&1 && has_pip; then exit 0; fi
rm -rf "$folder"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi
}

if command -v apt-get >/dev/null 2>&1; then
    echo "Python's venv is missing here: installing python3-venv." >&2
    as_root apt-get update -qq >&2 && as_root apt-get install -y -qq --no-install-recommends python3-venv >&2 || true
    if "$python" -m venv "$folder" >/dev/null 2>&1 && has_pip; then exit 0; fi
    rm -rf "$folder"
fi

"$python" -m virtualenv --version >/dev/null 2>&1 ||
    "$python" -m pip install --quiet --user virtualenv 2>/dev/null ||
    "$python" -m pip install --quiet --user --break-system-packages virtualenv 2>/dev/null || true
if "$python" -m virtualenv --quiet "$folder" && has_pip; then exit 0; fi

echo "No virtual environment could be made. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
exit 1
