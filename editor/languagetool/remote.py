"""A LanguageTool that somebody else runs, as the engine sees it."""

from typing import Protocol

from editor.errors import ServerUnreachableError
from editor.languagetool.http_client import Exchange, Line
from editor.languagetool.probe import Probe, probe
from editor.languagetool.server_url import place, warning
from editor.localized import Localized


class End(Protocol):
    """How a server came to its end, or why it is none."""

    @property
    def sentence(self) -> Localized:
        """The sentence that says so."""


class LanguageServer(Protocol):
    """What the engine checks with: a process of our own, or an address."""

    @property
    def url(self) -> str:
        """The address for a client, without the version of the interface."""

    @property
    def pid(self) -> int | None:
        """The number of our process, None when there is none."""

    @property
    def exchange(self) -> Exchange:
        """What carries a client's requests."""

    def poll(self) -> End | None:
        """Return how the server ended, or None while it runs."""

    def wait_end(self, timeout: float) -> End | None:
        """Return how the server ended, or None when it still runs after ``timeout`` seconds."""

    def answers(self, timeout: float) -> bool:
        """Tell whether the server answers within ``timeout`` seconds."""

    def stop(self, grace: float = 2.0) -> None:
        """End the server, or what we have to do with it."""


class RemoteServer:
    """LanguageTool at an address, with the surface of a process of our own.

    Nothing is started and nothing ended; ``stop`` ends the exchanges under way. Every method may
    be called from any thread.
    """

    pid = None

    def __init__(self, url: str) -> None:
        self.url = url
        self._line = Line()
        self._last: Probe | None = None

    @property
    def exchange(self) -> Exchange:
        """What carries a client's requests; ends with ``stop``."""
        return self._line.exchange

    def poll(self) -> Probe | None:
        """Return what was wrong when the server was last asked, None when nothing was."""
        return None if self._last is None or self._last.fine else self._last

    def wait_end(self, timeout: float) -> Probe | None:
        """Return what is wrong, None when nothing is."""
        if self._last is None or self._last.fine:
            self.answers(timeout)
        return self.poll()

    def answers(self, timeout: float) -> bool:
        """Tell whether a LanguageTool for German answers within ``timeout`` seconds."""
        self._last = probe(self.url, timeout, self.exchange, version=False)
        return self._last.fine

    def stop(self, grace: float = 2.0) -> None:
        """Hang up, at once."""
        self._line.hang_up()


def unreachable(url: str, timeout: float = 10.0) -> ServerUnreachableError | None:
    """Return why checking at a normal address cannot begin, None when it can."""
    found = probe(url, timeout)
    return None if found.fine else ServerUnreachableError.of(found.sentence)


def connecting(url: str) -> Localized:
    """Return what to say while the server at a normal address is asked for the first time."""
    to = place(url)
    return Localized(f"Verbindung zu {to} …", f"Connecting to {to} …")


def ready(url: str) -> Localized:
    """Return what to say while the server at a normal address checks; a „;“ ends the short form."""
    to = place(url)
    german, english = f"Prüfung bereit über {to}", f"Checker is ready at {to}"
    if warning(url):
        german += "; Ihr Text wird zur Prüfung dorthin gesendet."
        english += "; your text is sent there to be checked."
    return Localized(german, english)
