"""Diagnoses of the proofing: LanguageTool, its start cache, Java, and another server."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from editor.cli.diagnosis import Diagnosis, State, repair, setting_up
from editor.cli.translation import _, ngettext
from editor.errors import (
    DamagedShippedError,
    LanguageToolError,
    NotInstalledError,
    RezensentError,
)
from editor.helper_processes import NO_WINDOW
from editor.installation import current_installation
from editor.languagetool.aot_cache import takes_aot_cache
from editor.languagetool.probe import probe
from editor.languagetool.recipe import Recipe, damaged_files
from editor.languagetool.runtime import Runtime, java_environment, locate, shipped_folder

_JAVA_SECONDS = 60


def diagnose_checker(data: Path, *, needed: bool) -> Iterator[Diagnosis]:
    """Yield the state of the LanguageTool on this machine; another may do without it."""
    recipe = Recipe.load()
    try:
        runtime = locate(data, recipe)
    except LanguageToolError as error:
        other = _("not set up; another server does the checking.")
        text = _absent(error, recipe) if needed else other
        yield Diagnosis("LanguageTool", text, State.FAULT if needed else State.WITHOUT)
        return
    is_shipped = runtime.folder == shipped_folder(recipe)
    damaged = damaged_files(runtime.folder, recipe)
    if damaged:
        yield Diagnosis("LanguageTool", _damaged(damaged, is_shipped=is_shipped), State.FAULT)
        return
    count = len(runtime.classpath)
    text = ngettext("{n} file checked, in {folder}", "{n} files checked, in {folder}", count)
    text = text.format(n=count, folder=runtime.folder)
    origin = _("it came with Rezensent") if is_shipped else _("it was downloaded")
    yield Diagnosis("LanguageTool", f"{text}; {origin}")
    java = _java(runtime)
    yield java
    if java.state is State.FINE:
        yield _start_cache(runtime)


def diagnose_server(address: str, problem: RezensentError | None) -> Diagnosis:
    """Return the state of the server that the settings name, or of their address."""
    name = _("Grammar server")
    if problem is not None:
        return Diagnosis(name, problem.text(), State.FAULT)
    if not address:
        return Diagnosis(name, _("LanguageTool on this machine"))
    result = probe(address)
    state = State.FINE if result.fine else State.FAULT
    return Diagnosis(name, f"{address} · {result.sentence}", state)


def _absent(error: LanguageToolError, recipe: Recipe) -> str:
    """Return why no LanguageTool is complete, with the command that helps."""
    shipped = shipped_folder(recipe)
    if isinstance(error, DamagedShippedError) and shipped is not None:
        return _damaged(damaged_files(shipped, recipe), is_shipped=True)
    if isinstance(error, NotInstalledError):
        return _("not completely set up; {remedy}.").format(remedy=setting_up())
    return error.text()


def _damaged(files: list[str], *, is_shipped: bool) -> str:
    names = ", ".join(files)
    if not is_shipped:
        return _("damaged: {files}; {remedy}.").format(files=names, remedy=setting_up())
    text = _("damaged: {files}; {remedy}, or run “{command} doctor --install”.")
    command = current_installation().command
    return text.format(files=names, remedy=repair(), command=command)


def _java(runtime: Runtime) -> Diagnosis:
    try:
        answer = subprocess.run(  # noqa: S603  (our own Java, no shell)
            [runtime.java, "-version"],
            capture_output=True,
            text=True,
            check=True,
            timeout=_JAVA_SECONDS,
            env=java_environment(),
            creationflags=NO_WINDOW,
        )
    except (OSError, subprocess.SubprocessError):
        text = _("{program} does not start; {remedy}.")
        text = text.format(program=runtime.java, remedy=repair())
        return Diagnosis("Java", text, State.FAULT)
    return Diagnosis("Java", answer.stderr.splitlines()[0])


def _start_cache(runtime: Runtime) -> Diagnosis:
    """Return whether Java takes the cache with which LanguageTool starts sooner, and why not."""
    name = _("Quick start")
    if runtime.aot_cache is None:
        text = _("not set up, LanguageTool starts more slowly; {remedy}.")
        return Diagnosis(name, text.format(remedy=setting_up()), State.WITHOUT)
    if not takes_aot_cache(runtime):
        text = _("Java does not take {file}, LanguageTool starts more slowly; {remedy}.")
        text = text.format(file=runtime.aot_cache, remedy=setting_up())
        return Diagnosis(name, text, State.WITHOUT)
    return Diagnosis(name, _("in use, {file}").format(file=runtime.aot_cache))
