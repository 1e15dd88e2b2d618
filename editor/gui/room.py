"""Rooms as the composition root sees them: slots for actions, a start, settings, and an end."""

from collections.abc import Callable, Mapping

from editor.gui.theme import Theme
from editor.settings import Settings


class Room:
    """One feature of the window. Each room overrides what it has; by default there is nothing."""

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the room's actions by verb."""
        return {}

    def start(self) -> None:
        """Begin the work that can wait for the first paint of the window."""

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Follow a change of the settings; equal values ask to show them for the first time."""

    def set_theme(self, theme: Theme) -> None:
        """Show everything that the window itself does not hold in ``theme``."""

    def stop(self) -> None:
        """End every thread and process of the room, and save what is not saved yet."""
