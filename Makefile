# Everything starts from a bare machine with CPython 3.11 or newer, pip and make.
#   make demo     install and make the dossier of examples/
#   make test     install and run all tests
#   make check    format, lint, types, layering, documentation
#   make evaluate figures on the gold data, with their floors (needs the shared folder)
#   make picture  take docs/picture.png of the demo (needs Chromium)
#   make train    build the reader's weights anew (needs the shared corpora, hours)

PYTHON ?= python3
SHARED ?= ../shared
CORPORA ?= $(SHARED)/corpora
OUT ?= out

BIN := .venv/bin
TRAIN := training/.venv
# A stamp is newer than what it was made from, so that a second run installs nothing.
INSTALLED := .venv/.installed
DEVELOP := .venv/.develop
TRAINING := $(TRAIN)/.installed

.PHONY: help demo test check evaluate picture train clean

help:
	@sed -n 's/^#   //p' Makefile

demo: $(INSTALLED)
	@$(BIN)/firsthand dossier examples/*.txt -o $(OUT)/demo --title "Missiles from Tavrenia to Ostrevia"
	@echo
	@echo "The dossier is at $(OUT)/demo/dossier.html: open it in a browser."

test: $(DEVELOP)
	$(BIN)/python -m pytest

check: $(DEVELOP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_docs.py

evaluate: $(DEVELOP)
	$(BIN)/python -m firsthand.evaluation --shared $(SHARED)

picture: demo
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb --window-size=1280,900 \
		--screenshot=docs/picture.png file://$(abspath $(OUT))/demo/dossier.html
	@stat -c '%n: %s bytes' docs/picture.png

# Stages that are done are not run again; `make train LIMIT=2` is a trial of the whole with two batches a stage.
LIMIT ?= 0
CASES := $(wildcard tests/cases/nested*.jsonl tests/cases/stance*.jsonl training/written/*.jsonl)
train: $(TRAINING) $(DEVELOP)
	$(TRAIN)/bin/python -m training.stages --corpora $(CORPORA) --out $(OUT)/training --limit $(LIMIT)
	$(TRAIN)/bin/python -m training.export --weights $(OUT)/training/reader6/weights.pt \
		--second $(OUT)/training/reading3/weights.pt --out src/firsthand/reader/weights
	$(TRAIN)/bin/python -m training.names --corpora $(CORPORA) --weights src/firsthand/reader/weights
	$(BIN)/python -m training.calibrate --shared $(SHARED) --weights src/firsthand/reader/weights
	$(TRAIN)/bin/python -m training.second --reader $(OUT)/training/reader6/weights.pt \
		--start $(OUT)/training/reading3/weights.pt --cases $(CASES) --read-by src/firsthand/reader/weights \
		--sample 6000 --beside 0.15 --rate 0.8e-4 --epochs 1 --seed 41 --limit $(LIMIT) --out $(OUT)/training/reading4
	$(TRAIN)/bin/python -m training.second --reader $(OUT)/training/reader6/weights.pt \
		--start $(OUT)/training/reading4/weights.pt --cases $(CASES) --read-by src/firsthand/reader/weights \
		--sample 6000 --often 3 --beside 0.15 --rate 0.8e-4 --epochs 1 --seed 61 --limit $(LIMIT) --out $(OUT)/training/reading5
	$(TRAIN)/bin/python -m training.average --out $(OUT)/training/reading6/weights.pt \
		0.5:$(OUT)/training/reading4/weights.pt 0.5:$(OUT)/training/reading5/weights.pt
	$(TRAIN)/bin/python -m training.second --reader $(OUT)/training/reader6/weights.pt \
		--start $(OUT)/training/reading6/weights.pt --cases $(CASES) --read-by src/firsthand/reader/weights \
		--sample 8000 --often 2 --beside 0.2 --rate 0.6e-4 --epochs 1 --seed 71 --limit $(LIMIT) --out $(OUT)/training/reading7
	$(TRAIN)/bin/python -m training.average --out $(OUT)/training/reading8/weights.pt \
		0.3:$(OUT)/training/reading4/weights.pt 0.35:$(OUT)/training/reading5/weights.pt \
		0.35:$(OUT)/training/reading7/weights.pt
	$(TRAIN)/bin/python -m training.export --weights $(OUT)/training/reader6/weights.pt \
		--second $(OUT)/training/reading8/weights.pt --out src/firsthand/reader/weights
	$(TRAIN)/bin/python -m training.stances
	$(BIN)/python -m firsthand.evaluation.reader --shared $(SHARED)
	$(BIN)/python -m training.held_out

# Some systems ship Python without ensurepip; there pip installs itself into the environment from outside.
define environment
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Firsthand needs Python 3.11 or newer; name one with make PYTHON=...")'
	@test -x $(1)/bin/pip || $(PYTHON) -m venv $(1) 2>/dev/null \
		|| { $(PYTHON) -m venv --clear --without-pip $(1) && $(PYTHON) -m pip --python $(1)/bin/python install --quiet pip; }
endef

$(INSTALLED): pyproject.toml constraints.txt
	$(call environment,.venv)
	@echo "installing into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEVELOP): $(INSTALLED)
	@echo "installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

$(TRAINING): pyproject.toml constraints.txt
	$(call environment,$(TRAIN))
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	@touch $@

clean:
	rm -rf .venv $(TRAIN) $(OUT)
