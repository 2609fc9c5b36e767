# `make demo` and `make test` need Python 3.11 with venv, git and make; each does its own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := $(VENV)/examples.db
# An event of the January 2026 wave: the incident that it belongs to is shown.
WAVE := 5b15a9cd0865189d/e1
STAMP := $(VENV)/.installed

.PHONY: demo test check lint types layers gate speed examples clean

demo: $(STAMP)  ## code the example dispatches, then keep them in a ledger with the reports of one wave
	@$(BIN)/dateline code examples/dispatches
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@$(BIN)/dateline add examples/dispatches examples/wave --ledger $(DEMO)
	@$(BIN)/dateline incidents --ledger $(DEMO)
	@$(BIN)/dateline show $(WAVE) --ledger $(DEMO)

test: $(STAMP)  ## run the test suite
	$(BIN)/pytest

check: lint types layers test gate  ## everything that must hold before a change lands

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports

gate: $(STAMP)  ## accuracy floors: may rise, never sink
	$(BIN)/python benchmarks/gate.py

speed: $(STAMP)  ## reports a second, cold start, memory, size
	$(BIN)/python benchmarks/speed.py

examples: $(STAMP)  ## renew the coded examples and the README's screen
	$(BIN)/python examples/update.py

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
