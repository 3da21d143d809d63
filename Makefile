# Every target makes its own environment in .venv and installs what it needs.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test lint train export space bench
.DELETE_ON_ERROR:

demo: .venv/demo  ## open the page
	$(BIN)/python demo/app.py

test: .venv/tests  ## run all tests
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

lint: .venv/tests  ## check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

train: .venv/train  ## train both encoders from nothing, or go on where it stopped
	$(BIN)/python -m train --resume

export: .venv/train  ## write models/ from the trained run
	$(BIN)/python -m export

space: .venv/demo  ## write the folder of a Space to push: make space DIR=../space
	$(if $(DIR),,$(error make space DIR=FOLDER, the folder to write))$(BIN)/python -m export.space $(DIR)

bench: .venv/tests  ## measure this project and its rivals side by side
	$(BIN)/python -m tests.bench

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/demo: requirements.txt | .venv/bin/python
	@echo "Installing into .venv: some minutes and 500 MB, the first time."
	$(BIN)/pip install --quiet --requirement requirements.txt
	touch $@

.venv/train: train/requirements.txt requirements.txt | .venv/bin/python
	@echo "Installing into .venv: PyTorch too, several minutes, the first time."
	$(BIN)/pip install --quiet --requirement train/requirements.txt
	touch $@

.venv/tests: tests/requirements.txt train/requirements.txt requirements.txt | .venv/bin/python
	@echo "Installing into .venv: PyTorch too, several minutes, the first time."
	$(BIN)/pip install --quiet --requirement tests/requirements.txt
	touch $@
