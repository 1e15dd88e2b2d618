"""What is installed, what is missing, and what to do about it."""

import platform
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from editor import __version__
from editor.cli.display import display_problem
from editor.errors import LanguageToolError, RezensentError
from editor.languagetool.installer import CACHE_STEP, install
from editor.languagetool.jar_downloads import InstallProgress
from editor.languagetool.probe import probe
from editor.languagetool.runtime import java_environment, locate, verify
from editor.languagetool.server_url import url_from_setting
from editor.settings import Folders, load_settings

_JAVA_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was looked at; ``text`` says what is there or what to do."""

    name: str
    text: str
    fine: bool = True


def examine(folders: Folders) -> list[Entry]:
    """Look at everything that Rezensent needs."""
    settings, problem = load_settings(folders.config)
    address, no_address = url_from_setting(settings.server_url)
    return [
        Entry("Rezensent", f"{__version__} mit Python {platform.python_version()}"),
        _package("PySide6", "Fenster"),
        _display(),
        *_checker(folders.data, needed=not address),
        _server(address, no_address),
        _settings(folders, problem),
    ]


def ensure_checker(data: Path, say: Callable[[str], None]) -> None:
    """Fetch LanguageTool unless it is there. Raises InstallError."""
    try:
        locate(data)
    except LanguageToolError:
        install_checker(data, say)


def install_checker(data: Path, say: Callable[[str], None]) -> None:
    """Fetch LanguageTool into ``data`` and tell how far it is. Raises InstallError."""
    said: set[str] = set()

    def told(progress: InstallProgress) -> None:
        tenth = 10 * progress.done // max(1, progress.total)
        text = f"LanguageTool: {progress.done / 1e6:.0f} von {progress.total / 1e6:.0f} MB"
        step = CACHE_STEP if progress.name == CACHE_STEP else str(tenth)
        if step not in said:
            said.add(step)
            say("LanguageTool: Schnellstart wird vorbereitet …" if step == CACHE_STEP else text)

    install(data, told)


def _package(name: str, purpose: str) -> Entry:
    try:
        return Entry(purpose, f"{name} {version(name)}")
    except PackageNotFoundError:
        return Entry(purpose, f"{name} fehlt; bitte „make setup“ ausführen.", fine=False)


def _display() -> Entry:
    problem = display_problem()
    return Entry("Anzeige", problem.german if problem else "vorhanden")


def _server(address: str, problem: RezensentError | None) -> Entry:
    if problem is not None:
        return Entry("Prüfserver", problem.german, fine=False)
    if not address:
        return Entry("Prüfserver", "LanguageTool auf diesem Rechner")
    found = probe(address)
    return Entry("Prüfserver", f"{address} · {found.sentence}", fine=found.fine)


def _checker(data: Path, *, needed: bool) -> list[Entry]:
    try:
        runtime = locate(data)
    except LanguageToolError as error:
        unneeded = "nicht eingerichtet; geprüft wird auf einem anderen Server."
        return [Entry("LanguageTool", error.german if needed else unneeded, fine=not needed)]
    damaged = verify(data)
    if damaged:
        text = f"beschädigt: {', '.join(damaged)}; bitte „rezensent doctor --install“ ausführen."
        return [Entry("LanguageTool", text, fine=False)]
    return [
        Entry("LanguageTool", f"{len(runtime.classpath)} Dateien geprüft, in {data}"),
        _java(runtime.java),
    ]


def _java(java: Path) -> Entry:
    try:
        answer = subprocess.run(  # noqa: S603  (our own Java, no shell)
            [java, "-version"],
            capture_output=True,
            text=True,
            check=True,
            timeout=_JAVA_SECONDS,
            env=java_environment(),
        )
    except (OSError, subprocess.SubprocessError):
        return Entry("Java", f"{java} startet nicht; bitte „make setup“ ausführen.", fine=False)
    return Entry("Java", answer.stderr.splitlines()[0])


def _settings(folders: Folders, problem: RezensentError | None) -> Entry:
    return Entry(
        "Einstellungen", problem.german if problem else str(folders.config), fine=problem is None
    )
