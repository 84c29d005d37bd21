# The verbs. `make` alone lists them.
# Settings go behind: make demo SENATE_PORT=8080

VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes
LOCK := $(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-header --quiet
# The first Python that is new enough and can make environments.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$p -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$p; break; fi; done)
DEPLOY_TRIAL := DJANGO_SETTINGS_MODULE=senate.settings.prod DATABASE_URL=postgresql://nobody@nowhere/none \
	REDIS_URL=redis://nowhere ALLOWED_HOSTS=senado.example \
	SECRET_KEY=only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz \
	LEDGER_SIGNING_KEY=Zm9yIHRlc3RzIG9ubHksIGFuZCB0aGV5IGFyZSAzMiE=

.DEFAULT_GOAL := help
.PHONY: help setup run demo real test test-slow check check-static fmt bench lock messages clean

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' Makefile

setup: $(VENV)/.dev ## install everything that developing needs

run: setup ## serve on port 8000 with reload, in development settings
	$(PY) manage.py prepare
	$(PY) manage.py runserver $(or $(SENATE_PORT),8000)

# Killing make ends what it started.
demo real: export SENATE_ENDS_WITH_PARENT := on
demo: $(VENV)/.demo ## open the fictional Senate: everything, with one command
	$(PY) manage.py demo

real: export SENATE_RECORD := real
real: $(VENV)/.demo ## the same with the Senate's own data (SENATE_REAL_DATA)
	$(PY) manage.py demo

test: setup ## the whole suite, in parallel, but for the slow sets
	$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not slow" $(ARGS)

test-slow: setup ## the slow sets: minutes
	$(PY) -m pytest -m slow $(ARGS)

check: check-static test ## everything that must hold before a push

check-static: setup ## format, lint, types, imports, migrations, deployment, translations
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	$(DEPLOY_TRIAL) $(PY) manage.py check --deploy --fail-level WARNING
	$(PY) manage.py catalogues check

fmt: setup ## format, and mend what can be mended
	$(VENV)/bin/ruff check --fix --exit-zero --quiet .
	$(VENV)/bin/ruff format .

bench: setup ## costs of the main pages as ratios to a bare response
	$(PY) -m bench $(ARGS)

messages: setup ## find the messages in the sources and compile the catalogues
	$(PY) manage.py catalogues extract
	$(PY) manage.py catalogues compile

lock: setup ## resolve the packages anew, with hashes; the smaller sets follow the largest
	$(LOCK) --extra embedded --extra dev -o requirements-dev.lock $(ARGS)
	$(LOCK) --extra embedded -c requirements-dev.lock -o requirements-demo.lock
	$(LOCK) -c requirements-dev.lock -o requirements.lock

clean: ## remove the environment and the caches; data stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed; none was found." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: requirements-demo.lock | $(VENV)/bin/python
	@echo "Installing the demonstration's packages; the first time takes about a minute."
	$(PIP_INSTALL) -r requirements-demo.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing the packages; the first time takes a minute or two."
	$(PIP_INSTALL) -r requirements-dev.lock
	@touch $(VENV)/.demo $@
