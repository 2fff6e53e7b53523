#!/bin/sh
# Makes an unpacked release ready to run, in its own folder and without a network: `update.sh` calls it.
set -eu
export PIP_CONFIG_FILE=/dev/null
python3 -m venv .venv
.venv/bin/python -m pip --isolated --disable-pip-version-check install --quiet --no-index --find-links wheels \
    --require-hashes --requirement requirements.lock
.venv/bin/python app.py check
