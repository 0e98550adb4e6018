# Everything that this project does, by name. Needs git, make and Python >= 3.11 with pip; makes .venv by itself.

SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CANDIDATES := python3 python3.13 python3.12 python3.11 python3.14 python
HANDOUT := bib/inset_webinar_2021.bib
PYTEST := $(BIN)/python -m pytest
JOBS ?= 2

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PYTHONUTF8 := 1

.PHONY: help handout test check unit conformance conformance-styles golden bench docs clean

help: ## List these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 28

handout: $(STAMP) ## Write build/inset_webinar_2021.{html,rtf,txt}
	@$(BIN)/citekit handout $(HANDOUT)

test: $(STAMP) ## Run all tests
	@$(PYTEST) -q -n $(JOBS)

check: $(STAMP) ## Format, lint, import contract, types, unit tests: under a minute
	@$(BIN)/ruff format --check --quiet . || { echo "not formatted: run $(BIN)/ruff format ." >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/mypy
	@$(PYTEST) -q tests/unit

# The report ends with "conformance: P passed, F failed of T". CITEKIT_CSL_SUITE=DIR runs another folder of fixtures.
conformance: $(STAMP) ## Run the CSL test suite and say what changed
	@$(BIN)/python tests/conformance/report.py

# Ends with "styles: R rendered, P with problems, E refused of T"; a few minutes.
conformance-styles: $(STAMP) ## Render items of every type with every official style
	@PYTHONPATH=src:tests/conformance $(BIN)/python -m styles.report --jobs $(JOBS)

golden: $(STAMP) ## Rewrite the golden files; review the diff like code
	@CITEKIT_REWRITE_GOLDEN=1 $(PYTEST) -q tests/golden

ifneq ($(wildcard bench/__main__.py),)
bench: $(STAMP) ## Time citekit beside other processors
	@$(BIN)/python -m bench
else
bench:
	@echo "there are no benchmarks yet" >&2; exit 1
endif

docs: $(STAMP) ## Run the examples in the documentation
	@$(PYTEST) -q -p no:cacheprovider --doctest-glob='*.md' README.md docs

clean: ## Remove everything that make made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python that is new enough makes the environment. Where it lacks ensurepip (Debian splits it off), the
# environment is made without pip and filled by the pip outside. The stamp is written last: a broken install is redone.
$(STAMP): pyproject.toml
	@python=; \
	for candidate in $(PYTHON) $(CANDIDATES); do \
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	        python=$$candidate; break; \
	    fi; \
	done; \
	if [ -z "$$python" ]; then \
	    echo "citekit needs Python 3.11 or newer; tried: $(PYTHON) $(CANDIDATES)" >&2; exit 1; \
	fi; \
	echo "making $(VENV) with $$python (once)" >&2; \
	if "$$python" -m venv --clear $(VENV) >/dev/null 2>&1; then \
	    $(BIN)/python -m pip install -qq --editable '.[dev]'; \
	else \
	    "$$python" -m venv --clear --without-pip $(VENV) && \
	    "$$python" -m pip --python $(BIN)/python install -qq --editable '.[dev]'; \
	fi
	@touch $@
