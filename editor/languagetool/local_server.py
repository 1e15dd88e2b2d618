"""LanguageTool as a process on this machine: start, health check, stop and outcome."""

import os
import platform
import secrets
import shutil
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Self

from editor.errors import DamagedInstallError, LanguageToolError, ServerFailureError
from editor.helper_processes import helper_process
from editor.languagetool.cpu_patience import CpuClock, CpuPatience
from editor.languagetool.process.java_process import start_process
from editor.languagetool.process.process_log import ProcessLog
from editor.languagetool.process.process_outcome import ProcessOutcome
from editor.languagetool.process.scratch import make_scratch_folder, note_owner
from editor.languagetool.runtime import Runtime
from editor.languagetool.shared.server_record import HOST, ServerRecord
from editor.languagetool.transport import LocalTransport, Transport, answers_health_check
from editor.localized import Localized
from editor.storage.processes import ProcessIdentity, start_of

_ATTEMPTS = 3
_RELEASE_SECONDS = 2.0
"""Seconds of a CpuPatience in which a process whose standard input was closed ends, or says that
it is used: a slow machine is no reason to take it away from others."""
_SILENT = Localized(
    "LanguageTool antwortet nach dem Start nicht.", "LanguageTool does not answer after its start."
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
        self._scratch = make_scratch_folder()
        self._secret = secrets.token_hex()
        try:
            self._process = start_process(runtime, port, self._scratch, self._secret)
        except LanguageToolError:
            self._clear()
            raise
        note_owner(self._scratch, self.process)
        self._clock = CpuClock(self._process.pid)
        self._transport = LocalTransport(self._secret, self._clock)
        self._log = ProcessLog(self._process, on_end)

    @classmethod
    def start(
        cls,
        runtime: Runtime,
        port: int | None = None,
        *,
        timeout: float = 60.0,
        cancelled: Callable[[], bool] = lambda: False,
        on_process: Callable[[ProcessIdentity], None] = lambda _: None,
        on_end: Callable[[], None] = lambda: None,
    ) -> Self:
        """Start a server and return it when it answers.

        Without ``port``, or when it is taken, a free one is used. ``timeout`` is in seconds of a
        CpuPatience; ``cancelled`` is called many times a second, ``on_process`` with each process
        before it answers, ``on_end`` on a thread of the server when the process has ended, for
        whatever reason.

        Raises LanguageToolError when the process ends or does not answer in time.
        """
        outcome = None
        for attempt in range(_ATTEMPTS):
            server = cls(runtime, (port if attempt == 0 else None) or _free_port(), on_end)
            on_process(server.process)
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
    def process(self) -> ProcessIdentity:
        """Identity of the process."""
        return ProcessIdentity(platform.node(), self.pid, start_of(self.pid))

    @property
    def record(self) -> ServerRecord:
        """Description with which other programs of the account can use the server."""
        return ServerRecord(self.port, self._secret, self.process)

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
        self._close_input()
        if not self._log.ended.wait(grace):
            self._process.kill()
        self._log.join()
        self._clear()

    def release(self) -> None:
        """Let the process end unless others use it; checks under way fail."""
        self._transport.close()
        self._close_input()
        used, patience = self._clock(), CpuPatience(self._clock, _RELEASE_SECONDS)

        def kill_if_hung() -> None:
            if self._clock() == used:
                self._process.kill()

        # Our own end does not wait so long; it must not leave a process that has stopped for ever.
        with helper_process(kill_if_hung):
            while not self._log.released.wait(0.05):
                if patience.is_over:
                    break
        if self._log.ended.is_set() or not self._log.released.is_set():
            self.stop(grace=0)

    def _close_input(self) -> None:
        """Close the pipe, at whose end the process ends."""
        if self._process.stdin is not None:
            # A process that has ended left the secret unread, which is written once more here.
            with suppress(OSError):
                self._process.stdin.close()

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


def _worth_another(outcome: ProcessOutcome, runtime: Runtime) -> bool:
    # A damaged cache may end Java in any way; the next attempt does not use it.
    return outcome.port_taken or outcome.signal is not None or runtime.aot_cache is not None


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _not_started_error(outcome: ProcessOutcome | None) -> LanguageToolError:
    reason = outcome.sentence if outcome else _SILENT
    if outcome is None or outcome.killed:
        error: LanguageToolError = ServerFailureError(
            f"{reason.german} Bitte versuchen Sie es erneut oder richten Sie LanguageTool neu ein.",
            f"{reason.english} Please try again or set LanguageTool up again.",
        )
    else:
        error = DamagedInstallError(
            f"{reason.german} Bitte richten Sie LanguageTool neu ein.",
            f"{reason.english} Please set LanguageTool up again.",
        )
    for line in outcome.log if outcome else ():
        error.add_note(line)
    return error
