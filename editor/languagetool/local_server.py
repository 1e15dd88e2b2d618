"""LanguageTool as a process on this machine: start, health check, stop and outcome."""

import os
import platform
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import IO, Any, Self

from editor.errors import LanguageToolError, ServerFailureError, cause
from editor.languagetool.cpu_patience import CpuClock, CpuPatience
from editor.languagetool.runtime import OPTIONS, Runtime, java_environment, relative
from editor.languagetool.shared.server_record import HOST, ServerRecord
from editor.languagetool.transport import LocalTransport, Transport, answers_health_check
from editor.localized import Localized
from editor.storage.processes import ProcessIdentity, start_of

_LAUNCHER = "org.languagetool.server.Launcher"
_ATTEMPTS = 3
_LOG_LINES = 40
_ANNOUNCEMENT = "Server started"
_KEPT = "Kept for others"
"""Line by which Launcher.java says that the process goes on although we are done with it."""
_EXCEPTION = re.compile(r"\b(?:[a-z_]\w*\.)+[A-Z]\w*(?:Error|Exception)\b")
_RELEASE_SECONDS = 2.0
"""Seconds in which a process whose standard input was closed ends or says that it is used."""
_SCRATCH = "rezensent-"
"""Prefix of the name of Java's own temporary folder; see Launcher.java."""
_OUT_OF_MEMORY = 3
"""Exit status of a virtual machine that runs with ExitOnOutOfMemoryError."""
_SILENT = Localized(
    "LanguageTool antwortet nach dem Start nicht.", "LanguageTool does not answer after its start."
)


@dataclass(frozen=True, slots=True)
class ProcessOutcome:
    """How the process ended; contains nothing from the writer's text."""

    status: int | None
    """Exit status, None after a signal."""
    signal: int | None
    """Number of the signal that ended the process, or None."""
    log: tuple[str, ...]
    """Last lines of the log; after the start only the names of exceptions."""

    @property
    def port_taken(self) -> bool:
        """Tell whether the process ended because another program has its port."""
        return any("PortBindingException" in line for line in self.log)

    @property
    def sentence(self) -> Localized:
        """The sentence that says how it ended."""
        if self.signal is not None:
            name = _signal_name(self.signal)
            return Localized(
                f"LanguageTool ist von außen beendet worden ({name}).",
                f"LanguageTool was ended from outside ({name}).",
            )
        if self.status == _OUT_OF_MEMORY:
            return Localized(
                "LanguageTool hatte nicht genug Speicher.", "LanguageTool ran out of memory."
            )
        return Localized(
            f"LanguageTool hat sich mit dem Status {self.status} beendet.",
            f"LanguageTool ended with the status {self.status}.",
        )


class LocalServer:
    """A running LanguageTool on a port of the loopback interface.

    The process ends when its standard input is closed (see Launcher.java), so it never outlives
    this process, however that ends, unless others use it (``shared``) or it is to be kept. Every
    method may be called from any thread.
    """

    def __init__(self, runtime: Runtime, port: int, on_end: Callable[[], None]) -> None:
        """Start the process without waiting for it; use ``start``."""
        self.port = port
        self._scratch = _scratch_folder()
        self._secret = secrets.token_hex()
        try:
            self._process = _spawn(runtime, port, self._scratch, self._secret)
        except LanguageToolError:
            self._clear()
            raise
        self._clock = CpuClock(self._process.pid)
        self._transport = LocalTransport(self._secret, self._clock)
        self._log = _Log(self._process, on_end)

    @classmethod
    def start(
        cls,
        runtime: Runtime,
        port: int | None = None,
        *,
        timeout: float = 60.0,
        cancelled: Callable[[], bool] = lambda: False,
        on_end: Callable[[], None] = lambda: None,
    ) -> Self:
        """Start a server and return it when it answers.

        Without ``port``, or when it is taken, a free one is used. ``timeout`` is in seconds of a
        CpuPatience; ``cancelled`` is called many times a second, ``on_end`` on a thread of
        the server when the process has ended, for whatever reason.

        Raises LanguageToolError when the process ends or does not answer in time.
        """
        outcome = None
        for attempt in range(_ATTEMPTS):
            server = cls(runtime, (port if attempt == 0 else None) or _free_port(), on_end)
            if server._await_announcement(timeout, cancelled) and server.answers(timeout):
                return server
            outcome = server.poll()
            server.stop(grace=0)
            if cancelled() or outcome is None or not _worth_another(outcome, runtime):
                break
            runtime = replace(runtime, aot_cache=None)
        raise _not_started_error(outcome)

    @property
    def url(self) -> str:
        """Address for a client, without the version of the interface."""
        return f"http://{HOST}:{self.port}"

    @property
    def pid(self) -> int:
        """Id of the process."""
        return self._process.pid

    @property
    def cpu_seconds(self) -> float:
        """CPU time that the process has used."""
        return self._clock()

    @property
    def transport(self) -> Transport:
        """Function that sends a client's requests; no other program's are answered."""
        return self._transport.request

    @property
    def record(self) -> ServerRecord:
        """Description with which other programs of the account can use the server."""
        process = ProcessIdentity(platform.node(), self.pid, start_of(self.pid))
        return ServerRecord(self.port, self._secret, process)

    def poll(self) -> ProcessOutcome | None:
        """Return how the process ended, None while it runs."""
        code = self._process.poll()
        if code is None:
            return None
        killed = code < 0 and os.name == "posix"
        return ProcessOutcome(
            None if killed else code, -code if killed else None, self._log.lines()
        )

    def wait_end(self, timeout: float) -> ProcessOutcome | None:
        """Return how the process ended, None if it still runs after ``timeout`` seconds."""
        return self.poll() if self._log.ended.wait(timeout) else None

    def answers(self, timeout: float) -> bool:
        """Tell whether the server answers within a CpuPatience of ``timeout`` seconds."""
        return answers_health_check(self.transport, self.url, timeout)

    def stop(self, grace: float = 2.0) -> None:
        """End the process, by force after ``grace`` seconds, and wait for its end."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        if not self._log.ended.wait(grace):
            self._process.kill()
        self._log.join()
        self._clear()

    def release(self) -> None:
        """Let the process end unless others use it; checks under way fail."""
        self._transport.close()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._log.released.wait(_RELEASE_SECONDS)
        if self._log.ended.is_set() or not self._log.released.is_set():
            self.stop(grace=0)

    def _clear(self) -> None:
        # Java removes it itself unless it was killed; remains that cannot be removed do no harm.
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _await_announcement(self, timeout: float, cancelled: Callable[[], bool]) -> bool:
        """Wait for the announcement in the log: another program may answer on the port."""
        patience = CpuPatience(self._clock, timeout)
        while not self._log.announced.wait(0.05):
            if self._log.ended.is_set() or cancelled() or patience.is_over:
                return False
        return True


class _Log:
    """Reads all output of the process, so that it never blocks, and waits for its end."""

    def __init__(self, process: subprocess.Popen[str], on_end: Callable[[], None]) -> None:
        self.announced = threading.Event()
        self.ended = threading.Event()
        self.released = threading.Event()
        """Set when the process has ended or says that it goes on without us."""
        self._process = process
        self._on_end = on_end
        self._lines: deque[str] = deque(maxlen=_LOG_LINES)
        self._thread = threading.Thread(target=self._drain, name="languagetool-log", daemon=True)
        self._thread.start()

    def lines(self) -> tuple[str, ...]:
        return tuple(self._lines)

    def join(self) -> None:
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _drain(self) -> None:
        output = self._process.stdout
        if output is not None:
            self._read(output)
        self._process.wait()
        self.ended.set()
        self.released.set()
        self._on_end()

    def _read(self, output: IO[str]) -> None:
        with output:
            for line in output:
                # After the start any line may quote the writer's text.
                lines = _EXCEPTION.findall(line) if self.announced.is_set() else [line.rstrip()]
                self._lines.extend(lines)
                if line.rstrip().endswith(_ANNOUNCEMENT):
                    self.announced.set()
                if line.rstrip() == _KEPT:
                    self.released.set()


def _scratch_folder() -> str:
    try:
        return tempfile.mkdtemp(prefix=_SCRATCH)
    except OSError as error:
        raise LanguageToolError(
            f"LanguageTool braucht Platz im Ordner für temporäre Dateien "
            f"({cause(error).german}); bitte dort Platz schaffen und die Prüfung neu starten.",
            f"LanguageTool needs room in the folder for temporary files "
            f"({cause(error).english}); please make room there and restart the checker.",
        ) from error


def _spawn(runtime: Runtime, port: int, scratch: str, secret: str) -> subprocess.Popen[str]:
    process = _start_java(runtime, port, scratch)
    if process.stdin is not None:
        # A process that has ended already is described by its outcome.
        with suppress(OSError):
            process.stdin.write(f"{secret}\n")
            process.stdin.flush()
    return process


def _start_java(runtime: Runtime, port: int, scratch: str) -> subprocess.Popen[str]:
    folder = runtime.folder
    # Relative to the folder, whose path may contain the separator of entries.
    classpath = os.pathsep.join(relative(jar, folder) for jar in runtime.classpath)
    server = [_LAUNCHER, "--config", str(runtime.properties), "--port", str(port)]
    folders = [f"-Djava.io.tmpdir={scratch}"]
    options = [*_cache_options(runtime), *OPTIONS, *folders, *runtime.options]
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, arguments without user input
            [str(runtime.java), *options, "-cp", classpath, *server],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            # Crash reports of the virtual machine are written here, not beside the writer's files.
            cwd=folder,
            env=java_environment(),
            **_own_group(),
        )
    except OSError as error:
        raise LanguageToolError(
            f"Java lässt sich nicht starten ({cause(error).german}); bitte Rezensent neu "
            "installieren.",
            f"Java cannot be started ({cause(error).english}); please reinstall Rezensent.",
        ) from error


def _own_group() -> dict[str, Any]:
    """Return options for a process that no interrupt from the keyboard of our terminal reaches.

    It ends with us in any case; where others use it, it must not end before.
    """
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return {"creationflags": flags}
    return {"start_new_session": True}


def _worth_another(outcome: ProcessOutcome, runtime: Runtime) -> bool:
    # A damaged cache may end Java in any way; the next attempt does not use it.
    return outcome.port_taken or outcome.signal is not None or runtime.aot_cache is not None


def _cache_options(runtime: Runtime) -> list[str]:
    """Return the options for the AOT cache; Java ignores one that does not fit."""
    if runtime.aot_cache is None:
        return []
    return [
        f"-XX:AOTCache={relative(runtime.aot_cache, runtime.folder)}",
        "-XX:+VerifySharedSpaces",
    ]


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def _not_started_error(outcome: ProcessOutcome | None) -> LanguageToolError:
    reason = outcome.sentence if outcome else _SILENT
    kind = LanguageToolError if outcome else ServerFailureError
    error = kind(
        f"{reason.german} Bitte „rezensent doctor“ ausführen.",
        f"{reason.english} Please run “rezensent doctor”.",
    )
    for line in outcome.log if outcome else ():
        error.add_note(line)
    return error
