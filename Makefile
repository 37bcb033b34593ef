# Python 3.11+ and git are all that has to be there; everything else goes into .venv. With npm, diagrams are tried too.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PINS := .ci/constraints.txt
RUNS ?= 10

# Tests start the program some hundred times: it shall find its bytecode, whatever the image says that this runs in.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test lint types contract ledger tests bench schema rules format clean

help: ## what there is to make
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

demo: .venv/tool ## set up, then status and the October papers of the bundled city
	@$(BIN)/ledger status
	@echo
	@$(BIN)/ledger escalate --month 2017-10

test: lint types contract ledger tests ## everything that CI runs

lint: .venv/dev ## ruff: rules and layout
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/dev ## mypy, strict, for Windows too
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32

contract: .venv/dev ## imports run downwards only
	$(BIN)/lint-imports

# A clean clone may hold one branch and no remote: then HEAD is compared with the files. Where history was cut off a
# bulletin's basis may be missing (V105): that is seen in the output and fails nothing; a wrong figure does.
ledger: .venv/tool ## this project's own check, fmt, diff and verify of plans/
	@found=$$($(BIN)/ledger check --ledger plans) || { code=$$?; echo "$$found"; exit $$code; }; echo "$$found" | tail -n 1
	@$(BIN)/ledger fmt --check --ledger plans
	@base=HEAD; for name in main origin/main; do git merge-base $$name HEAD >/dev/null 2>&1 && base=$$name; done; \
	  $(BIN)/ledger diff $$base --ledger plans
	@code=0; found=$$($(BIN)/ledger verify --ledger plans) || code=$$?; printf '%s\n' "$$found"; \
	  [ $$code -ne 1 ] || [ "$$(git rev-parse --is-shallow-repository)" != true ] || \
	  printf '%s\n' "$$found" | grep -E '^[^ ]+ 错误 ' | grep -qvE '^[^ ]+ 错误 V105 ' || \
	  { echo "a shallow clone: some bulletins were not verified" >&2; code=0; }; \
	  exit $$code

tests: .venv/dev .venv/mermaid/ready ## pytest on two processes
	$(BIN)/pytest -n 2 --dist loadfile

bench: .venv/dev .venv/doorstop/ready ## times and memory beside their baselines; RUNS=10, ONLY='warm status'
	$(BIN)/python tests/bench/run.py $(RUNS) '$(ONLY)'

schema: .venv/tool ## write schemas/ anew
	$(BIN)/ledger schema --out schemas

rules: .venv/dev ## write the table of ledger/checks/README.md anew
	LEDGER_GOLDEN_UPDATE=1 $(BIN)/pytest tests/checks/test_rule_table.py

format: .venv/dev ## lay out the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean: ## remove what was built
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The build backend is installed first and used as it is, so that the pins hold for it too.
.venv/tool: pyproject.toml $(PINS)
	@echo "setting up .venv ..." >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ledger needs Python 3.11 or newer")'
	@$(PYTHON) -m venv .venv
	@$(PIP) install -c $(PINS) hatchling editables
	@$(PIP) install -c $(PINS) --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/tool
	@$(PIP) install -c $(PINS) --no-build-isolation -e '.[dev]'
	@touch $@

# Only tests of diagrams need it: where it cannot be had they say that they were skipped, the others run.
.venv/mermaid/ready: tests/render/mermaid/package-lock.json | .venv/tool
	@mkdir -p $(@D)
	@cp $(<D)/package.json $< $(@D)
	@if ! command -v npm >/dev/null; then echo "no npm: tests of diagrams will be skipped" >&2; \
	elif (cd $(@D) && npm ci --silent --no-audit --no-fund --ignore-scripts); then touch $@; \
	else echo "npm ci failed: tests of diagrams will be skipped" >&2; fi

# Only the benchmark needs it: where it cannot be had the row of it says so.
.venv/doorstop/ready: | .venv/tool
	@$(PYTHON) -m venv $(@D)
	@if $(@D)/bin/python -m pip --quiet --disable-pip-version-check install doorstop==3.2; then touch $@; \
	else echo "doorstop could not be installed: it will not be measured" >&2; fi
