# `make figures` is the main job; `make help` lists the rest. The first call builds .venv, the next ones use it.
PYTHON ?= python3
CORPUS = seeds
OUT = figures

READY = .venv/.ready
RUN = .venv/bin/python -m

.DEFAULT_GOAL = figures
.PHONY: figures test test-slow lab clean help

figures: $(READY) ## run the notebooks and draw every figure; CORPUS=~/reports OUT=~/figures for your own reports
	@$(RUN) helpers figures "$(CORPUS)" --out "$(OUT)"

test: $(READY) ## unit tests, doctests, every notebook, pictures against the committed ones
	$(RUN) pytest --nbval -n auto --dist loadfile

test-slow: $(READY) ## the tests that take longer
	$(RUN) pytest -m slow

lab: $(READY) ## JupyterLab at the first notebook
	$(RUN) jupyterlab notebooks/00-start-here.ipynb

clean: ## remove .venv and what tools cached, and nothing else
	rm -rf .venv build *.egg-info .pytest_cache .hypothesis .ruff_cache
	find helpers tests notebooks -name __pycache__ -prune -exec rm -rf {} + -o -name .ipynb_checkpoints -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' Makefile

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or later is needed. If you have one under another name: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(RUN) pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@
