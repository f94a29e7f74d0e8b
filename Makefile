# `make figures` is the main job; `make help` lists the rest. The first call builds .venv, the next ones use it.
PYTHON ?= python3
CORPUS = seeds
OUT = figures

READY = .venv/.ready
RUN = .venv/bin/python -m

# laboratories, schedulers and clocks depend on what else the machine does: a slow test that fails is run once more
AGAIN = --reruns 1

.DEFAULT_GOAL = figures
.PHONY: figures site lint test test-slow test-older-matplotlib readme lab clean help

figures: $(READY) ## run the notebooks and draw every figure; CORPUS=~/reports OUT=~/figures for your own reports
	@$(RUN) helpers figures "$(CORPUS)" --out "$(OUT)"

site: $(READY) ## the notebooks, figures and evidence reader as web pages in site/, or in OUT/site for your own reports
	@$(RUN) helpers site "$(CORPUS)" --out "$(OUT)"

lint: $(READY) ## the rules for the code, its format, and the types in helpers
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy

test: $(READY) ## unit tests, doctests, every notebook, pictures against the committed ones
	$(RUN) pytest --nbval -n auto --dist loadfile

test-slow: $(READY) ## the tests that take longer
	$(RUN) pytest -m slow $(AGAIN)

# charts must read right in the older matplotlib too, which leaves shaping Arabic to us
OLDER = .venv-older-matplotlib

test-older-matplotlib: $(OLDER)/.ready ## every label of every chart once more, with matplotlib 3.10
	$(OLDER)/bin/python -m pytest -q tests/test_arabic.py tests/test_charts.py

$(OLDER)/.ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(OLDER)
	sed 's/^matplotlib==.*/matplotlib==3.10.9/' requirements.txt > $(OLDER)/requirements.txt
	sed -i 's|^-e \.$$|-e $(CURDIR)|' $(OLDER)/requirements.txt
	$(OLDER)/bin/python -m pip install --quiet --disable-pip-version-check -r $(OLDER)/requirements.txt
	@touch $@

readme: $(READY) ## compute the findings, counts and codebook of README.md and README.ar.md anew
	@$(RUN) helpers readme

lab: $(READY) ## JupyterLab at the first notebook
	$(RUN) jupyterlab notebooks/00-start-here.ipynb

clean: ## remove the environments, site/ and what tools cached, and nothing else
	rm -rf site .venv $(OLDER) build *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache
	find helpers tests notebooks -name __pycache__ -prune -exec rm -rf {} + -o -name .ipynb_checkpoints -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-22s %s\n", $$1, $$2 }' Makefile

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or later is needed. If you have one under another name: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(RUN) pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@
