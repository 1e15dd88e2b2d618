"""Start of LanguageTool's Java."""

import os
import subprocess
import sys
from contextlib import suppress
from typing import Any

from editor.errors import LanguageToolError, cause
from editor.helper_processes import NO_WINDOW
from editor.installation import current_installation
from editor.languagetool.runtime import OPTIONS, Runtime, java_environment, relative

_LAUNCHER = "org.languagetool.server.Launcher"
_NO_TRACES = ("-XX:-CreateCoredumpOnCrash", "-XX:+SuppressFatalErrorMessage")
"""A Java that crashes leaves neither its memory nor a report, which may quote it, on the disk."""

_ANSWER_SECONDS = 60.0
"""Deadline for a Java that has nothing to do: it answers in 0.3 s on an idle machine."""


def start_process(runtime: Runtime, port: int, scratch: str, secret: str) -> subprocess.Popen[str]:
    """Start a server on ``port`` and tell it its secret; ``scratch`` is for its temporary files.

    Raises LanguageToolError when Java cannot be started.
    """
    process = _start_java(runtime, port, scratch)
    if process.stdin is not None:
        # A process that has ended already is described by its outcome.
        with suppress(OSError):
            process.stdin.write(f"{secret}\n")
            process.stdin.flush()
    return process


def java_answers(runtime: Runtime, *more: str) -> bool:
    """Return whether Java ends well with the options of ``runtime`` and ``more``, but no server."""
    try:
        subprocess.run(  # noqa: S603 - our own program, arguments without user input
            [str(runtime.java), *_arguments(runtime, *runtime.options, *more)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=_ANSWER_SECONDS,
            cwd=runtime.folder,
            env=java_environment(),
            creationflags=NO_WINDOW,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _start_java(runtime: Runtime, port: int, scratch: str) -> subprocess.Popen[str]:
    server = [_LAUNCHER, "--config", str(runtime.properties), "--port", str(port)]
    arguments = _arguments(runtime, f"-Djava.io.tmpdir={scratch}", *runtime.options, *server)
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, arguments without user input
            [str(runtime.java), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            cwd=runtime.folder,
            env=java_environment(),
            **_own_group(),
        )
    except OSError as error:
        repair = current_installation().repair
        raise LanguageToolError(
            f"Java lässt sich nicht starten ({cause(error).german}); {repair.german}.",
            f"Java cannot be started ({cause(error).english}); {repair.english}.",
        ) from error


def _arguments(runtime: Runtime, *more: str) -> list[str]:
    """Return Java's arguments: our options, the jars and ``more``; it runs in their folder."""
    # Relative to the folder, whose path may contain the separator of entries.
    jars = os.pathsep.join(relative(jar, runtime.folder) for jar in runtime.classpath)
    options = [*_cache_options(runtime), *OPTIONS, *_NO_TRACES]
    return [*options, "-cp", jars, *more]


def _own_group() -> dict[str, Any]:
    """Return options for a process that no interrupt from the keyboard of our terminal reaches.

    It ends with us in any case; where others use it, it must not end before.
    """
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | NO_WINDOW
        return {"creationflags": flags}
    return {"start_new_session": True}


def _cache_options(runtime: Runtime) -> list[str]:
    """Return the options for the AOT cache; Java ignores one that does not fit."""
    if runtime.aot_cache is None:
        return []
    return [
        f"-XX:AOTCache={relative(runtime.aot_cache, runtime.folder)}",
        "-XX:+VerifySharedSpaces",
    ]
