"""An X server of its own for a test."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def x_server(screen: str, *options: str) -> Iterator[str]:
    """Run Xvfb with ``screen``, as in "1280x800x24", and yield the name of its display.

    The server ends with the block, also where that fails.
    """
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
