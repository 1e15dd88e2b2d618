"""Settings room: the settings window, and the actions that stand for settings."""

from collections.abc import Callable, Mapping

from editor.gui.context import SessionContext
from editor.gui.room import Room
from editor.gui.settings.controller import SettingsController
from editor.gui.settings.setting_actions import SettingActions
from editor.settings import Settings


class SettingsRoom(Room):
    """Lets the writer change the settings."""

    def __init__(self, context: SessionContext) -> None:
        program = context.program
        self.controller = SettingsController(
            program.settings_store, program.dictionary, context.actions, context.window
        )
        self._actions = SettingActions(program.settings_store, context.actions)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {**self.controller.slots(), **self._actions.slots()}

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Check the actions that stand for settings."""
        self._actions.show(new)

    def stop(self) -> None:
        """Wait for a word list that is being read or written."""
        self.controller.stop()
