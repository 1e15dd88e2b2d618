"""Intervals and deadlines of the engine."""

from dataclasses import dataclass, field

from editor.languagetool.checker import Deadline


@dataclass(frozen=True, slots=True)
class EngineTiming:
    """Intervals and deadlines of the engine, in seconds.

    Deadlines of a local server are those of a CpuPatience: a slow machine makes them longer.
    """

    heartbeat: float = 3.0
    """Between two health checks of the server."""
    answer: float = 30.0
    """Deadline of a health check; a local process that has used no CPU for so long is hung."""
    start: float = 60.0
    """From the start of the process until it answers."""
    ready: float = 90.0
    """How long a check waits for a remote server that does not answer."""
    restarts: int = 5
    """Restarts within ``memory``; the next failure leads to FAILED."""
    pause: float = 10.0
    """Between two starts, so that a server that dies at once does not keep the machine busy."""
    memory: float = 900.0
    """Age from which a restart no longer counts."""
    deadline: Deadline = field(default_factory=Deadline)
    """For a single check."""
    remote_answer: float = 10.0
    """As ``answer``, for a remote server."""
    remote_heartbeat: float = 10.0
    """As ``heartbeat``, for a remote server, which may have many users."""
    retry: float = 2.0
    """Until a remote server is tried again after a failure; doubles each time."""
    longest_retry: float = 60.0
