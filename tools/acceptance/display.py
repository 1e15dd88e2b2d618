"""A display of the host that programs in the machines use: an X server without a screen."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "setxkbmap", "xdotool", "xprop", "import", "identify")
"""Programs of the host that a display needs."""
_SCREEN = "1280x800x24"


@dataclass(frozen=True, slots=True)
class Display:
    """An X server with a window manager; ``name`` is as in ``$DISPLAY``."""

    name: str

    def window(self, seconds: float) -> str:
        """Return the id of the visible window of Rezensent, "" if there is none in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self._run("xdotool", "search", "--onlyvisible", "--class", "rezensent").split()
            if found:
                return found[-1]
            time.sleep(0.05)
        return ""

    def windows(self) -> list[str]:
        """Return the ids of all visible windows of Rezensent."""
        return self._run("xdotool", "search", "--onlyvisible", "--class", "rezensent").split()

    def properties(self, window: str) -> str:
        """Return the properties of ``window`` as xprop prints them."""
        return self._run("xprop", "-len", "200", "-id", window)

    def press(self, *keys: str) -> None:
        """Press keys of xdotool's names, as "ctrl+s", in the window that has the focus."""
        self._run("xdotool", "key", "--delay", "150", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type ``text`` into the window that has the focus."""
        self._run("xdotool", "type", "--delay", "60", text)

    def focus(self, window: str) -> None:
        """Raise ``window`` and give it the focus."""
        self._run("xdotool", "windowactivate", "--sync", window)

    def screenshot(self, path: Path) -> int:
        """Write a picture of the screen to ``path`` and return the number of its colours."""
        self._run("import", "-window", "root", str(path))
        return int(self._run("identify", "-format", "%k", str(path)) or 0)

    def _run(self, *command: str) -> str:
        environment = os.environ | {"DISPLAY": self.name}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        return done.stdout


@contextmanager
def display() -> Iterator[Display]:
    """Run an X server with a window manager and yield it. Raises OSError."""
    # Only a socket in a folder: the machines are in networks of their own, and it leaves no lock.
    # Without a client it would forget the keyboard.
    quiet = ("-nolisten", "tcp", "-nolisten", "local", "-nolock", "-noreset", "-ac")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", _SCREEN, *quiet]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            number = server.stdout.readline().strip() if server.stdout else ""
            if not number:
                raise OSError("Xvfb does not start")
            name = f":{number}"
            environment = os.environ | {"DISPLAY": name}
            with subprocess.Popen(
                ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as manager:
                subprocess.run(["setxkbmap", "de"], env=environment, check=True)
                yield Display(name)
                manager.kill()
        finally:
            server.kill()


def missing_programs(names: tuple[str, ...]) -> list[str]:
    """Return those of the host's programs ``names`` that are not there."""
    return [name for name in names if shutil.which(name) is None]
