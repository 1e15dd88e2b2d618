"""Check whether there is a display for a window."""

import os
import socket
import sys
from pathlib import Path

from editor.errors import RezensentError
from editor.installation import current_installation

_X_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  (where X servers listen, see X(7))


def display_problem() -> RezensentError | None:
    """Return why no window can be opened, None if one can.

    Qt aborts the process if it finds no display, so this is checked first.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return None
    if os.environ.get("WAYLAND_DISPLAY"):
        return None
    display = os.environ.get("DISPLAY", "")
    if display and _answers(display):
        return None
    command = current_installation().command
    return RezensentError(
        f"Hier ist keine Anzeige; „{command} check“ und „{command} export“ arbeiten ohne Fenster.",
        f"There is no display here; “{command} check” and “{command} export” work without a "
        "window.",
    )


def _answers(display: str) -> bool:
    host, _, screen = display.rpartition(":")
    number = screen.partition(".")[0]
    if host not in ("", "unix") or not number.isdigit():
        # Only Qt can tell whether a display over the network answers.
        return True
    path = f"{_X_SOCKETS}/X{number}"
    return any(_listens(address) for address in (path, f"\0{path}"))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(address)
        except OSError:
            return False
        return True
