"""One server from its first answer to its end: warm-up and supervision."""

import threading
from collections.abc import Callable

from editor.errors import LanguageToolError
from editor.languagetool.server import LanguageToolServer
from editor.languagetool.timing import EngineTiming

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
        self._warm_up_error: LanguageToolError | None = None

    def run(
        self, *, on_answer: Callable[[], None], warm_up: Callable[[], None]
    ) -> LanguageToolError:
        """Return the reason when the server has ended or does not answer, or the engine stops.

        ``on_answer`` is called after the first answer, then ``warm_up`` on a thread of its own; it
        may raise LanguageToolError. At the end the server is stopped and ``warm_up`` has returned.
        """
        if not self._server.answers(self._timing.answer):
            return self._reason()
        on_answer()
        thread = threading.Thread(
            target=self._warm_up, args=(warm_up,), name="languagetool-warm-up", daemon=True
        )
        thread.start()
        try:
            return self._watch()
        finally:
            # Without a server the warm-up ends at once.
            self._server.stop(grace=0)
            thread.join()

    def _warm_up(self, warm_up: Callable[[], None]) -> None:
        try:
            warm_up()
        except LanguageToolError as error:
            self._warm_up_error = error
            self._wake.set()

    def _watch(self) -> LanguageToolError:
        server, timing = self._server, self._timing
        heartbeat = timing.remote_heartbeat if server.pid is None else timing.heartbeat
        while not self._stopping.is_set() and self._warm_up_error is None:
            if server.poll() or not server.answers(timing.answer):
                break
            self._wake.wait(heartbeat)
            self._wake.clear()
        return self._reason()

    def _reason(self) -> LanguageToolError:
        end = self._server.wait_end(0 if self._stopping.is_set() else _END_SECONDS)
        if end:
            return LanguageToolError.of(end.sentence)
        return self._warm_up_error or LanguageToolError(
            "LanguageTool antwortet nicht mehr.", "LanguageTool does not answer any more."
        )
