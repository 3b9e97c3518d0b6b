# seedwright: everything a newcomer needs.  Research software, not a medical device.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    := out/plan
PEERS  := $(or $(SEEDWRIGHT_PEERS),$(HOME)/.cache/seedwright-peers)
# Test files are shared out between processes in the order of tests/conftest.py.  One more than there are cores,
# because some wait for a browser; more than five only compile the kernels more often.
SPREAD := -n $(shell n=$$(nproc 2>/dev/null || echo 2); [ $$n -lt 4 ] && echo $$((n + 1)) || echo 5) --dist loadfile --no-loadscope-reorder
PHANTOM ?= liver_metastasis

.DEFAULT_GOAL := help
.PHONY: help env system plan test test-patients test-page test-all fuzz lint peers bench schemas page docs picture clean

help:            ## what can be done here
	@grep -E '^[a-z-]+: .*##|^[a-z-]+:  *##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/:/' | sort

env: $(VENV)/.ready   ## the Python environment, with every optional part

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[all,dev]"
	@$(BIN)/python -m compileall -q tps dose_kernels
	@$(BIN)/tps warm-up
	@touch $@

system:          ## Debian packages: 3D rendering, and the DICOM programs the tests compare with
	@bash .ci/system-packages

plan: env        ## a phantom patient, its plan, and where to look
	@bash .ci/system-packages --render-only
	@rm -rf $(OUT)
	@mkdir -p $(OUT)
	$(BIN)/tps phantom $(PHANTOM) --out $(OUT)/patient --overwrite
	$(BIN)/tps plan $(OUT)/patient/ct --structures $(OUT)/patient/rtstruct.dcm --target Target \
	  --avoid Portal-Vein --avoid Kidney-R --avoid Bowel --avoid Aorta --avoid Spinal-Cord --out $(OUT)/result --overwrite

peers: $(PEERS)/.ready  ## PyGRPM and dicompyler-core in an environment of their own, to compare with

# They need another pydicom than ours.  Where they cannot be had, what compares with them says so and goes on.
$(PEERS)/.ready:
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet pygrpm==0.8.5 dicompyler-core==0.5.6 "pydicom<3" scikit-image
	@touch $@

test: env system lint  ## the tests, without those of whole patients and those that drive a browser
	-@$(MAKE) --no-print-directory peers
	$(BIN)/python -m pytest -m "not slow and not browser and not patient" $(SPREAD)

test-patients: env system  ## whole patients taken through the program, and random ones
	-@$(MAKE) --no-print-directory peers
	$(BIN)/python -m pytest -m "patient and not slow and not browser" $(SPREAD)

test-page: env system  ## the workstation's page in a browser
	$(BIN)/python -m pytest -m "browser and not slow" $(SPREAD)

test-all: env system  ## all tests, the long ones too
	-@$(MAKE) --no-print-directory peers
	$(BIN)/python -m pytest $(SPREAD)

fuzz: env        ## damaged files, ten times as many as in the tests (about five minutes)
	SEEDWRIGHT_FUZZ=20000 $(BIN)/python -m pytest tests/dicom/test_fuzz_inputs.py tests/dicom/test_fuzz_tables.py tests/dicom/test_fuzz_masks.py

lint: env        ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: env       ## speed with its error; writes benchmarks/results
	$(BIN)/python -m benchmarks

schemas: env     ## docs/schemas anew from the code
	$(BIN)/python -m docs.schemas

page:            ## the workstation's page anew from tps/workstation/page (needs npm)
	cd tps/workstation/page && npm ci --no-audit --no-fund && node build.mjs

docs: env        ## the documentation as a site, examples run: out/site (QUICK=--quick leaves out the long one)
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[docs]"
	$(BIN)/python -m docs.site $(QUICK)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "Look at out/site/index.html"

picture: env     ## the README's picture
	$(BIN)/python docs/images/make_picture.py

clean:           ## remove what `make plan` wrote
	rm -rf out
