"""The command ``doctor``: what is installed, what is missing, and what to do about it."""

import argparse
import platform
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from editor import __version__
from editor.cli import console
from editor.cli.display import display_problem
from editor.cli.options import FOUND
from editor.cli.translation import _, ngettext
from editor.errors import LanguageToolError, RezensentError
from editor.helper_processes import NO_WINDOW
from editor.languagetool.installer import CACHE_STEP, install
from editor.languagetool.jar_downloads import InstallProgress
from editor.languagetool.probe import probe
from editor.languagetool.runtime import java_environment, locate, verify
from editor.languagetool.server_url import url_from_setting
from editor.settings import Folders, load_settings

_JAVA_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """State of one thing that Rezensent needs; ``text`` says what is there or what to do."""

    name: str
    text: str
    fine: bool = True


def run_doctor(options: argparse.Namespace) -> int:
    """Install what is asked for, print the diagnoses and return the exit status.

    Raises InstallError.
    """
    folders = Folders.default()
    if options.install:
        install_checker(folders.data, console.say)
    diagnoses = diagnose(folders)
    for diagnosis in diagnoses:
        print(f"{'✓' if diagnosis.fine else '✗'} {diagnosis.name}: {diagnosis.text}")
    return 0 if all(diagnosis.fine for diagnosis in diagnoses) else FOUND


def diagnose(folders: Folders) -> list[Diagnosis]:
    """Return the state of everything that Rezensent needs."""
    settings, problem = load_settings(folders.config)
    address, no_address = url_from_setting(settings.server_url)
    versions = _("{version} with Python {python}").format(
        version=__version__, python=platform.python_version()
    )
    return [
        Diagnosis("Rezensent", versions),
        _package("PySide6", _("Window")),
        _display(),
        *_checker(folders.data, needed=not address),
        _server(address, no_address),
        _settings(folders, problem),
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

    install(data, report)


def _package(name: str, purpose: str) -> Diagnosis:
    try:
        return Diagnosis(purpose, f"{name} {version(name)}")
    except PackageNotFoundError:
        text = _("{name} is missing; please run “make setup”.").format(name=name)
        return Diagnosis(purpose, text, fine=False)


def _display() -> Diagnosis:
    problem = display_problem()
    return Diagnosis(_("Display"), problem.text() if problem else _("present"))


def _server(address: str, problem: RezensentError | None) -> Diagnosis:
    name = _("Grammar server")
    if problem is not None:
        return Diagnosis(name, problem.text(), fine=False)
    if not address:
        return Diagnosis(name, _("LanguageTool on this machine"))
    result = probe(address)
    return Diagnosis(name, f"{address} · {result.sentence}", fine=result.fine)


def _checker(data: Path, *, needed: bool) -> list[Diagnosis]:
    try:
        runtime = locate(data)
    except LanguageToolError as error:
        text = error.text() if needed else _("not set up; another server does the checking.")
        return [Diagnosis("LanguageTool", text, fine=not needed)]
    damaged = verify(data)
    if damaged:
        text = _("damaged: {files}; please run “rezensent doctor --install”.")
        return [Diagnosis("LanguageTool", text.format(files=", ".join(damaged)), fine=False)]
    count = len(runtime.classpath)
    text = ngettext("{n} file checked, in {folder}", "{n} files checked, in {folder}", count)
    return [
        Diagnosis("LanguageTool", text.format(n=count, folder=data)),
        _java(runtime.java),
    ]


def _java(java: Path) -> Diagnosis:
    try:
        answer = subprocess.run(  # noqa: S603  (our own Java, no shell)
            [java, "-version"],
            capture_output=True,
            text=True,
            check=True,
            timeout=_JAVA_SECONDS,
            env=java_environment(),
            creationflags=NO_WINDOW,
        )
    except (OSError, subprocess.SubprocessError):
        text = _("{program} does not start; please run “make setup”.").format(program=java)
        return Diagnosis("Java", text, fine=False)
    return Diagnosis("Java", answer.stderr.splitlines()[0])


def _settings(folders: Folders, problem: RezensentError | None) -> Diagnosis:
    text = problem.text() if problem else str(folders.config)
    return Diagnosis(_("Settings"), text, fine=problem is None)
