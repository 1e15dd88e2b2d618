"""Diagnoses of the program itself and of the system that it runs on."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from editor import __version__, pandoc
from editor.cli.diagnosis import Diagnosis, State, missing
from editor.cli.display import display_problem
from editor.cli.translation import _
from editor.errors import ConversionError, RezensentError
from editor.installation import current_installation
from editor.settings import Folders
from editor.system_libraries import (
    has_font,
    library_groups,
    missing_libraries,
    missing_sentence,
    no_font_sentence,
)

_NEEDED = ("base", "window")
_SPEECH = ("speech", "voices")


def diagnose_program() -> Iterator[Diagnosis]:
    """Yield the state of the program and of the parts that come with it."""
    versions = _("{version} with Python {python}")
    text = versions.format(version=__version__, python=platform.python_version())
    yield Diagnosis("Rezensent", text)
    installation = current_installation()
    place = _("{kind}, in {folder}").format(kind=installation.name, folder=installation.folder)
    yield Diagnosis(_("Installation"), place)
    yield _window()
    yield _pandoc()
    yield _typst()


def diagnose_system() -> Iterator[Diagnosis]:
    """Yield the state of what the system provides."""
    problem = display_problem()
    if problem is None:
        yield Diagnosis(_("Display"), _("present"))
    else:
        yield Diagnosis(_("Display"), problem.text(), State.WITHOUT)
    if not sys.platform.startswith("linux"):
        return
    needed = (*_NEEDED, "wayland") if os.environ.get("WAYLAND_DISPLAY") else _NEEDED
    yield _libraries(_("System libraries"), needed, State.FAULT)
    yield _font()
    yield _libraries(_("Reading aloud"), _SPEECH, State.WITHOUT)


def diagnose_folders(folders: Folders, problem: RezensentError | None) -> Iterator[Diagnosis]:
    """Yield the state of the settings, which ``problem`` keeps from being read, and the folders."""
    text = problem.text() if problem else str(folders.config)
    yield Diagnosis(_("Settings"), text, State.FAULT if problem else State.FINE)
    closed = [path for path in (folders.config, folders.data, folders.state) if not _writable(path)]
    if closed:
        text = _(
            "nothing can be written to {folders}: settings, drafts and earlier versions get lost."
        )
        names = ", ".join(map(str, closed))
        yield Diagnosis(_("Folders"), text.format(folders=names), State.FAULT)
    else:
        yield Diagnosis(_("Folders"), str(folders.state))


def _window() -> Diagnosis:
    try:
        return Diagnosis(_("Window"), f"PySide6 {version('PySide6')}")
    except PackageNotFoundError:
        return Diagnosis(_("Window"), missing("PySide6"), State.FAULT)


def _pandoc() -> Diagnosis:
    name = _("Word, LibreOffice and import")
    try:
        return Diagnosis(name, pandoc.version())
    except ConversionError as error:
        return Diagnosis(name, error.text(), State.FAULT)


def _typst() -> Diagnosis:
    try:
        # Nothing but its presence is needed here, and it has no types.
        return Diagnosis("PDF", f"Typst {import_module('typst').__version__}")
    except (ImportError, AttributeError):
        return Diagnosis("PDF", missing("Typst"), State.FAULT)


def _font() -> Diagnosis:
    if has_font():
        return Diagnosis(_("Font"), _("present"))
    return Diagnosis(_("Font"), no_font_sentence().text(), State.FAULT)


def _libraries(name: str, groups: tuple[str, ...], absent: State) -> Diagnosis:
    lacking = missing_libraries(*groups)
    if lacking:
        return Diagnosis(name, missing_sentence(lacking).text(), absent)
    count = sum(len(library_groups()[group]) for group in groups)
    return Diagnosis(name, _("present ({n})").format(n=count))


def _writable(folder: Path) -> bool:
    """Return whether files can be made in ``folder``, or the folder itself."""
    nearest = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
