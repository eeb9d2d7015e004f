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

# Three stages on the corpora alone, then twelve with the passages of our own, of which the last five are averaged (docs/reader.md).
train: $(TRAINING) $(DEVELOP)
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/first --epochs 9 --stop 2 --seed 1 --often 0
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/second --epochs 4 --rate 1.6e-4 --seed 2 --often 0 \
		--start $(OUT)/training/first/epoch2.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/third --epochs 8 --stop 2 --rate 1.4e-4 --seed 3 --often 0 \
		--start $(OUT)/training/second/epoch4.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/fourth --epochs 3 --rate 1.3e-4 --seed 4 \
		--start $(OUT)/training/third/epoch2.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/fifth --epochs 6 --stop 3 --rate 1.3e-4 --seed 5 --often 1 \
		--share 0.5 --start $(OUT)/training/fourth/epoch3.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/sixth --epochs 2 --stop 1 --rate 0.7e-4 --seed 6 --often 1 \
		--share 0.5 --start $(OUT)/training/fifth/epoch3.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/seventh --epochs 1 --rate 1e-4 --seed 7 --often 1 \
		--share 0.5 --start $(OUT)/training/sixth/epoch1.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/eighth --epochs 1 --rate 0.6e-4 --seed 8 --often 1 \
		--share 0.15 --own statements16 statements17 statements18 statements19 statements2 --start $(OUT)/training/seventh/epoch1.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/ninth --epochs 1 --rate 0.7e-4 --seed 9 --often 1 \
		--share 0.25 --own statements12 statements17 statements18 statements2 statements3 --start $(OUT)/training/eighth/epoch1.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/tenth --epochs 1 --rate 0.7e-4 --seed 10 --often 1 \
		--share 0.6 --own statements12 statements16 statements26 statements27 statements28 statements29 statements3 \
		--start $(OUT)/training/ninth/epoch1.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/eleventh --epochs 1 --rate 1e-4 --seed 21 --often 1 \
		--share 0.6 --start $(OUT)/training/tenth/epoch1.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/twelfth --epochs 1 --rate 1e-4 --seed 22 --often 1 \
		--share 0.3 --own statements17 statements26 statements27 statements28 statements29 statements3 names \
		--start $(OUT)/training/eleventh/epoch1.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/thirteenth --epochs 1 --rate 1e-4 --seed 23 --often 1 \
		--share 0.3 --start $(OUT)/training/twelfth/epoch1.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/fourteenth --epochs 1 --rate 0.7e-4 --seed 24 --often 1 \
		--share 0.35 --own statements3 --start $(OUT)/training/thirteenth/epoch1.pt
	$(TRAIN)/bin/python -m training.train --corpora $(CORPORA) --out $(OUT)/training/fifteenth --epochs 1 --rate 0.7e-4 --seed 25 --often 1 \
		--share 0.6 --own statements12 statements26 statements27 statements28 statements29 statements34 statements36 statements38 statements4 \
		--start $(OUT)/training/fourteenth/epoch1.pt
	$(TRAIN)/bin/python -m training.average --out $(OUT)/training/average.pt 0.15:$(OUT)/training/eleventh/epoch1.pt \
		0.15:$(OUT)/training/twelfth/epoch1.pt 0.2:$(OUT)/training/thirteenth/epoch1.pt \
		0.2:$(OUT)/training/fourteenth/epoch1.pt 0.3:$(OUT)/training/fifteenth/epoch1.pt
	$(TRAIN)/bin/python -m training.export --weights $(OUT)/training/average.pt --out src/firsthand/reader/weights
	$(TRAIN)/bin/python -m training.names --corpora $(CORPORA) --weights src/firsthand/reader/weights
	$(BIN)/python -m training.calibrate --shared $(SHARED) --weights src/firsthand/reader/weights
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
