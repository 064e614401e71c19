# make run: the main job on a fresh machine.  make test: set up and test.  make check: style, types, imports.  make bench: tables of ratios.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed

.PHONY: run test check check-long bench clean

run: $(STAMP)
	$(BIN)/leyenda run guadalajara-1985 --worlds 200 --seed 1 --pictures --out runs/guadalajara-1985 --resume

test: $(STAMP)
	$(BIN)/python -m pytest -m "not slow" -n 2

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check-long: $(STAMP)
	$(BIN)/python -m pytest -m slow

bench: $(STAMP)
	$(BIN)/leyenda bench

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,check]'
	touch $(STAMP)

clean:
	rm -rf $(VENV) runs .mypy_cache .ruff_cache .import_linter_cache
