# `make demo` shows the main job on examples/; `make test` checks everything. Both install into .venv first.
PYTHON ?= python3
EXTRAS ?= dev
BIN := .venv/bin

.PHONY: demo test lint types contracts benchmarks evaluation docs clean

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	touch $@

demo: .venv/installed
	rm -rf .venv/demo-store
	$(BIN)/provenance ingest examples/articles --store .venv/demo-store
	$(BIN)/provenance trace "the ferry operator plans to close the Marrow Island route" --store .venv/demo-store
	$(BIN)/provenance view "the ferry operator plans to close the Marrow Island route" -o marrow-island.html --store .venv/demo-store
	@echo
	@echo "The same as a picture: open marrow-island.html, which lies in this folder, in any browser, and point at an arrow"
	@echo "for the words that show it. For articles of your own, docs/tutorial.md goes on from here."

test: lint types contracts
	$(BIN)/pytest

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed
	$(BIN)/mypy

contracts: .venv/installed
	$(BIN)/lint-imports

benchmarks: .venv/installed
	$(BIN)/python -m benchmarks

# What is read and joined right on the annotated articles beside the checkout.
evaluation: .venv/installed
	$(BIN)/python -m evaluation

# What README.md, CONTRIBUTING.md and docs/ show of the program, written anew; tests tell when it is time.
docs: .venv/installed
	PYTHONPATH=tests/support $(BIN)/python tests/functional/test_readme.py
	PYTHONPATH=tests/support $(BIN)/python tests/functional/test_tutorial.py
	PYTHONPATH=tests/support $(BIN)/python tests/functional/test_cli_docs.py
	PYTHONPATH=tests/support $(BIN)/python tests/functional/test_contributing.py
	PYTHONPATH=tests/support:. $(BIN)/python tests/functional/test_vocabulary_docs.py

clean:
	rm -rf .venv build dist marrow-island.html
