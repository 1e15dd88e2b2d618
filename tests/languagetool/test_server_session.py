"""A session ends with a reason, whatever ends its warm-up."""

from threading import Event

import pytest

from editor.languagetool.remote_server import RemoteServer
from editor.languagetool.server_session import ServerSession
from editor.languagetool.timing import EngineTiming


class IdleServer(RemoteServer):
    """A server that always answers, without a connection."""

    def answers(self, timeout: float) -> bool:
        return timeout > 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_unexpected_error_of_the_warm_up_ends_the_session() -> None:
    def broken() -> None:
        raise FileNotFoundError("a file of a package")

    session = ServerSession(
        IdleServer("http://127.0.0.1:9"), EngineTiming(), stopping=Event(), wake=Event()
    )
    reason = session.run(on_progress=lambda: None, warm_up=broken)

    assert "ein Teil von Rezensent nicht arbeitet; bitte " in reason.german
