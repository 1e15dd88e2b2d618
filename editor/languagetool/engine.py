"""Supervisor of one LanguageTool server, for the window and the command line."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import Self

from editor.errors import LanguageToolError
from editor.languagetool.checker import Checker
from editor.languagetool.finding import Finding
from editor.languagetool.local_server import LocalServer
from editor.languagetool.remote_server import RemoteServer
from editor.languagetool.request import CheckRequest
from editor.languagetool.restart_policy import Backoff, RestartPolicy
from editor.languagetool.runtime import Runtime
from editor.languagetool.server import LanguageToolServer
from editor.languagetool.server_session import ServerSession
from editor.languagetool.shared.server_registry import ServerRegistry
from editor.languagetool.shared.start_turn import StartTurn
from editor.languagetool.start_progress import StartProgress
from editor.languagetool.state import (
    OFF,
    EnginePhase,
    EngineState,
    failed,
    not_ready_error,
    ready,
    restarting,
    starting,
    unreachable,
    warming,
)
from editor.languagetool.timing import EngineTiming

_WARM_UP = ("Das ist ein Sazt mit einem Fehler.", "Der Film beginnt ruhig und endet laut.")
"""The speller loads with the first misspelled word; otherwise the first review takes 2 s longer."""
_NOTICE_SECONDS = 10.0
"""In which the engine notices that its process has ended."""
_EARLY_ENDS = 2
"""Servers that ended before they were warm, after which the cache is suspected."""


class Engine:
    """Starts LanguageTool, supervises and restarts it, and checks with it.

    With the normal ``address`` of a remote server it starts no process and checks there; while
    that server does not answer, it tries again at growing intervals, without a limit.

    With a ``registry`` it shares its process with other programs of the account: it joins one that
    runs, and others may join its own. That ends with the last of them, ``keep`` seconds later.

    All of this happens in the background, with never more than one process. Every method may be
    called from any thread. ``on_state`` is called on a background thread or on the one that calls
    ``start`` or ``stop``, and must not call either itself.
    """

    def __init__(
        self,
        locate: Callable[[], Runtime],
        on_state: Callable[[EngineState], None] = lambda _: None,
        variant: str = "de-DE",
        *,
        picky: bool = False,
        timing: EngineTiming | None = None,
        address: str = "",
        registry: ServerRegistry | None = None,
        keep: int = 0,
    ) -> None:
        self._locate = locate
        self._registry = registry or ServerRegistry(None)
        self._keep = keep
        self._address = address
        self._on_state = on_state
        self._timing = timing or EngineTiming()
        self._choice = (variant, picky)
        self._state = OFF
        self._server: LanguageToolServer | None = None
        self._backoff = Backoff(self._timing)
        self._checker: Checker | None = None
        self._thread: threading.Thread | None = None
        self._progress = StartProgress()
        self._early_ends = 0
        self._lifecycle = threading.RLock()
        self._reporting = threading.RLock()
        self._changed = threading.Condition()
        self._wake = threading.Event()
        self._stopping = threading.Event()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def state(self) -> EngineState:
        """Present state of the engine."""
        return self._state

    @property
    def pid(self) -> int | None:
        """Id of the LanguageTool process, None while there is none."""
        with self._changed:
            return self._server.pid if self._server else None

    def start(self) -> None:
        """Start LanguageTool in the background; do nothing if it is already on."""
        with self._lifecycle:
            if self._state.phase not in {EnginePhase.OFF, EnginePhase.FAILED}:
                return
            if self._thread:
                self._thread.join()
            self._stopping.clear()
            self._backoff.reset()
            self._progress = StartProgress()
            self._early_ends = 0
            self._enter(starting(self._address))
            self._thread = threading.Thread(target=self._run, name="languagetool", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End LanguageTool, and its process unless others use it. Checks under way fail."""
        with self._lifecycle:
            with self._changed:
                self._stopping.set()
                server = self._server
            self._wake.set()
            if server:
                server.release()
            if self._thread:
                self._thread.join()
                self._thread = None
                self._enter(OFF)

    def restart(self) -> None:
        """Stop and start LanguageTool, in whatever state the engine is."""
        with self._lifecycle:
            self.stop()
            self.start()

    def choose_variant(self, variant: str, *, picky: bool = False) -> None:
        """Check with another variant of German from the next check on."""
        with self._changed:
            self._choice = (variant, picky)
            if self._state.phase is EnginePhase.READY and self._server:
                self._checker = self._new_checker(self._server)

    def choose_server(self, address: str) -> None:
        """Use the server at a normal address from the next start on, a local one if it is empty."""
        self._address = address

    def wait_ready(self, timeout: float | None = None) -> bool:
        """Wait while the engine starts; return whether it is ready.

        Without ``timeout``, in seconds, wait for a remote server as long as a check does, and for a
        local one until it is ready or has failed, however slow the machine is.
        """
        timeout = self._longest_wait if timeout is None else timeout
        with self._changed:
            self._changed.wait_for(lambda: self._state.settled, timeout)
            return self._state.phase is EnginePhase.READY

    def wait_replaced(self, pid: int | None) -> bool:
        """Wait for another process in the place of ``pid``, with which a check has failed.

        Return whether one is ready; False if ``pid`` has not ended, or belongs to no process.
        """
        if pid is None:
            return False
        with self._changed:
            ended = self._changed.wait_for(
                lambda: self._state.phase is not EnginePhase.READY or self.pid not in {None, pid},
                _NOTICE_SECONDS,
            )
        return ended and self.wait_ready()

    def check(self, markdown: str) -> tuple[Finding, ...]:
        """Return the findings in ``markdown``; wait if the engine is still starting.

        Raises LanguageToolError when checking is off or has failed, or the deadline has passed.
        """
        return self._ready_checker().check(markdown)

    def send(self, request: CheckRequest) -> tuple[Finding, ...]:
        """Return the findings in a plain text; wait if the engine is still starting.

        Raises LanguageToolError when checking is off or has failed, or the deadline has passed.
        """
        return self._ready_checker().send(request)

    @property
    def _longest_wait(self) -> float | None:
        return self._timing.ready if self._address else None

    def _ready_checker(self) -> Checker:
        with self._changed:
            self._changed.wait_for(lambda: self._state.settled, self._longest_wait)
            checker, state = self._checker, self._state
        if checker is None:
            raise not_ready_error(state)
        return checker

    def _run(self) -> None:
        """Start one server after the other until the engine stops or too many have failed."""
        policy = RestartPolicy(self._timing)
        try:
            while not self._stopping.is_set():
                policy.count_start()
                address = self._address
                reason = self._serve(self._open(address))
                if self._stopping.is_set():
                    return
                if address:
                    self._enter(unreachable(reason))
                    self._sleep(self._backoff.next_delay())
                else:
                    delay = policy.delay(reason)
                    self._enter(restarting(reason))
                    self._sleep(delay)
        except LanguageToolError as error:
            self._enter(failed(error))

    def _open(self, address: str) -> LanguageToolServer:
        """Return a server to check with.

        Raises LanguageToolError when a local one does not start: a second try would fail, too.
        """
        if address:
            return RemoteServer(address)
        runtime = self._locate()
        with self._registry.turn() as turn:
            return self._join(runtime, turn) or self._start_local(runtime, turn)

    def _join(self, runtime: Runtime, turn: StartTurn) -> LanguageToolServer | None:
        """Return a server that another program runs; none after one has ended early."""
        if self._early_ends:
            return None
        return self._registry.lease(
            runtime,
            self._timing,
            turn,
            keep=self._keep,
            cancelled=self._stopping.is_set,
            on_end=self._wake.set,
        )

    def _start_local(self, runtime: Runtime, turn: StartTurn) -> LanguageToolServer:
        """Start a server, after two early ends one without a cache: it may be bad."""
        cache = runtime.aot_cache if self._early_ends < _EARLY_ENDS else None
        options = (*runtime.options, f"-Drezensent.keep={self._keep}")
        server = LocalServer.start(
            replace(runtime, aot_cache=cache, options=options),
            timeout=self._timing.start,
            cancelled=self._stopping.is_set,
            on_process=lambda process: self._registry.announce(runtime, process, turn),
            on_end=self._wake.set,
        )
        self._registry.publish(runtime, server.record)
        return server

    def _serve(self, server: LanguageToolServer) -> LanguageToolError:
        """Check with one server until it ends; return the reason."""
        session = ServerSession(server, self._timing, stopping=self._stopping, wake=self._wake)
        try:
            with self._changed:
                self._server = server
                if self._stopping.is_set():
                    # ``stop`` was called before it could know this server.
                    raise not_ready_error(OFF)
            self._early_ends += 1
            return session.run(
                on_progress=lambda: self._show_progress(server),
                warm_up=lambda: self._warm_up(server),
            )
        finally:
            with self._changed:
                self._server = None
            session.end()
            self._registry.remove_ended()

    def _warm_up(self, server: LanguageToolServer) -> None:
        checker = self._new_checker(server)
        for sentence in _WARM_UP:
            checker.check(sentence)
        self._backoff.reset()
        self._early_ends = 0
        self._enter(ready(server), server)

    def _show_progress(self, server: LanguageToolServer) -> None:
        with self._reporting:
            state = warming(self._progress.advance(server.cpu_seconds))
            if self._state.phase is not EnginePhase.READY and state != self._state:
                self._enter(state)

    def _sleep(self, seconds: float) -> None:
        """Wait for ``seconds``, or until the engine stops."""
        end = time.monotonic() + seconds
        while not self._stopping.is_set() and (left := end - time.monotonic()) > 0:
            self._wake.wait(left)
            self._wake.clear()

    def _new_checker(self, server: LanguageToolServer) -> Checker:
        variant, picky = self._choice
        deadline = self._timing.deadline
        return Checker(server.url, server.transport, variant, picky=picky, deadline=deadline)

    def _enter(self, state: EngineState, server: LanguageToolServer | None = None) -> None:
        """Change to ``state``; ``server`` is given if and only if the engine is ready."""
        with self._reporting:
            with self._changed:
                if self._stopping.is_set() and state.phase is not EnginePhase.OFF:
                    return
                self._state = state
                self._checker = self._new_checker(server) if server else None
                self._changed.notify_all()
            self._on_state(state)
