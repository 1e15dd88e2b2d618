"""Core dumps: the memory of a process that crashes, which the system would keep on the disk."""

import sys
from contextlib import suppress

_PIPE_TOO = 1
"""Bytes that a dump may have on Linux. With 0 a program that the system names in core_pattern would
still be handed the memory by a pipe; 1 forbids that as well (fs/coredump.c of the kernel)."""


def forbid_core_dumps() -> None:
    """Keep the memory of this process, and of those that it starts, off the disk: it holds text.

    On Windows nothing is done: who wants dumps there sets that up by hand.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (not there on Windows)

    limit = _PIPE_TOO if sys.platform == "linux" else 0
    # An account may have a lower limit already.
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))
