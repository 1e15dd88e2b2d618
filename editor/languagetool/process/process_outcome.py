"""How a LanguageTool process has ended."""

import signal
from dataclasses import dataclass

from editor.localized import Localized

_FROM_OUTSIDE = frozenset({"SIGHUP", "SIGINT", "SIGKILL", "SIGTERM"})
"""Signals that Java does not send itself, as it does when it crashes."""
_OUT_OF_MEMORY = 3
"""Exit status of a virtual machine that runs with ExitOnOutOfMemoryError."""


@dataclass(frozen=True, slots=True)
class ProcessOutcome:
    """How the process ended; contains nothing from the writer's text."""

    status: int | None
    """Exit status, None after a signal."""
    signal: int | None
    """Number of the signal that ended the process, or None."""
    log: tuple[str, ...]
    """Last lines of the log; after the start only the names of exceptions."""

    @property
    def port_taken(self) -> bool:
        """Tell whether the process ended because another program has its port."""
        return any("PortBindingException" in line for line in self.log)

    @property
    def killed(self) -> bool:
        """Tell whether a user or the system ended the process, so that another may live."""
        return self.signal is not None and _signal_name(self.signal) in _FROM_OUTSIDE

    @property
    def sentence(self) -> Localized:
        """The sentence that says how it ended."""
        if self.signal is not None:
            name = _signal_name(self.signal)
            return Localized(
                f"LanguageTool ist von außen beendet worden ({name}).",
                f"LanguageTool was terminated from outside ({name}).",
            )
        if self.status == _OUT_OF_MEMORY:
            return Localized(
                "LanguageTool hatte nicht genug Speicher.", "LanguageTool ran out of memory."
            )
        return Localized(
            f"LanguageTool hat sich mit dem Status {self.status} beendet.",
            f"LanguageTool ended with the status {self.status}.",
        )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
