# Everything is set up by the first target that needs it, and set up once; `make help` lists them.
# PYTHON names another Python 3.11 or newer where the one on the PATH is too old.
# A command that only says that it is not installed, as those of pyenv do, is passed over.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do $$p -c '' && echo $$p && break; done 2>/dev/null)
# Looked up when it is used: `make clean` and `make help` need none.
SYSTEM_PYTHON = $(or $(PYTHON),$(error Rezensent braucht Python 3.11 oder neuer; bitte installieren Sie es, unter Debian mit „sudo apt install python3-venv“))
VENV := .venv/bin
CATALOGUE := resources/translations/de/LC_MESSAGES/rezensent

.PHONY: help run setup dev test test-core soak check bench corpus architecture docs translations \
	requirements available-wheels wheel bundle deb portable accept appimage windows-trial clean

run: setup  ## open the editor with the sample review
	@$(VENV)/python tools/run.py

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*  ## /  \1\t/p' Makefile | expand -t 20

setup:  ## virtual environment, dependencies, LanguageTool, system libraries
	@$(SYSTEM_PYTHON) -m tools.setup

dev:  ## setup, with what tests and checks need as well
	@$(SYSTEM_PYTHON) -m tools.setup --dev

# Programs load compiled modules, also where an account wants none written.
run test soak: export PYTHONDONTWRITEBYTECODE :=

test: dev  ## every test, without a window, with the real LanguageTool
	$(VENV)/python -m pytest -n 4 --dist loadgroup --no-loadscope-reorder

test-core: dev  ## the tests that need neither a window nor LanguageTool
	$(VENV)/python -m pytest -n 2 -m "not window and not languagetool"

soak: dev  ## damaged files, failing disks, kills, starts on a busy machine, Wayland, AT-SPI, random examples; half an hour or more
	REZENSENT_FUZZ=10000 REZENSENT_FAULTS=all REZENSENT_KILLS=300 REZENSENT_STARTS=100 REZENSENT_SLOWNESS=10 \
		$(VENV)/python -m pytest -m soak -n 2 --dist load
	REZENSENT_EXAMPLES=1000 $(VENV)/python -m pytest -m "hypothesis and not soak" -n 2 --dist load

check: dev  ## lint, format, types, layers, diagrams
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/lint-imports
	$(VENV)/python tools/architecture.py --check

architecture: dev  ## draw the diagrams of docs/architecture.md from the code
	$(VENV)/python tools/architecture.py

docs: dev  ## API reference in build/api
	QT_QPA_PLATFORM=offscreen $(VENV)/python -m pdoc --output-directory build/api editor '!editor.__main__'

bench: dev  ## benchmarks, as ratios against a baseline of the same run
	$(VENV)/python -m tests.benchmarks

corpus: dev  ## how much the checker finds, and how much of it is wrong; FOLDERS="…" for other reviews
	$(VENV)/python -m tests.corpus $(FOLDERS)

translations: dev  ## collect the texts of the window, compile their English and the command line's German
	$(VENV)/pyside6-lupdate -silent -no-obsolete -locations none -sort-messages \
		$(shell find editor/gui -name '*.py') -ts resources/translations/rezensent_en.ts
	$(VENV)/pyside6-lrelease -silent resources/translations/rezensent_en.ts \
		resources/translations/keys_de.ts resources/translations/keys_en.ts
	msgfmt --check -o $(CATALOGUE).mo $(CATALOGUE).po

# -- packages: packaging/README.md --

requirements: dev  ## pin the dependencies of pyproject.toml anew
	$(SYSTEM_PYTHON) -m tools.pin

available-wheels: dev  ## ask the package index whether every system has a wheel of everything pinned
	$(VENV)/python -m tools.available_wheels

wheel: dev  ## wheel and sdist; PYTHONS="python3.11 …" tries the wheel in fresh environments, too
	@$(VENV)/python -m tools.wheel $(PYTHONS)

bundle:  ## build/bundle/rezensent: the program with everything that it needs, for the packages below
	$(SYSTEM_PYTHON) -m tools.bundle

deb: dev bundle  ## Debian package of the bundle, judged by lintian, appstreamcli and desktop-file-validate
	$(VENV)/python -m tools.deb

portable: dev bundle  ## archive of the bundle that runs from any folder and installs itself for one account
	$(VENV)/python -m tools.portable

accept: deb portable  ## both on bare Debian systems without network, as root; SUITES, PACKAGES and CHECKS choose
	$(VENV)/python -m tools.acceptance $(if $(SUITES),--suites $(SUITES)) $(if $(PACKAGES),--packages $(PACKAGES)) \
		$(if $(CHECKS),--only $(CHECKS))

appimage: dev bundle  ## AppImage of the bundle; RUNTIME="…" is the runtime, without it only build/AppDir is made
	$(VENV)/python -m tools.appimage $(RUNTIME)

windows-trial: dev  ## the installer for Windows in Wine, with programs that only sleep
	$(VENV)/python -m tools.windows.trial

clean:  ## forget the virtual environment and everything that was built
	rm -rf .venv build export *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
