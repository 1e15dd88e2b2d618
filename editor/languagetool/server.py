"""Interface of a LanguageTool server, local or remote."""

from typing import Protocol

from editor.languagetool.transport import Transport
from editor.localized import Localized


class ServerEnd(Protocol):
    """Reason why a server has ended or cannot be used."""

    @property
    def sentence(self) -> Localized:
        """The reason as one sentence."""


class LanguageToolServer(Protocol):
    """Server that the engine checks with: a process on this machine, or an address."""

    @property
    def url(self) -> str:
        """Address for a client, without the version of the interface."""

    @property
    def pid(self) -> int | None:
        """Process id of a local server, None for a remote one."""

    @property
    def cpu_seconds(self) -> float:
        """CPU time that the process of a local server has used, 0 for a remote one."""

    @property
    def transport(self) -> Transport:
        """Function that sends a client's requests."""

    def poll(self) -> ServerEnd | None:
        """Return why the server has ended, None while it runs."""

    def wait_end(self, timeout: float) -> ServerEnd | None:
        """Return why the server has ended, None when it still runs after ``timeout`` seconds."""

    def answers(self, timeout: float) -> bool:
        """Tell whether the server answers within ``timeout`` seconds."""

    def stop(self, grace: float = 2.0) -> None:
        """End a local server after at most ``grace`` seconds, or the requests to a remote one."""

    def release(self) -> None:
        """End the use of the server: its requests, and a process that no other program uses."""
