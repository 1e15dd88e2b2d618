"""LanguageTool process that another program of the account has started."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

import psutil

from editor.languagetool.cpu_patience import CpuClock
from editor.languagetool.shared.lease import Lease
from editor.languagetool.shared.server_record import ServerRecord
from editor.languagetool.transport import LocalTransport, Transport, answers_health_check
from editor.localized import Localized


@dataclass(frozen=True, slots=True)
class SharedServerEnd:
    """End of a process whose exit status only its parent knows."""

    sentence: ClassVar[Localized] = Localized(
        "LanguageTool ist beendet worden.", "LanguageTool was terminated."
    )


class SharedServer:
    """A process that lives as long as our lease of it, with the interface ``LanguageToolServer``.

    Every method may be called from any thread.
    """

    def __init__(
        self, record: ServerRecord, *, patience: float, keep: int, on_end: Callable[[], None]
    ) -> None:
        """Take a lease of the server, which stays for ``keep`` seconds after the lease.

        ``patience`` is in seconds of a CpuPatience; a process that does not answer in it is ended.
        ``on_end`` is called on a thread of the lease when it has ended. Raises OSError or
        http.client.HTTPException when the server does not grant a lease.
        """
        self.url, self.pid = record.url, record.process.pid
        self._process = record.process
        self._clock = CpuClock(self.pid)
        self._transport = LocalTransport(record.secret, self._clock)
        self._is_hung = False
        try:
            self._lease = Lease(self.url, self._transport, patience, keep=keep, on_end=on_end)
        except TimeoutError:
            self._kill()
            raise

    @property
    def cpu_seconds(self) -> float:
        """CPU time that the process has used, for all programs."""
        return self._clock()

    @property
    def transport(self) -> Transport:
        """Function that sends a client's requests until ``release``."""
        return self._transport.request

    def poll(self) -> SharedServerEnd | None:
        """Return that the process has ended, None while it runs."""
        return SharedServerEnd() if self._lease.ended.is_set() else None

    def wait_end(self, timeout: float) -> SharedServerEnd | None:
        """Return that the process has ended, None if it still runs after ``timeout`` seconds."""
        self._lease.ended.wait(timeout)
        return self.poll()

    def answers(self, timeout: float) -> bool:
        """Tell whether the server answers within a CpuPatience of ``timeout`` seconds."""
        answers = answers_health_check(self.transport, self.url, timeout)
        self._is_hung = not answers and not self._lease.ended.is_set()
        return answers

    def stop(self, grace: float = 2.0) -> None:
        """Give the lease back, and end the process if it is hung: it would never end by itself."""
        if self._is_hung:
            self._kill()
        self.release()

    def release(self) -> None:
        """Give the lease back; checks under way fail. The process goes on for others."""
        self._transport.close()
        self._lease.give_back()

    def _kill(self) -> None:
        if self._process.is_running:
            with suppress(psutil.Error):
                psutil.Process(self.pid).kill()
