"""LanguageTool servers at an address that the writer has chosen."""

from editor.errors import ServerUnreachableError
from editor.languagetool.probe import ProbeResult, probe
from editor.languagetool.transport import RemoteTransport, Transport


class RemoteServer:
    """LanguageTool at an address, with the interface ``LanguageToolServer``.

    Nothing is started and nothing ended; ``stop`` ends the requests under way. Every method may be
    called from any thread.
    """

    pid = None
    cpu_seconds = 0.0

    def __init__(self, url: str) -> None:
        self.url = url
        self._transport = RemoteTransport()
        self._last_probe: ProbeResult | None = None

    @property
    def transport(self) -> Transport:
        """Function that sends a client's requests until ``stop``."""
        return self._transport.request

    def poll(self) -> ProbeResult | None:
        """Return the result of the last probe if it failed, else None."""
        last = self._last_probe
        return None if last is None or last.fine else last

    def wait_end(self, timeout: float) -> ProbeResult | None:
        """Return the result of a probe that failed, None when the server answers as it should."""
        if self._last_probe is None or self._last_probe.fine:
            self.answers(timeout)
        return self.poll()

    def answers(self, timeout: float) -> bool:
        """Tell whether a LanguageTool for German answers within ``timeout`` seconds."""
        self._last_probe = probe(self.url, timeout, self.transport, version=False)
        return self._last_probe.fine

    def stop(self, grace: float = 2.0) -> None:
        """End all requests at once."""
        self._transport.close()

    def release(self) -> None:
        """End all requests at once."""
        self.stop()


def server_problem(url: str, timeout: float = 10.0) -> ServerUnreachableError | None:
    """Return why checking at a normal address cannot begin, None when it can.

    Takes up to ``timeout`` seconds.
    """
    result = probe(url, timeout)
    return None if result.fine else ServerUnreachableError.of(result.sentence)
