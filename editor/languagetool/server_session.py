"""One server from its first answer to its end: warm-up and supervision."""

import threading
from collections.abc import Callable

from editor.errors import LanguageToolError, SlowAnswerError
from editor.installation import current_installation
from editor.languagetool.server import LanguageToolServer
from editor.languagetool.timing import EngineTiming

_LOOK_SECONDS = 1.0
"""Between two looks at a server that warms up, for its progress."""
_END_SECONDS = 2.0
"""Seconds that a process has to end once its connections broke: its exit status explains more."""


class ServerSession:
    """Warms a server up and watches it until it fails or the engine stops.

    ``stopping`` is set when the engine stops, ``wake`` also when the server's process ends.
    """

    def __init__(
        self,
        server: LanguageToolServer,
        timing: EngineTiming,
        *,
        stopping: threading.Event,
        wake: threading.Event,
    ) -> None:
        self._server = server
        self._timing = timing
        self._stopping = stopping
        self._wake = wake
        self._patience = timing.answer if server.pid else timing.remote_answer
        self._warm_up_error: LanguageToolError | None = None

    def run(
        self, *, on_progress: Callable[[], None], warm_up: Callable[[], None]
    ) -> LanguageToolError:
        """Return the reason when the server has ended or does not answer, or the engine stops.

        ``on_progress`` is called after the first answer and then often until the server is warm,
        ``warm_up`` on a thread of its own; it may raise LanguageToolError, and any other exception
        ends the session as well. At the end ``warm_up`` has returned, and the server was ended by
        ``end``.
        """
        if not self._server.answers(self._patience):
            return self._reason()
        on_progress()
        thread = threading.Thread(
            target=self._warm_up, args=(warm_up,), name="languagetool-warm-up", daemon=True
        )
        thread.start()
        try:
            return self._watch(thread, on_progress)
        finally:
            # Without a server the warm-up ends at once.
            self.end()
            thread.join()

    def end(self) -> None:
        """End a server that has failed; one that the engine no longer needs others may use."""
        if self._stopping.is_set():
            self._server.release()
        else:
            self._server.stop(grace=0)

    def _warm_up(self, warm_up: Callable[[], None]) -> None:
        # An unexpected exception ends this thread, for which the session would wait for ever.
        error: LanguageToolError | None = _unusable_error()
        try:
            warm_up()
            error = None
        except LanguageToolError as known:
            error = known
        finally:
            self._warm_up_error = error
            if error is not None:
                self._wake.set()

    def _watch(
        self, warm_up: threading.Thread, on_progress: Callable[[], None]
    ) -> LanguageToolError:
        server, timing = self._server, self._timing
        heartbeat = timing.remote_heartbeat if server.pid is None else timing.heartbeat
        while not self._stopping.is_set() and self._warm_up_error is None:
            if server.poll() or not server.answers(self._patience):
                break
            if warm_up.is_alive():
                on_progress()
            self._wake.wait(min(heartbeat, _LOOK_SECONDS) if warm_up.is_alive() else heartbeat)
            self._wake.clear()
        return self._reason()

    def _reason(self) -> LanguageToolError:
        end = self._server.wait_end(0 if self._stopping.is_set() else _END_SECONDS)
        if end:
            return LanguageToolError.of(end.sentence)
        error = self._warm_up_error
        # What is slow here is LanguageTool: a sentence about long texts would mislead.
        if error is None or isinstance(error, SlowAnswerError):
            return LanguageToolError(
                "LanguageTool antwortet nicht mehr.", "LanguageTool no longer answers."
            )
        return error


def _unusable_error() -> LanguageToolError:
    repair = current_installation().repair
    return LanguageToolError(
        "LanguageTool lässt sich nicht benutzen, weil ein Teil von Rezensent nicht arbeitet; "
        f"{repair.german}.",
        "LanguageTool cannot be used, because a part of Rezensent does not work; "
        f"{repair.english}.",
    )
