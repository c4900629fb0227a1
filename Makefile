# Two commands do everything on a machine with Python 3.11 or later: `make run` and `make test`.

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check bench decks docs screenshots lock clean

run: .venv/run.installed
	@$(BIN)/zhu-quiz

test: .venv/dev.installed
	@$(BIN)/pytest

check: .venv/dev.installed
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache
	@$(BIN)/zhu-quiz check --strict questions.yaml docs/examples/wasser.yaml
	@for each in commands keys rules; do $(BIN)/python docs/$$each.py --check || { echo "docs/$$each.py has news: run make docs"; exit 1; }; done

bench: .venv/dev.installed
	@for each in benchmarks/*.py; do $(BIN)/python $$each || exit 1; done

decks: .venv/run.installed
	@$(BIN)/zhu-quiz publish --bank questions.yaml --db .venv/decks.db

docs: .venv/dev.installed
	@$(BIN)/python docs/commands.py && $(BIN)/python docs/rules.py && $(BIN)/zhu-quiz schema -o docs/questions.schema.json

screenshots: .venv/dev.installed
	@$(BIN)/python docs/screenshots.py

# Needs uv; only when a dependency changes.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -qo requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -qo requirements-dev.lock

clean:
	rm -rf .venv

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "zhu-quiz needs Python 3.11 or later; name one with: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run.installed: requirements.lock pyproject.toml | .venv/pyvenv.cfg
	@echo "Setting up (once) …"
	@$(INSTALL) --require-hashes --requirement requirements.lock
	@$(INSTALL) --no-deps --editable .
	@touch $@

.venv/dev.installed: requirements-dev.lock .venv/run.installed
	@echo "Setting up the tests (once) …"
	@$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@
