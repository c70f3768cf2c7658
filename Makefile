# Every task of the project; the tests and .ci/run call only these. `make` alone lists them.
#
# Settings, as in `make run PORT=8080`:
#   PYTHON       interpreter to build the environments on (3.11 is what the locks are made for; 3.12 and 3.13 install)
#   HOST, PORT   where the service listens
#   GPU=1        env-full: take the torch build your package source gives by default (on PyPI: CUDA)
#   TORCH_INDEX  env-full: address of an extra package source to take torch from

SHELL := /bin/bash
.DEFAULT_GOAL := help
LIGHT := .venv
FULL := .venv-full
HOST ?= 127.0.0.1
PORT ?= 3000
export PYTHON GPU TORCH_INDEX

.PHONY: help env env-full run test check fix train smoke eval calibration bench look drift samples docs lock clean clean-env

help:  ## List the tasks
	@grep -hE '^[a-z-]+: .*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

env:  ## Light set (serving, no torch) into .venv, with .venv/bin/ordermill
	@scripts/install.sh light $(LIGHT)

env-full:  ## Full set (training, tests) into .venv-full
	@scripts/install.sh full $(FULL)

run: env  ## Start the service on 127.0.0.1:3000, sample orders already read
	@exec $(LIGHT)/bin/python scripts/run.py $(HOST) $(PORT)

test: env-full  ## Run all tests
	@$(FULL)/bin/python -m pytest $(ARGS)

check: env-full  ## Format, lint, types, import layers, file lengths
	@$(FULL)/bin/ruff format --check .
	@$(FULL)/bin/ruff check .
	@$(FULL)/bin/mypy
	@$(FULL)/bin/lint-imports --no-cache
	@$(FULL)/bin/python scripts/check_lines.py

fix: env-full  ## Format and mend what the linter can mend
	@$(FULL)/bin/ruff check --fix .
	@$(FULL)/bin/ruff format .

train: env-full  ## Train, export, calibrate, evaluate (dvc repro; hours on a CPU)
	@$(FULL)/bin/dvc repro

smoke: env-full  ## The whole training pipeline in under three minutes, in var/smoke
	@$(FULL)/bin/python scripts/smoke.py var/smoke

eval: env-full  ## Score the shipped model again, write results/evaluate and docs/quality.md
	@$(FULL)/bin/python -m training.evaluate --model default --publish docs/quality.md $(ARGS)

calibration: env-full  ## What confidences are worth, into docs/calibration.md (20 minutes of one core, resumable)
	@$(FULL)/bin/python -m training.calibration --publish docs/calibration.md $(ARGS)

bench: env-full  ## Pages per second and memory, beside the usual transformers recipes
	@$(FULL)/bin/python -m training.bench $(ARGS)

look: env-full  ## Contact sheets of 48 generated pages, plain and with boxes and labels, into results/look
	@$(FULL)/bin/python -m data.generate.sheet $(ARGS)
	@$(FULL)/bin/python -m data.generate.sheet --labels $(ARGS)

drift: env-full  ## What has changed in orders, confidences and corrections, into results/drift.html
	@mkdir -p results
	@$(FULL)/bin/ordermill drift --html results/drift.html $(ARGS) || test $$? = 3

samples: env-full  ## Write data/samples again from its seeds
	@$(FULL)/bin/python -m data.generate.samples $(ARGS)

docs: env-full  ## Write the tree and the outputs in README.md again
	@$(FULL)/bin/python scripts/readme.py

lock: env-full  ## Resolve pyproject.toml into requirements/{light,full}.txt
	@$(FULL)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/tools.txt
	@scripts/lock.sh $(ARGS)

clean:  ## Remove caches, build leftovers and the smoke run (not environments, results or var/ data)
	@rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis var/smoke
	@find . -name __pycache__ -type d -not -path './.venv*' -prune -exec rm -rf {} +

clean-env:  ## Remove both environments
	@rm -rf $(LIGHT) $(FULL)
