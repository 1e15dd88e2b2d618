"""The command ``doctor``: what is installed, what is missing, and what to do about it."""

import argparse
from collections.abc import Callable
from pathlib import Path

from editor.cli import console
from editor.cli.checker_diagnosis import diagnose_checker, diagnose_server
from editor.cli.diagnosis import Diagnosis, State
from editor.cli.options import FOUND
from editor.cli.system_diagnosis import diagnose_folders, diagnose_program, diagnose_system
from editor.cli.translation import _
from editor.errors import LanguageToolError
from editor.languagetool.install.jar_downloads import InstallProgress
from editor.languagetool.installer import CACHE_STEP, install
from editor.languagetool.recipe import Recipe
from editor.languagetool.runtime import locate, shipped_folder
from editor.languagetool.server_url import url_from_setting
from editor.settings import Folders, load_settings


def run_doctor(options: argparse.Namespace) -> int:
    """Install what is asked for, print the diagnoses and return the exit status.

    Raises InstallError.
    """
    folders = Folders.default()
    if options.install:
        install_checker(folders.data, console.say)
    diagnoses = diagnose(folders)
    for diagnosis in diagnoses:
        print(diagnosis.line)
    return FOUND if any(diagnosis.state is State.FAULT for diagnosis in diagnoses) else 0


def diagnose(folders: Folders) -> list[Diagnosis]:
    """Return the state of everything that Rezensent needs."""
    settings, problem = load_settings(folders.config)
    address, no_address = url_from_setting(settings.server_url)
    return [
        *diagnose_program(),
        *diagnose_system(),
        *diagnose_checker(folders.data, needed=not address),
        diagnose_server(address, no_address),
        *diagnose_folders(folders, problem),
    ]


def ensure_checker(data: Path, say: Callable[[str], None]) -> None:
    """Fetch LanguageTool into ``data`` unless it is there. Raises InstallError."""
    try:
        locate(data)
    except LanguageToolError:
        install_checker(data, say)


def install_checker(data: Path, say: Callable[[str], None]) -> None:
    """Fetch LanguageTool into ``data`` and report the progress. Raises InstallError."""
    reported: set[str] = set()

    def report(progress: InstallProgress) -> None:
        tenth = 10 * progress.done // max(1, progress.total)
        step = CACHE_STEP if progress.name == CACHE_STEP else str(tenth)
        if step in reported:
            return
        reported.add(step)
        if step == CACHE_STEP:
            say(_("LanguageTool: preparing a quick start…"))
        else:
            sizes = {"done": f"{progress.done / 1e6:.0f}", "total": f"{progress.total / 1e6:.0f}"}
            say(_("LanguageTool: {done} of {total} MB").format(**sizes))

    runtime = install(data, report)
    if runtime.folder == shipped_folder(Recipe.load()):
        say(_("LanguageTool came with Rezensent and is complete; nothing was downloaded."))
