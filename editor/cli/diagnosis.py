"""Diagnoses of ``doctor``: the state of one thing that Rezensent needs, in one line each."""

from dataclasses import dataclass
from enum import Enum

from editor.cli.translation import _
from editor.installation import current_installation


class State(Enum):
    """Meaning of a diagnosis; the value is its mark."""

    FINE = "✓"
    WITHOUT = "–"
    """Something is not there that only makes the work easier."""
    FAULT = "✗"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """State of one thing; ``text`` says what is there or what to do."""

    name: str
    text: str
    state: State = State.FINE

    @property
    def line(self) -> str:
        """The diagnosis as ``doctor`` prints it."""
        return f"{self.state.value} {self.name}: {self.text}"


def missing(name: str) -> str:
    """Return the sentence that a part of the program called ``name`` is missing."""
    return _("{name} is missing; {remedy}.").format(name=name, remedy=repair())


def repair() -> str:
    """Return how the user repairs the program, without a full stop."""
    return current_installation().repair.text()


def setting_up() -> str:
    """Return how the user sets LanguageTool up, without a full stop."""
    return _("please run “{command} doctor --install”").format(
        command=current_installation().command
    )
