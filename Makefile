# Everything a person needs to try, run and change Moothall. `make help` lists it.
#
# Each step leaves a stamp and runs again only when what it depends on is newer, so that the second
# `make run` starts at once. Nothing is installed outside this folder, except a browser and
# LibreOffice for the tests, and those only by root.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# In order, whatever -j says: pytest's closing line has to be the last one of `make test`.
.NOTPARALLEL:
# Where a machine forbids it, each of the many commands that the tests run would compile the whole
# program anew, which takes longer than what it does.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help setup run test lint lock assets bench checklist check-documents clean prerequisites chromium libreoffice

VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
POSTGRESQL := $(BIN)/python tools/with_postgresql.py
STATIC := src/moothall_web/static/moothall

# As many at once as there are processors; the tests of one file stay together, with what they share.
WORKERS ?= --numprocesses auto --dist worksteal

# For more than the default: make test PYTEST_ARGS="-k call_in", make run SERVE_ARGS="--port 8001",
# make lock LOCK_ARGS="--upgrade".
PYTEST_ARGS ?=
SERVE_ARGS ?=
LOCK_ARGS ?=

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

setup: $(VENV)/.installed assets ## Install everything, build the assets, load the samples
	@$(BIN)/moothall setup

run: setup ## Set up, then serve the site on this machine
	@exec $(BIN)/moothall serve $(SERVE_ARGS)

# The site's tests run twice: first on a PostgreSQL server that is thrown away, then with all the
# others on SQLite. The second run's closing line is the last one. With CI=true PostgreSQL is spared
# only what shows nothing of the database; otherwise it has what depends on it most: who sees whose
# rows, the record, jobs, many writers at once.
ON_POSTGRESQL := $(if $(CI),tests/web --ignore-glob='*/test_browser_every_page.py' --ignore-glob='*/test_api_schemathesis.py',$(patsubst %,tests/web/test_%.py,row_level_security databases records recorded_writes jobs many_writers))
test: setup chromium lint $(if $(CI),check-documents) ## Set up, check the code, then run the tests (PYTEST_ARGS=…)
	@echo "The site on PostgreSQL"
	@$(POSTGRESQL) $(BIN)/pytest $(WORKERS) $(ON_POSTGRESQL) $(PYTEST_ARGS) \
	    || [ $$? = 5 ] # PYTEST_ARGS may choose none of these
	@echo "Everything, the site on SQLite"
	@env -u MOOTHALL_TEST_DATABASE $(BIN)/pytest $(WORKERS) $(PYTEST_ARGS)

lint: $(VENV)/.installed ## Check locks, style, types and rooms; change nothing
	@$(BIN)/python tools/check_locks.py
	@$(BIN)/ruff check --no-cache # its cache outlives the files moved beside a file
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

assets: $(STATIC)/moothall.css $(STATIC)/moothall.js $(STATIC)/favicon.svg ## Build the style sheet and script

bench: setup ## Print speeds, as ratios
	@$(BIN)/python benchmarks/case_speed.py
	@$(BIN)/python benchmarks/proofread_speed.py
	@$(BIN)/python benchmarks/route_speed.py
	@$(BIN)/python benchmarks/portfolio_speed.py
	@$(BIN)/python benchmarks/ledger_speed.py
	@$(BIN)/python benchmarks/sharing_speed.py
	@$(BIN)/python benchmarks/papers_speed.py
	@$(POSTGRESQL) --durable $(BIN)/python benchmarks/programme_page.py
	@$(POSTGRESQL) --durable $(BIN)/python benchmarks/many_writers.py
	@$(POSTGRESQL) --durable $(BIN)/python benchmarks/load.py
	@$(BIN)/python benchmarks/kill.py

check-documents: $(VENV)/.installed libreoffice ## Make every sample paper as DOCX and PDF, open them and check their structure
	@$(BIN)/python tools/check_documents.py

checklist: $(VENV)/.installed ## Write docs/checklist.md anew
	@$(BIN)/python tools/checklist.py
	@$(BIN)/python tools/rules_page.py

clean: ## Remove all that was installed or built; what people entered stays
	rm -rf $(VENV) node_modules build dist $(STATIC) test-results
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -path ./.git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# --- Prerequisites ----------------------------------------------------------------------------

prerequisites:
	@missing=0; \
	need() { echo "Moothall needs $$1. $$2" >&2; missing=1; }; \
	$(FIND_PYTHON); \
	[ -n "$$python" ] || need "Python 3.11 or 3.12" \
	    "On Debian 12: apt-get install python3 python3-venv python3-pip. Or name one: make PYTHON=/path/to/python3.11"; \
	command -v git >/dev/null || need "git" "On Debian: apt-get install git."; \
	command -v npm >/dev/null || need "npm" "It usually comes with Node.js."; \
	if ! command -v node >/dev/null; then need "Node.js 20 or newer" "It builds the style sheet and script. Debian 12 has an older one; nodejs.org says how to get a newer."; \
	elif ! node -e 'process.exit(Number(process.versions.node.split(".")[0] < 20))'; then \
	    need "Node.js 20 or newer" "This one is $$(node --version); nodejs.org says how to get a newer."; fi; \
	exit $$((missing * 2))

# A version manager may offer a python3.11 that does not run: each is tried, not just found.
PYTHON ?=
define FIND_PYTHON
python=""; \
for try in $(or $(PYTHON),python3.11 python3.12 python3 python); do \
    if "$$try" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' >/dev/null 2>&1; \
    then python="$$try"; break; fi; \
done
endef

# --- Python ------------------------------------------------------------------------------------

# The venv's own pip would take most of the time of a first set-up, so another pip puts uv in. The
# lock gives uv's version and hashes. Without a lock (when making the first one) any uv will do.
$(UV): | prerequisites
	@$(FIND_PYTHON); \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	wanted=$$(mktemp); trap 'rm -f "$$wanted"' EXIT; \
	if [ -f requirements.lock ]; then sed -n '/^uv==/,/[^\\]$$/p' requirements.lock >"$$wanted"; fi; \
	[ -s "$$wanted" ] || echo uv >"$$wanted"; \
	if "$$python" -m pip --version >/dev/null 2>&1; then \
	    "$$python" -m venv --clear --without-pip $(VENV); \
	    "$$python" -m pip --python $(BIN)/python install --quiet --no-deps --requirement "$$wanted"; \
	else \
	    "$$python" -m venv --clear $(VENV) || { \
	        echo "Moothall needs pip or Python's venv with it. On Debian: apt-get install python3-pip python3-venv." >&2; \
	        exit 2; }; \
	    $(BIN)/python -m pip install --quiet --no-deps --requirement "$$wanted"; \
	fi

# Nothing without a hash is fetched: --no-build, because a build would bring its own tools, and
# hatchling is in the lock, so that our own package builds with what is here. The check
# at the end finds a dependency that pyproject.toml names and the lock does not.
$(VENV)/.installed: requirements.lock pyproject.toml | $(UV)
	@echo "Installing the locked packages"
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes --no-build requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@$(UV) pip check --quiet --python $(BIN)/python \
	    || { echo "The lock is behind pyproject.toml: run make lock." >&2; exit 2; }
	@touch $@

# The locks hold names, versions, markers and hashes, and no address: --no-config and the emptied
# variables keep the maker's own mirrors and wheel folders out. What is locked stays as it is unless
# LOCK_ARGS says --upgrade.
LOCK_ENV := env -u UV_FIND_LINKS -u UV_EXTRA_INDEX_URL -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL
COMPILE = $(LOCK_ENV) $(UV) pip compile --quiet --no-config --universal --python-version 3.11 \
    --generate-hashes --no-header --no-annotate $(LOCK_ARGS) pyproject.toml

lock: | $(UV) ## Work out the lock files anew (LOCK_ARGS=--upgrade for newer versions)
	$(COMPILE) --extra dev --output-file requirements.lock
	$(COMPILE) --constraints requirements.lock --output-file requirements-prod.lock
	npm install --package-lock-only --loglevel=error
	@$(BIN)/python tools/check_locks.py

# --- Assets ------------------------------------------------------------------------------------

node_modules/.installed: package.json package-lock.json .npmrc | prerequisites
	@echo "Installing what builds the style sheet and script"
	@npm ci --loglevel=error
	@touch $@

$(STATIC)/moothall.css: assets/moothall.scss tools/postcss.mjs node_modules/.installed
	@mkdir -p build
	@node_modules/.bin/sass --no-source-map --style=compressed --load-path=. $< build/moothall.css
	@node tools/postcss.mjs build/moothall.css $@

$(STATIC)/moothall.js: assets/moothall.mjs node_modules/.installed
	@node_modules/.bin/esbuild $< --bundle --minify --format=esm --target=es2020 --log-level=warning --outfile=$@

$(STATIC)/favicon.svg: assets/favicon.svg
	@mkdir -p $(@D)
	@cp $< $@

# --- Browser for the tests -----------------------------------------------------------------------

chromium:
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
	    if command -v $$name >/dev/null; then exit 0; fi; \
	done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium for the browser tests"; \
	    export DEBIAN_FRONTEND=noninteractive; \
	    apt-get update -qq && apt-get install -qq --yes --no-install-recommends chromium fonts-liberation >/dev/null; \
	else \
	    echo "The browser tests need Chromium. Install it (on Debian, as root: apt-get install chromium) and run make test again." >&2; \
	    exit 2; \
	fi

# --- LibreOffice, which opens the Word files ------------------------------------------------------

libreoffice:
	@if command -v soffice >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing LibreOffice to open the Word files"; \
	    export DEBIAN_FRONTEND=noninteractive; \
	    apt-get update -qq && apt-get install -qq --yes --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation >/dev/null; \
	else \
	    echo "LibreOffice is not here, so no Word file is opened with it. On Debian, as root: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui" >&2; \
	fi
